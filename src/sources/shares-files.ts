import { basename } from "node:path";
import { InputError } from "../errors.ts";
import { type Partner, PartnerDirectory } from "../partners/directory.ts";
import { WORLD } from "../records/record.ts";
import { valueAddedMeasures } from "../records/value-added-measures.ts";
import type { Warning } from "../warning.ts";
import { condition } from "./condition.ts";
import { countries, openEmbeddedShares } from "./embedded/embedded.ts";
import { expandNames } from "./files/expand.ts";
import { openFile } from "./files/open-file.ts";
import type { Progress } from "./files/progress.ts";
import { type FoundTable, findTables } from "./formats/find-tables.ts";
import { columnIndex } from "./formats/header.ts";
import { whileReading } from "./reading.ts";
import type { Problem } from "./records/load.ts";
import { problemsError, requireCondition } from "./records/load-errors.ts";
import type { SharesDataset } from "./shares.ts";

/** How files of shares are to be read. */
export interface SharesFileOptions {
  readonly as: string | null;
  readonly missing: readonly string[];
  /** Conditions `column=text`, which take the place of the whole economy and the world. */
  readonly where: readonly string[];
  readonly skipInvalid: boolean;
  readonly progress?: Progress;
}

/** Rows of the whole economy with the world as counterpart, by year: what a share is of. */
const WHOLE = [
  { column: "ACTIVITY", text: "_T", because: "part-by-activity" },
  { column: "COUNTERPART_AREA", text: "W", because: "one-counterpart" },
  { column: "FREQ", text: "A", because: "not-annual" },
] as const;

const MISSING = ["", "NaN", ":"];

/**
 * Reads the OECD's TiVA main shares from SDMX-CSV, with or without labels, as one dataset.
 * @throws InputError where a file holds no such shares, for a share that cannot be read (unless
 *   invalid rows are skipped), and where two rows differ on one share.
 */
export async function openSharesFiles(
  names: readonly string[],
  options: SharesFileOptions,
): Promise<{ dataset: SharesDataset; warnings: readonly Warning[] }> {
  return whileReading(async (spool) => {
    const shares = new ReadShares(options);
    const warnings: Warning[] = [];
    const hashes: (string | null)[] = [];
    const files = await expandNames(names);
    for (const name of files) {
      const file = await openFile(name, { spool, progress: options.progress });
      warnings.push(...file.warnings);
      hashes.push(file.sha256);
      for (const table of (await findTables(file, options.as)).tables) await shares.read(table);
    }
    return { dataset: shares.toDataset(files, hashes.length === 1 ? hashes[0]! : null), warnings };
  });
}

interface Share {
  readonly value: number;
  readonly place: () => string;
}

/** The shares of any number of tables, by area, measure and year. */
class ReadShares {
  readonly #options: SharesFileOptions;
  readonly #directory: PartnerDirectory;
  readonly #shares = new Map<string, Share>();
  readonly #areas = new Map<string, Partner>();
  readonly #years = new Set<number>();
  readonly #measures = new Set<string>();
  readonly #others = new Set<string>();
  readonly #problems: Problem[] = [];
  readonly #rejected: Record<string, number> = {};

