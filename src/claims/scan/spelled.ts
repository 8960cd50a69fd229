const units =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
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
  ["twentieth", 20],
]);

/** The names of parts of a whole, for patterns. */
export const PART_NAMES = [...parts.keys()].join("|");

/** A cardinal below a hundred, for patterns. */
export const SMALL = `(?:${tens.join("|")})(?:[-\\s](?:${units.slice(0, 9).join("|")}))?|${[...units].reverse().join("|")}`;

const HUNDREDS = `(?:(?:${SMALL})|an?)\\shundred(?:\\s(?:and\\s)?(?:${SMALL}))?|${SMALL}`;

/** `twelve thousand five hundred`, for patterns. */
export const THOUSANDS = `(?:${HUNDREDS})\\sthousand,?\\s(?:and\\s)?(?:${HUNDREDS})(?!\\s(?:thousand|million|billion|trillion))`;

/** A cardinal below a million, for patterns: `two hundred and twelve`. */
export const FULL = `${THOUSANDS}|${HUNDREDS}`;

/** The number that a cardinal stands for, with "and a half" or "point five", as digits. */
export function cardinal(words: string): string {
  const [whole, decimals] = words.split(/\spoint\s/) as [string, string | undefined];
  if (decimals) return `${cardinal(whole)}.${decimals.split(/[\s-]/).map(word).join("")}`;
  const mixed = /\sand\s((?:a|one|two|three)[\s-]([a-z]+))$/.exec(words);
  if (mixed && parts.has(singular(mixed[2]!))) {
    const [count, divisor] = partOf(mixed[1]!).split("/").map(Number) as [number, number];
    const sum = Number(cardinal(words.slice(0, mixed.index))) + count / divisor;
    return String(Number(sum.toFixed(4)));
  }
  let sum = 0;
  let group = 0;
  for (const each of words.split(/[\s,-]+/)) {
    if (each === "hundred") group = (group || 1) * 100;
    else if (each === "thousand") {
      sum += (group || 1) * 1000;
      group = 0;
    } else group += word(each);
  }
  return String(sum + group);
}

/** `two-thirds` as `2/3`. */
export function partOf(words: string): string {
  const at = words.search(/[\s-][a-z]+$/);
  return `${cardinal(words.slice(0, at))}/${parts.get(singular(words.slice(at + 1)))}`;
}

function singular(name: string): string {
  return parts.has(name) ? name : name.replace(/s$/, "");
}

function word(each: string): number {
  if (each === "a" || each === "an") return 1;
  const ten = tens.indexOf(each);
  return ten >= 0 ? (ten + 2) * 10 : units.indexOf(each) + 1;
}
