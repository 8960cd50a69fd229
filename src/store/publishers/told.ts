import type { Answer } from "./answer.ts";
import { quoted, secondsToWait } from "./look.ts";
import type { Outcome } from "./publisher.ts";

/** What a limit is called, by services and by what stands before them. */
const LIMIT =
  /rate.?limit|too many (?:requests|calls)|(?:requests?|calls?|usage|bandwidth|volume) (?:limit|quota)|(?:limit|quota|threshold) (?:of|for|on|is|has been|was) ?.{0,40}(?:exceeded|reached)|exceed\w* (?:the |your )?(?:\w+ ){0,4}(?:limit|quota|number|threshold|requests?|calls?)|throttl(?:ed|ing)|quota will be replenished/i;
/** What says that it ends with the day. */
const OF_THE_DAY = /daily|per day|a day|24 hours|today|tomorrow|quota will be replenished/i;
/** What a key is called, beside what is said of one that is refused. */
const KEY =
  /(?:api[ _-]?|access |subscription |registration )?\bkey\b|\btoken\b|\buser ?id\b|\bcredentials?\b/i;
const REFUSED =
  /invalid|missing|required|not (?:valid|active|activated|accepted|registered|authori[sz]ed|found|provided)|unauthori[sz]ed|expired|denied|does not exist|no longer|must (?:be included|use|provide)/i;

/** What an answer says in words, whatever its status: a limit, or that the key is refused. */
export function toldInWords(answer: Answer, text: string, hasKey: boolean): Outcome | null {
  // A page may hold anything at all further down.
  const said = quoted(withoutTags(text).slice(0, 2000));
  if (LIMIT.test(said)) {
    if (OF_THE_DAY.test(said)) return { kind: "stop", message: said };
    return { kind: "slow-down", seconds: secondsToWait(answer, 60), message: said };
  }
  return hasKey && KEY.test(said) && REFUSED.test(said) ? { kind: "fix-key", message: said } : null;
}

/** The words of a page. */
function withoutTags(text: string): string {
  if (!text.startsWith("<")) return text;
  return text
    .replace(/<(script|style)\b[^>]*>.*?(<\/\1>|$)/gis, " ")
    .replace(/<[^>]*>/g, " ")
    .trim();
}
