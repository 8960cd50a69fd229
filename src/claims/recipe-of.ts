import { routed } from "../calculation/route.ts";
import { WarningList } from "../calculation/warnings.ts";
import { InputError } from "../errors.ts";
import type { AnyMetric } from "../metrics/metric.ts";
import { findMetric } from "../metrics/registry.ts";
import { valueAddedMetric } from "../metrics/value-added-shares.ts";
import type { NamedPartner } from "../partners/directory.ts";
import { allProducts } from "../products/product.ts";
import type { Place, Question } from "../question/question.ts";
import { questionFrom } from "../question/read.ts";
import type { QuestionWords } from "../question/words.ts";
import { type Period, parsePeriod } from "../records/period.ts";
import { noPreferences } from "../selection/figure.ts";
import type { OpenSources } from "../sources/open.ts";
import { askedRank, listText } from "./asked-rank.ts";
import { asked, ComputeError, under } from "./compute-error.ts";
import type { Compute } from "./file/schema.ts";
import { flowMetric } from "./flow-metric.ts";
import { realTermsOf } from "./real-terms.ts";
import type { Recipe } from "./recipe.ts";
import type { ClaimSources } from "./sources.ts";
import { isOfTable, refuseTableKeys, tableFigureOf } from "./table-figure.ts";
import { tableRankOf } from "./table-rank.ts";

/** @throws ComputeError that says which key of `compute` cannot be understood, and why. */
export function recipeOf({ than, ...compute }: Compute, sources: ClaimSources): Recipe {
  const recipe = recipeOfKind(compute, sources);
  if (!than) return recipe;
  const { as, ...other } = than;
  return { ...recipe, than: { as, recipe: recipeOf({ ...compute, ...other }, sources) } };
}

function recipeOfKind(compute: Compute, sources: ClaimSources): Recipe {
  if (compute.real && (isOfTable(compute.metric) || compute.metric === valueAddedMetric.id)) {
    throw new ComputeError("real", `${compute.metric} has no prices (remove it)`);
  }
  if (isOfTable(compute.metric)) return tableRecipe(compute, sources);
  refuseTableKeys(compute);
  if (compute.metric === valueAddedMetric.id) return publishedRecipe(compute, sources);
  return tradeRecipe(compute, sources);
}

const printingOf = ({ as }: Compute): Recipe["printing"] => ({
  as,
  negated: false,
  inverted: false,
  shift: 0,
});

/** The question of the command line, for one number. */
function tradeRecipe(compute: Compute, sources: ClaimSources): Recipe {
  const metric = findMetric(compute.metric) ?? flowMetric;
  const anyMetric = metric as AnyMetric;
  const partner = listText(compute.partner);
  if (partner === undefined && anyMetric.asks.about === "partner") {
    throw new ComputeError("partner", "is missing (name a partner)");
  }
  const period = periodOf(compute);
  const from = fromOf(compute, anyMetric);
  const open = under("product", () => sources.of(compute.data ?? null));
  const question = asked(compute, () =>
    questionFrom(anyMetric, wordsOf(compute, anyMetric, partner), open),
  );
  refuseNobody(compute, anyMetric, question);
  const { place, partners } = onePlace(compute, question);
  return {
    metric: anyMetric,
    data: compute.data ?? datasetOf(compute, { ...question, periods: [period] }, open),
    reporter: place.reporter,
    partners,
    period,
    from,
    of: question.of,
    product: place.product,
    by: question.by,
    each: question.each,
    level: question.level,
    own: question.own,
    whole: compute.whole === "partners" ? partners.map(({ code }) => code) : question.whole,
    preferences: question.preferences,
    project: question.project,
    absentAsZero: question.absentAsZero,
    members: question.members ?? "today",
    ...{ measure: DEFAULT_MEASURE, inTable: null },
    ...{ rank: askedRank(compute, anyMetric, question), tableRank: null },
    perMonth: compute.per === "month",
    real: realTermsOf(compute, anyMetric, () => sources.prices),
    ...{ than: null, instead: null },
    printing: printingOf(compute),
  };
}

/**
 * The dataset that has a sector, a basis of accounts or of flows which the claim names, where the usual one lacks it:
 * that which the same question of the command line asks. null: the usual one.
 */
