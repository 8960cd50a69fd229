import { InputError } from "../errors.ts";
import { firstNames } from "../first-names.ts";
import type { Interval } from "../numbers/interval.ts";
import { chartsOf } from "./charts.ts";
import { type CheckedClaim, checkClaims } from "./check.ts";
import { Evaluator } from "./evaluate.ts";
import { explainClaims } from "./explain/explain.ts";
import { figuresBehind } from "./figures.ts";
import { type PlacedClaimFile, type PlaceOf, referencesOf } from "./file/read.ts";
import type { ClaimFile } from "./file/schema.ts";
import { type Verdict, verdicts } from "./file/words.ts";
import { type ClaimRecipes, recipesOf } from "./recipes.ts";
import {
  type Basis,
  bases,
  type Explanation,
  type OpenInterval,
  type VerifiedClaim,
  type VerifyReport,
} from "./report.ts";
import type { ClaimSources } from "./sources.ts";
import { overall, severity } from "./verdict.ts";
import { revisedSince, withVintage } from "./vintages.ts";

/** Which claims to verify, and what the run must not find. */
export interface VerifyOptions {
  /** Ids of claims; null for all. */
  readonly only: readonly string[] | null;
  readonly group: string | null;
  /** Verdicts that are a violation unless the claim pins them. */
  readonly failOn: readonly Verdict[];
  /** Where the keys of the claim file stand, for messages; default: the id of the report. */
  readonly place?: PlaceOf;
  /** The line of the claim file on which a claim begins, for formats that point at it. */
  readonly lineOf?: PlacedClaimFile["lineOf"];
}

/** A number that is wrong, a report that contradicts itself, and a claim that cannot be computed. */
export const defaultFailOn: readonly Verdict[] = ["mismatch", "inconsistent", "error"];

/** What the search for explanations tries, in words. */
const BOUNDS =
  "every year of the data; of each, the months up to each month, the quarters, the second half and the fiscal year; the same months of other years; every partner in place of another, two exchanged, one of several, or a group in place of a member; goods or services on the balance-of-payments basis; exports, imports, balance or total; the petroleum sets, and the flows they are taken out of; the vintages; what each metric is mistaken for (another denominator, growth over the end, one flow for the balance); of input-output tables the other columns, terms, methods, economies and industries, two economies exchanged, and percent of GDP; spans of years; another whole; each of these with the sign reversed, as the reciprocal, or by a power of ten; digits exchanged or cut off; of comparisons the other way round, compared otherwise, or one figure alone; of ranks another column, the years around, or the other end; years, months of about the stated time and definitions two at a time, groups of partners with years, partners with another measure. What is printed as more or less than a number is given by what lies within 10 % beyond it";

/**
 * Recomputes the numbers of a report and, where one is wrong, searches for what its author did
 * instead. Claims of a group are explained together.
 * @throws InputError when no claim is left to verify, and, before anything is computed, when a
 *   partner, period, product or measure is unknown.
 */
export function verify(
  file: ClaimFile,
  sources: ClaimSources,
  options: VerifyOptions,
): VerifyReport {
  const evaluator = new Evaluator(sources);
  const wanted = new Set(selected(file, options));
  const recipes = recipesOf(file, sources, options.place ?? (() => file.report.id), options.lineOf);
  const checked = checkClaims(file, wanted, recipes, evaluator);
  const explanations = explainClaims(checked, evaluator);
  const lines = new Map(
    file.claims.map(({ id }, index) => [id, options.lineOf?.(["claims", index, "id"]) ?? null]),
  );
  const facts = new Set(file.facts.map(({ id }) => id));
  const claims = checked.map((one): VerifiedClaim => {
    const { id } = one.claim;
    return {
      ...verified(one, explanations.get(id) ?? [], options),
      line: lines.get(id)!,
      text: null,
      basis: basisOf(one, facts),
      revised: revisedSince(one.recipe, one.reported, one.checks[0]!, evaluator),
      figures: figuresBehind(one.claim, asChecked(one, recipes.get(id)), file, evaluator),
    };
  });
  const charts = chartsOf(file, claims, evaluator);
  const { id, title, publisher, author, date, url, notes } = file.report;
  return {
    schema: "trade-metrics/verify/v1",
    report: {
      ...{ id, title, publisher, author: author ?? null, date, url: url ?? null },
      notes: notes ?? [],
    },
    policy: { failOn: options.failOn },
    claims: [...claims].sort(worstFirst),
    summary: summaryOf(claims),
    charts,
    datasets: evaluator.datasets().map(({ sourceUrl: url, ...one }) => ({
      ...{ id: one.id, title: one.title, publisher: one.publisher },
      ...{ url, vintage: one.vintage, sha256: one.sha256 },
    })),
    search: { bounds: BOUNDS },
    coverage: null,
    warnings: [],
  };
}

