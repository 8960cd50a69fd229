import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  type InputOutputTable,
  type ReadTableOptions,
  readTable,
  type TableLayout,
} from "../value-added/index.ts";
import { compiledFolder } from "./embedded/package-folder.ts";

/** What an input-output table is and where it comes from. */
export interface TableDescription {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly vintage: string | null;
  readonly sha256: string;
  /** The period of its flows, where it is known. */
  readonly period: string | null;
  /** `USD million`, or null where the file does not say and the layout is nobody's. */
  readonly unit: string | null;
  /** What a reader of figures from it must know, such as that it is aggregated. */
  readonly cautions: readonly TableCaution[];
}

/** What a reader of figures must know; of one economy's exports, where it names one. */
interface TableCaution {
  /** ISO 3166 alpha-2. */
  readonly economy?: string;
  readonly message: string;
}

/** A table and its description. */
export interface OpenTable {
  readonly table: InputOutputTable;
  readonly description: TableDescription;
}

/** The embedded input-output table. */
export const EMBEDDED_TABLE = "value-added-2011";

/** What the data package of the embedded table says of it. */
export interface TablePackage {
  readonly title: string;
  readonly description: string;
  readonly homepage: string;
  readonly licenses: readonly { readonly title: string }[];
  readonly contributors: readonly { readonly title: string }[];
  readonly tradeMetrics: {
    readonly kind: "input-output";
    readonly vintage: string;
    readonly unit: string;
    readonly coverage: { readonly first: string; readonly last: string; readonly step: string };
    readonly notes: readonly string[];
    readonly cautions: readonly TableCaution[];
  };
  readonly resources: readonly {
    readonly name: string;
    readonly title: string;
    readonly path: string;
    readonly hash: string;
  }[];
}

/** Reads what the package of the embedded table says, without the table. */
export function embeddedTablePackage(): TablePackage {
  const file = join(compiledFolder(), EMBEDDED_TABLE, "datapackage.json");
  return JSON.parse(readFileSync(file, "utf8")) as TablePackage;
}

/** Opens the embedded table: the world of 2011 in eight regions. */
export async function openEmbeddedTable(): Promise<OpenTable> {
  const { title, contributors, tradeMetrics, resources } = embeddedTablePackage();
  const [resource] = resources;
  const table = await readTable(join(compiledFolder(), EMBEDDED_TABLE, resource!.path));
  // The notes of the package say which industries have no output; nothing else is odd about it.
  const warnings = table.warnings.filter(({ code }) => code !== "zero-output");
  return {
    table: { ...table, source: EMBEDDED_TABLE, warnings },
    description: {
      id: EMBEDDED_TABLE,
      title,
      publisher: contributors[0]!.title,
      vintage: tradeMetrics.vintage,
      sha256: resource!.hash.replace("sha256:", ""),
      period: tradeMetrics.coverage.first,
      unit: tradeMetrics.unit,
      cautions: tradeMetrics.cautions,
    },
  };
}

/**
 * Opens a table from a file: any layout that `readTable` knows.
 * @throws InputError where the file is no such table.
 */
export async function openTableFile(
  path: string,
  options: ReadTableOptions = {},
): Promise<OpenTable> {
  const table = await readTable(path, options);
  const layout = layouts[table.layout];
  return {
    table,
    description: {
      id: basename(path),
      title: layout.title,
      publisher: layout.publisher,
      vintage: layout.vintage,
      sha256: await sha256Of(path),
      period: table.year ?? yearIn(basename(path)),
      unit: layout.unit !== undefined || layout.publisher === OWN ? null : "USD million",
      cautions: layout.caution === undefined ? [] : [{ message: layout.caution }],
    },
  };
}

const OECD = "Organisation for Economic Co-operation and Development (OECD)";
const OWN = "a file of one's own";

interface Layout {
  readonly title: string;
  readonly publisher: string;
  readonly vintage: string | null;
  /** Default: millions of US dollars. */
  readonly unit?: string | null;
  readonly caution?: string;
}

/** Each layout in words; at current prices. */
const layouts: Readonly<Record<TableLayout, Layout>> = {
  "oecd-icio-2016": icio("2016"),
  "oecd-icio-2018": icio("2018"),
  "oecd-icio-2021": icio("2021"),
  "oecd-icio-2023": icio("2023"),
  "oecd-icio-2023-extended": icio("2023", ", extended"),
  "oecd-icio-2025": icio("2025"),
  "oecd-icio-2025-extended": icio("2025", ", extended"),
  "wiod-2013": {
    title: "World input-output table (WIOD), 2013 release",
    publisher: "World Input-Output Database (WIOD)",
    vintage: "2013",
  },
  "wiod-2016": {
    title: "World input-output table (WIOD), 2016 release",
    publisher: "World Input-Output Database (WIOD)",
    vintage: "2016",
  },
  figaro: figaro("matrix"),
  "figaro-flat": figaro("flat"),
  "adb-mrio": {
    title: "Multiregional input-output table",
    publisher: "Asian Development Bank (ADB)",
    vintage: null,
  },
  "exiobase-3": {
    title: "EXIOBASE multiregional input-output table, version 3",
    publisher: "EXIOBASE consortium",
    vintage: "3",
    unit: null,
    caution:
      "Amounts are in millions of euros, as EXIOBASE publishes them. The layout was not checked against a published file.",
  },
  eora26: {
    title: "Eora26 multiregional input-output table",
    publisher: "Eora global supply chain database",
    vintage: null,
    unit: null,
    caution: "The files state no unit. The layout was not checked against a published file.",
  },
  labelled: { title: "Labelled input-output table", publisher: OWN, vintage: null },
  matrix: { title: "Input-output table without a header", publisher: OWN, vintage: null },
};

function icio(edition: string, kind = ""): Layout {
  return {
    title: `Inter-Country Input-Output table, ${edition} edition${kind}`,
    publisher: OECD,
    vintage: edition,
  };
}

function figaro(kind: string): Layout {
  return {
    title: `FIGARO inter-country input-output table (${kind})`,
    publisher: "Eurostat and the European Commission (FIGARO)",
    vintage: null,
    // Amounts are shown in US dollars only where they are.
    unit: null,
    caution: "Amounts are in millions of euros, as FIGARO publishes them.",
  };
}

/** The layout of a table in words. */
export function layoutTitle(layout: TableLayout): string {
  return layouts[layout].title;
}

/**
 * The year that the name of a file says its table is of: the last one that is not the date of the
 * release. `ICIO2016_2003.csv` is of 2003, `ADB-MRIO-2021_Mar2022.xlsx` of 2021.
 */
export function yearIn(name: string): string | null {
  const years = name.matchAll(
    /(?<!\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)(?:19|20)\d\d(?!\d)/gi,
  );
  return [...years].at(-1)?.[0] ?? null;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}
