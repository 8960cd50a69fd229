import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { z } from "zod";
import { InputError } from "../../errors.ts";
import { issueWords } from "../../issue-words.ts";
import type { Partner } from "../../partners/directory.ts";
import type { DatasetDescription } from "../description.ts";
import { decode, encodingOf } from "../files/encoding.ts";
import { readBytes } from "../files/open-file.ts";
import type { RowSource } from "../files/row-source.ts";
import { textSource } from "../files/text-source.ts";
import type { DefinedTable } from "./load.ts";
import { headerOf, ownTable } from "./own-table.ts";
import { unrolled } from "./runs.ts";

/** The table that lists the partners of a data package. */
const PARTNERS = "partners";

const defaultsSchema = z
  .object({
    reporter: z.string(),
    partner: z.string(),
    flow: z.enum(["export", "import"]),
    product: z.string(),
    sector: z.enum(["goods", "services"]),
    flowBasis: z.enum(["total", "domestic", "general", "consumption"]),
    valuation: z.enum(["fas", "fob", "customs", "cif"]),
    basis: z.enum(["census", "bop"]),
    unit: z.string(),
  })
  .partial();

const resourceSchema = z.object({
  name: z.string(),
  title: z.string().optional(),
  path: z.string(),
  hash: z.string().optional(),
  tradeMetrics: z
    .object({
      vintage: z.string().nullish(),
      defaults: defaultsSchema.default({}),
      /** What the tables of a dataset with several vintages say; see `TableDescription`. */
      released: z.string().optional(),
      changes: z.string().optional(),
      without: z.array(z.string()).optional(),
      covers: z.object({ first: z.string(), last: z.string() }).optional(),
      groups: z.string().optional(),
      somePartners: z.literal(true).optional(),
      rounding: z.number().optional(),
      layout: z.literal("runs").optional(),
    })
    .optional(),
});

const packageSchema = z.object({
  name: z.string(),
  title: z.string().optional(),
  description: z.string().optional(),
  licenses: z
    .array(z.object({ title: z.string().optional(), name: z.string().optional() }))
    .optional(),
  contributors: z.array(z.object({ title: z.string(), role: z.string().optional() })).optional(),
  sources: z.array(z.object({ title: z.string(), path: z.string().optional() })).optional(),
  resources: z.array(resourceSchema).min(1),
  tradeMetrics: z
    .object({
      kind: z.enum(["trade", "shares", "prices", "input-output"]).default("trade"),
      vintage: z.string().nullish(),
      basis: z.enum(["census", "bop"]).nullish(),
      unit: z.string().optional(),
      coverage: z.object({ first: z.string(), last: z.string(), step: z.string() }).optional(),
      annualRevision: z.string().optional(),
      ownTotal: z.literal(true).optional(),
      notes: z.array(z.string()).default([]),
      groups: z.string().optional(),
    })
    .optional(),
});

/** A data package as it was read: its words, its tables and its own partners. */
export interface DataPackage {
  readonly description: DatasetDescription;
  readonly tables: readonly DefinedTable[];
  readonly partners: readonly Partner[];
}

export function isDataPackage(folder: string): boolean {
  return existsSync(join(folder, "datapackage.json"));
}

/** What a data package holds, without reading its tables. */
export function dataPackageKind(folder: string): DatasetDescription["kind"] {
  return readDescriptor(folder).descriptor.tradeMetrics?.kind ?? "trade";
}

/**
 * Reads a Frictionless data package whose tables are in the record layout. What its
 * `tradeMetrics.defaults` say of a table holds for every row that leaves the column out.
 * @throws InputError that names the file and the key.
 */
export function readDataPackage(folder: string): DataPackage {
  const { descriptor, file } = readDescriptor(folder);
  const sources = new Map(
    descriptor.resources.map((one) => [
      one.name,
      readResource(resourcePath(folder, file, one.path)),
    ]),
  );
  for (const { name, hash } of descriptor.resources) checkHash(sources.get(name)!, hash, file);
  const data = descriptor.resources.filter(({ name }) => name !== PARTNERS);
  const partnerSource = sources.get(PARTNERS);
  const tables = data.map((resource) => {
    const { source } = sources.get(resource.name)!;
    return ownTable(
      resource.tradeMetrics?.layout === "runs" ? unrolled(source) : source,
      withoutUndefined(resource.tradeMetrics?.defaults ?? {}),
      resource.tradeMetrics?.vintage ?? descriptor.tradeMetrics?.vintage ?? null,
    );
  });
  const described = data.map((resource, index) => ({
    name: resource.name,
    title: resource.title ?? resource.name,
    vintage: tables[index]!.vintage,
    sha256: sources.get(resource.name)!.sha256,
    defaults: tables[index]!.defaults,
    rows: rowsOf(tables[index]!.source),
    ...vintageWords(resource),
  }));
  const words = descriptor.tradeMetrics;
  return {
    tables,
    partners: partnerSource ? readPartners(partnerSource) : [],
    description: {
      id: descriptor.name,
      title: descriptor.title ?? descriptor.name,
      description: descriptor.description ?? "",
      publisher:
        descriptor.contributors?.find(({ role }) => role === "publisher")?.title ??
        descriptor.sources?.[0]?.title ??
        "not stated",
      sourceUrl: descriptor.sources?.[0]?.path ?? null,
      licence: descriptor.licenses?.[0]?.title ?? descriptor.licenses?.[0]?.name ?? null,
      kind: words?.kind ?? "trade",
      vintage: words?.vintage ?? null,
      sha256: combinedHash(described),
      basis: words?.basis ?? null,
      unit: words?.unit ?? "USD",
      coverage: words?.coverage ?? { first: "", last: "", step: "" },
      tables: described,
      notes: words?.notes ?? [],
      ...(words?.groups !== undefined && { groups: words.groups }),
      ...(words?.ownTotal && { ownTotal: true }),
      ...(words?.annualRevision !== undefined && { annualRevision: words.annualRevision }),
    },
  };
}