function datasetOf(
  { sector, exports, imports, basis }: Compute,
  question: Question,
  open: OpenSources,
): string | null {
  if ((sector ?? exports ?? imports ?? basis) === undefined || !open.candidates) return null;
  const { product } = question;
  try {
    const found = routed(question, open, new WarningList()).forProduct(product);
    const { id } = found.description;
    return id === open.forProduct(product).description.id ? null : id;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function wordsOf(compute: Compute, metric: AnyMetric, partner: string | undefined): QuestionWords {
  const { of, by, each, product, excludeProduct, exports, imports, sector, basis, whole } = compute;
  const isPlain = metric.asks.about === "partner" && metric.id !== flowMetric.id;
  return {
    partner,
    of: of ?? (isPlain ? "balance" : undefined),
    by,
    each,
    product,
    excludeProduct,
    exports,
    imports,
    ...{ sector, basis },
    reporter: listText(compute.reporter),
    region: listText(compute.region),
    ...ownWords(compute, metric),
    whole: whole === "partners" ? undefined : whole,
    project: compute.project || undefined,
    absentAsZero: compute.absentAsZero || undefined,
    members: compute.members,
    total: compute.together && metric.asks.about === "partner" ? true : undefined,
  };
}

function ownWords(compute: Compute, { asks }: AnyMetric): Record<string, string> {
  const given: Readonly<Record<string, unknown>> = compute;
  return Object.fromEntries(
    (asks.parameters ?? []).flatMap(({ name }) =>
      given[name] === undefined ? [] : [[name, String(given[name])]],
    ),
  );
}

/** A claim is about one place: several partners make one number only together. */
function onePlace(
  { together }: Compute,
  { metric, subjects, totals, asked: { partner }, directory }: Question,
): { place: Place; partners: readonly NamedPartner[] } {
  const [first, second] = subjects;
  if (!first) throw new ComputeError("partner", "names nobody to trade with");
  if (second && !together) {
    const key =
      partner !== "all" && partner !== null && partner.length > 1 ? "partner" : "reporter";
    throw new ComputeError(
      key,
      `${subjects.length} ${key}s make one number only together (add together: true)`,
    );
  }
  if (second && totals.length === 0) {
    throw new ComputeError("together", `${metric.id} has no one number of several (name one)`);
  }
  const place = together && totals.length > 0 ? allTogether(totals) : first.place;
  const codes = place.partner === "all" ? [] : place.partner;
  const partners = codes.map((code) => ({ code, name: directory.nameOf(code) }));
  return { place, partners: codes.length === 0 ? [first.partner] : partners };
}

/** The place of the same partners with all of several reporters. */
function allTogether(totals: Question["totals"]): Place {
  const { place } = totals[0]!;
  if (totals.length === 1) return place;
  return { ...place, reporter: totals.flatMap((total) => membersOf(total.place.reporter)) };
}

function membersOf(reporter: Place["reporter"]): readonly string[] {
  return typeof reporter === "string" ? [] : reporter;
}

/** A product's number is of one that is named; of all together, another dataset would give another. */
function refuseNobody(
  { by, product, partner, reporter }: Compute,
  { asks }: AnyMetric,
  question: Question,
): void {
  for (const [key, named] of Object.entries({ partner, reporter })) {
    if (by === undefined || named !== undefined || asks.each) continue;
    if (!question.by.some((dimension) => dimension === key)) continue;
    throw new ComputeError(
      "by",
      `the number is a ${key}'s, and none is named (${asks.about === "region" ? "" : `add ${key}, or `}leave by out)`,
    );
  }
  if (by === undefined || product !== undefined || asks.each || !asks.additive) return;
  if (!question.by.includes("product")) return;
  throw new ComputeError(
    "by",
    `the number is a product's, and none is named (add product, or leave by out)`,
  );
}

/** Published shares of one area. */
function publishedRecipe(compute: Compute, sources: ClaimSources): Recipe {
  const text = listText(compute.partner);
  if (text === undefined) throw new ComputeError("partner", "is missing (name a partner)");
  const { partners } = under("partner", () => sources.areas().select(text, null));
  if (partners.length > 1) {
    const message = `published shares are those of one area (got ${partners.length})`;
    throw new ComputeError("partner", message);
  }
  return {
    ...ofNoTrade(compute),
    ...{ partners, period: periodOf(compute), from: fromOf(compute, null) },
    measure: measureOf(compute.measure, sources.shares.measures),
    inTable: null,
  };
}

/** One figure of input-output tables. */
function tableRecipe(compute: Compute, sources: ClaimSources): Recipe {
  const inTable = tableFigureOf(compute, sources);
  const { period, column } = inTable;
  return {
    ...ofNoTrade(compute),
    ...{ partners: [], period, from: fromOf(compute, null), measure: column, inTable },
    tableRank: tableRankOf(compute, inTable),
  };
}

/** What a recipe has that is not computed from records of trade. */
function ofNoTrade(
  compute: Compute,
): Omit<Recipe, "partners" | "period" | "from" | "measure" | "inTable"> {
  return {
    ...{ metric: null, data: compute.data ?? null, reporter: "only", of: "exports" },
    ...{ product: allProducts, by: [], each: "product", level: { system: null, digits: null } },
    ...{ own: {}, whole: "members" },
    ...{ preferences: noPreferences, project: false, absentAsZero: false, members: "today" },
    ...{ rank: null, tableRank: null, perMonth: false, than: null, instead: null },
    printing: printingOf(compute),
  };
}

function periodOf(compute: Compute): Period {
  const key = compute.to === undefined ? "period" : "to";
  const text = compute[key];
  if (text === undefined) throw new ComputeError("period", "is missing (name a period)");
  return under(key, () => parsePeriod(text));
}

function fromOf({ from, as }: Compute, metric: AnyMetric | null): Period | null {
  if (from !== undefined) return under("from", () => parsePeriod(from));
  if (!metric?.asks.change && !as.endsWith("change")) return null;
  throw new ComputeError("from", "is missing (say where the change starts)");
}

const DEFAULT_MEASURE = "EXGR_DVA";

function measureOf(text: string | undefined, known: readonly string[]): string {
  const measure = (text ?? DEFAULT_MEASURE).toUpperCase();
  if (known.includes(measure)) return measure;
  throw new ComputeError("measure", `unknown measure "${text}" (use ${known.join(", ")})`);
}
