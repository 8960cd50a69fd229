import type { Period } from "../records/period.ts";
import { againstOf, flowOfWhole, isOfShare, isWholeOpen, objectOf, otherWhole } from "./against.ts";
import { type Here, nearest } from "./context.ts";
import type { Discourse } from "./discourse.ts";
import { excessOf } from "./excess.ts";
import { flowsOf, type Told } from "./flows.ts";
import type { Construed } from "./grammar.ts";
import { keptOf } from "./kept.ts";
import { type Combination, combinations, openness, weighed } from "./options.ts";
import { partnersOf } from "./partners.ts";
import { type Times, timesOfChange, timesOfLevel } from "./periods.ts";
import { NO_PRODUCT, productsOf, withoutOf } from "./products.ts";
import { quantityOf, untold } from "./quantity.ts";
import { isOutranked, rankedBy } from "./ranks.ts";
import { sectorsOf } from "./sectors.ts";
import {
  isMove,
  type Origin,
  originsOnce,
  type Part,
  type Quantity,
  type Reading,
  type StatedSector,
  type Statement,
} from "./statement.ts";
import { summedOver } from "./summed-over.ts";

/** A sentence that goes on with the last one, also over the end of a paragraph. */
export const CONTINUES =
  /^\W*(?:A:\s)?(?:it|they|those|that|this|these|together|both|in\sreturn|sales\sin|the\ssame|combined|each)\b/i;
/** "twice as much as from Canada", "three times the deficit with Japan". */
const COMPARED =
  /^(?:\stimes)?,?\s(?:as\s(?:much|many|large|big|high|great|wide)|the|that|those|what|of\s(?:that|those|the)|larger|higher|more|its|their|greater|bigger)\b/i;

interface ReadProse {
  readonly readings: readonly Reading[];
  /** Whether a reading tells only what something is compared with, so that nothing goes on with its time. */
  readonly isAside: (statement: Statement) => boolean;
}

/** The readings that the words of a sentence allow a number, the likeliest first; why where none. */
export function readProse(
  here: Here,
  construed: Construed,
  discourse: Discourse,
  paragraph: number,
  base: Period | null,
): ReadProse | string {
  const last =
    discourse.inParagraph(paragraph) ?? (CONTINUES.test(here.text) ? discourse.last : null);
  const excess = here.code === "$" ? excessOf(here) : null;
  const main = excess ? "level" : quantityOf(here, construed, last);
  const ask = { here, construed, discourse, paragraph, base, last, excess };
  const first = main === null ? untold(here) : readAs(main, ask);
  const isGuessed = construed.guessed === true;
  const others = otherQuantities(here, construed, main).flatMap((quantity) => {
    const read = readAs(quantity, ask);
    return typeof read === "string" ? [] : [read];
  });
  if (typeof first !== "string") {
    const more = others.flatMap(({ readings }) =>
      readings.map(
        (one): Reading => ({
          ...one,
          instead: "quantity",
          weight: one.weight * (isGuessed ? 1 : OTHER_QUANTITY),
        }),
      ),
    );
    const own = isGuessed ? first.readings.map(open) : first.readings;
    const readings = [...own, ...more].sort((a, b) => b.weight - a.weight);
    return { ...first, readings: readings.slice(0, MOST_READINGS) };
  }
  const [other] = others;
  return other ? { ...other, readings: other.readings.map(open) } : first;
}

/** Another kind of figure may be meant as well. */
function open(reading: Reading): Reading {
  return { ...reading, instead: reading.instead ?? "quantity" };
}

/** How likely another kind of figure is meant than the one that the words say first. */
const OTHER_QUANTITY = 0.15;

/** What else a number may be where its own words do not settle it. */
function otherQuantities(
  { code, number }: Here,
  { beside }: Construed,
  main: Quantity | null,
): readonly Quantity[] {
  if (code === "x" || (main === "ratio" && number.unit === "times"))
    return main === "multiple" ? ["ratio"] : ["multiple"];
  if (main === "average") return ["level"];
  if (main === "annual-growth") return ["growth"];
  if (main === "change" && !beside) return ["level"];
  if (beside || (code !== "%" && code !== "q")) return [];
  return main === "growth" ? ["share", "ratio"] : main === "share" ? ["growth", "ratio"] : [];
}

