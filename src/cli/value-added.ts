import type { Answer } from "../calculation/result.ts";
import {
  type DecompositionBreakdown,
  decompositionAnswer,
} from "../calculation/value-added/decomposition-answer.ts";
import { TableEconomies } from "../calculation/value-added/economies.ts";
import { finalDemandAnswer } from "../calculation/value-added/final-demand-answer.ts";
import { type OriginBreakdown, originAnswer } from "../calculation/value-added/origin-answer.ts";
import { participationAnswer } from "../calculation/value-added/participation-answer.ts";
import { InputError } from "../errors.ts";
import { reportTable, type TableReport } from "../inspection/table.ts";
import { sortOrder } from "../question/read.ts";
import { commaList } from "../question/words.ts";
import { countries } from "../sources/embedded/embedded.ts";
import {
  EMBEDDED_TABLE,
  type OpenTable,
  openEmbeddedTable,
  openTableFile,
} from "../sources/input-output.ts";
import type { DecompositionMethod, Perimeter, ReadTableOptions } from "../value-added/index.ts";

import { announce, withProgress } from "./progress.ts";

/** The options that say which table is read, and how. */
export interface TableOptions {
  readonly table?: string;
  readonly entry?: string;
  readonly economies?: string;
  readonly industries?: string;
  readonly unit?: string;
  readonly progress?: true;
}

export interface ExporterOptions extends TableOptions {
  readonly exporter?: string;
  readonly together?: true;
  readonly sort?: string;
  readonly top?: number;
}

export interface OriginOptions extends ExporterOptions {
  readonly partner?: string;
  readonly origin?: string;
  readonly by: OriginBreakdown;
  readonly total?: true;
}

export interface DecomposeOptions extends ExporterOptions {
  readonly method: string;
  readonly approach?: "source" | "sink";
  readonly perimeter?: Perimeter;
  readonly by: DecompositionBreakdown;
  readonly terms?: string;
}

export interface FinalDemandOptions extends TableOptions {
  readonly origin?: string;
  readonly together?: true;
  readonly sort?: string;
  readonly top?: number;
}

/** More equations than this take a second or more to solve. */
const MANY_EQUATIONS = 1000;

async function openTable(options: TableOptions): Promise<OpenTable> {
  const { table: path, unit, progress = false } = options;
  if (path === undefined || path === EMBEDDED_TABLE) {
    const stray = (["entry", "economies", "industries", "unit"] as const).find(
      (name) => options[name] !== undefined,
    );
    if (stray === undefined) return openEmbeddedTable();
    throw new InputError(`--${stray} says how a file is read (add --table FILE)`);
  }
  const opened = await withProgress(`reading ${path}`, progress, () =>
    openTableFile(path, readOptions(options)),
  );
  const n = opened.table.labels.length;
  if (n >= MANY_EQUATIONS) announce(`solving ${n} equations`, progress);
  return unit === undefined ? opened : { ...opened, description: { ...opened.description, unit } };
}

function readOptions({ entry, economies, industries }: TableOptions): ReadTableOptions {
  if (economies === undefined && industries !== undefined) {
    throw new InputError("--industries names those of a table without a header (add --economies)");
  }
  return {
    ...(entry !== undefined && { entry }),
    ...(economies !== undefined && {
      matrix: {
        economies: commaList(economies),
        ...(industries !== undefined && { industries: commaList(industries) }),
      },
    }),
  };
}

async function openWithEconomies(options: TableOptions) {
  const source = await openTable(options);
  return { source, economies: new TableEconomies(source.table, countries()) };
}

function required(list: string | undefined, command: string, option: string): string {
  if (list !== undefined) return list;
  throw new InputError(
    `value-added ${command}: which economy? (use ${option} MX, a list, a group, or all)`,
  );
}

function ordered({ sort, top }: { readonly sort?: string; readonly top?: number }) {
  return { sort: sortOrder(sort), top: top ?? null };
}

export async function answerOrigin(options: OriginOptions): Promise<Answer> {
  const list = required(options.exporter, "origin", "--exporter");
  if (options.partner !== undefined && options.by === "partner") {
    throw new InputError("--partner names partners and --by partner shows every one (use one)");
  }
  const { source, economies } = await openWithEconomies(options);
  const { exporters, warnings } = economies.select(list, "--exporter", options.together ?? false);
  const chosen = (text: string | undefined, option: string) =>
    text === undefined ? null : economies.select(text, option, false);
  const partners = chosen(options.partner, "--partner");
  const origins = chosen(options.origin, "--origin");
  return originAnswer(source, economies, {
    exporters,
    partners: partners?.exporters ?? null,
    origins: origins?.exporters.map(({ exporter }) => exporter as string) ?? null,
    by: options.by,
    total: options.total ?? false,
    ...ordered(options),
    warnings: [...warnings, ...(partners?.warnings ?? []), ...(origins?.warnings ?? [])],
  });
}

const methods: Readonly<Record<string, DecompositionMethod>> = {
  kww: "koopman-wang-wei",
  wwz: "wang-wei-zhu",
};

export async function answerDecompose(options: DecomposeOptions): Promise<Answer> {
  const list = required(options.exporter, "decompose", "--exporter");
  const { source, economies } = await openWithEconomies(options);
  const { exporters, warnings } = economies.select(list, "--exporter", options.together ?? false);
  const { approach, perimeter } = options;
  return decompositionAnswer(source, economies, {
    exporters,
    method: methods[options.method] ?? (options.method as DecompositionMethod),
    ...(approach && { approach }),
    ...(perimeter && { perimeter }),
    by: options.by,
    terms: options.terms === undefined ? null : commaList(options.terms),
    ...ordered(options),
    warnings,
  });
}

export async function answerParticipation(options: ExporterOptions): Promise<Answer> {
  const { source, economies } = await openWithEconomies(options);
  const together = options.together ?? false;
  const everyone = economies.select("all", "--exporter", false).exporters;
  const chosen =
    options.exporter === undefined || options.exporter === "all"
      ? null
      : economies.select(options.exporter, "--exporter", together);
  return participationAnswer(source, {
    exporters: chosen?.exporters ?? null,
    everyone,
    ...ordered(options),
    warnings: chosen?.warnings ?? [],
  });
}

export async function answerFinalDemand(options: FinalDemandOptions): Promise<Answer> {
  const { source, economies } = await openWithEconomies(options);
  const together = options.together ?? false;
  const { exporters, warnings } = economies.select(options.origin ?? "all", "--origin", together);
  return finalDemandAnswer(source, { origins: exporters, ...ordered(options), warnings });
}

export async function checkTableFile(
  path: string,
  options: Omit<TableOptions, "table">,
): Promise<TableReport> {
  return reportTable(await openTable({ ...options, table: path }));
}
