import { Document, isMap, isSeq } from "yaml";
import { type ClaimGuess, type GuessedMetric, guessClaim } from "./guess.ts";
import type { PartnerNames } from "./partner-names.ts";
import type { Comparator, Scale, ScannedNumber } from "./scanned-number.ts";

/** A draft of what would compute a claim; a person confirms it or takes it away. */
interface ComputeDraft {
  metric: GuessedMetric;
  partner?: string;
  period?: string;
  from?: string;
}

/** The beginning of a claim for a claim file: what is printed and where; `says` is to be filled in. */
export interface ClaimStub {
  id: string;
  where: { section?: string; page?: number; line: number };
  says: "";
  /** The printed digits with their sign, as a string, because 17.10 and 17.1 differ. */
  reported: string;
  /** What a count counts, where the text says so. */
  unit: string;
  scale?: Scale;
  comparator?: Comparator;
  compute?: ComputeDraft;
  /** How sure the draft is of each part; not part of a claim, written as a comment. */
  guess: ClaimGuess;
}

/**
 * Stubs for the numbers that are claims, in the order of the text. A number that is printed again
 * with the same unit, scale and comparator, and about which the same is guessed, makes no second
 * stub: one claim covers all its mentions.
 */
export function claimStubs(numbers: readonly ScannedNumber[], names: PartnerNames): ClaimStub[] {
  const stubs: ClaimStub[] = [];
  const seen = new Set<string>();
  const ids = new Set<string>();
  for (const number of numbers) {
    if (number.ignored !== null) continue;
    const guess = guessClaim(number, names);
    const content = contentOf(number, guess);
    // One number about two partners is two claims, though nothing else is guessed of either.
    const key = JSON.stringify([content, guess.partners?.value ?? null]);
    if (seen.has(key)) continue;
    seen.add(key);
    const id = unused(slugOf(number, guess), ids);
    ids.add(id);
    const { section, line } = number.place;
    stubs.push({
      id,
      where: section === null ? { line } : { section, line },
      says: "",
      ...content,
      guess,
    });
  }
  return stubs;
}

function unused(slug: string, ids: ReadonlySet<string>): string {
  let id = slug;
  for (let count = 2; ids.has(id); count += 1) id = `${slug}-${count}`;
  return id;
}

type Content = Pick<ClaimStub, "reported" | "unit" | "scale" | "comparator" | "compute">;

function contentOf(number: ScannedNumber, guess: ClaimGuess): Content {
  const compute = draftOf(guess);
  return {
    reported: `${number.sign === "-" ? "-" : ""}${number.value}`,
    unit: number.unit === "count" ? (number.noun ?? number.unit) : number.unit,
    ...(number.scale === null ? {} : { scale: number.scale }),
    ...(number.comparator === "=" ? {} : { comparator: number.comparator }),
    ...(compute ? { compute } : {}),
  };
}

function draftOf(guess: ClaimGuess): ComputeDraft | null {
  if (!guess.metric) return null;
  const { period, from } = guess.period?.value ?? { period: null, from: null };
  return {
    metric: guess.metric.value,
    ...(guess.partners ? { partner: guess.partners.value.join(",") } : {}),
    ...(period === null ? {} : { period }),
    ...(from === null ? {} : { from }),
  };
}

/** Letters, digits and single hyphens: `deficit-ratio-mx-50-80`, or `usd-2-76` without a guess. */
function slugOf(number: ScannedNumber, guess: ClaimGuess): string {
  const parts = [
    guess.metric?.value ?? number.noun ?? number.unit,
    ...(guess.partners?.value ?? []),
    guess.period?.value.period ?? "",
    number.value,
    number.scale ?? "",
  ];
  return parts
    .join("-")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** What a claim needs beside what the text says; stands above stubs that have no draft of it. */
const MISSING =
  " add compute, formula or consistency; or needs: the public table that would settle it";

/**
 * A claim file of stubs as YAML: `report:` to fill in, then `claims:` and under it one map for each,
 * `reported` always in quotes. What was guessed stands as a comment above `compute`, with how sure
 * it is.
 * @param id the report's, in lower-case letters, digits and hyphens.
 */
export function claimStubsYaml(stubs: readonly ClaimStub[], id: string): string {
  const document = new Document({
    report: { id, title: "", publisher: "", date: "" },
    claims: stubs.map(({ guess: _, ...claim }) => claim),
  });
  const claims = document.get("claims");
  if (!isSeq(claims)) throw new TypeError("claims: expected a sequence");
  for (const [index, claim] of claims.items.entries()) {
    if (!isMap(claim)) continue;
    if (index > 0) claim.spaceBefore = true;
    const reported = claim.get("reported", true);
    if (reported) (reported as { type?: string }).type = "QUOTE_DOUBLE";
    const compute = claim.get("compute", true);
    if (isMap(compute)) compute.commentBefore = ` ${confidenceOf(stubs[index]!.guess)}`;
    else claim.commentBefore = MISSING;
  }
  return document.toString({ lineWidth: 0 });
}

function confidenceOf(guess: ClaimGuess): string {
  const sureness = [
    guess.metric && `metric ${guess.metric.confidence}`,
    guess.partners && `partner ${guess.partners.confidence}`,
    guess.period && `period ${guess.period.confidence}`,
  ].filter((part) => part !== null);
  return `a guess from the words around it (${sureness.join(", ")}): confirm or remove`;
}