interface Ask {
  readonly here: Here;
  readonly construed: Construed;
  readonly discourse: Discourse;
  readonly paragraph: number;
  readonly base: Period | null;
  readonly last: Statement | null;
  /** What one flow is more than the other, where that is stated. */
  readonly excess: Told | null;
}

function readAs(
  quantity: Quantity,
  { here, construed, discourse, paragraph, base, last, excess }: Ask,
): ReadProse | string {
  const { role } = construed;
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
    isPart
      ? (mark) =>
          !(inObject(mark) && (quantity === "ratio" || says(here))) &&
          !(compared && mark.start >= here.to)
      : undefined,
  );
  if (excess) flows.unshift({ value: excess, origin: "beside" });
  const ofWhole =
    quantity === "share" && object !== null ? flowOfWhole(here, inObject, last) : null;
  if (ofWhole) flows.unshift({ value: ofWhole, origin: "beside" });
  const own = here.named.filter(
    (one) =>
      !(isPart && inObject(one)) &&
      !(compared && one.start >= here.to) &&
      !(quantity === "rank" && isOutranked(here, one)),
  );
  // "Of our deficit with the world": that is the whole, not whose trade it is.
  const outside = isPart
    ? here.marks.filter(
        (mark) => mark.slot !== "world" || !(inObject(mark) || isOfShare(here, mark)),
      )
    : here.marks;
  const partners = partnersOf({ ...here, marks: outside }, own, discourse, last);
  // "A fifth of what we import from Germany is cars".
  const partner = quantity === "share" && own.length === 0 ? here.named.find(inObject) : undefined;
  if (partner && here.marks.some((mark) => mark.slot === "product" && !inObject(mark)))
    partners.unshift({ value: partner.codes, origin: "beside" });
  const isChange = isMove(quantity) || quantity === "multiple";
  const ask = { here, discourse, last, role, base, quantity };
  const times: Part<Times>[] = isChange ? timesOfChange(ask) : timesOfLevel(ask);
  const kept = keptOf(here, role);
  if (last && kept.flow)
    flows.unshift({
      value: { flow: last.subject.flow, as: last.subject.as },
      origin: last.origins.flow,
    });
  if (last && kept.partner)
    partners.unshift({ value: last.subject.partners, origin: last.origins.partner });
  if (quantity === "rank") {
    const ranked = rankedBy(here.text.slice(here.at, here.to + 60).split(/[.,;]/)[0]!);
    if (ranked) flows.unshift({ value: ranked, origin: "beside" });
    else if (flows.length === 0) return "what the rank is by cannot be told";
  }
  if (quantity === "value-added" && flows.length === 0)
    flows.push({ value: { flow: "exports", as: "value" }, origin: "beside" });
  if (flows.length === 0) return "which flow it is about cannot be told";
  if (partners.length === 0) return "no partner can be determined";
  if (times.length === 0) return "when it was cannot be told";
  const products =
    quantity === "value-added" ? [NO_PRODUCT] : productsOf(here, last, discourse, paragraph);
  const without = withoutOf(here, last);
  const measure = quantity === "value-added" ? measureOf(here, last) : null;
  if (quantity === "value-added" && measure === null) return "value added by origin";
  const span = quantity === "level" ? summedOver(here, discourse) : null;
  const isOfWhole = isPart || quantity === "points";
  const quantityOrigin: Origin = construed.beside ? "beside" : "sentence";
  // Readings of several times are of few subjects, which they share.
  const made = new Map<string, Made>();
  const improves = isChange && IMPROVES.test(here.text.slice(0, here.at));
  const make = ({ partner, time, flow, product, sector }: Combination<Parts>["parts"]) => {
    const id = `${flow.value.flow}|${flow.value.as}|${partner.value}|${sector.value}|${product.value}`;
    const subject = made.get(id)?.subject ?? {
      flow: flow.value.flow,
      as: flow.value.as,
      partners: partner.value,
      sector: sector.value,
      product: without === null ? product.value : null,
      without,
    };
    const against =
      made.get(id)?.against ??
      (isOfWhole ? againstOf(here, subject, quantity, last, object, compared) : null);
    made.set(id, { subject, against });
    if (isOfWhole && !against) return null;
    const statement: Statement = {
      quantity,
      subject,
      against,
      measure,
      direction: subject.as === "deficit" && improves ? -1 : construed.direction,
      period: span ?? time.value.period,
      from: isChange ? time.value.from : null,
      origins: originsOnce({
        quantity: quantityOrigin,
        flow: flow.origin,
        partner: partner.origin,
        period: time.origin,
        from: time.origin,
        sector: sector.origin,
        product: product.origin,
      }),
    };
    return statement;
  };
  const lists = {
    partner: weighed(partners, 9, openness.partner),
    time: weighed(times, 7, openness.time),
    flow: weighed(flows, 4, openness.flow),
    product: weighed(products, 3, openness.product),
    sector: weighed(sectorsOf(here, discourse, last), 3, openness.sector),
  };
  const all = combinations<Parts>(lists, MOST_READINGS);
  const readings = all.flatMap(({ parts, changed, weight }): Reading[] => {
    const own = make(parts);
    if (!own) return [];
    const mayBeOther = own.quantity === "share" && own.against && isWholeOpen(here, object);
    const other = mayBeOther && otherWhole(own.subject, own.against!);
    const instead = changed === "time" ? (isChange ? "from" : "period") : changed;
    if (!other) return [{ statement: own, instead, weight }];
    const whole = { ...own, against: other };
    // "China's share was 16 percent", where beans are spoken of, is of all beans.
    const isOfProduct = parts.product.origin === "statement" && !object;
    const [first, second] = isOfProduct ? [whole, own] : [own, whole];
    return [
      { statement: first, instead, weight },
      { statement: second, instead: "product", weight: weight * OTHER_WHOLE },
    ];
  });
  if (readings.length === 0) return "the whole of the share cannot be told";
  readings.sort((a, b) => b.weight - a.weight);
  const asides = new Set(
    times.filter(({ value }) => value.aside).map(({ value }) => value.period.label),
  );
  const isAside =
    role === "base" ||
    role === "start" ||
    quantity === "rank" ||
    PLUPERFECT.test(here.text.slice(0, here.at));
  return {
    readings,
    isAside: ({ period }) => isAside || (period !== null && asides.has(period.label)),
  };
}

