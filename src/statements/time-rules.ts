import { periodOf, yearPeriod } from "../records/period.ts";
import {
  at,
  BEFORE,
  count,
  lastYearOf,
  M,
  MONTHS,
  monthOf,
  months,
  N,
  ORDINALS,
  quarterOf,
  type Rule,
  rule,
  SAME,
  SHORT_YEAR,
  shortYear,
  Y,
  year,
} from "./time-words.ts";

/** From the most special to the plainest; where two overlap the first of this list counts. */
export const timeRules: readonly Rule[] = [
  rule(
    `between\\s${Y}\\sand\\s${Y}|(?:from\\s)?${Y}\\s?[\\u2013\\u2014/-]\\s?${Y}|from\\s${Y}\\s(?:to|through|until|and)\\s${Y}|${Y}\\s(?:to|through)\\s${Y}`,
    (m) => {
      const [a, b] = m.slice(1).filter((text) => text !== undefined);
      return Number(b) > Number(a) ? { kind: "span", from: year(a!), period: year(b!) } : null;
    },
  ),
  rule(`${Y}\\s?[\\u2013-]\\s?(\\d\\d)`, (m) => {
    const end = Number(m[1]!.slice(0, 2) + m[2]);
    return end > Number(m[1]) ? { kind: "span", from: year(m[1]!), period: yearPeriod(end) } : null;
  }),
  rule(`(?:the\\s)?same\\s${N}\\smonths\\s(?:of|in)\\s${Y}`, (m) => ({
    kind: "like",
    by: Number(m[2]),
    months: count(m[1]!),
  })),
  rule(`${SAME}\\s(?:of|in|a)\\s(?:${Y}|${SHORT_YEAR})`, (m) => ({
    kind: "like",
    by: m[1] ? Number(m[1]) : shortYear(m[2]!),
  })),
  rule(
    `${SAME}(?:\\s(?:of\\s|in\\s|during\\s|a\\s|one\\s|last\\s)?(?:the\\s)?(?:previous|prior|preceding|last|year)?\\s?(?:year)?\\s?${BEFORE}?)(?<=year|earlier|before|ago)`,
    () => ({ kind: "like", by: -1 }),
  ),
  rule(
    `(?:the\\s)?first\\s${N}\\smonths\\s(?:of|in)\\s(?:${Y}|(?:this|the)\\syear)`,
    (m, today) => {
      const n = count(m[1]!);
      return n > 0 && n <= 12 ? at(months(Number(m[2] ?? today.year), 1, n)) : null;
    },
  ),
  rule(`(?:the\\s)?first\\s${N}\\smonths`, (m, today) => {
    const n = count(m[1]!);
    return n > 0 && n < 12 ? at(months(today.year, 1, n), true) : null;
  }),
  rule(
    `(?:the\\s)?(?:12|twelve)\\smonths\\s(?:through|to|ending(?:\\sin)?|ended(?:\\sin)?)\\s${M},?\\s${Y}`,
    (m) => {
      const last = Number(m[2]) * 12 + monthOf(m[1]!) - 1;
      return at(periodOf(last - 11, last));
    },
  ),
  rule(
    `(?:from\\s|between\\s)?${M}\\s?(?:through|to|thru|\\u2013|-|and|and\\sinto)\\s?${M},?\\s(?:of\\s)?${Y}`,
    (m) => {
      const [first, last] = [monthOf(m[1]!), monthOf(m[2]!)];
      return last > first ? at(months(Number(m[3]), first, last)) : null;
    },
  ),
  rule(`${M}\\s${Y}\\s?(?:through|to|\\u2013|-)\\s?${M}\\s${Y}`, (m) => {
    const [first, last] = [
      Number(m[2]) * 12 + monthOf(m[1]!) - 1,
      Number(m[4]) * 12 + monthOf(m[3]!) - 1,
    ];
    return last > first ? at(periodOf(first, last)) : null;
  }),
  rule(`(?:between\\s|from\\s)?${M}\\s?(?:through|to|thru|\\u2013|-|and)\\s?${M}`, (m, today) => {
    const [first, last] = [monthOf(m[1]!), monthOf(m[2]!)];
    return last > first ? at(months(lastYearOf(last, today), first, last), true) : null;
  }),
  rule(
    `(?:the\\s)?(?:year[\\s-]to[\\s-]date|YTD)\\s(?:through|to|in|ending)\\s${M},?(?:\\s${Y})?|(?:so\\sfar\\sthis\\syear\\s)?through\\s${M}(?:,?\\s(?:of\\s)?${Y})?`,
    (m, today) => {
      const last = monthOf((m[1] ?? m[3])!);
      const own = m[2] ?? m[4];
      return at(months(own ? Number(own) : lastYearOf(last, today), 1, last), own === undefined);
    },
  ),
  rule(`(?:the\\s)?(first|second)\\shalf\\sof\\s${Y}|${Y}'s\\s(first|second)\\shalf`, (m) => {
    const half = ORDINALS.indexOf((m[1] ?? m[4])!.toLowerCase()) + 1;
    return at(months(Number(m[2] ?? m[3]), half * 6 - 5, half * 6));
  }),
  rule(`H([12])\\s${Y}`, (m) => at(months(Number(m[2]), Number(m[1]) * 6 - 5, Number(m[1]) * 6))),
  // "1H25", "H1", "2Q26", "3Q".
  rule("(?:([12])H|H([12]))[\\s-]?['\u2019]?(\\d\\d)?", (m, today) => {
    const half = Number(m[1] ?? m[2]);
    const own = m[3] ? shortYear(m[3]) : today.year;
    return at(months(own, half * 6 - 5, half * 6), m[3] === undefined);
  }),
  rule("(?:([1-4])Q|Q([1-4]))[\\s-]?['\u2019]?(\\d\\d)(?!\\d)|([1-4])Q", (m, today) => {
    const quarter = Number(m[1] ?? m[2] ?? m[4]);
    const own = m[3] ? shortYear(m[3]) : today.year;
    return at(months(own, quarter * 3 - 2, quarter * 3), m[3] === undefined);
  }),
  // "The remaining nine months of 2025", "the last month of the year".
  rule(
    `(?:the\\s)?(?:remaining|last|final|closing|other)\\s(?:${N}\\s)?months?\\s(?:of|in)\\s(?:the\\syear\\s)?(?:${Y}|(?:the|last|that)\\syear)`,
    (m, today) => {
      const n = m[1] ? count(m[1]) : 1;
      const own = m[2] ? Number(m[2]) : today.year - 1;
      return n < 12 ? at(months(own, 13 - n, 12), m[2] === undefined) : null;
    },
  ),
  rule(`(?:the\\s)?(?:opening|first|early)\\smonths\\sof\\s${Y}`, (m) => ({
    kind: "like",
    by: Number(m[1]),
  })),
  rule(`${M}\\s${SHORT_YEAR}`, (m) => at(months(shortYear(m[2]!), monthOf(m[1]!), monthOf(m[1]!)))),
  rule(`the\\s${M}\\s(?:before|earlier)`, () => ({ kind: "like", by: -1 })),
  rule(`(?:the\\s)?year\\sto\\s${M}(?:\\s${Y})?`, (m, today) => {
    const last = monthOf(m[1]!);
    return at(months(m[2] ? Number(m[2]) : lastYearOf(last, today), 1, last), m[2] === undefined);
  }),
  rule(
    "at\\s(?:the\\s|its\\s)?(?:(start|beginning|outset)|(end))(?:\\sof\\s(?:the|this|that|our)\\s(?:sample|period|series|stretch|span))?(?!\\sof)",
    (m) => ({ kind: "same", by: m[1] ? 2 : 3 }),
  ),
  rule(`(?:to|through|until)\\sthe\\send\\sof\\s${M}(?:\\s${Y})?`, (m, today) => {
    const last = monthOf(m[1]!);
    return at(months(m[2] ? Number(m[2]) : lastYearOf(last, today), 1, last), m[2] === undefined);
  }),
  rule("(?:the\\s)?(first|second)\\shalf(?!\\sof\\s(?:the\\s)?(?:decade|century))", (m, today) => {
    const half = ORDINALS.indexOf(m[1]!.toLowerCase()) + 1;
    return at(months(today.year, half * 6 - 5, half * 6), true);
  }),
  rule(
    `(?:the\\s)?(first|opening|second|third|fourth|final|closing)\\squarter(?:\\sof|,)?\\s${Y}|Q([1-4])[\\s-](?:of\\s)?${Y}|${Y}[\\s-]?Q([1-4])`,
    (m) => {
      const quarter = m[1] ? quarterOf(m[1]) : Number(m[3] ?? m[6]);
      return at(months(Number(m[2] ?? m[4] ?? m[5]), quarter * 3 - 2, quarter * 3));
    },
  ),
  rule(
    "(?:the\\s)?(?:(first|opening|second|third|fourth|final|closing)\\squarter|Q([1-4]))",
    (m, today) => {
      const quarter = m[1] ? quarterOf(m[1]) : Number(m[2]);
      return at(months(today.year, quarter * 3 - 2, quarter * 3), true);
    },
  ),
  // "$42.8 billion in the third quarter, $46.3 billion in the fourth".
  rule(
    "(?:in|of|for|from|to)\\sthe\\s(first|second|third|fourth)(?!\\s\\w)(?<=\\b(?:quarter|Q[1-4])\\b[^;]{1,180})",
    (m, today) => {
      const quarter = ORDINALS.indexOf(m[1]!.toLowerCase()) + 1;
      return at(months(today.year, quarter * 3 - 2, quarter * 3), true);
    },
  ),
  rule(`(since\\s)?${M}\\s(?:of\\s)?(last|this)\\syear`, (m, today) => {
    const own = today.year - (m[3]!.toLowerCase() === "last" ? 1 : 0);
    const month = months(own, monthOf(m[2]!), monthOf(m[2]!));
    return m[1] ? { kind: "since", from: month } : at(month);
  }),
  rule(`since\\s(?:${M}\\s${Y})`, (m) => ({
    kind: "since",
    from: months(Number(m[2]), monthOf(m[1]!), monthOf(m[1]!)),
  })),
  rule(
    `(?:ever\\s)?since\\s(?:the\\s(?:[\\w]+\\s){1,3}(?:of|in)\\s)?(?:just\\s|at\\sleast\\s)?${Y}`,
    (m) => ({ kind: "since", from: year(m[1]!) }),
  ),
  rule(`(?<!\\b\\d{1,2}\\s)${M},?\\s(?:of\\s)?${Y}(?!\\s?[-\\u2013]\\s?\\d)`, (m) =>
    at(months(Number(m[2]), monthOf(m[1]!), monthOf(m[1]!))),
  ),
  rule(`${M}\\s\\d{1,2}(?:st|nd|rd|th)?(?:,\\s${Y})?|\\d{1,2}\\s${M}(?:\\s${Y})?`, () => null),
  // "The seven-month deficit", "the half-year tally".
  rule(`(?:the|its|that)\\s(?:${N}-month|half-year(?:ly)?)`, (m) => ({
    kind: "same",
    by: 100 + (m[1] ? count(m[1]) : 6),
  })),
  rule(
    `(?:over|in|during|for|across)\\s(?:the|those|these|all)\\s${N}\\smonths(?:\\s(?:together|combined))?(?!\\s(?:of|to|through|ending|ended|earlier|before|since|after|ago|a\\syear))`,
    (m) => ({
      kind: "same",
      by: 100 + count(m[1]!),
    }),
  ),
  rule(
    `(?:over|in|during|for|across)\\s(?:the|those|these|that)\\s(?:\\w+[-\\s]){0,2}(?:years?|months|quarter|half|period|stretch|span)(?:\\s(?:together|combined|period|span|stretch))?(?!\\s(?:of|to|through|ending|ended|earlier|before|since|after|ago|a\\syear))`,
    () => ({ kind: "same" }),
  ),
  rule(`(?:over|in|during)\\sthe\\s(?:past|last)\\s${N}\\syears`, (m, today) => ({
    kind: "span",
    from: yearPeriod(today.year - 1 - count(m[1]!)),
    period: yearPeriod(today.year - 1),
  })),
  rule(
    `(?:in|within|over)\\s(?:just\\s|only\\s|about\\s)?${N}\\s(years|decades)(?!\\s${BEFORE})`,
    (m) =>
      count(m[1]!) < 2
        ? null
        : { kind: "shift", by: (m[2] === "years" ? 12 : 120) * count(m[1]!), over: true },
  ),
  rule(`(?:a|one|${N})\\smonths?\\slater`, (m) => ({
    kind: "shift",
    by: -(m[1] ? count(m[1]) : 1),
  })),
  rule(`${N}\\syears?\\son(?=[\\s,])`, (m) => ({ kind: "shift", by: -12 * count(m[1]!) })),
  rule("(?:by|at|around)\\sthe\\sturn\\sof\\sthe\\s(?:millennium|century)", () =>
    at(yearPeriod(2000)),
  ),
  // "The full-year gap", "for the year as a whole": of the year spoken of.
  rule(
    "(?:the\\s|its\\s)?full[\\s-]year|(?:in|over|for)\\sthe\\s(?:(?:full|whole|entire)\\syear|year\\sas\\sa\\swhole)",
    () => ({ kind: "same", by: 4 }),
  ),
  rule("since\\sthen", () => ({ kind: "since-then" })),
  rule(`${N}\\syears?\\s${BEFORE}|${N}\\sdecades?\\s${BEFORE}`, (m) => ({
    kind: "shift",
    by: m[1] ? 12 * count(m[1]) : 120 * count(m[2]!),
  })),
  rule(`${N}\\smonths?\\s${BEFORE}`, (m) => ({ kind: "shift", by: count(m[1]!) })),
  rule(
    `(?:just\\s)?${N}\\syears\\slater|(?:the|a)\\s(?:next|following)\\syear|(?:a|one)\\syear\\slater`,
    (m) => ({
      kind: "shift",
      by: -12 * (m[1] ? count(m[1]) : 1),
    }),
  ),
  rule(
    `(?:the|a)\\s(?:previous|prior|preceding)\\syear(?:'s)?|the\\syear\\s(?:before|earlier|prior)|year[-\\s](?:on|over)[-\\s]year|from\\sa\\syear|on\\sthe\\syear|y/y|yoy|y-o-y|year\\s${BEFORE}|over\\sthe\\syear`,
    () => ({ kind: "shift", by: 12 }),
  ),
  rule(
    "(?:the|a)\\s(?:previous|prior|preceding)\\smonth|(?:the|a|one)\\smonth\\s(?:before|earlier|prior)|month[-\\s](?:on|over)[-\\s]month|on\\sthe\\smonth",
    () => ({ kind: "shift", by: 1 }),
  ),
  rule("last\\syear(?:'s)?|the\\spast\\syear", (_, today) => at(yearPeriod(today.year - 1))),
  rule(
    "so\\sfar\\s(?:this|in\\sthe)\\syear|this\\syear(?:'s)?|year[\\s-]to[\\s-]date|YTD|the\\syear\\sso\\sfar",
    () => ({
      kind: "same",
      by: 1,
    }),
  ),
  rule(
    "(?:that|the\\ssame)\\s(?:year|month)|(?:in|over|during|across)\\s(?:the\\ssame|that|those|this|these)\\s(?:period|years|time|months|span|stretch|interval)|over\\sthose\\syears|over\\s(?:that|the)\\s(?:period|stretch|span)",
    () => ({ kind: "same" }),
  ),
  rule(Y, (m) => at(year(m[1]!))),
  [
    // A month without its year.
    new RegExp(
      `(?<![\\w$.,-])(${MONTHS.replace("|March|", "|").replace("|May|", "|")}|(?<=\\b(?:[Ii]n|of|[Ff]or|[Ff]rom|[Ss]ince|[Tt]hrough|[Uu]ntil|[Bb]y)\\s)(?:March|May)|(?:March|May)(?=\\s(?:alone|itself)\\b|:))(?:'s)?(?![\\w%]|\\s\\d)`,
      "g",
    ),
    (m, today) =>
      at(months(lastYearOf(monthOf(m[1]!), today), monthOf(m[1]!), monthOf(m[1]!)), true),
  ],
  [
    // A row of a table: "March".
    new RegExp(`^\\s*${M}\\s*$`, "gi"),
    (m, today) =>
      at(months(lastYearOf(monthOf(m[1]!), today), monthOf(m[1]!), monthOf(m[1]!)), true),
  ],
];
