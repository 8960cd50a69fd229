import { InputError } from "../errors.ts";
import { type Dimension, ONLY_REPORTER } from "../metrics/cell.ts";
import type { AnyMetric } from "../metrics/metric.ts";
import type { NamedPartner, PartnerDirectory, PartnerSelection } from "../partners/directory.ts";
import { partnerGroups } from "../partners/groups.ts";
import type { ProductSelection } from "../products/product.ts";
import { WORLD } from "../records/record.ts";
import { isAll } from "./members.ts";
import { numberUsage } from "./number-options.ts";
import type { Place, Question, Subject } from "./question.ts";
import { underOption } from "./under-option.ts";
import type { QuestionWords } from "./words.ts";

/** The reporter of the embedded data, which a group of partners leaves out. */
export const DEFAULT_REPORTER = "US";

/** What the words of a question resolve to: the places that it asks about. */
export interface Subjects extends Pick<Question, "subjects" | "totals" | "asked"> {
  readonly partners: PartnerSelection | null;
  readonly reporters: PartnerSelection | null;
}

/**
 * The places that the options name. Partners and reporters that are members of a row or of a list
 * are together in one place; all others have a place each.
 * @throws InputError for a name that nobody has, and for wholes beside others where they are added.
 */
export function subjectsOf(
  metric: AnyMetric,
  options: QuestionWords,
  together: readonly Dimension[],
  product: ProductSelection,
  directory: PartnerDirectory,
): Subjects {
  const { about } = metric.asks;
  const reporters = isAll(options.reporter)
    ? null
    : selected(options.reporter, "--reporter", directory, options.members === "published");
  if (about === "region") return regionOf(metric, options, product, directory);
  const only = onlyOf(reporters);
  const world = { code: WORLD, name: directory.nameOf(WORLD) };
  const partners = partnersOf(metric, options, together, only ?? DEFAULT_REPORTER, directory);
  const asked = {
    reporter: reporterText(metric, options, reporters),
    partner: partners?.partners.map(({ code }) => code) ?? ("all" as const),
    region: null,
  };
  const places = reporterPlaces(options, reporters, together);
  const subjectOf = (
    reporter: Place["reporter"],
    codes: readonly string[] | "all",
    partner: NamedPartner,
  ) => ({
    place: {
      reporter,
      partner: codes === "all" || codes.includes(WORLD) ? ("all" as const) : codes,
      product,
    },
    partner,
  });
  const subjects = places.flatMap((reporter): Subject[] => {
    if (partners === null) return [subjectOf(reporter, "all", world)];
    const codes = partners.partners.map(({ code }) => code);
    if (together.includes("partner")) return [subjectOf(reporter, codes, partners.whole)];
    const own = reporter !== ONLY_REPORTER && reporter !== "all" ? reporter : [];
    return partners.partners
      .filter(({ code }) => about === "partner" || !own.includes(code))
      .map((partner) => subjectOf(reporter, [partner.code], partner));
  });
  if (subjects.length === 0 && partners) {
    const { code, name } = partners.partners[0]!;
    throw new InputError(
      `--partner: ${code} is the reporter, and ${name} does not trade with itself (name others)`,
    );
  }
  const codes = partners && membersOfTotal(partners, options);
  const totals =
    options.total && partners && codes
      ? places.map((reporter) => subjectOf(reporter, codes, partners.whole))
      : [];
  return { subjects, totals, asked, partners, reporters };
}

/**
 * The codes of which the row of the whole is the sum: of a group by its members of then it is the group,
 * whose members each period has of its own.
 * @throws InputError where a rule for members is asked for and each member of today has a row.
 */
function membersOfTotal(
  { partners, whole }: PartnerSelection,
  { members, total }: QuestionWords,
): readonly string[] {
  const isListed = partners.length > 1 && partnerGroups.some(({ id }) => id === whole.code);
  if (!isListed || members === undefined || members === "today")
    return partners.map(({ code }) => code);
  if (members === "then" && total) return [whole.code];
  const ask =
    members === "then" ? "add the row of all with --total" : "there is no row of that name";
  throw new InputError(
    `--members: ${whole.code} is given by its members of today, one row each (${ask}, or leave out --members)`,
  );
}