/** "Sales had been $82.2 billion in 2023": told for comparison with what is spoken of. */
const PLUPERFECT =
  /\bhad\s(?:\w+\s)?(?:been|stood|reached|run|come|totaled|totalled|amounted)\b[^.;]*$/i;

/** A deficit that improves falls. */
const IMPROVES = /\bimprove[sd]?\b[^.;]{0,30}$|\bimprov(?:ing|ement)\b[^.;]{0,12}$/i;

/** A subject with what it is set against; null where nothing is. */
type Made = Pick<Statement, "subject" | "against">;

/** What is chosen of each list for a reading. */
interface Parts {
  readonly partner: readonly string[];
  readonly time: Times;
  readonly flow: Told;
  readonly product: string | null;
  readonly sector: StatedSector | null;
}

/** The measure of value added that the words name, or the last one. */
function measureOf(here: Here, last: Statement | null): string | null {
  const [spoken] = nearest(here, "value-added", ({ value }) => value !== "");
  return spoken?.value ?? last?.measure ?? null;
}

/** How likely a share is of another whole than the one that the words say first. */
const OTHER_WHOLE = 0.3;
/** So many readings of one number are tried at most. */
const MOST_READINGS = 40;

/** Whether a word of trade stands before the number. */
function says({ marks, at }: Here): boolean {
  return marks.some(
    ({ slot, value, end }) => (slot === "flow" || slot === "verb") && value !== "none" && end <= at,
  );
}
