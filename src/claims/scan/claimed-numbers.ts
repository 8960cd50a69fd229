import type { ScannedNumber } from "./scanned-number.ts";

/** As much of a claim as is needed to find it in the text. */
export interface CoveringClaim {
  readonly id: string;
  /** As printed: digits with their sign, or the word ("doubled"); `$`, `%` and commas do not matter. */
  readonly reported: string;
  readonly unit: string;
  readonly scale?: string | undefined;
  /** Other printed forms of the same claim, as they stand in the text. */
  readonly also?: readonly string[] | undefined;
  /** The lines at which the claim stands; without them it covers each mention of its number. */
  readonly lines?: readonly number[] | undefined;
  /** The partners that it is about, as codes; a mention about others is another number. */
  readonly partners?: readonly string[] | undefined;
  /** Where the claim was taken from: decides between claims that print the same number. */
  readonly where?:
    | { readonly line?: number | undefined; readonly section?: string | undefined }
    | undefined;
}

/** A number of the text that the claim file sets aside, and why. */
export interface IgnoreRule {
  /** The number as it stands in the text. */
  readonly text: string;
  readonly reason: string;
  readonly line?: number | undefined;
}

export interface ClaimedNumbers {
  /** How many numbers the text holds: claimed, ignored and unclaimed together. */
  readonly found: number;
  readonly claimed: readonly { readonly number: ScannedNumber; readonly claim: string }[];
  readonly ignored: readonly { readonly number: ScannedNumber; readonly reason: string }[];
  readonly unclaimed: readonly ScannedNumber[];
  /** Claims and rules that no number of the text answers to: the text or the file has changed. */
  readonly absentClaims: readonly string[];
  readonly unusedIgnores: readonly IgnoreRule[];
}

/**
 * Which numbers of a text the claims cover. A claim covers every mention of its printed number with
 * its unit and scale, or those on its `lines`; `17.10` does not cover `17.1`, "fell 5%" is covered by
 * -5 as well, and a mention whose sentence names only other partners is another number. Where several claims
 * print the same number, the one taken from the line, then from the section, then the first covers
 * it. A number that the scan ignored is claimed only by a claim that names its line.
 */
export function claimedNumbers(
  numbers: readonly ScannedNumber[],
  claims: readonly CoveringClaim[],
  ignore: readonly IgnoreRule[] = [],
  partnersOf: (number: ScannedNumber) => readonly string[] | null = () => null,
): ClaimedNumbers {
  const byPrint = new Map<string, CoveringClaim[]>();
  for (const claim of claims) {
    for (const text of [claim.reported, ...(claim.also ?? [])]) {
      const key = normalized(text);
      byPrint.set(key, [...(byPrint.get(key) ?? []), claim]);
    }
  }
  const claimed: { number: ScannedNumber; claim: string }[] = [];
  const ignored: { number: ScannedNumber; reason: string }[] = [];
  const unclaimed: ScannedNumber[] = [];
  const present = new Set<string>();
  const used = new Set<IgnoreRule>();
  const rules = rulesByText(ignore);
  for (const number of numbers) {
    let named: readonly string[] | null | undefined;
    const candidates = candidatesFor(number, byPrint).filter((claim) => {
      if (isPlaced(claim, number)) return true;
      if (named === undefined) named = partnersOf(number);
      return !isAboutOthers(claim, named);
    });
    for (const claim of candidates) present.add(claim.id);
    const claim = nearest(number, candidates);
    const rule = ruleFor(number, rules);
    if (rule) used.add(rule);
    if (claim && !(rule && rule.line !== undefined)) claimed.push({ number, claim: claim.id });
    else if (rule) ignored.push({ number, reason: rule.reason });
    else if (number.ignored !== null) ignored.push({ number, reason: number.ignored });
    else unclaimed.push(number);
  }
  return {
    found: numbers.length,
    claimed,
    ignored,
    unclaimed,
    absentClaims: claims.filter((claim) => !present.has(claim.id)).map((claim) => claim.id),
    unusedIgnores: ignore.filter((rule) => !used.has(rule)),
  };
}

function candidatesFor(
  number: ScannedNumber,
  byPrint: ReadonlyMap<string, readonly CoveringClaim[]>,
): CoveringClaim[] {
  const digits = normalized(`${number.sign === "-" ? "-" : ""}${number.value}`);
  const raw = normalized(number.raw);
  const fallen = number.movement?.direction === "down" ? `-${digits}` : digits;
  const found = new Set([digits, raw, fallen].flatMap((key) => byPrint.get(key) ?? []));
  return [...found].filter((claim) => {
    const places = claim.lines ?? null;
    if (places && !places.includes(number.place.line)) return false;
    if (number.ignored !== null) {
      return places !== null || claim.where?.line === number.place.line;
    }
    return claim.also?.some((text) => normalized(text) === raw) || sameMeasure(claim, number);
  });
}

function isPlaced(claim: CoveringClaim, { place }: ScannedNumber): boolean {
  return claim.lines?.includes(place.line) === true || claim.where?.line === place.line;
}

/** Only single economies exclude one another: a group or the world may hold what is named. */
function isAboutOthers({ partners = [] }: CoveringClaim, named: readonly string[] | null): boolean {
  const single = (code: string) => /^[A-Z]{2}$/.test(code) && code !== "EU";
  if (named === null || named.length === 0 || partners.length === 0) return false;
  if (!named.every(single) || !partners.every(single)) return false;
  return !named.some((code) => partners.includes(code));
}

/** A claim in USD covers "$16 an hour" too, but a claim per hour does not cover a plain $16. */
function sameMeasure(claim: CoveringClaim, number: ScannedNumber): boolean {
  if ((claim.scale ?? "") !== (number.scale ?? "")) return false;
  // "152.5bn" is money where its claim says so.
  if (number.unit === "number" && number.scale !== null && /^[A-Z]{3}$/.test(claim.unit))
    return true;
  const units = [number.unit, number.unit.replace(/ per \w+$/, ""), number.noun ?? number.unit];
  return units.some((unit) => unit.toLowerCase() === claim.unit.toLowerCase());
}

function nearest(
  number: ScannedNumber,
  candidates: readonly CoveringClaim[],
): CoveringClaim | undefined {
  const { line, section } = number.place;
  return (
    candidates.find((claim) => claim.lines?.includes(line) || claim.where?.line === line) ??
    candidates.find((claim) => section !== null && claim.where?.section === section) ??
    candidates[0]
  );
}

/** The rules with their places in the file, by the number that they set aside. */
function rulesByText(ignore: readonly IgnoreRule[]): Map<string, [number, IgnoreRule][]> {
  const byText = new Map<string, [number, IgnoreRule][]>();
  for (const [at, rule] of ignore.entries()) {
    const key = normalized(rule.text);
    byText.set(key, [...(byText.get(key) ?? []), [at, rule]]);
  }
  return byText;
}

/** The first rule of the file that sets a number aside. */
function ruleFor(
  { raw, value, place }: ScannedNumber,
  rules: ReadonlyMap<string, readonly [number, IgnoreRule][]>,
): IgnoreRule | undefined {
  if (rules.size === 0) return undefined;
  const own = [raw, value].flatMap((text) => rules.get(normalized(text)) ?? []);
  const [first] = own
    .filter(([, { line }]) => line === undefined || line === place.line)
    .sort(([a], [b]) => a - b);
  return first?.[1];
}

/** Without what may be printed or not: currency, per cent sign, thousand separators, spaces. */
function normalized(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\u2010-\u2013\u2212]/g, "-")
    .replace(/us\$|[$%,\s]/g, "")
    .replace(/^\+/, "");
}
