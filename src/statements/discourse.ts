import { monthsIn, type Period, periodOf, yearOf, yearPeriod } from "../records/period.ts";
import type { Marked } from "./context.ts";
import type { Named } from "./marks.ts";
import { groups } from "./partner-words.ts";
import type { PrintedNumber } from "./passage.ts";
import { Recent } from "./recent.ts";
import type { Origin, Part, StatedFlow, StatedSector, Statement } from "./statement.ts";
import { inYear, shifted, type Today, type When } from "./times.ts";
import { type Unit, unitOf } from "./units.ts";

/** A heading that stands above, with what its words say. */
export interface Heading {
  readonly level: number;
  readonly marked: Marked;
}

const MOST_RECENT = 6;
const MOST_PERIODS = 24;

/** What has been spoken of so far, from which a sentence leaves out what is clear. */
export class Discourse {
  /** The last statement, and the paragraph in which it stands. */
  last: Statement | null = null;
  /** The last of all, also after what is no figure of trade. */
  ever: Statement | null = null;
  #paragraph = -1;
  #unit: { readonly unit: Unit; readonly paragraph: number } | null = null;
  /** The time of which was last spoken; what is only compared with does not move it. */
  period: Period | null = null;
  /** Whether that was said since the last heading. */
  periodInSection = false;
  span: { readonly from: Period; readonly to: Period } | null = null;
  /** Whether the last change was told over it, and no other time has been named since. */
  spanIsSaid = false;
  /** The partner that the last sentence about trade named first, and those named alone. */
  topic: readonly string[] | null = null;
  topicInParagraph = false;
  /** Whether it was named behind the last statement: "Taiwan went the other way. It sold". */
  topicIsNewer = false;
  single: string | null = null;
  group: string | null = null;
  two: readonly string[] | null = null;
  three: readonly string[] | null = null;
  /** The times of the last sentence that named any. */
  listed: readonly Period[] = [];
  sector: StatedSector | null = null;
  /** The sector that was named last. */
  spokenSector: StatedSector | null = null;
  /** Those that the paragraph names. */
  readonly sectorsInParagraph = new Set<StatedSector>();
  readonly headings: Heading[] = [];
  /** The partners of the rows of a table so far. */
  rowPartners: string[] = [];
  /** The paragraph in which a product was spoken of that no data cover. */
  uncovered = -1;
  /** The product of which was last spoken, and where. */
  product: { readonly value: string; readonly paragraph: number } | null = null;
  /** Whether it was named behind the last statement: "Aluminum. $11.4 billion". */
  productIsNewer = false;
  /** Partners that were named, the last first. */
  readonly partners = new Recent<readonly string[]>((codes) => codes.join(), MOST_RECENT);
  /** Those among them that are one country each. */
  readonly singles = new Recent<string>((code) => code, MOST_RECENT);
  /** The flow of which was last spoken. */
  flow: { readonly flow: StatedFlow; readonly as: "value" | "deficit" } | null = null;
  /** The flows of what was said in the paragraph, the last first. */
  readonly flowsInParagraph = new Recent<{
    readonly flow: StatedFlow;
    readonly as: "value" | "deficit";
  }>(({ flow, as }) => `${flow}${as}`, 3);
  /** Times of which something was said. */
  readonly said = new Recent<Period>(({ label }) => label, MOST_PERIODS);
  /** Times that the text names, or that a statement was confirmed to be of. */
  readonly named = new Recent<Period>(({ label }) => label, MOST_PERIODS);

  /** @param main the partner that the whole document is about; null where it is about several. */
  constructor(
    readonly today: Today,
    readonly main: string | null = null,
    /** The product that the whole document is about; null where it is about several or all. */
    readonly mainProduct: string | null = null,
  ) {}

  /** The last statement, where it stands in the same paragraph. */
  inParagraph(paragraph: number): Statement | null {
    return this.#paragraph === paragraph ? this.last : null;
  }

  enter(heading: Heading): void {
    while (this.headings.length > 0 && this.headings.at(-1)!.level >= heading.level)
      this.headings.pop();
    this.headings.push(heading);
    this.periodInSection = false;
    this.spanIsSaid = false;
    if (heading.level > 1) this.last = null;
  }

  startParagraph(): void {
    this.topicIsNewer = false;
    this.topicInParagraph = false;
    this.sectorsInParagraph.clear();
    this.flowsInParagraph.clear();
  }

  mention(named: readonly Named[], isOfTrade: boolean, hasNumbers: boolean): void {
    if (isOfTrade && named.length > 0) {
      this.topic = named[0]!.codes;
      this.topicInParagraph = true;
      this.topicIsNewer = !hasNumbers && named.length === 1;
    }
    for (const { codes } of named) {
      this.partners.add(codes);
      for (const code of codes) if (!groups.has(code)) this.singles.add(code);
      const [only] = codes;
      if (codes.length === 2) this.two = codes;
      else if (codes.length === 3) this.three = codes;
      else if (codes.length === 1 && only !== this.single && !groups.has(only!)) {
        if (this.single !== null) this.two = [this.single, only!];
        this.single = only!;
      }
      if (codes.length === 1 && groups.has(only!)) this.group = only!;
    }
  }

  /** The times spoken of, the last first. */
  get recentPeriods(): readonly Period[] {
    return this.named.latest(MOST_RECENT);
  }

