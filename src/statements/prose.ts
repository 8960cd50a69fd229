import type { Period } from "../records/period.ts";
import { periodOf } from "../records/period.ts";
import { againstOf, objectOf } from "./against.ts";
import { distance, type Here, nearest } from "./context.ts";
import type { Discourse } from "./discourse.ts";
import { flowsOf, rankedBy, sectorOf, type Told } from "./flows.ts";
import type { Construed } from "./grammar.ts";
import { partnersOf } from "./partners.ts";
import { type Times, timesOfChange, timesOfLevel } from "./periods.ts";
import type { Origin, Part, Quantity, Reading, Statement, Subject } from "./statement.ts";

/** A sentence that goes on with the last one, also over the end of a paragraph. */
export const CONTINUES =
  /^\W*(?:A:\s)?(?:it|they|those|that|this|these|together|both|in\sreturn|sales\sin|the\ssame|combined|each)\b/i;
/** "twice as much as from Canada", "three times the deficit with Japan". */
const COMPARED =
  /^(?:\stimes)?,?\s(?:as\s(?:much|many|large|big|high|great|wide)|the|that|those|what|of\s(?:that|those|the)|larger|higher|more|its|their|greater|bigger)\b/i;

const CHANGES: ReadonlySet<Quantity> = new Set(["change", "growth", "points", "multiple"]);

/** The readings that the words of a sentence allow a number, the likeliest first; why where none. */
export function readProse(
  here: Here,
  construed: Construed,
  discourse: Discourse,
  paragraph: number,
  base: Period | null,
): { readonly readings: Reading[]; readonly aside: boolean } | string {
  const last =
    discourse.inParagraph(paragraph) ?? (CONTINUES.test(here.text) ? discourse.last : null);
  const { role } = construed;
  const quantity = quantityOf(here, construed, last);
  if (quantity === null) return "what kind of figure it is cannot be told";
  const object = objectOf(here);
  const inObject = ({ start }: { start: number }) =>
    object !== null && start >= object.start && start < object.end;
  const compared =
    quantity === "ratio" && (here.code === "x" || COMPARED.test(here.text.slice(here.to)));
  const isPart =
    quantity === "share" || quantity === "ratio" || (quantity === "points" && object !== null);
  const flows = flowsOf(
    here,
    discourse,
    last,
    isPart && quantity === "ratio"
      ? (mark) => !inObject(mark) && !(compared && mark.start >= here.to)
      : undefined,
  );
  const own = here.named.filter(
    (one) =>
      !(isPart && inObject(one)) &&
      !(compared && one.start >= here.to && here.named.some(({ end }) => end <= here.at)),
  );
  const partners = partnersOf(here, own, discourse, last);
  const ask = { here, discourse, last, role, base };
  const isChange = CHANGES.has(quantity);
  const times: Part<Times>[] = isChange ? timesOfChange(ask) : timesOfLevel(ask);
  if (role === "twin" && last) {
    flows.unshift({ value: { flow: last.subject.flow, as: last.subject.as }, origin: "beside" });
    partners.unshift({ value: last.subject.partners, origin: "beside" });
  } else if ((role === "base" || role === "end") && last) {
    const previous = here.spans.filter(({ at }) => at < here.at).at(-1);
    const names =
      previous &&
      here.marks.some(
        ({ slot, start }) => slot === "flow" && start > previous.at && start < here.at,
      );
    const partnerSince =
      previous && here.named.some(({ start }) => start > previous.at && start < here.to + 24);
    if (previous && !names)
      flows.unshift({ value: { flow: last.subject.flow, as: last.subject.as }, origin: "beside" });
    if (previous && !partnerSince)
      partners.unshift({ value: last.subject.partners, origin: "beside" });
  }
  if (quantity === "rank") {
    const ranked = rankedBy(here.text.slice(here.at, here.to + 40).split(/[.,;]/)[0]!);
    if (!ranked) return "what the rank is by cannot be told";
    flows.unshift({ value: ranked, origin: "beside" });
  }
  const [partner, time, flow] = [partners[0], times[0], flows[0]];
  if (!flow && quantity !== "value-added") return "which flow it is about cannot be told";
  if (!partner) return "whose trade it is cannot be told";
  if (!time) return "when it was cannot be told";
  const sector = sectorOf(here, discourse, last);
  const product = productOf(here, last, quantity);
  const without =
    nearest(here, "without")[0]?.value ||
    (last?.subject.without &&
    here.marks.every(({ slot }) => slot !== "without") &&
    here.named.length === 0
      ? last.subject.without
      : null);
  const measure =
    quantity === "value-added"
      ? (nearest(here, "value-added", ({ value }) => value !== "")[0]?.value ??
        last?.measure ??
        null)
      : null;
  if (quantity === "value-added" && measure === null) return "value added by origin";
  const span = here.marks.some(({ slot }) => slot === "span")
    ? here.times.find(({ kind }) => kind === "span")
    : undefined;
  const make = (p: Part<readonly string[]>, t: Part<Times>, f: Part<Told>): Statement | null => {
    const subject: Subject = {
      ...{ ...f.value, partners: p.value, sector: sector.value },
      ...{ product: without ? null : product, without: without || null },
    };
    const against =
      isPart || quantity === "points"
        ? againstOf(here, subject, quantity, last, object, compared)
        : null;
    if ((quantity === "share" || quantity === "ratio" || quantity === "points") && !against)
      return null;
    return {
      ...{
        quantity: quantity === "level" && isAverage(here) ? "average" : quantity,
        subject,
        against,
      },
      period:
        span?.from && span.period && quantity === "level"
          ? periodOf(span.from.first, span.period.last)
          : t.value.period,
      from: isChange ? t.value.from : null,
      direction: construed.direction,
      measure,
      origins: {
        ...{
          quantity: construed.beside ? "beside" : "sentence",
          flow: f.origin,
          partner: p.origin,
        },
        ...{ period: t.origin, from: t.origin, sector: sector.origin },
      },
    };
  };
  const readings: Reading[] = [];
  const put = (statement: Statement | null, instead: Reading["instead"]) => {
    if (statement) readings.push({ statement, instead });
  };
  const f: Part<Told> = flow ?? { value: { flow: "exports", as: "value" }, origin: "beside" };
  put(make(partner, time, f), null);
  if (readings.length === 0) return "the whole of the share cannot be told";
  const sure = new Set<Origin>(["beside"]);
  if (!sure.has(partner.origin))
    for (const other of partners.slice(1, 3)) put(make(other, time, f), "partner");
  if (!sure.has(time.origin))
    for (const other of times.slice(1, 4))
      put(make(partner, other, f), isChange ? "from" : "period");
  if (!sure.has(f.origin))
    for (const other of flows.slice(1, 3)) put(make(partner, time, other), "flow");
  return {
    readings,
    aside: role === "base" || role === "start" || time.value.aside || quantity === "rank",
  };
}