  constructor(options: SharesFileOptions) {
    this.#options = options;
    this.#directory = new PartnerDirectory([
      ...countries(),
      ...openEmbeddedShares("tiva-shares").areas,
    ]);
  }

  async read({ source, recognised: { layout, header } }: FoundTable): Promise<void> {
    if (!layout.shares) {
      throw new InputError(
        `${source.name}: holds records of trade, not shares of value added (use balance, share or another metric of trade)`,
      );
    }
    const at = (column: string) => columnIndex(header.cells, column);
    const conditions = this.#options.where.map((text) => ({
      ...condition(text),
      because: "not-where",
    }));
    for (const { column } of conditions) requireCondition(source, header.cells, column);
    const named = new Set(conditions.map(({ column }) => column.toUpperCase()));
    const rules = [...conditions, ...WHOLE.filter(({ column }) => !named.has(column))].flatMap(
      (rule) => (at(rule.column) < 0 ? [] : [{ ...rule, at: at(rule.column) }]),
    );
    const columns = {
      measure: at("MEASURE"),
      area: columnIndex(header.cells, ["REF_AREA", "EXPORTING_AREA", "IMPORTING_AREA"]),
      unit: at("UNIT_MEASURE"),
      year: at("TIME_PERIOD"),
      value: at("OBS_VALUE"),
    };
    const label = at("Reference area");
    await source.read((cells, line) => {
      if (line <= header.line) return;
      const place = () => source.place(line);
      const text = (column: number) => cells[column] ?? "";
      const measure = text(columns.measure);
      const broken = rules.find((rule) => text(rule.at) !== rule.text);
      if (broken) this.#set(broken.because);
      else if (!isShare(measure, text(columns.unit))) {
        this.#others.add(measure);
        this.#set("not-a-share");
      } else if (this.#isMissing(text(columns.value))) this.#set("missing");
      else {
        const problem = problemOf(text(columns.year), text(columns.value));
        if (problem) this.#problems.push({ place: place(), reason: "invalid", message: problem });
        else {
          const area = this.#areaOf(text(columns.area), text(label));
          this.#add(area, measure, Number(text(columns.year)), {
            value: Number(text(columns.value)),
            place,
          });
        }
      }
    }, this.#options.progress);
  }

  #set(reason: string): void {
    this.#rejected[reason] = (this.#rejected[reason] ?? 0) + 1;
  }

  #isMissing(text: string): boolean {
    return MISSING.includes(text) || this.#options.missing.includes(text);
  }

  /** The economy or group of economies of a code; one that nobody knows goes by its code. */
  #areaOf(code: string, label: string): Partner {
    const known = this.#areas.get(code);
    if (known) return known;
    const match = this.#directory.find(code);
    const found = this.#directory.get(code) ?? (match?.kind === "partner" ? match.partner : null);
    const own = { code: code === "W" ? WORLD : code, name: label || code, aliases: [] };
    const area: Partner = found ?? { ...own, kind: "aggregate" };
    this.#areas.set(code, area);
    return area;
  }

  #add(area: Partner, measure: string, year: number, share: Share): void {
    const id = idOf(area.code, measure, year);
    const earlier = this.#shares.get(id);
    if (earlier?.value === share.value) {
      this.#set("repeated");
      return;
    }
    if (earlier) {
      const message = `${area.code}, ${measure}, ${year} is ${share.value} here and ${earlier.value} at ${earlier.place()} (remove one)`;
      this.#problems.push({ place: share.place(), reason: "duplicate", message });
      return;
    }
    this.#shares.set(id, share);
    this.#years.add(year);
    this.#measures.add(measure);
  }

  toDataset(names: readonly string[], sha256: string | null): SharesDataset {
    const problems = this.#problems;
    if (problems.length > 0 && !this.#options.skipInvalid) throw problemsError(problems);
    if (this.#shares.size === 0) throw this.#noShares(names);
    for (const { reason } of problems) this.#set(reason);
    const shares = this.#shares;
    const years = [...this.#years].sort((a, b) => a - b);
    return {
      description: {
        id: names.map((name) => basename(name)).join(", "),
        title: names.map((name) => basename(name)).join(", "),
        description: "Shares of value added from the user's files",
        publisher: "OECD",
        sourceUrl: null,
        licence: null,
        kind: "shares",
        vintage: null,
        sha256,
        basis: null,
        unit: "percent",
        coverage: { first: String(years[0]), last: String(years.at(-1)), step: "year" },
        tables: [],
        notes: [],
      },
      areas: [...this.#areas.values()],
      years,
      measures: valueAddedMeasures.map(({ code }) => code).filter((one) => this.#measures.has(one)),
      count: shares.size,
      rejected: this.#rejected,
      valueOf: (area, measure, year) => shares.get(idOf(area, measure, year))?.value,
    };
  }

  #noShares(names: readonly string[]): InputError {
    const wanted = valueAddedMeasures.map(({ code }) => code).join(", ");
    const others = [...this.#others].sort().slice(0, 5).join(", ");
    return new InputError(
      `${names.join(", ")}: holds no share of value added in percent${others ? ` (it has ${others})` : ""}; use the OECD's main shares, DF_MAINSH: ${wanted}`,
      "Rows count where ACTIVITY is _T, COUNTERPART_AREA is W and FREQ is A; --where ACTIVITY=C29 takes others.",
    );
  }
}

/** The units in which the OECD publishes shares begin so: of exports, of value added. */
function isShare(measure: string, unit: string): boolean {
  return unit.startsWith("PT_") && valueAddedMeasures.some(({ code }) => code === measure);
}

function problemOf(year: string, value: string): string | null {
  if (!/^\d{4}$/.test(year)) return `TIME_PERIOD: expected a year, got "${year}"`;
  if (/^-?\d+(\.\d+)?$/.test(value)) return null;
  return `OBS_VALUE: expected a number, got "${value}" (use --missing ${JSON.stringify(value)})`;
}

function idOf(area: string, measure: string, year: number): string {
  return `${area}|${measure}|${year}`;
}
