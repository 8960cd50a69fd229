import { basename } from "node:path";
import { firstNames } from "../first-names.ts";
import { monthLabel, parsePeriod } from "../records/period.ts";
import { shortened } from "../shortened.ts";
import type { Warning } from "../warning.ts";
import type { DatasetDescription, TableDescription } from "./description.ts";
import type { Format } from "./formats/format.ts";
import type { GatheredRecords } from "./records/gathered.ts";
import type { DefinedTable, LoadedRecords } from "./records/load.ts";

interface FilesRead {
  readonly described: readonly TableDescription[];
  readonly tables: readonly DefinedTable[];
}

/** What is known of files that are read as one dataset. */
export function describeFiles(
  names: readonly string[],
  { described, tables }: FilesRead,
  { collection }: Pick<LoadedRecords<GatheredRecords>, "collection">,
): DatasetDescription {
  const { bases } = collection;
  const hashes = described.map(({ sha256 }) => sha256);
  const formats = [...new Set(tables.map(({ recognised }) => recognised.format))];
  return {
    id: names.map((name) => basename(name)).join(", "),
    title: described.map(({ title }) => title).join(", "),
    description: "Records from the user's files",
    publisher: publisherOf(formats),
    sourceUrl: null,
    licence: null,
    kind: "trade",
    vintage: null,
    sha256: hashes.length === 1 ? hashes[0]! : null,
    basis: bases.size === 1 ? [...bases][0]! : null,
    unit: "USD",
    coverage: coverageOf(collection.periods),
    tables: described,
    notes: [],
    ...(formats.length === 1 && formats[0]!.groups && { groups: formats[0]!.groups }),
  };
}

function publisherOf(formats: readonly Format[]): string {
  return [...new Set(formats.map(({ publisher }) => publisher))].join(", ") || "file";
}

/** The first and the last of periods by their labels. */
export function coverageOf(labels: ReadonlySet<string>) {
  const periods = [...labels].sort().map(parsePeriod);
  if (periods.length === 0) return { first: "", last: "", step: "" };
  const first = periods.reduce((a, b) => (b.first < a.first ? b : a));
  const last = periods.reduce((a, b) => (b.last > a.last ? b : a));
  const months = periods.some((period) => period.first === period.last);
  return months
    ? { first: monthLabel(first.first), last: monthLabel(last.last), step: "month" }
    : { first: first.label, last: last.label, step: "year" };
}

const NAMES_SHOWN = 10;

export function warningsOf({
  unknownColumns,
  unplaced,
  told,
}: Pick<LoadedRecords, "unknownColumns" | "unplaced" | "told">): Warning[] {
  const filesOf = new Map<string, string[]>();
  for (const { file, columns } of unknownColumns) {
    const listed = columns.join(", ");
    filesOf.set(listed, [...(filesOf.get(listed) ?? []), file]);
  }
  const unused = [...filesOf].map(([columns, [file, ...others]]) => ({
    code: "unknown-columns",
    message: shortened(
      `${file}${others.length > 0 ? ` and ${others.length} more` : ""}: columns not used: ${columns}`,
    ),
  }));
  const warnings: Warning[] = [...told, ...unused];
  if (unplaced.size > 0) {
    const named = [...unplaced].map(([name, count]) => `${name} (${count})`);
    const shown = firstNames(named, NAMES_SHOWN);
    warnings.push({
      code: "unknown-partners",
      message: `partners that could not be placed, with their figures: ${shown}`,
    });
  }
  return warnings;
}
