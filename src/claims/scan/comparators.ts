import type { Comparator } from "./scanned-number.ts";

/** What the words before or after a number say of it. */
export interface Comparison {
  readonly comparator: Comparator;
  readonly words: string;
}

/**
 * The words of each comparator. "just over" is `about`: it means a little more, where `more-than`
 * has no upper bound.
 */
const phrases: readonly (readonly [Comparator, readonly string[]])[] = [
  [
    ">=",
    [
      "at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum of",
      "as low as|as little as|as few as|≥|>=",
    ],
  ],
  [
    "<=",
    [
      "up to|as much as|as many as|as high as|at most|no more than|not more than",
      "no greater than|a maximum of|maximum of|≤|<=",
    ],
  ],
  [
    "about",
    [
      "about|around|roughly|approximately|approx\\.|circa|ca\\.|some|in the region of|on the order of",
      "just over|just above|slightly more than|slightly over|a little over|a little more than|≈|~",
    ],
  ],
  [
    "nearly",
    [
      "nearly|almost|close to|just under|just below|just short of|slightly less than",
      "slightly under|a little under|a little less than|approaching|not quite|virtually",
    ],
  ],
  [
    "more-than",
    [
      "more than|over|above|greater than|higher than|larger than|upwards? of|in excess of|well over",
      "exceed|exceeds|exceeded|exceeding|surpass|surpasses|surpassed|surpassing|topped|topping|beyond",
    ],
  ],
  [">", [">"]],
  ["<", ["less than|fewer than|lower than|smaller than|under|below|<"]],
];

const FILLER = "(?:\\s(?:a|an|the|total|of|projected|estimated|another|additional|further)){0,3}";
const patterns = phrases.map(
  ([comparator, words]) =>
    [
      comparator,
      new RegExp(`(?<![\\w-])(?:${words.join("|").replace(/ /g, "\\s")})${FILLER}\\s{0,2}$`, "i"),
    ] as const,
);

/** Longer than any phrase with its fillers, and a bound on the work for each number. */
const WINDOW = 56;

/** The comparator that the words right before `offset` make, or null. */
export function comparisonBefore(plain: string, offset: number): Comparison | null {
  const window = plain.slice(Math.max(0, offset - WINDOW), offset);
  if (!/[A-Za-z.~<>≈≤≥]\s{0,2}$/.test(window)) return null;
  let found: { comparison: Comparison; at: number } | null = null;
  for (const [comparator, pattern] of patterns) {
    const match = pattern.exec(window);
    // The earliest beginning is the longest phrase: "no less than" before "less than".
    if (match && (found === null || match.index < found.at)) {
      found = { comparison: { comparator, words: match[0].trim() }, at: match.index };
    }
  }
  return found?.comparison ?? null;
}

const OR_MORE = /^(?:\+(?![\d$])|\s(?:or|and)\s(?:more|higher|above|greater|over)\b)/i;
const OR_LESS = /^\s(?:or|and)\s(?:less|fewer|lower|below|under)\b/i;

/** The comparator of "50% or more", "100+", "5% or less", or null. */
export function comparisonAfter(plain: string, offset: number): Comparison | null {
  const window = plain.slice(offset, offset + 16);
  const more = OR_MORE.exec(window);
  if (more) return { comparator: ">=", words: more[0].trim() };
  const less = OR_LESS.exec(window);
  return less ? { comparator: "<=", words: less[0].trim() } : null;
}
