import { monthsIn, type Period, yearOf } from "../records/period.ts";
import { fallbackOf, titled } from "./carried-time.ts";
import { distance, type Here, isInClause, numberBetween } from "./context.ts";
import { type Discourse, ofMonths, resolve } from "./discourse.ts";
import type { Role } from "./grammar.ts";
import { distinct } from "./options.ts";
import { runOf } from "./partners.ts";
import { type Origin, origins, type Part, type Quantity, type Statement } from "./statement.ts";
import { isBeside, isTaken, ofComparison } from "./time-places.ts";
import { inYear, shifted, type When, yearBefore } from "./times.ts";

/** When, and for a change since when. */
export interface Times {
  readonly period: Period;
  readonly from: Period | null;
  /** What a thing is only compared with (`a year earlier`) is not gone on with. */
  readonly aside: boolean;
}

type Ask = {
  readonly quantity: Quantity;
  readonly here: Here;
  readonly discourse: Discourse;
  readonly last: Statement | null;
  readonly role: Role;
  /** The time of the number before, where that is what this one is compared with. */
  readonly base: Period | null;
};

const isAside = ({ kind }: When) => kind === "shift" || kind === "like";

/** The times of a level, the likeliest first. */
export function timesOfLevel(ask: Ask): Part<Times>[] {
  const { here, discourse, role, base } = ask;
  const found: Part<Times>[] = [];
  const put = (period: Period | null | undefined, origin: Origin, aside = false) => {
    if (period) found.push({ value: { period, from: null, aside }, origin });
  };
  const fallback = fallbackOf(ask);
  const main = mainOf(ask);
  const beside = here.times.find((when) => isBeside(here, when));
  const run = runOf(here);
  const listed = here.times
    .filter(({ kind, role: own }) => kind === "at" && own === "at")
    .flatMap(({ period }) => period ?? []);
  const isList =
    here.times.some(({ kind }) => kind === "same") && run.length === discourse.listed.length;
  if ((isList || /\brespectively\b|\bin\sturn\b/i.test(here.text)) && run.length > 1) {
    const times =
      listed.length === run.length ? listed : listed.length === 0 ? discourse.listed : [];
    if (times.length === run.length) put(times[run.indexOf(here.at)], "clause");
  }
  if (beside && beside.kind !== "since" && beside.kind !== "since-then") {
    // "In 2011 we sold them $43.5 billion, more than that year's imports".
    const named =
      beside.kind === "same" && beside.by === 0
        ? here.times.filter(({ kind, end }) => kind === "at" && end <= beside.start).at(-1)
        : undefined;
    const { period, from } = resolve(named ?? beside, main, discourse);
    const own = role === "start" && from ? from : period;
    const years = beside.open && own ? inYears(own, ask) : [own];
    const ofSpan = beside.kind === "same" && beside.by > 1;
    for (const one of years)
      put(one, ofSpan ? "sentence" : years.length > 1 ? "clause" : "beside", isAside(beside));
  }
  // "Up since 2012, when it was $43.1 billion".
  if (beside?.kind === "since" && beside.end <= here.at) put(beside.from, "beside", true);
  const span = spanOf(ask);
  if (role === "start" && span) put(span.from, span.origin);
  if (role === "end" && span) put(span.period, span.origin);
  // "Against 9 percent for China": of another partner, at the same time.
  const ofOther = here.named.some((one) => one.start >= here.to && distance(here, one) <= 2);
  if (role === "base" && !beside && !ofOther) {
    const next = here.times.find(
      (when) =>
        when.start >= here.to &&
        !numberBetween(here, here.to, when.start) &&
        (when.role === "base" || isAside(when)),
    );
    if (next) put(resolve(next, main, discourse).period, "clause", true);
    put(main && yearBefore(main), "statement", true);
  }
  const told_ = discourse.span;
  if (role === "start" && !span && told_ && main && told_.to.label === main.label)
    put(told_.from, "statement", true);
  if (role === "start" && !span) put(main && yearBefore(main), "statement", true);
  if (role === "plain" && base && !beside && here.times.length === 0)
    put(fallback.value, fallback.origin);
  const own = ownTimes(here, main, discourse);
  // "At $642.6 billion, it is below the same seven months of 2025": of those of this year.
  const like = here.times.find(({ months }) => months !== null);
  if (like && here.times.length === 1 && role === "plain")
    put(ofMonths(like.months!, discourse), "sentence");
  const [only, second] = own.filter(({ when }) => isInClause(here, when));
  const isSaid = role === "plain" && only && !second && isExplicit(only.when);
  for (const { when, period } of own) {
    const far = distance(here, when);
    const near = far <= 6 && !isTaken(here, when) ? "clause" : "sentence";
    const origin = isSaid && when === only.when && own[0] === only ? "beside" : near;
    for (const one of when.open && period ? inYears(period, ask) : [period])
      put(one, origin, isAside(when));
  }
  // The ends of a change are seldom of the time that was spoken of before.
  put(
    fallback.value,
    role === "plain" || role === "twin" ? fallback.origin : worse("document", fallback.origin),
  );
  const heading = titled(discourse);
  if (heading?.origin === "heading") put(heading.value, "heading");
  for (const period of spokenOf(ask)) put(period, "document");
  return withoutNeighbours(distinct(found));
}

