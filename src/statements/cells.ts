import { type Period, yearOf, yearPeriod } from "../records/period.ts";
import type { Marked } from "./context.ts";
import type { Discourse } from "./discourse.ts";
import { type Told, told } from "./flows.ts";
import type { Mark } from "./marks.ts";
import { combinations, distinct, openness, weighed } from "./options.ts";
import type { PrintedNumber } from "./passage.ts";
import {
  isMove,
  type Origin,
  type Part,
  type Quantity,
  type Reading,
  type StatedSector,
  type Statement,
  type Subject,
} from "./statement.ts";
import { inYear, yearBefore } from "./times.ts";

/** So many readings of one cell are tried at most. */
const MOST_READINGS = 24;
/** Column, row and section are the cell's own. */
const OWN = 3;

/** What a table says around a cell, from the nearest: column, row, section, columns beside, caption, headings. */
interface Around {
  readonly own: readonly Marked[];
  readonly beside: readonly Marked[];
  readonly caption: Marked;
  readonly headings: readonly Marked[];
}

/**
 * The number of a cell: the column says most, then the row, then what stands across and above.
 * @param columns the heads of the columns before it, the nearest first.
 */
export function readCell(
  number: PrintedNumber,
  columns: readonly string[],
  mark: (text: string) => Marked,
  discourse: Discourse,
): readonly Reading[] | string {
  const { column, row, section, caption } = number.cell!;
  const around: Around = {
    own: [column, row, section].map(mark),
    beside: columns.map(mark),
    caption: mark(caption),
    headings: [...discourse.headings].reverse().map(({ marked }) => marked),
  };
  if (!/^(?:USD|percent|percentage-points|times|ratio)$/.test(number.unit)) {
    return number.unit === "number" || number.unit === "count"
      ? "the table states no unit"
      : `a figure in ${number.unit}`;
  }
  for (const scope of around.own) {
    const other = scope.marks.find(
      ({ slot }) => slot === "elsewhere" || slot === "narrow" || slot === "projected",
    );
    if (other) return `no figures for ${scope.text.slice(other.start, other.end)}`;
  }
  const changes = around.own.some(
    ({ text, marks }) =>
      /\b(?:change|growth|chg|y\/y|yoy)\b/i.test(text) ||
      marks.some(({ slot }) => slot === "up" || slot === "down"),
  );
  const partners = [...sumOfRows(row, discourse.rowPartners), ...partnersIn(around)];
  if (partners.length === 0 && discourse.main !== null)
    partners.push({ value: [discourse.main], origin: "document" });
  if (partners.length === 0) return "the table names no partner for it";
  const flows = flowsIn(around, changes);
  const [flow] = flows;
  if (!flow) return "the table names no flow for it";
  const quantity = quantityOf(number, around, changes, flow.value.marks);
  const times = timesIn(around, discourse, quantity, changes);
  const lists = {
    partner: weighed(partners, 3, openness.partner),
    time: weighed(times, 4, openness.time),
    flow: weighed(flows, 3, openness.flow),
    product: weighed(productsIn(around), 3, openness.product),
  };
  const sector = found(around, ({ marks }) =>
    marks.find(({ slot, value }) => slot === "sector" && value !== "none"),
  )[0];
  const own = {
    quantity,
    sector: (sector?.value.value as StatedSector | undefined) ?? null,
    isNegative: number.sign === "-",
  };
  return combinations<CellParts>(lists, MOST_READINGS).map(({ parts, changed, weight }) => ({
    statement: statementOf(own, parts),
    instead: changed === "time" ? "period" : changed,
    weight,
  }));
}

interface CellTimes {
  readonly period: Period;
  readonly from: Period | null;
}

interface CellFlow {
  readonly told: Told;
  /** The flows of its words, of which a ratio names two. */
  readonly marks: readonly Mark[];
  readonly scope: Marked;
}

interface CellParts {
  readonly partner: readonly string[];
  readonly time: CellTimes;
  readonly flow: CellFlow;
  readonly product: string | null;
}

/** Where a scope stands says how sure what it says is. */
function found<T>(
  { own, beside, caption, headings }: Around,
  pick: (scope: Marked, at: number) => T | null | undefined,
  besides = false,
): Part<T>[] {
  const scopes: (readonly [Marked, Origin])[] = [
    ...own.map((scope) => [scope, "table"] as const),
    ...(besides ? beside.map((scope) => [scope, "clause"] as const) : []),
    [caption, "clause"],
    ...headings.map((scope) => [scope, "heading"] as const),
  ];
  return scopes.flatMap(([scope, origin], at) => {
    const value = pick(scope, at);
    return value === null || value === undefined ? [] : [{ value, origin }];
  });
}

const WORLD = /\b(?:world|total|all\s(?:countries|partners|origins|markets)|overall)\b/i;

function partnersIn(around: Around): Part<readonly string[]>[] {
  return distinct(
    found(around, ({ named, text }, at) =>
      named.length === 1
        ? named[0]!.codes
        : at > 0 && at < OWN && WORLD.test(text)
          ? ["WORLD"]
          : null,
    ),
  );
}

const COUNTS = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const SUM =
  /^\W*(?:all|total|sum|together|combined|these|the)\b|\b(?:total|sum|together|combined)\W*$/i;