  say(statement: Statement, paragraph: number, moves: boolean): void {
    if (statement.subject.product) this.product = { value: statement.subject.product, paragraph };
    this.topicIsNewer = false;
    this.productIsNewer = false;
    this.last = statement;
    this.ever = statement;
    this.#paragraph = paragraph;
    const { period, from, subject } = statement;
    this.flowsInParagraph.add({ flow: subject.flow, as: subject.as });
    if (period) this.said.add(period);
    if (!moves || !period) return;
    this.period = period;
    this.periodInSection = true;
    if (from) {
      this.span = { from, to: period };
      this.spanIsSaid = period.first - from.first > 12;
    } else if (isNear(statement.origins.period)) this.spanIsSaid = false;
  }

  /** The unit of the number before, where that stands in the same paragraph or the one before. */
  unitIn(paragraph: number): Unit | null {
    return this.#unit && paragraph - this.#unit.paragraph <= 1 ? this.#unit.unit : null;
  }

  speakOfUnit(numbers: readonly PrintedNumber[], paragraph: number): void {
    const unit = numbers.flatMap((one) => unitOf(one) ?? []).at(-1);
    if (unit) this.#unit = { unit, paragraph };
  }

  /** After a number about something else nothing goes on. */
  forget(): void {
    this.last = null;
  }

  /** Keeps the times of a sentence, for one that goes on `over the same period`. */
  goOver(times: readonly When[], hasNumbers: boolean, isOfTrade: boolean): void {
    for (const { kind, from, period, open } of times) {
      if (from) this.named.add(from);
      if (period && kind !== "shift" && !open) this.named.add(period);
    }
    const at = times
      .filter(({ kind, role }) => kind === "at" && role === "at")
      .flatMap(({ period }) => period ?? []);
    if (at.length > 0) this.listed = at;
    for (const { kind, from, period } of times) {
      if (kind === "span") {
        this.span = { from: from!, to: period! };
        this.spanIsSaid = true;
      }
      const end = at.find(({ first }) => from !== null && first > from.first);
      if (kind === "since" && from) {
        this.span = { from, to: end ?? this.latest };
        this.spanIsSaid = true;
      }
    }
    const [first, last] = [at[0], at.at(-1)];
    if (first && last && at.length === 2 && first.first < last.first)
      this.span = { from: first, to: last };
    const soFar = times.some(({ kind, by }) => kind === "same" && by === 1);
    const main = last ?? (soFar ? thisYear(null, this) : null);
    if (!hasNumbers && isOfTrade && main) {
      this.period = main;
      this.periodInSection = true;
    }
  }

  /** The latest whole year of which a document of its date can speak. */
  get latest(): Period {
    return yearPeriod(this.today.year - 1);
  }
}

function isNear(origin: Origin): boolean {
  return origin === "beside" || origin === "clause";
}

/** "At the start", "at the end": of the span that was told. */
const OF_START = 2;
const OF_END = 3;
/** "For the year as a whole". */
const OF_YEAR = 4;

function wholeYear(spoken: Period | null, { latest }: Discourse): Period {
  return spoken && yearOf(spoken) < yearOf(latest) ? yearPeriod(yearOf(spoken)) : latest;
}

/** A relative time made absolute, from the time spoken of. */
export function resolve(
  when: When,
  main: Period | null,
  discourse: Discourse,
): { readonly period: Period | null; readonly from: Period | null } {
  const only = (period: Period | null) => ({ period, from: null });
  switch (when.kind) {
    case "shift":
      return only(main && shifted(main, when.by));
    case "like":
      if (when.months !== null) return only(inYear(ofMonths(when.months, discourse)!, when.by));
      return only(main && (when.by < 0 ? shifted(main, -12 * when.by) : inYear(main, when.by)));
    case "same":
      if (when.by > 100) return only(ofMonths(when.by - 100, discourse));
      if (when.by === 1) return only(thisYear(main, discourse));
      if (when.by === OF_START) return only(discourse.span?.from ?? null);
      if (when.by === OF_END) return only(discourse.span?.to ?? null);
      if (when.by === OF_YEAR) return only(wholeYear(main ?? discourse.period, discourse));
      return { period: discourse.period, from: discourse.span?.from ?? null };
    case "since-then":
      return { period: null, from: discourse.period };
    default: {
      const { period, from } = when;
      return { period, from };
    }
  }
}

/** "So far this year": the months of it of which was last spoken. */
function thisYear(main: Period | null, { today, said, named }: Discourse): Period | null {
  const isSo = (one: Period) =>
    one.first === today.year * 12 && monthsIn(one) < 12 && (monthsIn(one) > 1 || one === main);
  if (main && yearOf(main) === today.year) return main;
  return said.find(isSo) ?? named.find(isSo) ?? throughMonth({ today, named });
}

/** From January to the last month of this year that was named. */
function throughMonth({ today, named }: Pick<Discourse, "today" | "named">): Period | null {
  const months = named.latest().filter((one) => monthsIn(one) === 1 && yearOf(one) === today.year);
  const last = Math.max(...months.map((one) => one.last));
  return months.length > 0 ? periodOf(today.year * 12, last) : null;
}

/** "In the seven months": the last such time spoken of, else the first months of the year. */
export function ofMonths(count: number, { said, today }: Discourse): Period | null {
  const known = said.find((period) => monthsIn(period) === count);
  return known ?? (count < 12 ? periodOf(today.year * 12, today.year * 12 + count - 1) : null);
}

/** The nearest heading that says something, and what. */
export function fromHeadings<T>(
  { headings }: Discourse,
  pick: (marked: Marked) => T | null,
): Part<T> | null {
  for (const { level, marked } of [...headings].reverse()) {
    const value = pick(marked);
    if (value !== null) return { value, origin: level > 1 ? "heading" : "document" };
  }
  return null;
}
