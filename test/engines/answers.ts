import { answer } from "../../src/calculation/answer.ts";
import { areas } from "../../src/calculation/group-members.ts";
import { InputError } from "../../src/errors.ts";
import { metrics } from "../../src/metrics/registry.ts";
import { allProducts } from "../../src/products/product.ts";
import { askedRecords } from "../../src/question/asked.ts";
import { questionFrom } from "../../src/question/read.ts";
import type { QuestionWords } from "../../src/question/words.ts";
import { allRecords } from "../../src/sources/asked.ts";
import { openSources } from "../../src/sources/open.ts";
import { plainReading } from "../sources/files-for-tests.ts";

/** Every way to the figures of an answer. */
export const ways = {
  memory: {},
  rows: { largeFile: 0, engine: "rows" },
  duckdb: { largeFile: 0, engine: "duckdb" },
  clickhouse: {},
} as const;

/** What an answer says, with the names of its data left out; or why there is none. */
export interface Answered {
  readonly title?: string;
  readonly rows?: string;
  readonly refused?: string;
  /** Whether sums answered, and not records. */
  readonly isSummed: boolean;
  /** Whether products were added up over all partners. */
  readonly isAcross: boolean;
}

/** Answers a question from data in one of the ways; the rows are as JSON has them. */
export async function answered(
  data: string,
  id: string,
  words: QuestionWords,
  way: keyof typeof ways,
): Promise<Answered> {
  const metric = metrics.find((one) => one.id === id)!;
  const plain = (text: string) =>
    text.replaceAll(data, "DATA").replace(/DATA:(\d+| row \d+)/, "DATA");
  try {
    const asked = way === "memory" ? allRecords : askedRecords(metric, words);
    const options = { ...plainReading, skipInvalid: false, data: [data], ...ways[way], asked };
    const sources = await openSources(options);
    const dataset = sources.forProduct(allProducts);
    const isSummed = dataset.partners.some(({ code }) =>
      dataset.seriesOf(code).some(({ sumOf }) => sumOf),
    );
    const { result, title } = answer(questionFrom(metric, words, sources), sources, areas);
    const isAcross = dataset.acrossPartners !== undefined;
    return { title, rows: plain(JSON.stringify(result.rows)), isSummed, isAcross };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { refused: plain(error.message), isSummed: false, isAcross: false };
  }
}
