import { type Here, nearest } from "./context.ts";
import { type Told, told } from "./flows.ts";
import type { Quantity, Statement, Subject } from "./statement.ts";

/** A share of what was just told. */
const OF_THAT =
  /^\s(?:of|in)\s(?:that|this|it|them|those|these|the\s(?:whole|total|lot|sum))(?:[\s,.;)]|$)/;

/** "Of what America imports in that line", "of such imports", "of the national total": in the product. */
const OF_REPORTER =
  /\b(?:US|U\.S\.|America(?:ns?)?|we|our|such|national|(?:that|this)\s(?:line|kind|sort|chapter|heading|category|class|product|type))\b/;
const WITH_PARTNER =
  /\b(?:there|them|him|her|it|here|(?:to|into)\s(?:the\s)?(?:US|U\.S\.|America))\b/;

function inProduct(object: string): boolean {
  return OF_REPORTER.test(object) && !WITH_PARTNER.test(object);
}

/** The text of what a share is taken of: `of all US imports`, up to the end of the phrase. */
export function objectOf({
  text,
  to,
}: Here): { readonly start: number; readonly end: number } | null {
  const match = /^\s(?:of|in)\s(?!\d)[^,;()$%]{2,90}/.exec(text.slice(to));
  if (!match) return null;
  const stop =
    /\s(?:in\s(?:19|20)\d\d|is|are|was|were|goes|go|went|comes|come|came|while|and|but|up|down|compared|from\s\d|against|last\syear)\b|(?<![A-Z])\.\s/.exec(
      match[0].slice(4),
    );
  return { start: to, end: to + (stop ? stop.index + 4 : match[0].length) };
}

/** Another whole of which a part of a product's trade may be a share: of all in the product, or of all products. */
export function otherWhole(own: Subject, { product, partners }: Subject): Subject | null {
  if (own.product === null || own.partners.join() === "WORLD") return null;
  const plain: Subject = { ...own, as: "value", without: null };
  return product === null
    ? { ...plain, partners: ["WORLD"] }
    : partners.join() === "WORLD"
      ? { ...plain, product: null }
      : null;
}

/** "Bought 15.5 percent of U.S. exports": the flow of the whole is that of its part. */
export function flowOfWhole(
  here: Here,
  inObject: (place: { start: number }) => boolean,
  last: Statement | null,
): Told | null {
  const mark = here.marks.find(
    (one) =>
      one.slot === "flow" &&
      /^(?:exports|imports|deficit|surplus)$/.test(one.value) &&
      inObject(one),
  );
  return mark ? told(mark, here, last) : null;
}

/** "China's slice of the total": what a share that was named before is of. */
export function isOfShare({ text, at }: Here, { start }: { start: number }): boolean {
  return start < at && SHARE_OF.test(text.slice(0, start));
}

const SHARE_OF =
  /\b(?:share|slice|part|portion|proportion|weight)\s(?:of|in)\s(?:[\w'.-]+\s){0,3}$/i;

/** Whether the words of the whole leave open of which of them a part of a product's trade is a share. */
export function isWholeOpen(
  { marks, named }: Here,
  object: { readonly start: number; readonly end: number } | null,
): boolean {
  if (object === null) return true;
  const inside = ({ start }: { start: number }) => start >= object.start && start < object.end;
  return !named.some(inside) && !marks.some((mark) => mark.slot === "product" && inside(mark));
}

/** The whole of a share or the divisor of a ratio. */
export function againstOf(
  here: Here,
  own: Subject,
  quantity: Quantity,
  last: Statement | null,
  object: { readonly start: number; readonly end: number } | null,
  compared: boolean,
): Subject | null {
  const { marks, named, text } = here;
  const plain: Subject = { ...own, as: "value", without: null };
  const inside = ({ start }: { start: number }) =>
    object !== null && start >= object.start && start < object.end;
  if (
    quantity === "share" &&
    object &&
    last &&
    OF_THAT.test(text.slice(object.start, object.end + 1))
  ) {
    const whole = last.subject;
    const isOfItself = own.product !== null && whole.product === own.product;
    if (isOfItself && /^\s(?:of|in)\sthe\s/.test(text.slice(object.start)))
      return { ...plain, product: null };
    return whole.partners.join() === own.partners.join() && whole.flow === own.flow ? null : whole;
  }
  if (quantity === "share" || quantity === "points") {
    const of = named.find(inside);
    const flow = marks
      .filter(inside)
      .find(({ slot, value }) => slot === "flow" && value !== "none" && value !== "opposite");
    const flowOf = flow && told(flow, here, last);
    const against = {
      ...plain,
      ...(flowOf && flowOf.flow !== "balance" && own.flow === "balance"
        ? { flow: flowOf.flow }
        : {}),
    };
    if (own.product !== null) {
      const ofProduct = marks.some((mark) => mark.slot === "product" && inside(mark));
      const isOfReporter =
        object !== null &&
        !of &&
        own.partners.join() !== "WORLD" &&
        inProduct(text.slice(object.start, object.end));
      if (ofProduct || isOfReporter) return { ...against, partners: of ? of.codes : ["WORLD"] };
      return { ...against, product: null, partners: of?.codes ?? own.partners };
    }
    if (own.flow === "balance" && !/\bdeficit|\bsurplus|\bgap|imbalance|shortfall/i.test(text))
      return null;
    if (!object && last?.against && last.quantity === quantity)
      return { ...last.against, flow: own.flow, as: own.flow === "balance" ? own.as : "value" };
    const whole = of ? of.codes : ["WORLD"];
    if (whole.join() === own.partners.join() && against.flow === own.flow) return null;
    return {
      ...against,
      as: own.flow === "balance" && against.flow === "balance" ? own.as : "value",
      partners: whole,
    };
  }
  if (compared) {
    const other = named.find(({ start }) => start >= here.to);
    const after = marks.filter(
      (mark) =>
        (mark.slot === "flow" || mark.slot === "verb") &&
        mark.value !== "none" &&
        mark.start >= here.to,
    );
    const flowOf =
      after.map((mark) => told(mark, here, last)).find((one) => one && one.flow !== own.flow) ??
      null;
    if (other && other.codes.join() !== own.partners.join())
      return { ...own, ...flowOf, partners: other.codes };
    if (flowOf) return { ...own, ...flowOf };
    return null;
  }
  const equals = nearest(here, "equals", ({ end }) => end <= here.at)[0];
  const stated =
    equals &&
    marks.find(
      ({ slot, value, start }) =>
        slot === "flow" &&
        value !== "none" &&
        start >= equals.start &&
        start < here.at &&
        value !== "deficit" &&
        value !== "surplus",
    );
  const after = marks.find(
    (mark) =>
      (mark.slot === "flow" || mark.slot === "verb") &&
      mark.value !== "none" &&
      mark.start >= here.to,
  );
  const divisor = object ? (after && inside(after) ? after : stated) : (stated ?? after);
  const flowOf = divisor && told(divisor, here, last);
  if (flowOf && flowOf.flow !== own.flow) return { ...plain, ...flowOf, as: "value" };
  if (last?.against && last.quantity === "ratio")
    return { ...last.against, partners: own.partners };
  return null;
}
