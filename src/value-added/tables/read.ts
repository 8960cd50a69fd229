import { checkText } from "../../arguments.ts";
import { InputError } from "../../errors.ts";
import { readBytes } from "./bytes.ts";
import { CellCursor } from "./cells.ts";
import { EoraTable } from "./eora.ts";
import { ExiobaseTable } from "./exiobase.ts";
import { FlatTable } from "./flat.ts";
import { type LabelledOptions, LabelledTable } from "./labelled.ts";
import { readColumnLabels } from "./labels.ts";
import { LineSplitter } from "./lines.ts";
import { type MatrixLabels, MatrixTable } from "./matrix.ts";
import { PublisherWorkbookHead, workbookRowLabel } from "./publisher-workbook.ts";
import type { InputOutputTable } from "./table.ts";
import { WiodFrame } from "./wiod-frame.ts";

export interface ReadTableOptions {
  /** The table to read from a zip file that holds several. */
  readonly entry?: string;
  /** Names for a table without a header, [Z | Y]. */
  readonly matrix?: MatrixLabels;
  /** Read a table with impossible cells, such as negative output, with a warning. */
  readonly allowUnbalanced?: boolean;
  /** Parts of economies beyond the publisher's own, such as { BR1: "BRA", BR2: "BRA" }. */
  readonly parts?: Readonly<Record<string, string>>;
}

interface LineReader {
  line(cells: CellCursor, line: number): void;
  finish(): InputOutputTable | Promise<InputOutputTable>;
}

/** No header is this long; what has no line end by then is no table. */
const LONGEST_LINE = 1 << 26;

/**
 * Reads a world input-output table from CSV, plain or packed (.gz, .zip), or from a workbook (.xlsx):
 * OECD ICIO 2016 to 2025, WIOD 2013 and 2016, FIGARO (matrix and flat), ADB MRIO, EXIOBASE 3 and
 * Eora26 (the zip, or the file of flows, with the others beside it), a labelled table of one's own, or a
 * bare matrix whose economies are given. Where a file states no output, it is the sum of the row.
 * Columns are identified by their names, never by their number. The numbers go from
 * the bytes of the file into the matrix; nothing else of the file is kept.
 *
 * A table of one's own: the first line is `row`, then one column ECONOMY_INDUSTRY for each industry
 * of each economy, then final demand as ECONOMY_FD (or by category, ECONOMY_HFCE, …), then, if
 * stated, OUT. Each industry has its row, in any order: what it sells to each column. Rows VA, TLS
 * and OUT may stand below. Labels split at their first underscore; all flows have one unit.
 *
 * @throws InputError where the file is no such table: one line naming file, row and column
 */
export async function readTable(
  path: string,
  options: ReadTableOptions = {},
): Promise<InputOutputTable> {
  checkText("readTable", "path", path);
  const entry = options.entry ?? EoraTable.entryIn(path) ?? ExiobaseTable.entryIn(path);
  const place = { path, entry };
  let reader: LineReader | null = null;
  let head: PublisherWorkbookHead | null = null;
  let cells = new CellCursor(COMMA);
  const lines = new LineSplitter((bytes, from, to, line) => {
    if (line === 1) cells = new CellCursor(delimiterOf(bytes, from, to));
    cells.line(bytes, from, to);
    if (reader !== null) {
      reader.line(cells, line);
    } else if (options.matrix !== undefined) {
      reader = new MatrixTable(options.matrix, path);
      reader.line(cells, line);
    } else if (head !== null) {
      // A title has no delimiter; the lines of the header do.
      if (cells.delimiter === COMMA) cells = new CellCursor(delimiterOf(bytes, from, to));
      cells.line(bytes, from, to);
      const { year } = head;
      const names = head.line(cells);
      if (head.isTooLong) throw notATable(path);
      if (names !== null) {
        const { layout } = head;
        reader = labelled(names, path, options, { layout, year: () => year }, workbookRowLabel);
      }
    } else {
      const names: string[] = [];
      while (!cells.isAtEnd) names.push(cells.text());
      if (PublisherWorkbookHead.isTitle(names)) {
        head = new PublisherWorkbookHead();
        head.title(names[0]!);
      } else if (EoraTable.fits(place)) {
        reader = new EoraTable(place, options);
        cells.line(bytes, from, to);
        reader.line(cells, line);
      } else if (ExiobaseTable.fits(names)) reader = new ExiobaseTable(names, place, options);
      else reader = readHeader(names, path, options);
    }
  });
  for await (const chunk of readBytes(path, entry)) {
    lines.push(chunk);
    if (lines.pending > LONGEST_LINE) throw notATable(path);
  }
  lines.end();
  if (reader === null) throw notATable(path);
  if (cells.isMixed) {
    throw new InputError(
      `${path}: some numbers have a decimal comma and others a point`,
      "Between semicolons a comma is the decimal sign: write numbers without thousands separators.",
    );
  }
  return (reader as LineReader).finish();
}

function readHeader(names: string[], path: string, options: ReadTableOptions): LineReader {
  if (names.length < 2) throw notATable(path);
  if (names.every((name) => name !== "" && Number.isFinite(Number(name)))) {
    throw new InputError(
      `${path}:1: the first line is numbers: a table without a header needs its economies named`,
      "Name the economies of the matrix [Z | Y], in its order.",
    );
  }
  if (FlatTable.fits(names)) return new FlatTable(names, path, options);
  if (WiodFrame.fits(names)) {
    const frame = new WiodFrame(names);
    const facts = { layout: "wiod-2016", year: () => frame.year } as const;
    return labelled(frame.names, path, options, facts, frame.rowLabel);
  }
  return labelled(names.slice(1), path, options);
}

function labelled(
  names: string[],
  path: string,
  options: ReadTableOptions,
  facts: Pick<LabelledOptions, "layout" | "year"> = {},
  labelOf?: (cells: CellCursor) => string | null,
): LineReader {
  if (names.at(-1) === "") names.pop();
  const columns = readColumnLabels(names, path, options.parts);
  const { allowUnbalanced = false } = options;
  return new LabelledTable(columns, names, path, { ...facts, allowUnbalanced }, labelOf);
}

const COMMA = 0x2c;

/** The first of comma, semicolon and tab that the first line uses most. */
function delimiterOf(bytes: Uint8Array, from: number, to: number): number {
  const candidates = [COMMA, 0x3b, 0x09];
  const counts = candidates.map((candidate) => {
    let count = 0;
    for (let i = from; i < to; i++) if (bytes[i] === candidate) count++;
    return count;
  });
  return candidates[counts.indexOf(Math.max(...counts))]!;
}

function notATable(path: string): InputError {
  return new InputError(
    `${path}:1: this is not an input-output table`,
    "Expected CSV whose first line names the columns: ECONOMY_INDUSTRY, then final demand.",
  );
}