/** The recipes of a claim with the vintage that served. */
function asChecked({ recipe }: CheckedClaim, own: ClaimRecipes | undefined) {
  return own && recipe?.vintage ? { ...own, main: withVintage(own.main, recipe.vintage) } : own;
}

function selected({ claims }: ClaimFile, { only, group }: VerifyOptions): string[] {
  const ids = claims.map(({ id }) => id);
  for (const id of only ?? []) {
    if (ids.includes(id)) continue;
    throw new InputError(`--only: the file has no claim "${id}" (it has ${firstNames(ids, 5)})`);
  }
  const groups = new Set(claims.flatMap((claim) => claim.group ?? []));
  if (group !== null && !groups.has(group)) {
    throw new InputError(
      `--group: the file has no group "${group}" (it has ${[...groups].join(", ") || "none"})`,
    );
  }
  const chosen = claims
    .filter((claim) => only === null || only.includes(claim.id))
    .filter((claim) => group === null || claim.group === group)
    .map(({ id }) => id);
  if (chosen.length === 0) throw new InputError("no claim matches (check --only and --group)");
  return chosen;
}

function verified(
  { claim, reported, checks, data }: CheckedClaim,
  explanations: readonly Explanation[],
  { failOn }: VerifyOptions,
): Omit<VerifiedClaim, "line" | "text" | "basis" | "figures" | "revised"> {
  const verdict = overall(checks);
  const decisive = checks.find((check) => check.verdict === verdict)!;
  const { expect } = claim;
  const expected = expect ? { ...expect, met: expect.verdict === verdict } : null;
  return {
    id: claim.id,
    says: claim.says,
    where: claim.where,
    group: claim.group ?? null,
    verdict,
    reported: {
      text: reported.text,
      value: reported.value,
      unit: claim.unit,
      scale: claim.scale ?? null,
      comparator: claim.comparator,
      holds: openInterval(reported.holds),
      reading: reported.reading,
    },
    computed: decisive.computed,
    interval: decisive.interval,
    difference: decisive.difference,
    grave: decisive.grave,
    checks,
    data,
    needs: claim.needs ?? null,
    expected,
    explanations,
    // What nobody has confirmed fails no run.
    violation:
      claim.draft === undefined || claim.draft === "confirmed"
        ? expected
          ? !expected.met
          : failOn.includes(verdict)
        : false,
  };
}

/** From what the verdict of a claim follows; data count before facts, and facts before other claims. */
function basisOf({ claim, checks }: CheckedClaim, facts: ReadonlySet<string>): Basis | null {
  const decided = checks.filter(
    ({ verdict }) => verdict !== "not-checkable" && verdict !== "error",
  );
  if (decided.length === 0) return null;
  if (decided.some(({ by }) => by === "data" || by === "definitions")) return "data";
  return referencesOf(claim).some(([, name]) => facts.has(name)) ? "fact" : "report";
}

function openInterval({ low, high }: Interval): OpenInterval {
  return { low: Number.isFinite(low) ? low : null, high: Number.isFinite(high) ? high : null };
}

/** Violations first, then by verdict; claims alike keep the order of the report. */
function worstFirst(a: VerifiedClaim, b: VerifiedClaim): number {
  return (
    Number(b.violation) - Number(a.violation) ||
    severity.indexOf(a.verdict) - severity.indexOf(b.verdict) ||
    Number(b.grave !== null) - Number(a.grave !== null)
  );
}

function summaryOf(claims: readonly VerifiedClaim[]): VerifyReport["summary"] {
  const count = (verdict: Verdict) => claims.filter((claim) => claim.verdict === verdict).length;
  const counts = Object.fromEntries(verdicts.map((verdict) => [verdict, count(verdict)]));
  return {
    claims: claims.length,
    checked: claims.length - count("not-checkable") - count("error"),
    verdicts: counts as Record<Verdict, number>,
    bases: Object.fromEntries(bases.map((basis) => [basis, countOf(claims, basis)])) as Record<
      Basis,
      { checked: number; reproduced: number }
    >,
    expected: claims.filter(({ expected }) => expected?.met).length,
    unexpected: claims.filter(({ expected }) => expected && !expected.met).length,
    violations: claims.filter(({ violation }) => violation).length,
  };
}

function countOf(claims: readonly VerifiedClaim[], basis: Basis) {
  const checked = claims.filter((claim) => claim.basis === basis);
  const reproduced = checked.filter(({ verdict }) => /^reproduced/.test(verdict));
  return { checked: checked.length, reproduced: reproduced.length };
}