function isAverage(here: Here): boolean {
  return here.marks.some((mark) => mark.slot === "average" && distance(here, mark) <= 5);
}

/** What the parts beside the number make of what the grammar found. */
function quantityOf(
  here: Here,
  { quantity, role }: Construed,
  last: Statement | null,
): Quantity | null {
  const { text, marks, at, to, number } = here;
  const added =
    marks.find(({ slot, value }) => slot === "value-added" && value !== "") ??
    marks.find(({ slot }) => slot === "value-added");
  if (
    quantity === "ratio" &&
    /^(?:doubl|tripl|trebl|quadrupl|quintupl|halv|half)/i.test(number.raw)
  )
    return "multiple";
  if (quantity === "ratio" && /^(?:-?fold)?\s(?:increase|rise|jump|growth)/.test(text.slice(to)))
    return null;
  if (quantity !== "share") {
    if (quantity === "growth" && added) return null;
    if (
      quantity === "points" &&
      last &&
      last.quantity !== "share" &&
      last.quantity !== "points" &&
      !marks.some(({ slot }) => slot === "share")
    )
      return null;
    return quantity;
  }
  if (added || (last?.quantity === "value-added" && !marks.some(({ slot }) => slot === "flow")))
    return "value-added";
  if (number.unit === "ratio" && /^\sas\s(?:much|large|big|high)/.test(text.slice(to)))
    return "ratio";
  if (role === "end" && last?.quantity === "growth") return null;
  // A deficit in percent of a flow is a ratio to it.
  const deficit = nearest(
    here,
    "flow",
    ({ value, end }) => end <= at && (value === "deficit" || value === "surplus"),
  )[0];
  const object = objectOf(here);
  const ofFlow =
    object &&
    marks.some(
      ({ slot, value, start }) =>
        slot === "flow" &&
        start >= object.start &&
        start < object.end &&
        (value === "exports" || value === "imports" || value === "total"),
    );
  const nearer = nearest(here, "flow", ({ end }) => end <= at)[0];
  if (deficit && nearer === deficit && ofFlow) return "ratio";
  const equals = nearest(here, "equals", ({ end }) => end <= at)[0];
  if (equals && (deficit || last?.subject.flow === "balance")) return "ratio";
  if (number.sign === "-" && last?.quantity === "ratio") return "ratio";
  if (last?.quantity === "ratio" && !object && !marks.some(({ slot }) => slot === "share"))
    return "ratio";
  return "share";
}

function productOf(here: Here, last: Statement | null, quantity: Quantity): string | null {
  if (quantity === "value-added") return null;
  const chapter = /\b(?:HS\s)?(?:chapter|HS)\s(\d\d)\b/i.exec(here.text);
  const words = nearest(here, "product")[0];
  if (words) return words.value;
  if (chapter) return `hs:${chapter[1]}`;
  return last &&
    here.named.length === 0 &&
    !here.marks.some(({ slot, value }) => slot === "flow" && value !== "none")
    ? last.subject.product
    : null;
}
