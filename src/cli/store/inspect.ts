import { InputError } from "../../errors.ts";
import { checkFiles, type FileReport } from "../../inspection/check.ts";
import { fileFormats } from "../../sources/formats/registry.ts";
import type { Inspect } from "../../store/fetching/update.ts";

/** What files hold, or null for files that hold no records of trade, such as shares. */
export function holdsOf({ coverage, rows }: FileReport) {
  return coverage.first === "" ? null : { ...coverage, figures: rows.used };
}

/** The id of the format of a report; null where its tables have several. */
export function formatOf({ tables }: FileReport): string | null {
  const titles = new Set(tables.map(({ format }) => format));
  return fileFormats.find(({ title }) => titles.size === 1 && titles.has(title))?.id ?? null;
}

/**
 * Reads files as the commands will read them.
 * @throws InputError for the first row that cannot be read, by the name of its file.
 */
export const inspectFetched: Inspect = async (files, { dataset }) => {
  if (dataset.format === null) return null;
  const paths = files.map(({ path }) => path);
  const named = (text: string) =>
    files.reduce((line, { path, name }) => line.replaceAll(path, name), text);
  try {
    const queries = new Map(
      files.flatMap(({ path, body }) => (body === undefined ? [] : [[path, body] as const])),
    );
    const report = await readFiles(paths, dataset.format, queries);
    const holds = holdsOf(report);
    return holds && { first: holds.first, last: holds.last, figures: holds.figures };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(named(error.message), error.hint && named(error.hint));
  }
};

/** @throws InputError for the first row that cannot be read. */
export async function readFiles(
  paths: readonly string[],
  format: string | null,
  queries?: ReadonlyMap<string, string>,
): Promise<FileReport> {
  const { progressLine } = await import("../reading-progress.ts");
  const line = progressLine();
  const options = {
    as: format,
    where: [],
    missing: [],
    progress: line.tell,
    ...(queries && { queries }),
  };
  const report = await checkFiles(paths, options).finally(line.done);
  const [problem] = report.problems;
  if (problem !== undefined) throw new InputError(`${problem.place}: ${problem.message}`);
  return report;
}
