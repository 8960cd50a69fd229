import type { Movement } from "./scanned-number.ts";

const RISES =
  "rose|rises?|risen|rising|grew|grows?|grown|growing|increas(?:e[ds]?|ing)|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[ds]?|ing)|soar(?:s|ed|ing)?|widen(?:s|ed|ing)?|expand(?:s|ed|ing)?|advanc(?:e[ds]?|ing)|gain(?:s|ed|ing)?|growth|expansion|(?<!\\b(?:make|made|makes|making|sums?|summed|takes?|took|comes?|came|builds?|built|adds?|added)\\s)up|swell(?:s|ed|ing)?|rebound(?:s|ed)?|improv(?:e[ds]?|ing)|ballooned|added";
const FALLS =
  "fell|falls?|fallen|falling|drop(?:s|ped|ping)?|declin(?:e[ds]?|ing)|decreas(?:e[ds]?|ing)|shr(?:ink|inks|ank|unk|inking)|narrow(?:s|ed|ing)?|slip(?:s|ped|ping)?|slid(?:es?|ing)?|down|lost|loss(?:es)?|los(?:es|ing)|contract(?:s|ed|ing|ion)?|reductions?|plung(?:e[ds]?|ing)|tumbl(?:e[ds]?|ing)|slump(?:s|ed|ing)?|sank|sunk|shed|eas(?:e[ds]?|ing)|dip(?:s|ped)?|retreat(?:s|ed)?|cut|reduc(?:e[ds]?|ing)";
const HEDGES =
  "about|around|some|nearly|almost|roughly|approximately|only|just|another|an?|over|under|more|less|than|at|least|up|to|as|much|estimated|further|additional|additionally|sharply|steeply|slightly|modestly|well|of";
/** The verb and up to four words that only say how near the number is. "to" makes a level of it. */
const BEFORE = new RegExp(
  `\\b(?:(?<up>${RISES})|(?<down>${FALLS}))(?:\\s(?:by|of|an?|the|(?:${HEDGES}))){0,5}\\s$`,
  "i",
);
/** "widened the deficit by", "imports from Mexico fell last year by". */
const BY = new RegExp(
  `\\b(?:(?<up>${RISES})|(?<down>${FALLS}))\\b[^.;:,\\d]{0,50}\\sby\\s(?:(?:${HEDGES})\\s){0,4}$`,
  "i",
);
const LEVEL =
  /\bto\s(?:(?:about|around|some|nearly|almost|roughly|just|only|an?|over|under|more|less|than|estimated)\s){0,4}$/i;
const UP_TO = /\b(?:up|as\smuch\sas)\sto\s$/i;
const AFTER =
  /^[\s-](?:(?:annual|annualized|year-on-year|year-over-year|quarterly|monthly|overall|net|further|sharp|steep)\s){0,2}(?:(?<up>increases?|rises?|growth|gains?|jumps?|surge|more|higher|larger|above|upturn|expansion|improvement|widening)|(?<down>declines?|drops?|falls?|decreases?|reductions?|cuts?|less|lower|fewer|smaller|below|contraction|slump|plunge|downturn|narrowing))\b/i;

/** The word that makes a change of a number, right before or after it, or null. */
export function movementAt(plain: string, start: number, end: number): Movement | null {
  const after = AFTER.exec(plain.slice(end, end + 60));
  const before = plain.slice(Math.max(0, start - 90), start).replace(/\n/g, " ");
  const level = LEVEL.test(before) && !UP_TO.test(before);
  const found = after ?? (level ? null : (BEFORE.exec(before) ?? BY.exec(before)));
  if (!found) return null;
  const { up, down } = found.groups!;
  return { direction: up === undefined ? "down" : "up", words: (up ?? down)!.toLowerCase() };
}

const STEP = String.raw`(?:by\s)?(?:(?:${HEDGES})\s){0,2}\$?\d[\d.,]*(?:\s?%|\s(?:percentage\spoints?|per\scent|percent|million|billion|trillion))?`;
/** What may stand between the verb and the level: "fell sharply in 2024, by 12 percent, from about". */
const MANNER = `,?\\s(?:[a-z]{2,12}ly|again|back|further|somewhat|(?:in|during)\\s(?:19|20)\\d\\d|${STEP})`;
const endpoint = (preposition: string) =>
  new RegExp(
    `\\b(?:(?<up>${RISES})|(?<down>${FALLS}))(?:${MANNER}){0,3},?\\s${preposition}\\s(?:(?:${HEDGES})\\s){0,4}(?:US)?$`,
    "i",
  );
const ENDPOINTS = { from: endpoint("from"), to: endpoint("to") };
/** Better is less of a deficit, and a loss that grows is no fall. */
const UNSURE = /^(?:improv|los[ts]|losing|contracts?$|added)/;

/** The movement that a level ends: "fell from" before its start, "rose to" before its end; or null. */
export function endpointMovement(before: string, preposition: "from" | "to"): Movement | null {
  const found = ENDPOINTS[preposition].exec(before.slice(-140).replace(/\s+/g, " "));
  if (!found) return null;
  const { up, down } = found.groups!;
  const words = (up ?? down)!.toLowerCase();
  return UNSURE.test(words) ? null : { direction: up === undefined ? "down" : "up", words };
}