/** What a table says of its vintage, where a dataset has several. */
function vintageWords({ tradeMetrics }: z.infer<typeof resourceSchema>) {
  const { vintage: _, defaults: __, layout: ___, ...words } = tradeMetrics ?? {};
  return withoutUndefined(words);
}

function readDescriptor(folder: string) {
  const file = join(folder, "datapackage.json");
  const bytes = readBytes(file, file);
  let json: unknown;
  try {
    json = JSON.parse(decode(bytes, encodingOf(bytes)));
  } catch {
    throw new InputError(`${file}: this is not valid JSON`);
  }
  const parsed = packageSchema.safeParse(json, { error: issueWords });
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    throw new InputError(`${file}: ${path.join(".") || "package"}: ${message}`);
  }
  return { descriptor: parsed.data, file };
}

function resourcePath(folder: string, file: string, path: string): string {
  if (isAbsolute(path) || path.split(/[\\/]/).includes("..") || /^[a-z]+:\/\//i.test(path)) {
    throw new InputError(
      `${file}: resources: "${path}" lies outside the folder (use a path in it)`,
    );
  }
  return join(folder, path);
}

interface Resource {
  readonly source: RowSource;
  readonly sha256: string;
}

function readResource(path: string): Resource {
  const bytes = readBytes(path, path);
  const { source } = textSource(bytes, path);
  return { source, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function rowsOf(source: RowSource): number {
  let rows = -1;
  source.read(() => {
    rows += 1;
  });
  return rows;
}

/**
 * The rows of a table as objects by column.
 * @throws InputError for a row with more or fewer fields than the header.
 */
export function objectsOf(
  source: RowSource,
): { place: string; row: Readonly<Record<string, string>> }[] {
  const header = headerOf(source);
  const objects: { place: string; row: Record<string, string> }[] = [];
  source.read((cells, line) => {
    if (line === header.line) return;
    const place = source.place(line);
    if (cells.length !== header.cells.length) {
      throw new InputError(
        `${place}: ${cells.length} fields in a row, ${header.cells.length} columns in the header (quote fields that hold a comma)`,
      );
    }
    const row = Object.fromEntries(header.cells.map((name, at) => [name, cells[at]!]));
    objects.push({ place, row });
  });
  return objects;
}

function checkHash({ source, sha256 }: Resource, hash: string | undefined, file: string): void {
  const wanted = hash?.startsWith("sha256:") ? hash.slice("sha256:".length) : null;
  if (wanted && wanted !== sha256) {
    throw new InputError(
      `${source.name}: its contents do not match the hash in ${file} (restore the file, or correct the hash)`,
    );
  }
}

function combinedHash(tables: readonly { name: string; sha256: string }[]): string {
  const lines = tables.map(({ name, sha256 }) => `${name}:${sha256}\n`).sort();
  return createHash("sha256").update(lines.join("")).digest("hex");
}

const partnerRow = z.object({
  code: z.string().min(1),
  name: z.string().min(1),
  sourceCode: z.string().default(""),
  kind: z.enum(["country", "aggregate", "residual"]),
});

function readPartners({ source }: Resource): Partner[] {
  return objectsOf(source).map(({ place, row }) => {
    const parsed = partnerRow.safeParse(row, { error: issueWords });
    if (!parsed.success) {
      const { path, message } = parsed.error.issues[0]!;
      throw new InputError(`${place}: ${path.join(".")}: ${message}`);
    }
    const { code, name: title, sourceCode, kind } = parsed.data;
    return { code, name: title, kind, aliases: sourceCode === "" ? [] : [sourceCode] };
  });
}

type Defined<Words> = { [Key in keyof Words]: Exclude<Words[Key], undefined> };

function withoutUndefined<Words extends object>(words: Words): Defined<Words> {
  const known = Object.entries(words).filter(([, value]) => value !== undefined);
  return Object.fromEntries(known) as Defined<Words>;
}
