import { nounAfter } from "./nouns.ts";
import type { Scale } from "./scanned-number.ts";
import { cardinal, FULL, PART_NAMES, partOf, SMALL, THOUSANDS } from "./spelled.ts";
import type { Token } from "./token.ts";

const multiples: readonly (readonly [RegExp, string])[] = [
  [/^(?:doubl|twice)/, "2"],
  [/^(?:tripl|trebl|thrice)/, "3"],
  [/^quadrupl/, "4"],
  [/^quintupl/, "5"],
  [/^halv/, "0.5"],
];

const COMPARED =
  "of|as|the|that|its|their|more|less|higher|lower|larger|smaller|in|from|to|on|since|over|between|last|this|by|and|or|when|while|compared|against|through|during|after|before|above|below|under|came|comes|went|goes|is|are|was|were|had|for";
/** What follows a part that is not the number of a thing: "a third of it", not "a third country". */
const ENDS_PART = `(?=\\s(?:${COMPARED})\\b|\\s?[.,;:)\\]"'!?]|\\s?\\n|\\s?[-–—]|$)`;
const TIMES_WHAT =
  "(?=\\s(?:as|the|more|higher|larger|greater|bigger|faster|its|that|what|their|those|exports|imports)\\b)";
const MIXED = `\\sand\\s(?:a|one|two|three)[\\s-](?:${PART_NAMES})s?|\\spoint(?:\\s(?:${SMALL})){1,3}`;
const EVERY = "(?:every\\s|each\\s)";

const PLACES = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth";
/** What follows a place in an order: "third among", "came second at $90 billion". */
const BEHIND_PLACE =
  "\\s(?:place|with|among|behind|ahead|as\\sa|after|overall|at\\s\\$|on\\s(?:the|that)\\s(?:list|table)|in\\s(?:line|size|(?:the|that|this)\\s(?:ranking|list|table|order)))\\b";

const TIMES = /[a-z]\stimes/i;
const OUT_OF = new RegExp(`(?:of|in)\\s${EVERY}?(?:${SMALL}|a\\shundred)`, "i");
const PART = new RegExp(
  `(?:\\ban?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty)[\\s-](?:${PART_NAMES})`,
  "i",
);
const PLACE = new RegExp(PLACES, "i");

/**
 * Words that state a quantity. A small cardinal in words is one only with a scale, a unit, "times" or
 * "-fold" beside it ("three countries" is not), and vague words ("thousands") are none. Every
 * alternative is of bounded length, and has before it what a text must hold for it to match.
 */
