import { objectOf } from "./against.ts";
import { distance, type Here, nearest } from "./context.ts";
import type { Construed } from "./grammar.ts";
import type { Quantity, Statement } from "./statement.ts";

function isAverage(here: Here): boolean {
  return here.marks.some((mark) => mark.slot === "average" && distance(here, mark) <= 5);
}

/** "Grew at an average annual rate of", "a compound annual growth rate". */
const YEARLY =
  /\b(?:average\sannual|annual\saverage|compound(?:ed)?(?:\sannual)?|annuali[sz]ed|yearly\saverage|average\syearly|CAGR|a\syear\son\saverage|on\saverage\s(?:each|every|a|per)\syear|(?:percent|%)\s(?:a|per)\syear)\b/i;

/** "Almost six times what they were a year earlier", "more than twice as much as in 2020". */
function isOfItself({ text, to, times, named, marks }: Here): boolean {
  const after = text.slice(to);
  if (/^\s(?:what|that)\s(?:it|they)\s(?:was|were|had|is)\b/.test(after)) return true;
  if (named.some(({ start }) => start >= to)) return false;
  if (
    marks.some(
      ({ slot, value, start }) =>
        (slot === "flow" || slot === "verb") && value !== "none" && start >= to,
    )
  )
    return false;
  return times.some(
    (when) =>
      when.start >= to &&
      (when.role === "base" ||
        when.kind === "shift" ||
        when.kind === "like" ||
        /^(?:\sas\s(?:much|many|large|big|high)\sas\sin|\sthe|\sits)/.test(after)),
  );
}

/** What the parts beside the number make of what the grammar found. */
export function quantityOf(
  here: Here,
  { quantity, role }: Construed,
  last: Statement | null,
): Quantity | null {
  const { text, marks, at, to, number } = here;
  const isPlain = quantity === "growth" || (quantity === "share" && role === "plain");
  if (isPlain && here.code === "%" && YEARLY.test(text)) return "annual-growth";
  const added =
    marks.find(({ slot, value }) => slot === "value-added" && value !== "") ??
    marks.find(({ slot }) => slot === "value-added");
  if (
    quantity === "ratio" &&
    /^(?:doubl|tripl|trebl|quadrupl|quintupl|halv|half)/i.test(number.raw)
  )
    return "multiple";
  if (quantity === "ratio" && here.code === "x" && isOfItself(here)) return "multiple";
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
    const isMoney = quantity === "level" || (quantity === "change" && role === "twin");
    return isMoney && isAverage(here) ? "average" : quantity;
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
  const inObject = ({ start }: { start: number }) =>
    object !== null && start >= object.start && start < object.end;
  // "5 percent of the American deficit".
  if (
    marks.some(
      (mark) => mark.slot === "flow" && /^(?:deficit|surplus)$/.test(mark.value) && inObject(mark),
    )
  )
    return "share";
  const ofFlow =
    object &&
    marks.some(
      (mark) =>
        mark.slot === "flow" && /^(?:exports|imports|total)$/.test(mark.value) && inObject(mark),
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

/** Why no kind of figure is told. */
export function untold({ code }: Here): string {
  return code === "p"
    ? "points of percent, where no share was told"
    : "what kind of figure it is cannot be told";
}
