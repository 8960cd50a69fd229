import { InputError } from "../../errors.ts";
import type { PartnerDirectory } from "../../partners/directory.ts";
import type { Warning } from "../../warning.ts";
import { type AskedCodes, allRecords } from "../asked.ts";
import type { RecordDefaults } from "../description.ts";
import type { Progress } from "../files/progress.ts";
import type { RowSource } from "../files/row-source.ts";
import type { CodeTable } from "../formats/attributes.ts";
import { type DeclaredReading, nothingDeclared } from "../formats/declared-reading.ts";
import type { Recognised } from "../formats/header.ts";
import type { Aside, Outcome } from "../formats/outcome.ts";
import type { Condition } from "../formats/table-context.ts";
import type { TableReader } from "../formats/table-reader.ts";
import { besideRecords } from "./beside-records.ts";
import { RecordCollection } from "./collect.ts";
import type { AddedRecord, GatheredRecords, Places } from "./gathered.ts";
import type { Mend } from "./mend.ts";
import { readerOf } from "./reader-of.ts";
import { toldApart } from "./told-apart.ts";

/** A row that could not be taken, and why. */
export interface Problem {
  readonly place: string;
  readonly reason: "invalid" | "duplicate" | "ambiguous";
  readonly message: string;
  /** The options that read what could not be read, where there are such. */
  readonly mend?: Mend;
  /** Whether it may be a part of a figure that another row has, which is no error of the row. */
  readonly isPart?: true;
}

/** A table with its layout and the words that hold for all its rows. */
export interface DefinedTable {
  readonly source: RowSource;
  readonly recognised: Recognised;
  readonly defaults: RecordDefaults;
  readonly vintage: string | null;
}

/** How rows are to be judged, whatever the format. */
export interface LoadOptions {
  readonly missing: readonly string[];
  readonly where: readonly Condition[];
  readonly codeTable: CodeTable;
  /** The records that are asked for; others are only counted. */
  readonly asked: AskedCodes;
  /** How files are read, as their user says. */
  readonly reading: DeclaredReading;
}

type Listed = NonNullable<Aside["without"]>;

/** What was read: read = used + asides + problems. */
export interface LoadedRecords<Gathered extends GatheredRecords = RecordCollection> {
  readonly collection: Gathered;
  readonly read: number;
  readonly problems: readonly Problem[];
  /** Figures that are no records, by reason. */
  readonly asides: Readonly<Record<string, number>>;
  /** Partners that could not be placed, and how many figures each has. */
  readonly unplaced: ReadonlyMap<string, number>;
  /** Partners with figures that were not asked for. */
  readonly unasked: ReadonlySet<string>;
  /** What is to be said of how tables were read. */
  readonly told: readonly Warning[];
  /** Codes that count all products, by table. */
  readonly wholes: readonly string[];
  /** Columns that the record layout does not know, by file. */
  readonly unknownColumns: readonly {
    readonly file: string;
    readonly columns: readonly string[];
  }[];
}

/** Counts what becomes of figures while tables are read. */
export class Loading {
  readonly collection: RecordCollection;
  readonly problems: Problem[] = [];
  readonly unplaced = new Map<string, number>();
  readonly unasked = new Set<string>();
  readonly unknownColumns: { file: string; columns: readonly string[] }[] = [];
  readonly #unread: { file: string; columns: readonly string[] }[] = [];
  readonly told: Warning[] = [];
  readonly #asides: Record<string, number> = {};
  readonly #wholes = new Set<string>();
  read = 0;

  /** @param most the records that can be held at once. */
  constructor(most?: number) {
    this.collection = new RecordCollection(most);
  }

  /** Takes one outcome, which may stand for several figures where it is no record. */
  take(
    outcome: Outcome,
    places: Places,
    line: number,
    { vintage, recognised: { layout } }: Pick<DefinedTable, "vintage" | "recognised">,
    times = 1,
  ): void {
    this.read += times;
    if (outcome.kind === "aside") {
      this.aside(outcome.reason, times);
      if (outcome.without) this.hold(outcome.without, vintage);
      if (outcome.partner !== undefined) this.unasked.add(outcome.partner);
      if (outcome.name !== undefined) {
        const name = shortened(outcome.name);
        this.unplaced.set(name, (this.unplaced.get(name) ?? 0) + times);
      }
      return;
    }
    if (outcome.kind === "problem") {
      const { column, message, mend } = outcome.problem;
      const place = places.place(line);
      const words = shortened(`${column}: ${message}`);
      this.refuse({ place, reason: "invalid", message: words, ...(mend && { mend }) });
      return;
    }
    this.collect(outcome, places, line, vintage, layout.repeats === "once");
  }

