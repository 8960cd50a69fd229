import { parsePeriod } from "../../records/period.ts";
import { embeddedCatalog } from "../../sources/embedded/embedded.ts";
import { type Candidate, starting } from "./candidate.ts";

const MONTHS = 12;

/**
 * Years that the embedded data cover; the months of a year once `2024-` has been typed. What stands
 * before a comma, a slash or two dots stays.
 */
export function periodCandidates(typed: string): Candidate[] {
  const at = Math.max(...[",", "/", ".."].map((mark) => end(typed, mark)));
  const kept = typed.slice(0, at);
  const last = typed.slice(at);
  const covered = coverage();
  const year = /^(\d{4})-/.exec(last)?.[1];
  const labels = year ? monthsOf(year, covered) : yearsOf(covered);
  const unkept = labels.map((value) => ({ value, meaning: "" }));
  return starting(unkept, last).map(({ value, meaning }) => ({ value: kept + value, meaning }));
}

function end(typed: string, mark: string): number {
  const at = typed.lastIndexOf(mark);
  return at < 0 ? 0 : at + mark.length;
}

interface Coverage {
  readonly first: number;
  readonly last: number;
}

/** The first and last month of the embedded datasets of trade. */
function coverage(): Coverage {
  const spans = embeddedCatalog()
    .filter(({ kind }) => kind === "trade")
    .map(({ coverage: span }) => [parsePeriod(span.first).first, parsePeriod(span.last).last]);
  return {
    first: Math.min(...spans.map(([first]) => first!)),
    last: Math.max(...spans.map(([, last]) => last!)),
  };
}

/** Latest first, as they are asked for most. */
function yearsOf({ first, last }: Coverage): string[] {
  const from = Math.floor(first / MONTHS);
  const to = Math.floor(last / MONTHS);
  return Array.from({ length: to - from + 1 }, (_, index) => String(to - index));
}

function monthsOf(year: string, { first, last }: Coverage): string[] {
  return Array.from({ length: MONTHS }, (_, month) => month)
    .filter((month) => {
      const index = Number(year) * MONTHS + month;
      return index >= first && index <= last;
    })
    .map((month) => `${year}-${String(month + 1).padStart(2, "0")}`);
}
