import { InputError } from "../../errors.ts";
import type { FetchedVintage } from "../../sources/fetched-vintages.ts";
import { isMove } from "../../statements/statement.ts";
import { checkClaims } from "../check.ts";
import { Evaluator } from "../evaluate.ts";
import { type Claim, type ClaimFile, claimFileSchema } from "../file/schema.ts";
import { recipesOf } from "../recipes.ts";
import { type ClaimSources, openClaimSources } from "../sources.ts";
import { overall } from "../verdict.ts";
import type { CheckedDocument } from "./check-document.ts";
import type { CheckedNumber } from "./checked.ts";
import { computeOf } from "./compute-of.ts";
import { describeStatement } from "./describe.ts";
import { comparatorOf } from "./printed.ts";

/** What a draft of a claim file says of its report. */
export interface DraftReport {
  readonly id: string;
  readonly title: string;
}

/** A claim as it stands in a file: without what is filled in by default. */
export type DraftClaim = Record<string, unknown> & { readonly id: string; readonly draft: string };

/**
 * A complete claim for each number of a document that states something, with the sentence as what it
 * says and what became of it as `draft`. A number that was not read says what keeps it from being
 * computed. A number that is printed and read twice alike makes one claim.
 */
export async function draftClaims(
  { written, asOf, numbers, scanned }: CheckedDocument,
  { id, title }: DraftReport,
  nameOf: (code: string) => string,
  fetched: readonly FetchedVintage[] = [],
): Promise<{ readonly report: Record<string, string>; readonly claims: readonly DraftClaim[] }> {
  const report = {
    ...{ id, title, publisher: "not stated", date: written?.label ?? "undated" },
    ...(asOf === null ? {} : { asOf }),
  };
  const places = new Map(scanned.map((number) => [number.place.offset, number.place]));
  const sources = await openClaimSources(fileOf(report, []), [], undefined, fetched);
  const ids = new Set<string>();
  const seen = new Set<string>();
  const claims = numbers.flatMap((number): DraftClaim[] => {
    const { line, section } = places.get(number.read.number.place.offset)!;
    const drafts = draftsOf(number, nameOf);
    const fitting = drafts.find((draft) => fits(draft, number, report, sources)) ?? drafts.at(-1)!;
    const { says: _, ...content } = fitting;
    const key = JSON.stringify(content);
    if (seen.has(key)) return [];
    seen.add(key);
    const where = section === null ? { line } : { section, line };
    return [{ id: unused(slugOf(number), ids), where, ...fitting, draft: number.outcome }];
  });
  return { report, claims };
}

type Draft = Omit<Claim, "id" | "where" | "comparator"> & { comparator?: Claim["comparator"] };

/** The drafts of a number, the fullest first: with its sentence, with its reading for one, without. */
function draftsOf(
  { read, trial, because }: CheckedNumber,
  nameOf: (code: string) => string,
): Draft[] {
  const { number, sentence } = read;
  const statement = trial?.reading.statement ?? null;
  const says = sentence.replace(/\s+/g, " ").trim() || number.raw;
  const comparator = comparatorOf(number);
  const moved = statement && isMove(statement.quantity);
  const printed = {
    reported: `${number.sign === "-" ? "-" : ""}${number.value}`,
    unit: number.unit === "count" ? (number.noun ?? number.unit) : number.unit,
    ...(number.scale === null ? {} : { scale: number.scale as Claim["scale"] }),
    ...(comparator === "=" ? {} : { comparator }),
    ...(moved && statement.direction
      ? { direction: statement.direction === 1 ? ("rise" as const) : ("fall" as const) }
      : {}),
  };
  const without: Draft = {
    says,
    ...printed,
    needs: because === null ? "a metric that computes it" : `data that are not here (${because})`,
  };
  const compute = statement && trial ? computeOf(statement, trial.definition, number.unit) : null;
  if (!compute) return [without];
  const own = describeStatement(statement!, nameOf);
  return [{ says, ...printed, compute }, { says: own, ...printed, compute }, without];
}

/** Whether a draft is a claim that can be verified, and comes out as the number did. */
function fits(
  draft: Draft,
  { outcome }: CheckedNumber,
  report: Record<string, string>,
  sources: ClaimSources,
): boolean {
  if (!draft.compute) return true;
  try {
    const file = fileOf(report, [{ id: "draft", where: {}, ...draft }]);
    const evaluator = new Evaluator(sources);
    const [checked] = checkClaims(
      file,
      new Set(["draft"]),
      recipesOf(file, sources, () => "draft"),
      evaluator,
    );
    const verdict = overall(checked!.checks);
    const agrees = outcome === "agrees" || outcome === "agrees-otherwise";
    return agrees ? /^reproduced/.test(verdict) : verdict !== "error";
  } catch (error) {
    if (error instanceof InputError) return false;
    throw error;
  }
}

function fileOf(report: Record<string, string>, claims: readonly object[]): ClaimFile {
  const placeholder = {
    id: "none",
    where: {},
    says: "none",
    reported: "0",
    unit: "USD",
    needs: "none",
  };
  return claimFileSchema.parse({ report, claims: claims.length > 0 ? claims : [placeholder] });
}

/** Letters, digits and single hyphens: `deficit-mx-2024-171-8`. */
function slugOf({ read: { number }, trial }: CheckedNumber): string {
  const statement = trial?.reading.statement;
  const parts = statement
    ? [
        statement.quantity === "level" ? statement.subject.flow : statement.quantity,
        ...statement.subject.partners,
        statement.period?.label ?? "",
        number.value,
      ]
    : [number.noun ?? number.unit, number.value, number.scale ?? ""];
  return (
    parts
      .join("-")
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "number"
  );
}

function unused(slug: string, ids: Set<string>): string {
  let id = slug;
  for (let count = 2; ids.has(id); count += 1) id = `${slug}-${count}`;
  ids.add(id);
  return id;
}
