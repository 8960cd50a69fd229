import { monthLabel, type Period } from "../../records/period.ts";
import type { SeriesKey } from "../../records/record.ts";
import type { Progress } from "../files/progress.ts";
import type { TableReader } from "../formats/table-reader.ts";
import type { KeyWords, Kind } from "../records/kept-series.ts";
import type { DefinedTable, Loading } from "../records/load.ts";
import { type DuckDB, queriedValues, withLessMemory } from "./duckdb.ts";
import { mapTable } from "./mapped-table.ts";
import { NeedsRows } from "./needs-rows.ts";

/** What the records of a table are about, without the records. */
export interface StoredFacts {
  readonly records: number;
  readonly partners: readonly string[];
  readonly products: readonly string[];
  readonly periods: readonly string[];
  /** How many records there are of each kind by each reporter. */
  readonly kinds: readonly {
    readonly kind: Kind;
    readonly reporter: string;
    readonly count: number;
  }[];
  /** Series with months missing between their first and last, and the months that they have. */
  readonly withGaps: readonly { readonly key: SeriesKey; readonly months: readonly string[] }[];
  /** Years that stand beside their months or quarters in one series. */
  readonly yearsBesideParts: readonly string[];
}

/** In how many parts that many records are compared, so that those of one part fit into memory. */
const partsOf = (records: number): number => Math.min(16, Math.ceil(records / 500_000));

/**
 * What a stored table holds, told by SQL; what its rows are counted for goes into `loading`.
 * @param reader a reader for nothing else.
 * @param inParts in how many parts that many records are compared, which changes no answer.
 * @throws NeedsRows where only the row engine can tell.
 */
export async function storedFacts(
  engine: DuckDB,
  table: DefinedTable,
  reader: TableReader,
  loading: Loading,
  progress: Progress | null,
  inParts = partsOf,
): Promise<StoredFacts> {
  return withLessMemory(engine, () => factsIn(engine, table, reader, loading, progress, inParts));
}

async function factsIn(
  engine: DuckDB,
  table: DefinedTable,
  reader: TableReader,
  loading: Loading,
  progress: Progress | null,
  inParts: typeof partsOf,
): Promise<StoredFacts> {
  const { meanings, rows, queries } = await mapTable(engine, table, reader, progress);
  if (rows === 0) throw new NeedsRows("there are no rows");
  const { words, whys, periods, wholes: wholesBy } = meanings[0]!;
  const code = packed(words);
  const all = queries.map((query) => `SELECT why, ${code.packed} AS code FROM (${query})`);
  const { bytes } = table.source.stored!;
  const tell = (share: number) => progress?.(table.source.name, ((1 + share) * bytes) / 2, bytes);
  const made = `CREATE OR REPLACE TEMP TABLE records AS ${all.join(" UNION ALL ")}`;
  for await (const _ of queriedValues(engine, made, tell));
  const ask = async (sql: string) => {
    const found: (readonly unknown[])[] = [];
    for await (const row of queriedValues(engine, sql, () => {})) found.push(row);
    return found;
  };
  const total = Number((await ask("SELECT count(*) FROM records"))[0]![0]);
  if (total !== rows * queries.length) throw new NeedsRows("rows have texts of several meanings");
  const parts = inParts(total);
  for (let part = 0; part < parts; part += 1) {
    const repeated = await ask(
      `SELECT 1 FROM records WHERE why IS NULL AND code % ${parts} = ${part} GROUP BY code HAVING count(*) > 1 LIMIT 1`,
    );
    if (repeated.length > 0) throw new NeedsRows("a record is repeated");
  }
  const asides = await ask("SELECT why, count(*) FROM records WHERE why IS NOT NULL GROUP BY why");
  let records = total;
  for (const [why, times] of asides) {
    records -= Number(times);
    loading.take(whys[Number(why)]!, { place: () => table.source.name }, 0, table, Number(times));
  }
  loading.read += records;
  const { kinds, partners, products, labels } = await marginals(ask, code, words);
  const wholes = products.all.flatMap((product) => [...(wholesBy.get(product) ?? [])]);
  loading.note(table.source.name, {
    layout: reader.layout,
    wholes: new Set(wholes),
    unknownColumns: reader.unknownColumns,
    warnings: reader.warnings,
  });
  const hasParts = labels.some((label) => label.includes("-"));
  return {
    records,
    partners,
    products: products.used,
    periods: labels,
    kinds,
    ...(hasParts ? await alongTime(ask, code, words, periods, parts) : noTime),
  };
}

const noTime = { withGaps: [], yearsBesideParts: [] };

type Ask = (sql: string) => Promise<(readonly unknown[])[]>;