const alternatives: readonly (readonly [needs: RegExp, source: string])[] = [
  [
    /doubl|tripl|trebl|quadrupl|quintupl|halv|twice|thrice/i,
    "(?<multiple>(?:doubl|tripl|trebl|quadrupl|quintupl)(?:ed|ing|es)|halv(?:ed|ing|es)|(?:double|triple|treble|quadruple|halve)(?=\\s(?:the|its|their|that|those|what|last|from|to|in|by)\\b)|(?:twice|thrice)(?=\\s(?:as|the|its|their|that|those|what)\\b))",
  ],
  [/half\sagain/i, "(?<again>half\\sagain(?=\\sas\\b))"],
  [/factor/i, `(?:a\\s)?factor\\sof\\s(?<factor>(?:${SMALL})(?:${MIXED})?)`],
  [/fold/i, `(?<fold>(?:${FULL}))-?fold`],
  [TIMES, `(?<mixedTimes>(?:${FULL})(?:${MIXED}))\\stimes`],
  [TIMES, `(?<times>(?:${FULL}))\\stimes${TIMES_WHAT}`],
  [
    OUT_OF,
    `(?<some>${SMALL})(?:\\s(?:dollars?|cents?|jobs?|exporters?|firms?|cars?|trucks?|containers?))?\\s(?:out\\sof\\s${EVERY}?|of\\s${EVERY}|in\\s${EVERY}?)(?<outOf>${SMALL}|(?:a|one)\\shundred)(?!\\s(?:hundred|thousand|million|billion|trillion|percent|per\\scent|or)\\b)(?:\\sdollars?)?`,
  ],
  [
    /\d\s(?:out\sof|in|of)\s/i,
    `(?<someDigits>\\d{1,2})\\s(?:out\\sof\\s${EVERY}?|(?:in|of)\\s${EVERY}|in\\s(?=\\d{1,2}\\s))(?<outOfDigits>\\d{1,3})(?![\\d.,%]|\\s(?:day|week|month|quarter|year|hour|minute|percent|per\\scent|million|billion|trillion|of)s?\\b)(?:\\sdollars?)?`,
  ],
  [
    PART,
    `(?<part>(?:(?:a|${SMALL})-(?:${PART_NAMES})s?|(?:two|three|four|five|six|seven|eight|nine)\\s(?:${PART_NAMES})s|(?:a|an|one)\\s(?:${PART_NAMES})${ENDS_PART}))`,
  ],
  [
    /thousand/i,
    `(?<thousands>${THOUSANDS})(?<thousandsOf>\\s(?:(?:US|U\\.S\\.)\\s)?(?:dollars|euros))?`,
  ],
  [
    /[a-z][\s-](?:of\s)?(?:an?\s)?(?:thousand|million|billion|trillion)/i,
    `(?<count>half|an?|${FULL})(?<mixed>${MIXED})?[\\s-](?:of\\s)?(?:an?\\s)?(?<scale>thousand|million|billion|trillion)(?<scaled>\\s(?:(?:US|U\\.S\\.)\\s)?(?:dollars|percent|per\\scent|euros))?`,
  ],
  [
    /[a-z][\s-](?:percent|per\scent|dollars|euros|cents)/i,
    `(?<amount>(?:${FULL})(?:${MIXED})?|zero)[\\s-](?<unit>percentage[\\s-]points?|percent|per\\scent|dollars|euros|cents)`,
  ],
  [/hundred/i, `(?<large>(?:${SMALL}|an?)\\shundred(?:\\sand\\s(?:${SMALL})|[\\s-](?:${SMALL}))?)`],
  [/dozen/i, `(?<dozen>(?:half\\sa|an?|${SMALL})\\sdozen)`],
  [/half/i, "(?<half>half)"],
  [/zero/i, "(?<zero>zero)"],
  [
    /rank/i,
    "(?<=\\brank(?:s|ed|ing)?\\s(?:only\\s|just\\s|as\\s)?(?:the\\s)?)(?<place>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)",
  ],
  [
    PLACE,
    `(?<=\\b(?:was|is|are|were|came|comes?|placed|finished|finishes|stood|lies|remains|remained|in|to|now|only|${"'"}s)\\s(?:only\\s|just\\s|still\\s|a\\s(?:close|distant|clear)\\s)?)(?<standing>${PLACES})(?=${BEHIND_PLACE}|\\s?[.,;)])`,
  ],
  [
    PLACE,
    `(?<=[a-z),](?<!\\b(?:the|an?|one|every|each|this|that|its|their|his|our|her|in|of|and|or|by|for|from|to|two|three|last|next))\\s(?:only\\s)?)(?<after>${PLACES})(?=${BEHIND_PLACE})`,
  ],
  [
    /number\s/i,
    `number\\s(?<number>one|two|three|four|five|six|seven|eight|nine|ten)(?=\\s(?:\\w+\\s){0,2}(?:customers?|suppliers?|sources?|markets?|buyers?|destinations?|exporters?|partners?|spot|position|place)\\b|\\s?[,.;)]|\\s(?:with|at|in|for|among|ahead)\\b)`,
  ],
  [
    PLACE,
    "(?<rank>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)[\\s-](?:largest|biggest|highest|lowest|smallest|leading|ranked|best|most\\simportant)",
  ],
];

const compiled = new Map<string, RegExp>();

/** The pattern of the alternatives of which a text has what they need: most need much time to compile. */
function patternFor(plain: string): RegExp | null {
  const found = alternatives.flatMap(([needs, source]) => (needs.test(plain) ? [source] : []));
  if (found.length === 0) return null;
  const source = `(?<![\\w-])(?:${found.join("|")})(?![\\w-])`;
  const pattern = compiled.get(source) ?? new RegExp(source, "gi");
  compiled.set(source, pattern);
  return pattern;
}

