import type { Here } from "./context.ts";
import type { When } from "./times.ts";

/** Whether a time stands right behind another number and so is that number's. */
export function isTaken(here: Here, when: When): boolean {
  return here.spans.some(
    ({ at, to }) =>
      at !== here.at &&
      ((to <= when.start && isBehind(here, to, when)) ||
        (at >= when.end && TOUCHES.test(here.text.slice(when.end, at)))),
  );
}

const TOUCHES = /^(?:\s?[(:]|,?\sat|,?\s(?:it|they)\s(?:was|were))\s?$/;

const LINK =
  /^\s*[(,]?\s*(?:(?:in|during|for|over|on|from|since|above|below|more|less|higher|lower|fewer|than|that|of|the|a|all|compared|with|to|what|year|calendar|worth|full-year|it|was|had|been|just|back|recorded|seen|posted|reported)\s+)*$/i;

export function isBeside(here: Here, when: When): boolean {
  if (when.start >= here.to)
    return isBehind(here, here.to, when) && !/^:\s?\S{0,2}\d/.test(here.text.slice(when.end));
  return (
    !isTaken(here, when) &&
    /^(?:(?:,?\s(?:the|they|there|at|was|were|had|been|it|of|a|came|reached|hit|totaled|totalled|figure|level)){0,2}|,?\swhen\s(?:it|they)\s(?:was|were|stood\sat|had\sbeen|came\sto|totaled|totalled|reached|hit)(?:\s\w+)?)\s?[:(]?$/i.test(
      here.text.slice(when.end, here.at),
    )
  );
}

function isBehind({ text }: Here, to: number, when: When): boolean {
  const gap = text.slice(to, when.start);
  return gap.length <= 32 && !/\d|;/.test(gap) && LINK.test(gap);
}

/** "$74 billion, against $23 billion in 2019": the year is the other number's. */
export function ofComparison({ text, spans, to }: Here, when: When): boolean {
  return spans.some(
    ({ at }) =>
      at >= to &&
      at < when.start &&
      /\b(?:against|from|compared\s(?:with|to)|versus|vs\.?|than|after)\s(?:\w+\s)?\S{0,4}$/i.test(
        text.slice(Math.max(0, at - 30), at),
      ),
  );
}