/** How the numbers of a record are one number, and how each is found in it again. */
interface Code {
  readonly packed: string;
  readonly series: string;
  readonly label: string;
  readonly product: string;
  readonly partner: string;
  readonly reporter: string;
  readonly kind: string;
}

function packed({ kinds, reporters, partners, products, labels }: KeyWords): Code {
  const [r, p, n, l] = [reporters, partners, products, labels].map(({ things }) =>
    Math.max(things.length, 1),
  ) as [number, number, number, number];
  const all = [Math.max(kinds.length, 1), r, p, n, l].map(BigInt);
  if (all.reduce((product, size) => product * size, 1n) > 2n ** 62n) {
    throw new NeedsRows("there are too many different texts");
  }
  return {
    packed: `((((kind::BIGINT * ${r} + reporter) * ${p} + partner) * ${n} + product) * ${l} + period)`,
    series: `(code // ${l})`,
    label: `(code % ${l})`,
    product: `(code // ${l} % ${n})`,
    partner: `(code // ${l} // ${n} % ${p})`,
    reporter: `(code // ${l} // ${n} // ${p} % ${r})`,
    kind: `(code // ${l} // ${n} // ${p} // ${r})`,
  };
}

/** What there is of each thing that records are about. */
async function marginals(ask: Ask, code: Code, words: KeyWords) {
  const of = async (column: string) => {
    const found = await ask(
      `SELECT ${column} AS number, count(*) FILTER (WHERE why IS NULL) AS used FROM records WHERE code IS NOT NULL GROUP BY number ORDER BY number`,
    );
    return found.map(([number, used]) => ({ number: Number(number), used: Number(used) }));
  };
  const used = (numbers: readonly { number: number; used: number }[], things: readonly string[]) =>
    numbers.filter((one) => one.used > 0).map(({ number }) => things[number]!);
  const reporters = Math.max(words.reporters.things.length, 1);
  const kinds = await of(`(${code.kind} * ${reporters} + ${code.reporter})`);
  const products = await of(code.product);
  return {
    kinds: kinds
      .filter((one) => one.used > 0)
      .map(({ number, used: count }) => ({
        kind: words.kinds[Math.floor(number / reporters)]!,
        reporter: words.reporters.things[number % reporters]!,
        count,
      })),
    partners: used(await of(code.partner), words.partners.things),
    products: {
      used: used(products, words.products.things),
      all: products.map(({ number }) => number),
    },
    labels: used(await of(code.label), words.labels.things),
  };
}

/** What is missing between the months of a series, and which years stand beside their parts. */
async function alongTime(
  ask: Ask,
  code: Code,
  words: KeyWords,
  periods: readonly Period[],
  parts: number,
) {
  const rows = words.labels.things.map((label, number) => {
    const { first, last } = periods[number]!;
    const month = first === last ? first : "NULL";
    return `(${number}, ${month}, ${Number(label.slice(0, 4))}, ${label.includes("-")})`;
  });
  await ask(
    "CREATE OR REPLACE TEMP TABLE labels (label INTEGER, month INTEGER, year INTEGER, part BOOLEAN)",
  );
  await ask(`INSERT INTO labels VALUES ${rows.join(", ")}`);
  const withGaps: { key: SeriesKey; months: string[] }[] = [];
  const years = new Set<string>();
  for (let part = 0; part < parts; part += 1) {
    const from = `(SELECT ${code.series} AS series, month, year, part FROM records JOIN labels ON labels.label = ${code.label} WHERE why IS NULL AND ${code.series} % ${parts} = ${part})`;
    const gaps = await ask(
      `SELECT series, list(month ORDER BY month) FILTER (WHERE month IS NOT NULL) FROM ${from} GROUP BY series HAVING max(month) - min(month) + 1 > count(month)`,
    );
    for (const [series, months] of gaps) {
      const { items } = months as { items: readonly number[] };
      withGaps.push({ key: keyOf(BigInt(series as bigint), words), months: items.map(monthLabel) });
    }
    const beside = await ask(
      `SELECT DISTINCT year FROM (SELECT year FROM ${from} GROUP BY series, year HAVING bool_or(part) AND bool_or(NOT part))`,
    );
    for (const [year] of beside) years.add(String(year).padStart(4, "0"));
  }
  return { withGaps, yearsBesideParts: [...years] };
}

function keyOf(series: bigint, { kinds, reporters, partners, products }: KeyWords): SeriesKey {
  const [n, p, r] = [products, partners, reporters].map(({ things }) =>
    BigInt(Math.max(things.length, 1)),
  ) as [bigint, bigint, bigint];
  return {
    ...kinds[Number(series / n / p / r)]!,
    product: products.things[Number(series % n)]!,
    partner: partners.things[Number((series / n) % p)]!,
    reporter: reporters.things[Number((series / n / p) % r)]!,
  };
}