const RANKS = "first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** Every number word of a text that states a quantity. */
export function wordTokens(plain: string): Token[] {
  const tokens: Token[] = [];
  const pattern = patternFor(plain);
  if (pattern === null) return tokens;
  for (const match of plain.matchAll(pattern)) {
    const found = match.index + match[0].length;
    const read = reading(match.groups!);
    const rate = isRated(read.unit) ? rateAt(plain, found) : null;
    const end = found + (rate?.length ?? 0);
    if (rate) read.unit += ` per ${rate.per}`;
    const noun = read.unit === null ? nounAfter(plain, end) : null;
    const span = { start: match.index, end, from: match.index, to: end };
    tokens.push({ ...span, ...read, noun, sign: "", word: true });
  }
  return tokens;
}

const RATE =
  /\s(?:an?|per|each)\s(hour|day|week|month|quarter|year)\b(?!\s(?:earlier|ago|before|later|prior|previously))/iy;

function rateAt(plain: string, at: number): { length: number; per: string } | null {
  RATE.lastIndex = at;
  const match = RATE.exec(plain);
  return match ? { length: match[0].length, per: match[1]!.toLowerCase() } : null;
}

function isRated(unit: string | null): boolean {
  return unit !== null && /^(?:[A-Z]{3}|percent|US cents)$/.test(unit);
}

interface NumberWord {
  readonly value: string;
  unit: string | null;
  readonly scale: Scale | null;
  /** A word that people use for what is near it: "a third", "doubled", "half a million". */
  readonly rounded: boolean;
}

function reading(groups: Record<string, string | undefined>): NumberWord {
  const lower = (name: string): string | undefined => groups[name]?.toLowerCase();
  const rounded = (value: string, unit: string | null, scale: Scale | null = null): NumberWord => ({
    ...{ value, unit, scale, rounded: true },
  });
  const multiple = lower("multiple");
  if (multiple) return rounded(multiples.find(([pattern]) => pattern.test(multiple))![1], "times");
  if (lower("again")) return rounded("1.5", "times");
  const times = lower("factor") ?? lower("fold") ?? lower("mixedTimes") ?? lower("times");
  if (times) return rounded(cardinal(times), "times");
  const [some, outOf] = [lower("some"), lower("outOf")];
  if (some && outOf) return rounded(`${cardinal(some)}/${cardinal(outOf)}`, "ratio");
  if (groups.someDigits) return rounded(`${groups.someDigits}/${groups.outOfDigits}`, "ratio");
  const part = lower("part");
  if (part) return rounded(partOf(part), "ratio");
  const scale = lower("scale") as Scale | undefined;
  if (scale) {
    const count = lower("count")!;
    const value = count === "half" ? "0.5" : cardinal(count + (lower("mixed") ?? ""));
    const vague = /^(?:half|an?)$/.test(count) || lower("mixed") !== undefined;
    return { value, unit: unitOf(lower("scaled")), scale, rounded: vague };
  }
  const exact = (value: string, unit: string | null): NumberWord => ({
    ...{ value, unit, scale: null, rounded: false },
  });
  const amount = lower("amount");
  if (amount) return exact(cardinal(amount), unitOf(lower("unit")));
  const large = lower("large");
  if (large) return { ...exact(cardinal(large), null), rounded: /^an?\shundred$/.test(large) };
  const thousands = lower("thousands");
  if (thousands) return exact(cardinal(thousands), unitOf(lower("thousandsOf")));
  const dozen = lower("dozen");
  if (dozen) {
    const count = dozen.startsWith("half") ? 0.5 : Number(cardinal(dozen.replace(/\sdozen$/, "")));
    return rounded(String(count * 12), null);
  }
  if (lower("half")) return rounded("1/2", "ratio");
  const rank = lower("rank") ?? lower("place") ?? lower("standing") ?? lower("after");
  if (rank) return exact(String(RANKS.indexOf(rank) + 1), "rank");
  const number = lower("number");
  if (number) return exact(cardinal(number), "rank");
  return exact("0", null);
}

function unitOf(words: string | undefined): string | null {
  const unit = words?.trim();
  if (!unit) return null;
  if (unit.endsWith("dollars")) return "USD";
  if (unit === "euros") return "EUR";
  if (unit === "cents") return "US cents";
  return unit.startsWith("percentage") ? "percentage-points" : "percent";
}
