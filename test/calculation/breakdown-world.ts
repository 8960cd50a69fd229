import { answer } from "../../src/calculation/answer.ts";
import { areas } from "../../src/calculation/group-members.ts";
import type { ResultRow } from "../../src/calculation/result.ts";
import { findMetric } from "../../src/metrics/registry.ts";
import { type Partner, PartnerDirectory } from "../../src/partners/directory.ts";
import { questionFrom } from "../../src/question/read.ts";
import type { QuestionWords } from "../../src/question/words.ts";
import { parsePeriods } from "../../src/records/period.ts";
import type { Flow } from "../../src/records/record.ts";
import type { DatasetDescription } from "../../src/sources/description.ts";
import { countries } from "../../src/sources/embedded/embedded.ts";
import type { OpenSources } from "../../src/sources/open.ts";
import { RecordCollection } from "../../src/sources/records/collect.ts";

/** One record: reporter, partner, flow, product, value; and the year, 2024 unless it is said. */
export type Row = readonly [string, string, Flow, string, number, string?];

const kinds: Readonly<Record<string, Partner["kind"]>> = {
  WORLD: "aggregate",
  ASIA: "aggregate",
  NES: "residual",
};

/** A dataset of a few records, as if it had been read from a file. */
export function datasetsOf(rows: readonly Row[]): OpenSources {
  const collection = new RecordCollection();
  for (const [at, [reporter, partner, flow, product, value, year = "2024"]] of rows.entries()) {
    const key = { reporter, partner, flow, product, sector: "goods" } as const;
    const bases = { flowBasis: null, valuation: null, basis: null };
    const period = parsePeriods(year)[0]!;
    const record = { key: { ...key, ...bases }, period, value, part: "", member: null };
    collection.add(record, { place: (row) => `row ${row}` }, at, null);
  }
  const codes = [...new Set([...collection.partnerCodes, ...rows.map(([reporter]) => reporter)])];
  const partners = codes.map((code) => ({
    code,
    name: code,
    kind: kinds[code] ?? ("country" as const),
    aliases: [],
  }));
  const description: DatasetDescription = {
    ...{ id: "test", title: "test", description: "", publisher: "test", sourceUrl: null },
    ...{ licence: null, vintage: null, sha256: null, basis: null, unit: "USD" },
    ...{ coverage: { first: "", last: "", step: "" }, tables: [], notes: [] },
    kind: "trade",
  };
  const own = partners.filter(({ code }) => collection.partnerCodes.includes(code));
  const dataset = collection.toDataset(description, own, {});
  const directory = new PartnerDirectory([...partners, ...countries()]);
  return {
    forProduct: () => dataset,
    withProducts: () => dataset,
    directoryFor: () => directory,
    warnings: [],
  };
}

/** What a metric answers about records, with all partners and of 2024 unless the words say otherwise. */
export function ask(id: string, rows: readonly Row[], words: QuestionWords = {}) {
  const metric = findMetric(id)!;
  const datasets = datasetsOf(rows);
  const period = words.to === undefined ? { period: "2024" } : {};
  const question = questionFrom(metric, { ...period, ...words }, datasets);
  return answer(question, datasets, areas).result;
}

/** The rows with only some of their fields. */
export function pick(rows: readonly ResultRow[], ...names: string[]): unknown[][] {
  return rows.map((row) => names.map((name) => row[name]));
}
