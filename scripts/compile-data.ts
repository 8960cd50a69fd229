// Compiles fixtures/ into dist/data/: what the command reads in milliseconds. Run by `npm run build`.

import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import countries from "i18n-iso-countries";
import { type Partner, PartnerDirectory } from "../src/partners/directory.ts";
import { codesByName, namesBesideIso } from "../src/partners/names.ts";
import { censusCodes } from "../src/records/census-codes.ts";
import type { Sector, SeriesKey } from "../src/records/record.ts";
import type { RecordDefaults } from "../src/sources/description.ts";
import { compileDataset, type TableSeries } from "../src/sources/embedded/compile.ts";
import { compilePrices } from "../src/sources/embedded/compile-prices.ts";
import { compileShares } from "../src/sources/embedded/compile-shares.ts";
import type { CatalogEntry } from "../src/sources/embedded/embedded.ts";
import type { TablePackage } from "../src/sources/input-output.ts";
import {
  type DataPackage,
  dataPackageKind,
  isDataPackage,
  readDataPackage,
} from "../src/sources/records/data-package.ts";
import { type DefinedTable, loadTables } from "../src/sources/records/load.ts";
import { countryName } from "./fixtures/countries.ts";

const [fixtures = "fixtures", output = "dist/data"] = process.argv.slice(2);
mkdirSync(output, { recursive: true });

const countryTable = compileCountries();
writeFileSync(
  join(output, "countries.json"),
  JSON.stringify(countryTable.map(({ code, name }) => [code, name])),
);
// Most questions name partners by their code, and so need none of the other names.
writeFileSync(
  join(output, "country-names.json"),
  JSON.stringify(Object.fromEntries(countryTable.map(({ code, aliases }) => [code, aliases]))),
);

/** The order in which embedded datasets are asked for products that several of them hold. */
const ORDER = [
  ...["census-goods", "census-hs2", "census-naics3", "bea-trade", "census-programmes"],
  ...["bea-world", "tiva-shares", "cpi-u", "value-added-2011"],
];

const catalog: CatalogEntry[] = [];
for (const id of readdirSync(fixtures)) {
  if (!isDataPackage(join(fixtures, id))) continue;
  if (dataPackageKind(join(fixtures, id)) === "input-output") {
    cpSync(join(fixtures, id), join(output, id), { recursive: true });
    const text = readFileSync(join(fixtures, id, "datapackage.json"), "utf8");
    const { title, tradeMetrics } = JSON.parse(text) as TablePackage;
    const { kind, coverage, vintage } = tradeMetrics;
    catalog.push({ id, title, kind, productSystems: [], coverage, vintage });
    continue;
  }
  const source = readDataPackage(join(fixtures, id));
  const { title, kind, coverage, vintage } = source.description;
  if (kind === "shares") {
    writeFileSync(join(output, `${id}.json`), JSON.stringify(compileShares(source)));
    catalog.push({ id, title, kind, productSystems: [], coverage, vintage });
    continue;
  }
  if (kind === "prices") {
    writeFileSync(join(output, `${id}.json`), JSON.stringify(compilePrices(source)));
    catalog.push({ id, title, kind, productSystems: [], coverage, vintage });
    continue;
  }
  const directory = new PartnerDirectory([...countryTable, ...source.partners]);
  const series = source.tables.flatMap((table, number) =>
    source.description.tables[number]!.released === undefined
      ? seriesOfRecords(table, number, source, directory)
      : seriesOfRuns(table, number),
  );
  const { index, blocks } = compileDataset(source.description, source.partners, series);
  writeFileSync(join(output, `${id}.json`), JSON.stringify(index));
  writeFileSync(join(output, `${id}.bin`), blocks);
  const vintages = vintagesOf(source);
  const { productSystems } = index;
  catalog.push({
    id,
    title,
    kind,
    productSystems,
    coverage,
    vintage,
    ...(vintages && { vintages }),
  });
}
// Read only where two editions meet or a name is asked for; packed, for they repeat themselves.
for (const name of ["hs-codes.csv", "hs-relations.txt", "hs-titles.tsv"]) {
  const packed = brotliCompressSync(readFileSync(join(fixtures, "classifications", name)));
  writeFileSync(join(output, `${name.slice(0, name.indexOf("."))}.br`), packed);
}
for (const folder of ["reports", "content"]) {
  cpSync(join(fixtures, folder), join(output, folder), { recursive: true });
}
catalog.sort((a, b) => ORDER.indexOf(a.id) - ORDER.indexOf(b.id));
writeFileSync(join(output, "catalog.json"), JSON.stringify(catalog));