function onlyOf(selection: PartnerSelection | null): string | null {
  return selection?.partners.length === 1 ? selection.partners[0]!.code : null;
}

function reporterPlaces(
  { reporter }: QuestionWords,
  reporters: PartnerSelection | null,
  together: readonly Dimension[],
): Place["reporter"][] {
  if (isAll(reporter)) return ["all"];
  if (reporters === null) return [together.includes("reporter") ? "all" : ONLY_REPORTER];
  const codes = reporters.partners.map(({ code }) => code);
  return together.includes("reporter") ? [codes] : codes.map((code) => [code]);
}

/** One reporter of a metric about partners is given back as it is, and reporters as a list. */
function reporterText(
  { asks }: AnyMetric,
  { reporter }: QuestionWords,
  reporters: PartnerSelection | null,
): string | readonly string[] | null {
  if (isAll(reporter)) return "all";
  const codes = reporters?.partners.map(({ code }) => code) ?? null;
  return asks.about === "partner" && codes?.length === 1 ? codes[0]! : codes;
}

function partnersOf(
  metric: AnyMetric,
  { partner, total, members }: QuestionWords,
  together: readonly Dimension[],
  reporter: string,
  directory: PartnerDirectory,
): PartnerSelection | null {
  const { about } = metric.asks;
  if (partner === undefined) {
    if (about === "reporter" || together.length > 0) return null;
    throw new InputError(
      `${metric.id}: which partner? (use --partner MX, a list, a group, WORLD, or all)`,
      `To compute from numbers instead: ${numberUsage(metric)}`,
    );
  }
  if (isAll(partner)) return null;
  const selection = directory.select(partner, reporter, members === "published");
  if (together.includes("partner")) refuseAggregate(selection, "--partner", "--partner");
  if (total) refuseAggregate(selection, "--total", "--partner");
  return selection;
}

function regionOf(
  metric: AnyMetric,
  { region, reporter, partner }: QuestionWords,
  product: ProductSelection,
  directory: PartnerDirectory,
): Subjects {
  if (region === undefined) {
    throw new InputError(`${metric.id}: which region? (use --region USMCA, a group or a list)`);
  }
  for (const [option, text] of Object.entries({ reporter, partner })) {
    if (text === undefined || isAll(text)) continue;
    throw new InputError(
      `--${option}: every member of the region is a reporter and a partner (leave it out; --by ${option} gives a row of each)`,
    );
  }
  const selection = selected(region, "--region", directory)!;
  const whole = selection.partners.find(({ kind }) => kind === "aggregate");
  if (whole || selection.partners.length < 2) {
    throw new InputError(
      `--region: "${region}" is not a list of members (use USMCA, EU27 or a list such as CA,MX,US)`,
    );
  }
  const codes = selection.partners.map(({ code }) => code);
  return {
    subjects: [{ place: { reporter: codes, partner: codes, product }, partner: selection.whole }],
    totals: [],
    asked: { reporter: null, partner: null, region: codes },
    partners: null,
    reporters: null,
  };
}

/** @throws InputError where a whole stands beside others that it may hold. */
export function refuseAggregate(
  { partners }: PartnerSelection,
  option: string,
  mend: string,
): void {
  const aggregate = partners.find(({ kind }) => kind === "aggregate");
  const other = partners.find((partner) => partner !== aggregate);
  if (!aggregate || !other) return;
  const holds = aggregate.code === WORLD ? "already holds" : "is a whole that may already hold";
  throw new InputError(
    `${option}: ${aggregate.code} ${holds} ${other.code}, so the two are never added (leave one out of ${mend})`,
  );
}

function selected(
  text: string | undefined,
  option: string,
  directory: PartnerDirectory,
  asPublished = false,
): PartnerSelection | null {
  return text === undefined
    ? null
    : underOption(option, () => directory.select(text, null, asPublished));
}
