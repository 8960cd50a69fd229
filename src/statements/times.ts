import { mayMatch } from "../needed-words.ts";
import { monthsIn, type Period, periodOf, yearOf } from "../records/period.ts";
import { timeRules } from "./time-rules.ts";

/**
 * What a phrase says of a time. `at`: a period · `span`: from one to another · `since`: from one on ·
 * `shift`: so many months before the time spoken of · `like`: the same months of another year ·
 * `same`: the time spoken of · `since-then`: from it on.
 */
export type TimeKind = "at" | "span" | "since" | "shift" | "like" | "same" | "since-then";

/** A time named in a text; what is relative is resolved where it is used. */
export interface When {
  readonly start: number;
  readonly end: number;
  readonly kind: TimeKind;
  /** `base`: what something is compared with. */
  readonly role: "at" | "base";
  readonly period: Period | null;
  readonly from: Period | null;
  /** Of `shift` months to go back; of `like` the year, or so many years back where negative. */
  readonly by: number;
  /** Of `shift`: over which something changed (`in ten years`). */
  readonly over: boolean;
  /** Of `like`: of so many months, from January on; null where no word says. */
  readonly months: number | null;
  /** A month or part of a year whose year no word says. */
  readonly open: boolean;
}

/** When a document was written, as far as it is known. */
export interface Today {
  readonly year: number;
  /** From 1; null where only the year is known. */
  readonly month: number | null;
}

/** Words before a time that make a base of it: `more than in`, `up from`, `since the record of`. */
const BASE =
  /(?:\btimes|\bthan(?:\s(?:in|during|for))?|\bfrom|\bcompared\s(?:with|to)(?:\sthe)?|\bagainst|\bversus|\bvs\.?|\babove|\bbelow|\brelative\sto|(?:percent|per\scent|%|increase|rise|gain|growth|improvement|up)\sover|\bsince|\bafter\san?\s(?:\w+\s){1,3}in|\b(?:record|peak|high|low|level|levels|trough|figure|total|mark)(?:\s(?:set|reached|seen|of|recorded|posted|from|for))?(?:\s(?:back|all\sthe\sway))?)\s(?:(?:that|those|the\slevels?|its\slevel|what\sit\swas|the\stotal|the\sfigure|the\samount)\s(?:of|in|for)\s|(?:the\s)?(?:pre-\w+\s)?(?:levels?|peak|high|low|record)\s(?:of|in)\s|in\s(?:(?:all|the\swhole)\sof\s)?|the\s|just\s|all\sof\s|the\swhole\sof\s)?$/i;

/** `up from $196 billion in`: the year of an amount that is itself a base. */
const OF_BASE =
  /\b(?:from|than|against|versus|with|to)\s(?:(?:just|only|about|less\sthan|more\sthan|nearly|almost|around|roughly|a|an|some|the|over|under)\s){0,2}(?:US)?\$?[\d.,]+\s?(?:percent|%|[bmt]n|billion|million|trillion)?\s(?:\w+\s)?(?:in|for|during)\s(?:all\sof\s|the\syear\s)?$/i;
const TO_AMOUNT = /\bto\s(?:\w+\s){0,3}(?:US)?\$?[\d.,]+/i;

export function timesIn(text: string, today: Today): When[] {
  const found: When[] = [];
  const lower = text.toLowerCase();
  for (const [pattern, make, needed] of timeRules) {
    if (needed && !mayMatch(needed, lower)) continue;
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (found.some((one) => start < one.end && end > one.start)) continue;
      const made = make(match, today);
      if (!made) {
        if (/\d{1,2}(?:st|nd|rd|th)?/.test(match[0]) && /[A-Za-z]{3}/.test(match[0]))
          found.push({
            start,
            end,
            kind: "same",
            role: "base",
            period: null,
            from: null,
            by: 9,
            open: false,
            over: false,
            months: null,
          });
        continue;
      }
      const kind = made.kind ?? "at";
      const before = text.slice(Math.max(0, start - 56), start);
      const ofBase = OF_BASE.exec(before);
      const base =
        kind === "since" ||
        kind === "since-then" ||
        made.over === true ||
        BASE.test(before) ||
        (ofBase !== null && !TO_AMOUNT.test(ofBase[0]));
      found.push({
        ...{ start, end, kind, role: base ? "base" : "at" },
        ...{ period: made.period ?? null, from: made.from ?? null },
        ...{ by: made.by ?? 0, open: made.open ?? false, over: made.over ?? false },
        months: made.months ?? null,
      });
    }
  }
  withYears(found);
  withThat(found, text);
  // The day of a date speaks of no figure.
  return found.filter(({ by }) => by !== 9).sort((a, b) => a.start - b.start);
}

/** A month without a year is of the year that its sentence names before it. */
function withYears(found: When[]): void {
  for (const [index, when] of found.entries()) {
    if (!when.open || !when.period) continue;
    const named = found.filter(({ open, period, end }) => !open && period && end <= when.start);
    const year = named.sort((a, b) => b.end - a.end)[0]?.period;
    if (year) found[index] = { ...when, period: inYear(when.period, yearOf(year)) };
  }
}

/** "Double that of the year before, and treble that of the year before that": two years back. */
function withThat(found: When[], text: string): void {
  for (const [index, when] of found.entries()) {
    if (when.kind !== "shift" || when.by !== 12 || !/^\sthat\b/.test(text.slice(when.end)))
      continue;
    const isAfterRelative = found.some(
      ({ kind, end, role }) =>
        end <= when.start && (kind === "shift" || kind === "like" || role === "base"),
    );
    if (isAfterRelative) found[index] = { ...when, by: 24 };
  }
}

/** The same months so many months before. */
export function shifted({ first, last }: Period, by: number): Period {
  return periodOf(first - by, last - by);
}

/** The months of a period in another year. */
export function inYear(period: Period, to: number): Period {
  return shifted(period, 12 * (yearOf(period) - to));
}

/** The period of the same length a year before; of several years as many before. */
export function yearBefore(period: Period): Period {
  return shifted(period, 12 * Math.max(1, Math.ceil(monthsIn(period) / 12)));
}