  /** Adds a record. @param once whether one that repeats an earlier one is no error. */
  protected collect(
    record: AddedRecord,
    places: Places,
    line: number,
    vintage: string | null,
    once: boolean,
  ): void {
    const earlier = this.collection.add(record, places, line, vintage);
    if (earlier === null) return;
    if (earlier.same && once) {
      this.aside("repeated", 1);
      return;
    }
    const { partner, flow, product } = record.key;
    this.refuse({
      place: places.place(line),
      reason: "duplicate",
      message: `duplicate of ${earlier.place}: ${partner}, ${flow}, ${product}, ${record.period.label} (remove one)`,
    });
    if (!earlier.wasUsed) return;
    const message = `contradicted by ${places.place(line)}, so that neither is used`;
    this.refuse({ place: earlier.place, reason: "duplicate", message });
  }

  /** Keeps that a figure is listed without a value. */
  protected hold({ key, period, gap }: Listed, vintage: string | null): void {
    this.collection.addGap(key, period.label, gap, vintage);
  }

  protected refuse(problem: Problem): void {
    this.problems.push(problem);
  }

  /** Counts a row that is not even a row of its table. */
  malformed(place: string, message: string): void {
    this.read += 1;
    this.refuse({ place, reason: "invalid", message });
  }

  aside(reason: string, times: number): void {
    this.#asides[reason] = (this.#asides[reason] ?? 0) + times;
  }

  /** Notes what a reader found out about its table. */
  note(
    name: string,
    reader: Pick<TableReader, "layout" | "wholes" | "unknownColumns" | "warnings">,
  ): void {
    this.told.push(...reader.warnings);
    for (const whole of reader.wholes) this.#wholes.add(`${name}: ${whole}`);
    const { unknownColumns: columns, layout } = reader;
    const unread = layout.unread ?? columns;
    if (unread.length > 0) this.#unread.push({ file: name, columns: unread });
    if (columns.length > 0) this.unknownColumns.push({ file: name, columns });
  }

  toLoaded(): LoadedRecords {
    const { collection, read, unplaced, unasked, unknownColumns, told } = this;
    const problems = toldApart(this.problems, this.#unread);
    const asides = Object.fromEntries(Object.entries(this.#asides).sort(byName));
    if (collection.parts > 0) asides["part-of-whole"] = collection.parts;
    const wholes = [...this.#wholes].sort();
    const named = new Map([...unplaced].sort(byName));
    const found = { collection, read, problems, asides, unplaced: named, unasked, wholes };
    return { ...found, unknownColumns, told };
  }
}

/** The cells of a damaged file may be of any length. */
function shortened(text: string): string {
  return text.length > 500 ? `${text.slice(0, 400)}…` : text;
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/**
 * Reads every row of a table, in memory or from a stream. Every figure is taken, set aside for a
 * reason, or listed as a problem.
 */
export function loadRows(
  table: DefinedTable,
  reader: TableReader,
  loading: Loading,
  progress: Progress | null = null,
): void | Promise<void> {
  const { source, recognised } = table;
  const { header } = recognised;
  const width = header.cells.length;
  let rows = 0;
  const observe = (cells: readonly string[], line: number) => {
    if (line > header.line) reader.observe(cells);
  };
  const take = (cells: readonly string[], line: number) => {
    if (line <= header.line) return;
    rows += 1;
    const beside = besideRecords(cells, header.cells, recognised.layout);
    if (beside !== null) {
      loading.read += reader.figures.length;
      loading.aside(beside, reader.figures.length);
      return;
    }
    if (!fits(cells, width)) {
      loading.malformed(
        source.place(line),
        `${cells.length} fields in a row, ${width} columns in the header (quote fields that hold a comma)`,
      );
      return;
    }
    for (const figures of reader.figures) {
      const outcome = reader.outcome(cells, figures);
      loading.take(outcome, source, line, table);
    }
  };
  const finish = () => {
    loading.note(source.name, reader);
    if (rows > 0) return;
    throw new InputError(
      `${source.name}: there is no row below the header (add at least one record)`,
    );
  };
  const observed = reader.observes ? source.read(observe, progress ?? undefined) : undefined;
  const done = after(observed, () => source.read(take, progress ?? undefined));
  return after(done, finish);
}

/** What comes next: at once for tables in memory, else when the stream has ended. */
function after(
  first: void | Promise<void>,
  next: () => void | Promise<void>,
): void | Promise<void> {
  return first instanceof Promise ? first.then(next) : next();
}

/** Whether a row is as wide as its header, but for empty fields behind it. */
function fits(cells: readonly string[], width: number): boolean {
  if (cells.length === width) return true;
  return cells.length > width && cells.slice(width).every((cell) => cell === "");
}

/** Reads tables that are in memory, one after the other. */
export function loadTables(
  tables: readonly DefinedTable[],
  partners: PartnerDirectory,
  options: Partial<LoadOptions> = {},
): LoadedRecords {
  const loading = new Loading();
  const settings = {
    missing: [],
    where: [],
    codeTable: new Map(),
    asked: allRecords,
    reading: nothingDeclared,
    ...options,
  };
  for (const table of tables) {
    const done = loadRows(table, readerOf(table, partners, settings), loading);
    if (done instanceof Promise) throw new Error(`${table.source.name}: is not in memory`);
  }
  return loading.toLoaded();
}
