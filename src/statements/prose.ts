import type { Period } from "../records/period.ts";
import { periodOf } from "../records/period.ts";
import { againstOf, objectOf, otherWhole } from "./against.ts";
import { distance, type Here, nearest } from "./context.ts";
import type { Discourse } from "./discourse.ts";
import { flowsOf, rankedBy, sectorsOf, type Told } from "./flows.ts";
import type { Construed } from "./grammar.ts";
import { combinations, openness, weighed } from "./options.ts";
import { partnersOf } from "./partners.ts";
import { type Times, timesOfChange, timesOfLevel } from "./periods.ts";
import { NO_PRODUCT, productsOf } from "./products.ts";
import { quantityOf } from "./quantity.ts";
import {
  isMove,
  type Part,
  type Quantity,
  type Reading,
  type StatedSector,
  type Statement,
  type Subject,
} from "./statement.ts";

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
  const main = quantityOf(here, construed, last);
  const ask = { here, construed, discourse, paragraph, base, last };
  const first = main === null ? "what kind of figure it is cannot be told" : readAs(main, ask);
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
          weight: one.weight * OTHER_QUANTITY,
        }),
      ),
    );
    const readings = [...first.readings, ...more].sort((a, b) => b.weight - a.weight);
    return { ...first, readings: readings.slice(0, MOST_READINGS) };
  }
  return others[0] ?? first;
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
}

function readAs(
  quantity: Quantity,
  { here, construed, discourse, paragraph, base, last }: Ask,
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
  const own = here.named.filter(
    (one) => !(isPart && inObject(one)) && !(compared && one.start >= here.to),
  );
  // "Of our deficit with the world": that is the whole, not whose trade it is.
  const outside = isPart
    ? here.marks.filter((mark) => !(mark.slot === "world" && inObject(mark)))
    : here.marks;
  const partners = partnersOf({ ...here, marks: outside }, own, discourse, last);
  const ask = { here, discourse, last, role, base };
  const isChange = isMove(quantity) || quantity === "multiple";
  const times: Part<Times>[] = isChange ? timesOfChange(ask) : timesOfLevel(ask);
  if (role === "twin" && last) {
    flows.unshift(flowOfLast(last));
    partners.unshift({ value: last.subject.partners, origin: last.origins.partner });
  } else if ((role === "base" || role === "end") && last) {
    const previous = here.spans.filter(({ at }) => at < here.at).at(-1);
    const names =
      previous &&
      here.marks.some(
        ({ slot, start }) => slot === "flow" && start > previous.at && start < here.at,
      );
    const partnerSince =
      previous && here.named.some(({ start }) => start > previous.at && start < here.to + 24);
    if (previous && !names) flows.unshift(flowOfLast(last));
    if (previous && !partnerSince)
      partners.unshift({ value: last.subject.partners, origin: last.origins.partner });
  }
  if (quantity === "rank") {
    const ranked = rankedBy(here.text.slice(here.at, here.to + 60).split(/[.,;]/)[0]!);
    if (ranked) flows.unshift({ value: ranked, origin: "beside" });
    else if (flows.length === 0) return "what the rank is by cannot be told";
  }
  const [partner, time, flow] = [partners[0], times[0], flows[0]];
  if (!flow && quantity !== "value-added") return "which flow it is about cannot be told";
  if (!partner) return "no partner can be determined";
  if (!time) return "when it was cannot be told";
  const sectors = sectorsOf(here, discourse, last);
  const products =
    quantity === "value-added" ? [NO_PRODUCT] : productsOf(here, last, discourse, paragraph);
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
  const span = summedOver(here, discourse);
  const make = (
    p: Part<readonly string[]>,
    t: Part<Times>,
    f: Part<Told>,
    product: Part<string | null>,
    counted: Part<StatedSector | null>,
  ): Statement | null => {
    const subject: Subject = {
      flow: f.value.flow,
      as: f.value.as,
      partners: p.value,
      sector: counted.value,
      product: without ? null : product.value,
      without: without || null,
    };
    const against =
      isPart || quantity === "points"
        ? againstOf(here, subject, quantity, last, object, compared)
        : null;
    if ((quantity === "share" || quantity === "ratio" || quantity === "points") && !against)
      return null;
    return {
      quantity,
      subject,
      against,
      period: span && quantity === "level" ? span : t.value.period,
      from: isChange ? t.value.from : null,
      direction: construed.direction,
      measure,
      origins: {
        quantity: construed.beside ? "beside" : "sentence",
        flow: f.origin,
        partner: p.origin,
        period: t.origin,
        from: t.origin,
        sector: counted.origin,
        product: product.origin,
      },
    };
  };
  const f: Part<Told> = flow ?? { value: { flow: "exports", as: "value" }, origin: "beside" };
  const lists = {
    partner: weighed(partners, 9, openness.partner),
    time: weighed(times, 7, openness.time),
    flow: weighed(flow ? flows : [f], 4, openness.flow),
    product: weighed(products, 3, openness.product),
    sector: weighed(sectors, 3, openness.sector),
  };
  const readings = combinations<{
    partner: readonly string[];
    time: Times;
    flow: Told;
    product: string | null;
    sector: StatedSector | null;
  }>(lists, MOST_READINGS).flatMap(({ parts, changed, weight }): Reading[] => {
    const own = make(parts.partner, parts.time, parts.flow, parts.product, parts.sector);
    if (!own) return [];
    const other = own.quantity === "share" && own.against && otherWhole(own.subject, own.against);
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
  readings.sort((a, b) => b.weight - a.weight);
  const [first] = readings;
  if (!first) return "the whole of the share cannot be told";
  const asides = new Set(
    times.filter(({ value }) => value.aside).map(({ value }) => value.period.label),
  );
  const isAside = role === "base" || role === "start" || quantity === "rank";
  return {
    readings,
    isAside: ({ period }) => isAside || (period !== null && asides.has(period.label)),
  };
}

/** How likely a share is of another whole than the one that the words say first. */
const OTHER_WHOLE = 0.3;
/** So many readings of one number are tried at most. */
const MOST_READINGS = 40;

/** "From 2020 through 2024 it added up to": the years that are added up. */
function summedOver(here: Here, discourse: Discourse): Period | null {
  if (
    !here.marks.some(
      (mark) => mark.slot === "span" && mark.end <= here.to + 40 && distance(here, mark) <= 8,
    )
  )
    return null;
  const spans = here.times.filter(
    ({ kind, from }) => (kind === "span" || kind === "since") && from !== null,
  );
  const [nearest_] = spans.sort((a, b) => distance(here, a) - distance(here, b));
  if (!nearest_) return null;
  const end = nearest_.period ?? discourse.latest;
  return end.last > nearest_.from!.first ? periodOf(nearest_.from!.first, end.last) : null;
}

/** Whether a word of trade stands before the number. */
function says({ marks, at }: Here): boolean {
  return marks.some(
    ({ slot, value, end }) => (slot === "flow" || slot === "verb") && value !== "none" && end <= at,
  );
}

function flowOfLast({ subject: { flow, as }, origins }: Statement): Part<Told> {
  return { value: { flow, as }, origin: origins.flow };
}