const isExplicit = ({ kind, open }: When) => kind === "at" && !open;

/**
 * Where the time is carried, the same time of the next year is the slip that authors make most, so that
 * a number which is of it is no agreement: such a time counts only where a word of the sentence says it.
 */
function withoutNeighbours(times: readonly Part<Times>[]): Part<Times>[] {
  const [first] = times;
  if (!first || first.origin === "default") return [...times];
  const { period } = first.value;
  const isNeighbour = (one: Period) =>
    monthsIn(one) === monthsIn(period)
      ? Math.abs(one.first - period.first) === 12
      : one.first === period.first && monthsIn(one) < 12 && monthsIn(period) < 12;
  return times.filter(
    ({ value, origin }, index) =>
      index === 0 || origin !== "document" || !isNeighbour(value.period),
  );
}

/** The times of a change, with its beginning. */
export function timesOfChange(ask: Ask): Part<Times>[] {
  const { here, discourse, last, role, base: pair } = ask;
  const found: Part<Times>[] = [];
  const put = (
    period: Period | null | undefined,
    from: Period | null | undefined,
    origin: Origin,
  ) => {
    if (period && from && from.first < period.first)
      found.push({ value: { period, from, aside: false }, origin });
  };
  const fallback = fallbackOf(ask);
  const main = mainOf(ask);
  if (role === "twin" && last?.period && last.from) put(last.period, last.from, last.origins.from);
  const sorted = [...here.times].sort((a, b) => distance(here, a) - distance(here, b));
  const beside = sorted.find((when) => isBeside(here, when));
  const own = ownTimes(here, main, discourse);
  const at = own.find(({ when }) => when.role === "at" && !isAside(when));
  const like = here.times.find(({ months }) => months !== null);
  const end = at?.period ?? (like && ofMonths(like.months!, discourse)) ?? fallback.value;
  const endOrigin: Origin = at
    ? distance(here, at.when) <= 6
      ? "clause"
      : "sentence"
    : fallback.origin;
  if (beside?.kind === "span") put(beside.period, beside.from, "beside");
  const since = sorted.find(({ kind }) => kind === "since" || kind === "since-then");
  const reach = (when: When) =>
    numberBetween(here, here.to, when.start) && when.start >= here.to ? "sentence" : "clause";
  if (since && (since === beside || !sorted.some((one) => one.role === "base" && one !== since))) {
    const { from } = resolve(since, main, discourse);
    const later = from && end.first > from.first ? end : discourse.latest;
    put(later, from, at ? reach(since) : worse(reach(since), fallback.origin));
  }
  const base =
    beside && (beside.role === "base" || isAside(beside))
      ? beside
      : sorted.find((one) => (one.role === "base" && one.kind === "at") || isAside(one));
  if (base && base.kind !== "since" && base.kind !== "since-then") {
    const from = resolve(base, end, discourse).period;
    put(end, from, at ? reach(base) : worse(reach(base), fallback.origin));
  }
  const span = spanOf(ask);
  if (span) put(span.period, span.from, span.origin);
  if (pair && pair.first !== end.first) put(end, pair, endOrigin);
  if (
    last?.from &&
    last.period &&
    (last.quantity === "change" || last.quantity === "growth") &&
    here.times.length === 0
  )
    put(last.period, last.from, "statement");
  // A multiple is seldom of one year to the next: "In 1995 we sold them 11. Exports are 4.3 times that now".
  if (ask.quantity === "multiple" && !since && !base) {
    const [told, before] = discourse.said.latest(2);
    const from = told?.label === end.label && !at ? before : told;
    const later = from && end.first > from.first ? end : discourse.latest;
    const isLong = from && monthsIn(from) === monthsIn(later) && later.first - from.first > 12;
    if (isLong) put(later, from, at ? endOrigin : "statement");
  }
  if (ask.quantity === "multiple" && here.times.length === 0 && discourse.span)
    put(discourse.span.to, discourse.span.from, "statement");
  if (here.times.length === 0 && discourse.span && discourse.spanIsSaid)
    put(discourse.span.to, discourse.span.from, "paragraph");
  put(end, yearBefore(end), here.times.length === 0 || at ? endOrigin : "default");
  if (discourse.span) put(discourse.span.to, discourse.span.from, "paragraph");
  if (monthsIn(end) < 12) put(end, shifted(end, monthsIn(end)), "document");
  const all = spokenOf(ask);
  const alike = all.filter((one) => monthsIn(one) === monthsIn(end));
  for (const from of alike) put(end, from, "document");
  for (const one of all) put(one, yearBefore(one), "document");
  const [later, earlier] = alike;
  if (later && earlier) {
    put(later, earlier, "document");
    put(earlier, later, "document");
  }
  return distinct(found);
}

