/** Encodings from before Unicode in which offices write, beside that of Western Europe. */
export type LegacyEncoding =
  | "windows-1252"
  | "windows-1250"
  | "windows-1254"
  | "euc-kr"
  | "shift_jis"
  | "gb18030"
  | "big5"
  | "windows-1251";

/** How much of a text is looked at. */
const SAMPLE = 2 ** 16;
/** Fewer different signs tell nothing: `’s` is a sign of Japanese as well. */
const FEWEST_SIGNS = 6;
const SHARE = 0.9;

/** What is common in an encoding: its signs, or the first bytes of common signs. */
const COMMON: readonly (readonly [LegacyEncoding, RegExp])[] = [
  ["euc-kr", /^\p{Script=Hangul}$/u],
  ["shift_jis", /^[\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u30ff\uff00-\uffef]$/u],
  ["gb18030", /^[\u3001-\u301f\uff00-\uffef]$/u],
  ["big5", /^[\u3001-\u301f\uff00-\uffef]$/u],
  ["windows-1251", /^[\u0401\u0451\u0410-\u044f№«»]$/u],
];

/** The first bytes of the signs that are used most, in the order of each standard. */
const COMMON_FIRST_BYTES: Readonly<Partial<Record<LegacyEncoding, readonly [number, number]>>> = {
  shift_jis: [0x88, 0x97],
  gb18030: [0xb0, 0xd7],
  big5: [0xa4, 0xc6],
};

/**
 * The encoding of a text that is no Unicode: the first in which nearly all of its signs are among the
 * common ones of the languages that are written so; else a Windows encoding of Latin letters, of which
 * Windows-1252 holds ISO-8859-1.
 */
export function legacyEncodingOf(bytes: Uint8Array): LegacyEncoding {
  const sample = wholeLines(bytes.subarray(0, SAMPLE));
  const scores = COMMON.map(([encoding, common]) => ({
    encoding,
    score: scoreOf(sample, encoding, common),
  }));
  const best = scores.reduce((one, other) => (other.score > one.score ? other : one));
  return best.score >= SHARE ? best.encoding : latinEncodingOf(sample);
}

/**
 * In Windows-1252 the letters of Poland look like `Miesi¹c`, those of Czechia like `mìsíèní pøíjem`, and
 * those of Turkey like `satýþ`: signs that words of Western Europe do not have, or not together.
 */
function latinEncodingOf(bytes: Uint8Array): LegacyEncoding {
  const text = Buffer.from(bytes).toString("latin1");
  const has = (...patterns: RegExp[]) => patterns.every((pattern) => pattern.test(text));
  if (has(/\p{L}[³¹º¼¾¿]\p{Ll}/u) || has(/ì/, /ø/, /[èù]/)) return "windows-1250";
  const isTurkish = new Set(text.match(/[ðþýÐÞÝ]/g)).size > 1 && !/[áéíóúæÁÉÍÓÚÆ]/.test(text);
  return isTurkish ? "windows-1254" : "windows-1252";
}

function scoreOf(bytes: Uint8Array, encoding: LegacyEncoding, common: RegExp): number {
  // Letters of Western Europe stand alone between those without accents.
  if (encoding === "windows-1251" && !standsInRuns(bytes)) return 0;
  const text = decoded(bytes, encoding);
  if (text === null) return 0;
  const signs = [...text].filter((sign) => sign > "\u007f");
  if (new Set(signs).size < FEWEST_SIGNS) return 0;
  const range = COMMON_FIRST_BYTES[encoding];
  const firsts = range ? countIn(bytes, range, encoding) : 0;
  const fitting = signs.filter((sign) => common.test(sign)).length + firsts;
  return Math.min(1, fitting / signs.length);
}

/** How many signs of two bytes begin with one of a range. */
function countIn(
  bytes: Uint8Array,
  [from, to]: readonly [number, number],
  encoding: LegacyEncoding,
): number {
  let count = 0;
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const first = bytes[at]!;
    const isSingle = first < 0x81 || (encoding === "shift_jis" && first >= 0xa1 && first <= 0xdf);
    if (isSingle) continue;
    const second = bytes[at + 1]!;
    const isLevelOne = encoding !== "gb18030" || second >= 0xa1;
    if (first >= from && first <= to && isLevelOne) count += 1;
    at += 1;
  }
  return count;
}

function standsInRuns(bytes: Uint8Array): boolean {
  let [high, beside] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at]! < 0x80) continue;
    high += 1;
    if ((bytes[at - 1] ?? 0) >= 0x80 || (bytes[at + 1] ?? 0) >= 0x80) beside += 1;
  }
  return beside > high * 0.8;
}

/** Null for bytes that are none of the encoding, or where the runtime does not know it. */
function decoded(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A sign may be cut in two, a line end is never a part of one. */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const end = bytes.lastIndexOf(0x0a);
  return bytes.length < SAMPLE || end < 0 ? bytes : bytes.subarray(0, end);
}
