/** Why figures of a file are not records, in words; by the reason under which they are counted. */
export const asideReasons: Readonly<Record<string, string>> = {
  "adjusted-otherwise":
    "are adjusted for working days alone, or trends, beside which raw figures are usually published",
  "balance-of-two-flows": "are balances, from which neither exports nor imports can be told",
  "confidential-product":
    "are of products that the publisher keeps confidential, which only totals hold",
  "dutiable-value": "count only the imports on which duty is due, a part of all imports",
  "foreign-exports": "are re-exports, which total exports hold",
  "goods-and-services-together": "count goods and services together, which stand apart beside them",
  "imports-under-a-preference-programme":
    "count imports for consumption under one programme, where all other rows count general imports",
  "left-out": "are left out, as --word TEXT=none says",
  "no-flow-of-trade": "are indicators, not flows of trade",
  "no-value-of-trade": "are duties, quantities or charges, not the value of trade",
  "not-in-a-currency": "are in no currency, but quantities, indices or purchasing power parities",
  "part-by-transport":
    "count what went by air, by vessel or in containers, which is part of the trade",
  "part-of-goods-or-services": "count a kind of goods or of services, which the whole counts too",
  "part-of-flow": "count a part of a flow, such as processing trade",
  "part-of-whole": "are parts of a figure whose whole stands beside them",
  "re-exports": "are re-exports, which total exports hold",
  "re-exports-and-re-imports": "are re-exports or re-imports, which total flows hold",
  repeated: "repeat an earlier row to the last digit and were counted once",
  "several-partners-together":
    "count several partners together, which the file lists but does not distinguish (ask DataWeb to break countries out)",
  suppressed: "are held back by the publisher, such as c or (D), which is neither zero nor absent",
  unpublished: "are zeros of months that are not published yet",
  "without-product":
    "are trade that the publisher could place in no product, such as low-value trade",
  "value-added": "are value added, not flows of trade (use value-added)",
};

/** Nouns and verbs of the reasons, where one figure alone has it. */
const ofOne = [
  [/^are balances\b/, "is a balance"],
  [/^are (re-exports|indicators|duties|zeros|parts|trade|value added)\b/, "counts $1"],
  [
    /^are adjusted for working days alone, or trends\b/,
    "is adjusted for working days alone, or a trend",
  ],
  [/^are\b/, "is"],
  [/^(count|repeat)\b/, "$1s"],
] as const;

/** Why so many figures of a file are not records, in a sentence. */
export function asideText(count: number, words: string): string {
  if (count !== 1) return `${count} figures ${words}`;
  const [like, singular] = ofOne.find(([pattern]) => pattern.test(words)) ?? [/^/, ""];
  return `1 figure ${words.replace(like, singular)}`;
}
