import type { Gap } from "../../records/record.ts";
import { type KeptColumns, KeyWords, type Kind } from "./kept-series.ts";

/**
 * Kept series as bytes: eight bytes with the length of a text, the text in JSON (the words, the gaps,
 * and whatever is to be known beside them), then the numbers as they lie in memory. From these the
 * series are there again without a row being read. The bytes are of this machine's order.
 */
interface Text<About> {
  readonly reporters: readonly string[];
  readonly partners: readonly string[];
  readonly products: readonly string[];
  readonly kinds: readonly Kind[];
  readonly vintages: readonly (string | null)[];
  readonly labels: readonly string[];
  readonly gaps: readonly (readonly [series: number, gaps: readonly (readonly [string, Gap])[]])[];
  /** The numbers in base 64. */
  readonly statuses: { readonly words: readonly string[]; readonly numbers: string } | null;
  readonly series: number;
  readonly figures: number;
  readonly about: About;
}

/** The numbers of each series, in the order in which they lie. */
const ofSeries = ["reporters", "partners", "products", "kinds", "vintages"] as const;
const LENGTH_BYTES = 8;

export function packColumns<About>(columns: KeptColumns, about: About): Uint8Array {
  const { words } = columns;
  // What lies behind the figures of the last series is not in use.
  const series = columns.reporters.length;
  const text: Text<About> = {
    ...{ reporters: words.reporters.things, partners: words.partners.things },
    ...{ products: words.products.things, kinds: words.kinds },
    ...{ vintages: words.vintages.things, labels: words.labels.things },
    gaps: [...columns.gaps].map(([series, gaps]) => [series, [...gaps]]),
    statuses: columns.statuses && {
      words: columns.statuses.words,
      numbers: Buffer.from(columns.statuses.numbers).toString("base64"),
    },
    ...{ series, figures: columns.starts[series]!, about },
  };
  // Amounts take eight bytes each, and so must begin at a multiple of them.
  const json = Buffer.from(JSON.stringify(text));
  const padding = Buffer.alloc(-json.length & 7, " ");
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(json.length + padding.length);
  const numbers = [
    columns.values.subarray(0, text.figures),
    columns.labels.subarray(0, text.figures),
    columns.starts.subarray(0, series + 1),
    ...ofSeries.map((name) => columns[name]),
  ];
  const parts = numbers.map(
    ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
  );
  return Buffer.concat([length, json, padding, ...parts]);
}

/** The series and what was known beside them, from bytes that `packColumns` made. */
export function unpackColumns<About>(bytes: Uint8Array): { columns: KeptColumns; about: About } {
  // Numbers are looked at in place, which begins nowhere in particular in the bytes of a file.
  const { buffer } = new Uint8Array(bytes);
  const length = Buffer.from(buffer).readUInt32LE();
  const json = Buffer.from(buffer, LENGTH_BYTES, length).toString("utf8");
  const text = JSON.parse(json) as Text<About>;
  const { series, figures, gaps, statuses, about } = text;
  let at = LENGTH_BYTES + length;
  const values = new Float64Array(buffer, at, figures);
  at += values.byteLength;
  const integers = (count: number) => {
    const numbers = new Int32Array(buffer, at, count);
    at += numbers.byteLength;
    return numbers;
  };
  const labels = integers(figures);
  const starts = integers(series + 1);
  const [reporters, partners, products, kinds, vintages] = ofSeries.map(() => integers(series));
  return {
    columns: {
      ...{ words: wordsOf(text), values, labels, starts },
      ...{ reporters: reporters!, partners: partners!, products: products! },
      ...{ kinds: kinds!, vintages: vintages! },
      gaps: new Map(gaps.map(([number, own]) => [number, new Map(own)])),
      statuses: statuses && {
        words: statuses.words,
        numbers: new Uint8Array(Buffer.from(statuses.numbers, "base64")),
      },
    },
    about,
  };
}

function wordsOf(text: Text<unknown>): KeyWords {
  const words = new KeyWords();
  for (const name of ["reporters", "partners", "products", "labels"] as const) {
    for (const word of text[name]) words[name].numberOf(word);
  }
  for (const vintage of text.vintages) words.vintages.numberOf(vintage);
  words.kinds.push(...text.kinds);
  return words;
}