/** The vintages of a dataset with several, oldest first, each with its release and coverage. */
function vintagesOf({ description, tables }: DataPackage): CatalogEntry["vintages"] {
  const found = new Map<string, { released: string; first: string; last: string }>();
  for (const [number, { vintage, released, covers }] of description.tables.entries()) {
    if (vintage === null || released === undefined) continue;
    const periods = periodsOf(tables[number]!);
    const ends = [covers?.first ?? periods[0]!, covers?.last ?? periods.at(-1)!];
    const known = found.get(vintage);
    const first = [ends[0]!, ...(known ? [known.first] : [])].sort()[0]!;
    const last = [ends[1]!, ...(known ? [known.last] : [])].sort().at(-1)!;
    found.set(vintage, { released, first, last });
  }
  if (found.size < 2) return undefined;
  return [...found]
    .map(([vintage, { released, first, last }]) => ({ vintage, released, first, last }))
    .sort((one, other) => (one.released < other.released ? -1 : 1));
}

function periodsOf({ source }: DefinedTable): string[] {
  const periods = new Set<string>();
  let at = -1;
  source.read((cells) => {
    if (at < 0) at = cells.indexOf("period");
    else periods.add(cells[at]!);
  });
  return [...periods].sort();
}

/** The series of a table in the layout of records. */
function seriesOfRecords(
  table: DefinedTable,
  number: number,
  { description, partners }: DataPackage,
  directory: PartnerDirectory,
): TableSeries[] {
  const loaded = loadTables([table], directory);
  if (loaded.problems.length > 0) {
    const { place, message } = loaded.problems[0]!;
    throw new Error(`${place}: ${message}`);
  }
  const dataset = loaded.collection.toDataset(description, partners, {});
  return dataset.partners
    .flatMap(({ code }) => dataset.seriesOf(code))
    .map(({ key, values }) => ({ table: number, key, values }));
}

/** The series of a table of one vintage among others, which `npm run fixtures` wrote and checked. */
function seriesOfRuns({ source, defaults }: DefinedTable, number: number): TableSeries[] {
  const found = new Map<string, TableSeries & { values: Map<string, number | null> }>();
  let columns: readonly string[] | null = null;
  source.read((cells) => {
    if (columns === null) {
      columns = cells;
      return;
    }
    const row = Object.fromEntries(columns.map((name, at) => [name, cells[at]!]));
    const product = row.product ?? "total";
    const sector = (row.sector as Sector | undefined) ?? defaults.sector;
    const id = `${row.partner}|${product}|${sector}`;
    const series = found.get(id) ?? {
      table: number,
      key: keyOf(row.partner!, product, { ...defaults, ...(sector && { sector }) }),
      values: new Map(),
    };
    found.set(id, series);
    series.values.set(row.period!, row.value === "-" ? null : Number(row.value));
  });
  return [...found.values()];
}

function keyOf(partner: string, product: string, defaults: RecordDefaults): SeriesKey {
  const { reporter, flow, sector, flowBasis, valuation, basis } = defaults;
  return {
    ...{ reporter: reporter!, partner, flow: flow!, product, sector: sector! },
    ...{ flowBasis: flowBasis ?? null, valuation: valuation ?? null, basis: basis ?? null },
  };
}

function compileCountries(): Partner[] {
  const require = createRequire(import.meta.url);
  countries.registerLocale(require("i18n-iso-countries/langs/en.json"));
  const english = countries.getNames("en", { select: "all" });
  const byCensusCode = new Map<string, string[]>();
  for (const [census, code] of Object.entries(censusCodes)) {
    byCensusCode.set(code, [...(byCensusCode.get(code) ?? []), census]);
  }
  return Object.keys(english)
    .sort()
    .map((code) => {
      const name = countryName(code);
      const others = [
        countries.alpha2ToAlpha3(code),
        countries.alpha2ToNumeric(code),
        ...(byCensusCode.get(code) ?? []),
        // The package has some names under another country than the publishers: plain "Congo" is CG.
        ...(english[code] ?? []).filter((other) => (codesByName.get(other) ?? code) === code),
        ...namesBesideIso(code),
      ];
      const aliases = [...new Set(others)].filter((other) => other !== undefined && other !== name);
      return { code, name, kind: "country", aliases: aliases as string[] };
    });
}
