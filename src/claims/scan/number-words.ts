import { nounAfter } from "./digit-tokens.ts";
import type { Scale } from "./scanned-number.ts";
import type { Token } from "./token.ts";

const units =
  "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen".split(
    "|",
  );
const tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety".split("|");
const parts = new Map([
  ["half", 2],
  ["halve", 2],
  ["third", 3],
  ["quarter", 4],
  ["fourth", 4],
  ["fifth", 5],
  ["sixth", 6],
  ["seventh", 7],
  ["eighth", 8],
  ["ninth", 9],
  ["tenth", 10],
]);
const multiples: readonly (readonly [RegExp, string])[] = [
  [/^(?:doubl|twice)/, "2"],
  [/^(?:tripl|trebl|thrice)/, "3"],
  [/^quadrupl/, "4"],
  [/^quintupl/, "5"],
  [/^halv/, "0.5"],
];

const CARDINAL = `(?:(?:${tens.join("|")})(?:[-\\s](?:${units.slice(0, 9).join("|")}))?|${units.join("|")})`;
const FRACTION = [...parts.keys()].join("|");
const COMPARED = "(?=\\s(?:of|as|the|that|its|their|more|less|higher|lower|larger|smaller)\\b)";

/**
 * Words that state a quantity. A cardinal in words is one only with a scale, a unit, "times" or
 * "-fold" beside it ("three countries" is not), and vague words ("thousands") are none.
 */
const WORDS = new RegExp(
  `(?<![\\w-])(?:${[
    "(?<multiple>(?:doubl|tripl|trebl|quadrupl|quintupl)(?:ed|ing|es)|halv(?:ed|ing|es)|(?:double|triple|treble|quadruple|halve)(?=\\s(?:the|its|their|that|what|from|to|in|by)\\b)|(?:twice|thrice)(?=\\s(?:as|the|its|their|that|what)\\b))",
    `(?:a\\s)?factor\\sof\\s(?<factor>${CARDINAL})`,
    `(?<fold>${units.join("|")})(?:-?fold|\\stimes(?=\\s(?:as|the|more|higher|larger|greater|bigger|its|that|what|their)\\b))`,
    `(?<part>(?:a|one|two|three|four|five)(?:-(?:${FRACTION})s?|\\s(?:${FRACTION})s?${COMPARED}))`,
    `(?<count>half|an?|${CARDINAL})[\\s-](?:an?\\s)?(?<scale>hundred|thousand|million|billion|trillion)(?<scaled>\\s(?:dollars|percent|per\\scent))?`,
    `(?<amount>${CARDINAL}|zero)[\\s-](?<unit>percentage\\spoints?|percent|per\\scent|dollars)`,
    "(?<half>half)",
    "(?<zero>zero)",
  ].join("|")})(?![\\w-])`,
  "gi",
);

/** Every number word of a text that states a quantity. */
export function wordTokens(plain: string): Token[] {
  const tokens: Token[] = [];
  for (const match of plain.matchAll(WORDS)) {
    const end = match.index + match[0].length;
    const read = reading(match.groups!);
    const noun = read.unit === null ? nounAfter(plain, end) : null;
    const span = { start: match.index, end, from: match.index, to: end };
    tokens.push({ ...span, ...read, noun, sign: "", word: true });
  }
  return tokens;
}

interface Reading {
  readonly value: string;
  readonly unit: string | null;
  readonly scale: Scale | null;
}

function reading(groups: Record<string, string | undefined>): Reading {
  const lower = (name: string): string | undefined => groups[name]?.toLowerCase();
  const multiple = lower("multiple");
  if (multiple) {
    const value = multiples.find(([pattern]) => pattern.test(multiple))![1];
    return { value, unit: "times", scale: null };
  }
  const times = lower("factor") ?? lower("fold");
  if (times) return { value: String(cardinal(times)), unit: "times", scale: null };
  const part = lower("part");
  if (part) {
    const [count, name] = part.split(/[\s-]/) as [string, string];
    const divisor = parts.get(name) ?? parts.get(name.replace(/s$/, ""))!;
    return { value: `${cardinal(count)}/${divisor}`, unit: "ratio", scale: null };
  }
  const scale = lower("scale") as Scale | undefined;
  if (scale) {
    const count = lower("count")!;
    const value = count === "half" ? "0.5" : String(cardinal(count));
    return { value, unit: unitOf(lower("scaled")), scale };
  }
  const amount = lower("amount");
  if (amount) return { value: String(cardinal(amount)), unit: unitOf(lower("unit")), scale: null };
  if (lower("half")) return { value: "1/2", unit: "ratio", scale: null };
  return { value: "0", unit: null, scale: null };
}

function unitOf(words: string | undefined): string | null {
  const unit = words?.trim();
  if (!unit) return null;
  if (unit === "dollars") return "USD";
  return unit.startsWith("percentage") ? "percentage-points" : "percent";
}

function cardinal(words: string): number {
  return words.split(/[\s-]/).reduce((sum, word) => sum + cardinalWord(word), 0);
}

function cardinalWord(word: string): number {
  if (word === "zero") return 0;
  if (word === "a" || word === "an") return 1;
  const ten = tens.indexOf(word);
  return ten >= 0 ? (ten + 2) * 10 : units.indexOf(word) + 1;
}
