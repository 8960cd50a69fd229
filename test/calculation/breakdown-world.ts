import { breakdownAnswer } from "../../src/calculation/breakdown-answer.ts";
import type { BreakdownQuestion } from "../../src/calculation/breakdown-question.ts";
import type { ResultRow } from "../../src/calculation/result.ts";
import { breakdownMetrics } from "../../src/metrics/breakdown-registry.ts";
import {
  type Partner,
  PartnerDirectory,
  type PartnerSelection,
} from "../../src/partners/directory.ts";
import { allProducts } from "../../src/products/product.ts";
import { parsePeriods } from "../../src/records/period.ts";
import type { Flow } from "../../src/records/record.ts";
import { noPreferences } from "../../src/selection/figure.ts";
import type { BreakdownDatasets } from "../../src/sources/dataset.ts";
import type { DatasetDescription } from "../../src/sources/description.ts";
import { RecordCollection } from "../../src/sources/records/collect.ts";

/** One record: reporter, partner, flow, product, value; and the year, 2024 unless it is said. */
export type Row = readonly [string, string, Flow, string, number, string?];

const kinds: Readonly<Record<string, Partner["kind"]>> = {
  WORLD: "aggregate",
  EU27: "aggregate",
  NES: "residual",
};

/** A dataset of a few records, as if it had been read from a file. */
function datasetsOf(rows: readonly Row[]): BreakdownDatasets & { directory: PartnerDirectory } {
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
  return {
    forProduct: () => dataset,
    withProducts: () => dataset,
    directory: new PartnerDirectory(partners),
  };
}

/** A selection of partners, reporters or members of a region. */
export function selection(...codes: string[]): PartnerSelection {
  const partners = codes.map((code) => ({ code, name: code, kind: kinds[code] ?? "country" }));
  return { partners: partners as never, whole: { code: codes.join("+"), name: codes.join(" + ") } };
}

export function ask(id: string, rows: readonly Row[], wishes: Partial<BreakdownQuestion> = {}) {
  const metric = breakdownMetrics.find((one) => one.id === id)!;
  const datasets = datasetsOf(rows);
  const question: BreakdownQuestion = {
    metric,
    reporters: null,
    partners: null,
    region: null,
    periods: parsePeriods("2024"),
    of: metric.measures[0] ?? "exports",
    by: metric.dimensions[0] ?? "product",
    level: { system: null, digits: null },
    product: allProducts,
    from: null,
    over: "previous",
    absentAsZero: false,
    project: false,
    preferences: noPreferences,
    sort: null,
    top: null,
    directory: datasets.directory,
    ...wishes,
  };
  return breakdownAnswer(question, datasets).result;
}

/** The rows with only some of their fields. */
export function pick(rows: readonly ResultRow[], ...names: string[]): unknown[][] {
  return rows.map((row) => names.map((name) => row[name]));
}
