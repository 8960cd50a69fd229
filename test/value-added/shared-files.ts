import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { createTable, type InputOutputTable } from "../../src/value-added/index.ts";

/** Reference files that are not part of the project; tests on them are skipped where absent. */
const ROOT = resolve(process.env.TRADE_METRICS_SHARED ?? "../shared");

export function sharedFile(...path: string[]): string {
  return resolve(ROOT, ...path);
}

/** Whether the reference files are here; says so once where they are not. */
export function hasShared(...path: string[]): boolean {
  const file = sharedFile(...path);
  const isHere = existsSync(file);
  if (!isHere) console.warn(`skipped: no reference files at ${file} (set TRADE_METRICS_SHARED)`);
  return isHere;
}

/** Rows of a CSV without quoted commas, as records of trimmed strings. */
export function readRecords(...path: string[]): Record<string, string>[] {
  const [header, ...lines] = readFileSync(sharedFile(...path), "utf8")
    .trim()
    .split(/\r?\n/);
  const cells = (line: string) => line.split(",").map((cell) => cell.trim().replace(/^"|"$/g, ""));
  const names = cells(header!);
  return lines.map((line) =>
    Object.fromEntries(cells(line).map((cell, i) => [names[i]!, cell] as const)),
  );
}

/** A matrix with row labels in the first column: the labels and the numbers, row-major. */
export function readMatrix(...path: string[]): {
  labels: string[];
  columns: string[];
  values: Float64Array;
} {
  const records = readRecords(...path);
  const [key, ...columns] = Object.keys(records[0]!);
  const values = records.flatMap((record) => columns.map((column) => Number(record[column])));
  return {
    labels: records.map((record) => record[key!]!),
    columns,
    values: Float64Array.from(values),
  };
}

export function readJson<T>(...path: string[]): T {
  return JSON.parse(readFileSync(sharedFile(...path), "utf8")) as T;
}

/** A table from a reference folder with input_Z.csv and input_Y.csv, economies in file order. */
export function referenceTable(
  folder: string,
  files: { flows: string; finalDemand: string },
  economies: readonly string[],
): InputOutputTable {
  const flows = readMatrix("vectors", folder, files.flows);
  const finalDemand = readMatrix("vectors", folder, files.finalDemand);
  const perEconomy = flows.labels.length / economies.length;
  const industries = flows.labels
    .slice(0, perEconomy)
    .map((label) => label.slice(label.search(/[._]/) + 1));
  return createTable({
    economies,
    industries,
    flows: flows.values,
    finalDemand: finalDemand.values,
    source: folder,
  });
}