/** Times that may be meant where nothing nearer is: those spoken of and named. */
function spokenOf({ discourse }: Ask): Period[] {
  const heading = titled(discourse);
  return [...discourse.recentPeriods, ...(heading ? [heading.value] : []), discourse.latest];
}

/** A month without a year is of the year spoken of, of this one, or of the last. */
function inYears(period: Period, { discourse }: Ask): Period[] {
  const { year } = discourse.today;
  const spoken = discourse.period ? yearOf(discourse.period) : yearOf(period);
  return [period, ...[spoken, year, year - 1].map((one) => inYear(period, one))].filter(
    (one) => one.last <= year * 12 + (discourse.today.month ?? 12) - 1,
  );
}

const worse = (one: Origin, other: Origin): Origin =>
  origins.indexOf(one) > origins.indexOf(other) ? one : other;

/** The times that the sentence gives a number, without those that belong to another one. */
function ownTimes(here: Here, main: Period | null, discourse: Discourse) {
  return here.times
    .filter((when) => when.role === "at" && when.kind !== "since" && when.kind !== "since-then")
    .filter(
      (when) =>
        when.start < here.to ||
        !numberBetween(here, here.to, when.start) ||
        !ofComparison(here, when),
    )
    .sort((a, b) => rank(here, a) - rank(here, b))
    .map((when) => ({ when, period: resolve(when, main, discourse).period }))
    .filter(({ period }) => period !== null);
}

function rank(here: Here, when: When): number {
  return distance(here, when) + (isAside(when) ? 3 : 0) + (isTaken(here, when) ? 12 : 0);
}

/** The time to which relative ones refer: that of the sentence, else the one spoken of. */
function mainOf({ here, discourse }: Ask): Period | null {
  const own =
    here.times
      .filter(({ kind, role, end }) => kind === "at" && role === "at" && end <= here.at)
      .at(-1) ?? here.times.find(({ kind, role }) => kind === "at" && role === "at");
  if (own?.period && !isBeside(here, own)) return resolve(own, null, discourse).period;
  if (own?.period && here.times.length > 1) return resolve(own, null, discourse).period;
  return discourse.period ?? titled(discourse)?.value ?? discourse.latest;
}

/** A span that the sentence names, or goes on with (`over the same period`). */
function spanOf({ here, discourse }: Ask): { from: Period; period: Period; origin: Origin } | null {
  const span = here.times.find(({ kind }) => kind === "span");
  if (span) return { from: span.from!, period: span.period!, origin: "clause" };
  const ats = here.times.filter(({ kind, period }) => kind === "at" && period);
  const [first, second] = ats;
  if (
    ats.length === 2 &&
    first!.period!.first < second!.period!.first &&
    monthsIn(first!.period!) === monthsIn(second!.period!) &&
    /\bto\b|\band\b|\bby\b/.test(here.text)
  )
    return { from: first!.period!, period: second!.period!, origin: "sentence" };
  const since = here.times.find(({ kind }) => kind === "since");
  if (since) {
    const end = ats.find(({ role, period }) => role === "at" && period!.first > since.from!.first);
    return {
      from: since.from!,
      period: end?.period ?? discourse.latest,
      origin: end ? "clause" : "sentence",
    };
  }
  const later = here.times.find(({ kind, by }) => kind === "shift" && by < 0);
  if (later && discourse.period && here.times.length === 1)
    return {
      from: discourse.period,
      period: shifted(discourse.period, later.by),
      origin: "sentence",
    };
  if (here.times.some(({ kind, by }) => kind === "same" && by === 0) && discourse.span)
    return { from: discourse.span.from, period: discourse.span.to, origin: "paragraph" };
  return null;
}
