import type { Today } from "../../statements/times.ts";

/** The last month that any embedded data hold, for a text without a date. */
export const NEWEST: Today = { year: 2026, month: 10 };

/** When a text without a date may have been written: in the two years after the last that it names, or in that year. */
export function todaysOf(text: string): readonly Today[] {
  let latest = 0;
  for (const match of text.matchAll(/(?<![\d$.,])(?:19|20)\d\d(?![\d%])/g)) {
    const year = Number(match[0]);
    if (year > latest && year <= NEWEST.year) latest = year;
  }
  if (latest === 0) return [NEWEST];
  const own: readonly Today[] = [
    { year: latest + 1, month: null },
    { year: latest + 1, month: DECEMBER },
    { year: latest, month: DECEMBER },
    // "Last year … than in 2023": the last that is named is only compared with.
    ...(RELATIVE.test(text) ? [{ year: latest + 2, month: null }] : []),
    ...monthsOf(text).flatMap((month) => [
      { year: latest + 1, month },
      { year: latest, month },
    ]),
  ];
  return own.filter(({ year }) => year <= NEWEST.year);
}

const DECEMBER = 12;
const RELATIVE = /\b(?:last|this|past|previous)\syear\b/i;

const OPENING = 900;
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
/** "WASHINGTON, Sept 3 (Wire) -": the day of a dateline without a year. */
const DATELINE =
  /\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}(?=\s*(?:\(|[-\u2013\u2014]|,\s(?!20)))/;
/** "Widened sharply in July": data are released in the second month after theirs. */
const OF_DATA =
  /\b(?:in|for)\s(January|February|March|April|May|June|July|August|September|October|November|December)\b(?!,?\s(?:of\s)?(?:19|20|\d))/;

/** The month that a text without a year says or lets guess; none where it names none. */
function monthsOf(text: string): readonly number[] {
  const opening = text.slice(0, OPENING);
  const numberOf = (name: string) => MONTHS.indexOf(name.slice(0, 3)) + 1;
  const day = DATELINE.exec(opening)?.[1];
  if (day !== undefined) return [numberOf(day)];
  const data = OF_DATA.exec(opening)?.[1];
  return data === undefined ? [] : [((numberOf(data) + 1) % 12) + 1];
}
