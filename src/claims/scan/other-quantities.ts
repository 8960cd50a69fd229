import type { IgnoreReason } from "./scanned-number.ts";
import type { Token } from "./token.ts";

const DUTY =
  "tariffs?|dut(?:y|ies)|lev(?:y|ies)|surcharges?|import\\stax(?:es)?|customs\\stax(?:es)?";
/** Words that end what a rate belongs to: "25 percent of the tariff" is no rate. */
const BREAK =
  "of|in|on|to|from|by|and|or|but|as|at|than|since|after|before|while|when|that|which|is|are|was|were|has|have|had|more|less|higher|lower|despite|under|with|without|amid|for";
const RATE_BEFORE_DUTY = new RegExp(
  `^[\\s-](?:(?!(?:${BREAK})\\b)[\\w'-]{1,20}\\s){0,3}?(?:${DUTY})\\b(?!\\s(?:revenues?|collections?|receipts|proceeds|savings|income))`,
  "i",
);
const AT_RATE =
  /^\s(?:(?:ad\svalorem|MFN|most-favou?red-nation|bound|applied|preferential|out-of-quota|in-quota)\s){1,2}(?:rate|tariff|duty)/i;
const TO_RATE =
  "(?:about|around|nearly|almost|over|just|up|as|high|much|low|more|than|at|least|an?|the|average|some|initial|additional|flat|of|to|from|between|below|above|under|only)";
const DUTY_BEFORE_RATE = new RegExp(
  `\\b(?:${DUTY}|duty\\srates?|tariff\\srates?|(?:MFN|most-favou?red-nation|applied|bound)\\s(?:rates?|tariffs?)|taxed|tariffed)\\b(?:\\s(?:rates?|on\\s(?:[\\w'.-]{1,20}\\s){0,3}[\\w'.-]{1,20}|rose|rise|fell|fall|averag(?:e[ds]?|ing)|is|are|was|were|be|been|will|would|set|raised|cut|increased|lowered|reduced|ranging|reaching|reached|starting|went|go|stands?|stood|remains?|remained|stay(?:s|ed)?|kept|held|fixed|capped|frozen|jump(?:s|ed)?|climb(?:s|ed)?|drop(?:s|ped)?|hiked|lifted|imposed|doubled|tripled|still|now|then|currently)){0,4}\\s(?:(?:of|at|to|from|between|averag(?:e[ds]?|ing)|exceeding|reached|reaching|is|are|was|were|above|below|over|under)\\s)(?:${TO_RATE}\\s){0,4}$`,
  "i",
);
const TAXED_AT =
  /\b(?:taxed|dutiable|subject\sto\s(?:a|an))\s(?:at\s)?(?:(?:about|up\sto|as\smuch\sas|additional|a)\s){0,2}$/i;
const GOES_ON =
  /^(?:,\s(?:and\s|or\s)?|\s(?:and|or|to|then|from)\s(?:then\s|from\s|to\s|just\s|only\s)?|\s?[-–]\s?)$/i;

const TIME =
  /^(?:hours?|days?|weeks?|weekends?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies)|minutes?|seconds?|year-old|years-old)$/i;
const TIME_AFTER =
  /^(?:-|\s)(?:(?:straight|consecutive|full|business|working|calendar|fiscal|more|whole|additional)\s){0,2}(?:hour|day|week|month|quarter|year|decade|century|minute)s?(?:-old)?\b/i;
const PEOPLE_AFTER =
  /^\s(?:inhabitants|residents|citizens|Americans|Mexicans|Canadians|Chinese|Germans|Japanese|Europeans|Indians|Vietnamese|Koreans|households)\b/;
const PEOPLE = /^\s(?:people|persons|consumers)\b/i;
const POPULATION_BEFORE =
  /\b(?:population|inhabitants)\s(?:(?:of|is|was|at|to|reached|totals?|exceeds?|about|around|some|nearly|over|more|than|almost|roughly)\s){0,4}$/i;
const COUNTRY_OF =
  /\b(?:countr(?:y|ies)|nations?|markets?|econom(?:y|ies)|regions?|blocs?|states?|cit(?:y|ies)|home\sto)\s(?:(?:of|with|about|around|some|nearly|over|more|than|almost|roughly|an?)\s){0,4}$/i;
const REACH = 110;

/** Why a quantity is none of trade, by the words beside it, or null. */
export function otherQuantity(
  plain: string,
  token: Token,
  previous: { readonly token: Token; readonly reason: IgnoreReason | null } | null,
): IgnoreReason | null {
  const before = plain
    .slice(Math.max(0, token.start - REACH), token.start)
    .replace(/^.*[.;!?]\s/s, "");
  const after = plain.slice(token.end, token.end + 80);
  if (token.unit === "percent" || token.unit === "percentage-points") {
    const gap = previous ? plain.slice(previous.token.end, token.start) : "";
    const goesOn = previous?.reason === "tariff" && gap.length < 16 && GOES_ON.test(gap);
    const rate =
      RATE_BEFORE_DUTY.test(after) ||
      AT_RATE.test(after) ||
      DUTY_BEFORE_RATE.test(before) ||
      TAXED_AT.test(before);
    return goesOn || rate ? "tariff" : null;
  }
  if (token.unit !== null) return null;
  if ((token.noun !== null && TIME.test(token.noun)) || TIME_AFTER.test(after)) return "duration";
  const many = token.scale === "million" || token.scale === "billion";
  if (POPULATION_BEFORE.test(before) || PEOPLE_AFTER.test(after)) return "population";
  return PEOPLE.test(after) && many && COUNTRY_OF.test(before) ? "population" : null;
}
