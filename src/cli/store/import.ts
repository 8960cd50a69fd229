import { statSync } from "node:fs";
import { basename } from "node:path";
import { InputError } from "../../errors.ts";
import type { FileReport } from "../../inspection/check.ts";
import { importText } from "../../render/store.ts";
import { compileFiles } from "../../sources/compile-files.ts";
import { embeddedCatalog } from "../../sources/embedded/embedded.ts";
import { monthsIn } from "../../sources/fetched-prices.ts";
import { importFiles } from "../../store/import.ts";
import { compiledIn } from "../../store/keeping/compiled.ts";
import { storeFolder } from "../../store/keeping/folder.ts";
import { Store } from "../../store/keeping/store.ts";
import { fetchedDatasets, type Source } from "../../store/publishers/registry.ts";
import { writeReport } from "../commands/data/report.ts";
import type { ImportCommandOptions } from "../commands/data/store.ts";
import { host } from "../host.ts";
import { printWarnings } from "../output.ts";
import { formatOf, holdsOf, readFiles } from "./inspect.ts";

/** Adds downloaded files as one vintage, after reading them as every command would. */
export async function importVintage(
  files: readonly string[],
  options: ImportCommandOptions,
): Promise<void> {
  if (options.vintage !== undefined && !/^[a-z0-9][a-z0-9-]*$/i.test(options.vintage)) {
    throw new InputError(
      `--vintage: expected letters, digits and hyphens such as 2026-10, got "${options.vintage}"`,
    );
  }
  const released = options.released === undefined ? null : dayOf(options.released);
  const isPrices = embeddedCatalog().some(
    ({ id, kind }) => kind === "prices" && id === options.dataset,
  );
  const report = isPrices ? null : await readFiles(files, null);
  const { dataset, source } = report ? datasetFor(report, options) : pricesFrom(files, options);
  const day = released ?? newestDay(files);
  if (released === null) {
    const message = `the day of the release is taken from the file: ${day} (--released names another)`;
    printWarnings([{ code: "release-day", message }]);
  }
  const held = report && holdsOf(report);
  const store = new Store(storeFolder(host.env));
  const compiled = held && (await compileFiles(files, (path) => basename(path)));
  const added = await importFiles(
    store,
    files,
    {
      ...{ dataset, vintage: options.vintage, released: day },
      publisher: source
        ? { id: source.publisher.id, title: source.publisher.title }
        : { id: "user", title: report?.tables[0]?.publisher ?? "unknown" },
      terms: source?.publisher.service.terms ?? null,
      holds: held && { first: held.first, last: held.last, figures: held.figures },
    },
    new Date(),
  );
  if (compiled) await compiledIn(store, added.vintage.sha256).write(compiled);
  await writeReport(added, importText, options.json);
}

/** Prices are no table of a format: every file is read as its publisher answers. */
function pricesFrom(
  files: readonly string[],
  { dataset }: ImportCommandOptions,
): { dataset: string; source: Source | undefined } {
  if (!files.some((file) => monthsIn(file).length > 0)) {
    throw new InputError(`${files.join(", ")}: holds no month of prices`);
  }
  const source = fetchedDatasets().find((one) => one.dataset.id === dataset);
  return { dataset: dataset!, source };
}

/** The dataset that was named, or the only one whose files have this format. */
function datasetFor(
  report: FileReport,
  { dataset }: ImportCommandOptions,
): { dataset: string; source: Source | undefined } {
  const format = formatOf(report);
  const sources = fetchedDatasets();
  if (dataset === undefined) {
    const source = sources.find((one) => one.dataset.soleOfFormat && one.dataset.format === format);
    if (source !== undefined) return { dataset: source.dataset.id, source };
    throw new InputError(
      `data import: files of this format belong to several datasets (name one with --dataset: ${knownIds().join(", ")})`,
    );
  }
  if (!knownIds().includes(dataset)) {
    throw new InputError(
      `--dataset: there is no dataset "${dataset}" (use ${knownIds().join(", ")})`,
    );
  }
  const source = sources.find((one) => one.dataset.id === dataset);
  const expected = source?.dataset.format ?? null;
  if (expected !== null && format !== expected) {
    const is = report.tables[0]?.format ?? "another format";
    throw new InputError(`--dataset: the file is no part of ${dataset}: its format is ${is}`);
  }
  return { dataset, source };
}

function knownIds(): string[] {
  const fetched = fetchedDatasets().map(({ dataset }) => dataset.id);
  return [...new Set([...embeddedCatalog().map(({ id }) => id), ...fetched])].sort();
}

function dayOf(text: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  throw new InputError(`--released: expected a day such as 2026-10-06, got "${text}"`);
}

function newestDay(files: readonly string[]): string {
  const newest = Math.max(...files.map((file) => statSync(file).mtimeMs));
  return new Date(newest).toISOString().slice(0, 10);
}