/** "All five": the partners of the rows before. A row that only says total may as well be the world. */
function sumOfRows(row: string, before: readonly string[]): Part<readonly string[]>[] {
  if (!SUM.test(row) || before.length < 2) return [];
  const count = COUNTS.findIndex((word) => new RegExp(`\\b${word}\\b`, "i").test(row)) + 2;
  if (count === before.length) return [{ value: [...before], origin: "table" }];
  if (count >= 2 || /\b(?:world|countries|partners)\b/i.test(row)) return [];
  return [
    { value: ["WORLD"], origin: "clause" },
    { value: [...before], origin: "clause" },
  ];
}

function flowsIn(around: Around, changes: boolean): Part<CellFlow>[] {
  const flows = found(
    around,
    (scope): CellFlow | null => {
      const marks = scope.marks.filter(
        ({ slot, value }) =>
          (slot === "flow" || slot === "verb") && value !== "none" && value !== "opposite",
      );
      const first = marks.find(({ value }) => value !== "total") ?? marks[0];
      if (!first) {
        const flow = /\b(?:came|comes?|sourced|bought)\sfrom\b|\borigins?\b/i.test(scope.text)
          ? "imports"
          : /\b(?:went|goes|go|sold)\sto\b/i.test(scope.text)
            ? "exports"
            : null;
        return flow && { told: { flow, as: "value" }, marks: [], scope };
      }
      const own = first && told(first, scope, null);
      return own
        ? { told: own, marks: [first, ...marks.filter((one) => one !== first)], scope }
        : null;
    },
    changes,
  );
  return distinct(flows, ({ told: { flow, as } }) => `${flow}${as}`);
}

function productsIn(around: Around): Part<string | null>[] {
  const named = found(around, ({ marks }) => marks.find(({ slot }) => slot === "product")?.value);
  if (named.length === 0) return [{ value: null, origin: "beside" }];
  // A heading may name what only the text below it is about.
  const all: Part<string | null> = { value: null, origin: "heading" };
  return distinct(named[0]!.origin === "heading" ? [all, ...named] : [...named, all]);
}

function timesIn(
  around: Around,
  discourse: Discourse,
  quantity: Quantity,
  changes: boolean,
): Part<CellTimes>[] {
  const isMoved = isMove(quantity);
  const plain = (period: Period): CellTimes => ({
    period,
    from: isMoved ? yearBefore(period) : null,
  });
  const spans = isMoved
    ? found(around, ({ times }) => times.find(({ kind }) => kind === "span")).map(
        ({ value, origin }): Part<CellTimes> => ({
          value: { period: value.period!, from: value.from! },
          origin,
        }),
      )
    : [];
  const whens = found(
    around,
    ({ times }) => times.find(({ kind, period }) => kind === "at" && period),
    changes,
  );
  // A month is of the year that the caption or a heading names.
  const year = whens.find(({ value }) => !value.open)?.value.period;
  const at = whens.map(
    ({ value: { open, period }, origin }): Part<Period> => ({
      value: open && year ? inYear(period!, yearOf(year)) : period!,
      origin,
    }),
  );
  const columns = at.filter(({ origin }) => origin === "clause");
  // "2023 | 2024 | change": from the one column to the other.
  const [later, earlier] = columns;
  const between: Part<CellTimes>[] =
    changes && later && earlier && earlier.value.first < later.value.first
      ? [{ value: { period: later.value, from: earlier.value }, origin: "clause" }]
      : [];
  return distinct([
    ...spans,
    ...between,
    ...at.map(({ value, origin }) => ({ value: plain(value), origin })),
    ...[discourse.period, yearPeriod(discourse.today.year - 1)].flatMap((period) =>
      period ? [{ value: plain(period), origin: "document" as const }] : [],
    ),
  ]);
}

function quantityOf(
  number: PrintedNumber,
  { own }: Around,
  changes: boolean,
  flows: readonly Mark[],
): Quantity {
  if (number.unit === "percentage-points") return "points";
  const isPercent = number.unit !== "USD";
  if (changes) return isPercent ? "growth" : "change";
  if (!isPercent) return "level";
  const isShare = own.some(({ marks }) => marks.some(({ slot }) => slot === "share"));
  return isShare || flows.length < 2 ? "share" : "ratio";
}

function statementOf(
  {
    quantity,
    sector,
    isNegative,
  }: { quantity: Quantity; sector: StatedSector | null; isNegative: boolean },
  { partner, time, flow, product }: { readonly [K in keyof CellParts]: Part<CellParts[K]> },
): Statement {
  const { told: own, marks, scope } = flow.value;
  const isTurned = isNegative && own.as === "deficit" && quantity === "level";
  const subject: Subject = {
    ...{ flow: own.flow, as: isTurned ? "value" : own.as },
    ...{ partners: partner.value, sector, product: product.value, without: null },
  };
  const divisor = quantity === "ratio" && marks[1] ? told(marks[1], scope, null) : null;
  const isShare = quantity === "share" || quantity === "points";
  const against: Subject | null = isShare
    ? {
        ...subject,
        as: subject.flow === "balance" ? subject.as : "value",
        partners: subject.product ? subject.partners : ["WORLD"],
        product: null,
      }
    : divisor && { ...subject, ...divisor, as: "value" };
  return {
    ...{ quantity, subject, against, direction: null, measure: null },
    ...{ period: time.value.period, from: time.value.from },
    origins: {
      ...{ quantity: "table", flow: flow.origin, partner: partner.origin },
      ...{ period: time.origin, from: time.origin, sector: "table", product: product.origin },
    },
  };
}
