import { answer, type RowList } from "../../src/calculation/answer.ts";
import { areas } from "../../src/calculation/group-members.ts";
import type { Result } from "../../src/calculation/result.ts";
import type { AnyMetric } from "../../src/metrics/metric.ts";
import { findMetric } from "../../src/metrics/registry.ts";
import { aggregates } from "../../src/partners/aggregates.ts";
import { type Partner, PartnerDirectory } from "../../src/partners/directory.ts";
import { questionFrom } from "../../src/question/read.ts";
import type { QuestionWords } from "../../src/question/words.ts";
import type { TradeDataset } from "../../src/sources/dataset.ts";
import type { DatasetDescription } from "../../src/sources/description.ts";
import { countries } from "../../src/sources/embedded/embedded.ts";
import { harmonizedSystem } from "../../src/sources/embedded/harmonized-system.ts";
import { textSource } from "../../src/sources/files/text-source.ts";
import { loadTables } from "../../src/sources/records/load.ts";
import { ownTable } from "../../src/sources/records/own-table.ts";

const world: Partner = { code: "WORLD", name: "World", kind: "aggregate", aliases: [] };
const directory = new PartnerDirectory([...countries(), ...aggregates, world]);

/** The records of one or more CSV texts as one dataset, as files given with --data become one. */
export function datasetOf(...texts: string[]): TradeDataset {
  const tables = texts.map((text, index) =>
    ownTable(textSource(Buffer.from(text), `file ${index + 1}`).source),
  );
  const { collection, problems } = loadTables(tables, directory);
  if (problems.length > 0) throw new Error(`${problems[0]!.place}: ${problems[0]!.message}`);
  const partners = collection.partnerCodes.map((code) => directory.get(code)!);
  return {
    ...collection.toDataset(description, partners, {}),
    ...(collection.hasEditions && { relations: harmonizedSystem() }),
  };
}

const description: DatasetDescription = {
  id: "own",
  title: "Own records",
  description: "",
  publisher: "file",
  sourceUrl: null,
  licence: null,
  kind: "trade",
  vintage: null,
  sha256: null,
  basis: null,
  unit: "USD",
  coverage: { first: "", last: "", step: "" },
  tables: [],
  notes: [],
};

/** What a metric answers about the records of CSV texts. */
export function ask(metric: string, options: QuestionWords, ...texts: string[]): Result {
  return askInto(null, findMetric(metric)!, options, ...texts);
}

/** The same, the rows of which go into a list. */
export function askInto(
  list: RowList | null,
  metric: AnyMetric,
  options: QuestionWords,
  ...texts: string[]
): Result {
  return askOf(sourcesOf(datasetOf(...texts)), metric, options, list);
}

/** What a metric answers about data that are open. */
export function askOf(
  sources: ReturnType<typeof sourcesOf>,
  metric: AnyMetric,
  options: QuestionWords,
  list: RowList | null = null,
): Result {
  return answer(questionFrom(metric, options, sources), sources, areas, list).result;
}

/** One dataset as the only one that is open. */
export function sourcesOf(dataset: TradeDataset) {
  return {
    forProduct: () => dataset,
    withProducts: () => dataset,
    directoryFor: () => directory,
    warnings: [],
  };
}

/** A CSV of records from a header and rows, each row a line without its line end. */
export function csv(header: string, ...rows: string[]): string {
  return `${[header, ...rows].join("\n")}\n`;
}

/** The codes of the warnings of an answer. */
export function warned({ warnings }: Result): string[] {
  return warnings.map(({ code }) => code);
}
