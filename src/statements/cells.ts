import { yearPeriod } from "../records/period.ts";
import type { Marked } from "./context.ts";
import type { Discourse } from "./discourse.ts";
import { told } from "./flows.ts";
import type { PrintedNumber } from "./passage.ts";
import { titled } from "./periods.ts";
import type { Quantity, Reading, StatedSector, Statement, Subject } from "./statement.ts";
import { yearBefore } from "./times.ts";

/** The number of a cell: the column says most, then the row, then what stands across and above. */
export function readCell(
  number: PrintedNumber,
  mark: (text: string) => Marked,
  discourse: Discourse,
): readonly Reading[] | string {
  const { column, row, section, caption } = number.cell!;
  const headings = [...discourse.headings].reverse().map(({ marked }) => marked);
  const own = [column, row, section].map(mark);
  const scopes = [...own, mark(caption), ...headings];
  const first = <T>(
    pick: (scope: Marked, at: number) => T | null | undefined,
  ): { value: T; at: number } | null => {
    for (const [at, scope] of scopes.entries()) {
      const value = pick(scope, at);
      if (value !== null && value !== undefined) return { value, at };
    }
    return null;
  };
  if (!/^(?:USD|percent|percentage-points|times|ratio)$/.test(number.unit)) {
    return number.unit === "number" || number.unit === "count"
      ? "the table states no unit"
      : `a figure in ${number.unit}`;
  }
  for (const scope of own) {
    const other = scope.marks.find(
      ({ slot }) => slot === "elsewhere" || slot === "narrow" || slot === "projected",
    );
    if (other) return `no figures for ${scope.text.slice(other.start, other.end)}`;
  }
  const isWorld = /\b(?:world|total|all\s(?:countries|partners)|overall)\b/i;
  const partner = first(({ named, text }, at) =>
    named.length === 1
      ? named[0]!.codes
      : at <= 2 && isWorld.test(text) && at === 1
        ? ["WORLD"]
        : null,
  );
  const flowAt = first((scope) => {
    const marks = scope.marks.filter(
      ({ slot, value }) => slot === "flow" && value !== "none" && value !== "opposite",
    );
    return marks.length > 0
      ? { mark: marks.find(({ value }) => value !== "total") ?? marks[0]!, scope, marks }
      : null;
  });
  const when = first(
    ({ times }) => times.find(({ kind, period }) => kind === "at" && period)?.period,
  );
  if (!partner) return "the table names no partner for it";
  if (!flowAt) return "the table names no flow for it";
  const flow = told(flowAt.value.mark, flowAt.value.scope, null);
  if (!flow) return "the table names no flow for it";
  const percent = number.unit !== "USD";
  const changes = own.some(
    ({ text, marks }) =>
      /\b(?:change|growth|chg|y\/y|yoy)\b/i.test(text) ||
      marks.some(({ slot }) => slot === "up" || slot === "down"),
  );
  const shares = own.some(({ marks }) => marks.some(({ slot }) => slot === "share"));
  const sector = first(
    ({ marks }) =>
      marks.find(({ slot, value }) => slot === "sector" && value !== "none")?.value as
        | StatedSector
        | undefined,
  );
  const product = first(({ marks }) => marks.find(({ slot }) => slot === "product")?.value);
  const span = first(({ times }) => times.find(({ kind }) => kind === "span"));
  const quantity: Quantity =
    number.unit === "percentage-points"
      ? "points"
      : changes
        ? percent
          ? "growth"
          : "change"
        : percent
          ? shares || flowAt.value.marks.length < 2
            ? "share"
            : "ratio"
          : "level";
  const isNegative = number.sign === "-" && flow.as === "deficit" && quantity === "level";
  const subject: Subject = {
    flow: flow.flow,
    as: isNegative ? "value" : flow.as,
    partners: partner.value,
    sector: sector?.value ?? null,
    product: product?.value ?? null,
    without: null,
  };
  const heading = titled(discourse);
  const period =
    span?.value.period && (quantity === "growth" || quantity === "change")
      ? span.value.period
      : (when?.value ?? heading?.value ?? discourse.period ?? yearPeriod(discourse.today.year - 1));
  const divisor =
    quantity === "ratio"
      ? told(flowAt.value.marks.find((one) => one !== flowAt.value.mark)!, flowAt.value.scope, null)
      : null;
  const statement: Statement = {
    quantity,
    subject,
    against:
      quantity === "share" || quantity === "points"
        ? {
            ...subject,
            as: "value",
            partners: subject.product ? subject.partners : ["WORLD"],
            product: null,
          }
        : divisor
          ? { ...subject, ...divisor, as: "value" }
          : null,
    period,
    from:
      quantity === "growth" || quantity === "change" || quantity === "points"
        ? (span?.value.from ?? yearBefore(period))
        : null,
    direction: null,
    measure: null,
    origins: {
      quantity: "table",
      flow: flowAt.at <= 3 ? "table" : "heading",
      partner: partner.at <= 3 ? "table" : "heading",
      period: when ? (when.at <= 3 ? "table" : "heading") : heading ? "heading" : "document",
      from: span || quantity === "level" || quantity === "share" ? "table" : "document",
      sector: sector ? "table" : "document",
      product: "table",
    },
  };
  return [{ statement, instead: null }];
}
