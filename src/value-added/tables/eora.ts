import { basename } from "node:path";
import { InputError } from "../../errors.ts";
import { assembleTable } from "./assemble.ts";
import { addNumbers, nameIn, type Place, readBeside } from "./beside.ts";
import type { CellCursor } from "./cells.ts";
import type { InputOutputTable } from "./table.ts";

const FLOWS = /^(Eora26_((?:19|20)\d\d)_[bp]p)_T\.txt$/i;

/** Economy and name of each row or column; null for the statistical discrepancy, which is no economy. */
type Label = { readonly economy: string; readonly name: string } | null;

/**
 * Eora26 as it is published: `Eora26_2015_bp_T.txt` (flows) and `_FD.txt` (final demand), numbers
 * alone, separated by tabs, and their labels in `labels_T.txt` and `labels_FD.txt` (country, code, kind,
 * name), beside them or in `indices.zip`. The row and column `ROW` of statistical discrepancy is left
 * out, with a warning.
 *
 * The names are those that the published reader of pymrio expects; no published table was at hand.
 */
export class EoraTable {
  readonly #lines: Float64Array[] = [];
  #columns: Int32Array | null = null;

  constructor(
    private readonly place: Place,
    private readonly options: { readonly allowUnbalanced?: boolean },
  ) {}

  /** The file of flows in a zip of this name. */
  static entryIn(path: string): string | undefined {
    const [, stem] = /^(Eora26_\d{4}_[bp]p)\.zip$/i.exec(basename(path)) ?? [];
    return stem && `${stem}_T.txt`;
  }

  static fits(place: Place): boolean {
    return FLOWS.test(nameIn(place));
  }

  line(cells: CellCursor, line: number): void {
    this.#columns ??= Int32Array.from({ length: countCells(cells) }, (_, at) => at);
    const values = new Float64Array(this.#columns.length);
    addNumbers(cells, this.#columns, values, 0, `${this.place.path}:${line}`);
    this.#lines.push(values);
  }

  async finish(): Promise<InputOutputTable> {
    const { path } = this.place;
    const [, stem, year] = FLOWS.exec(nameIn(this.place))!;
    const rows = await this.#labels("labels_T.txt");
    const size = this.#lines.length;
    if (rows.length !== size || this.#lines[0]!.length !== size) {
      throw new InputError(
        `${path}: ${size} rows of ${this.#lines[0]!.length} numbers for ${rows.length} labels in labels_T.txt`,
        "The file may have been cut off; download it again.",
      );
    }
    const own = rows.flatMap((label, i) => (label === null ? [] : [i]));
    const labels = own.map((i) => rows[i]!);
    const n = own.length;
    const economies = [...new Set(labels.map(({ economy }) => economy))];
    const industries = [...new Set(labels.map(({ name }) => name))];
    const flows = new Float64Array(n * n);
    own.forEach((row, i) => {
      own.forEach((column, j) => {
        flows[i * n + j] = this.#lines[row]![column]!;
      });
    });
    const demanded = await this.#labels("labels_FD.txt");
    const economyAt = demanded.map((label) => (label ? economies.indexOf(label.economy) : -1));
    // Final demand for the discrepancy has names of its own.
    const isLeftOut = (economy: string) => economy === "ROW" && n < size;
    const stray = demanded.find(
      (label, at) => label !== null && economyAt[at]! < 0 && !isLeftOut(label.economy),
    );
    if (stray) {
      throw new InputError(
        `${path}: labels_FD.txt names ${stray.economy}, which labels_T.txt does not (download both again)`,
      );
    }
    const finalDemand = new Float64Array(n * economies.length);
    const at = new Map(own.map((row, i) => [row, i]));
    const none = Int32Array.from(economyAt, () => -1);
    const target = Int32Array.from(economyAt);
    let row = 0;
    const isThere = await readBeside(this.place, `${stem}_FD.txt`, (cells, place) => {
      const i = at.get(row++);
      const to = i === undefined ? none : target;
      addNumbers(cells, to, finalDemand, (i ?? 0) * economies.length, place);
    });
    if (!isThere || row !== size) {
      const what = isThere ? `has ${row} rows for ${size}` : "is not beside it";
      throw new InputError(`${path}: ${stem}_FD.txt, which holds final demand, ${what}`);
    }
    const table = assembleTable(
      {
        ...{ layout: "eora26", source: path, year: year!, economies, industries },
        labels: labels.map(({ economy, name }) => `${economy}_${name}`),
        entities: labels.map(({ economy }) => economy),
        economyOf: Int32Array.from(labels, ({ economy }) => economies.indexOf(economy)),
        industryOf: Int32Array.from(labels, ({ name }) => industries.indexOf(name)),
        ...{ flows, finalDemand, output: null, statedValueAdded: null, discrepancy: null },
        demandCategories: [...new Set(demanded.flatMap((label) => label?.name ?? []))],
      },
      this.options,
    );
    if (n === size) return table;
    const message = `${path} (eora26): the statistical discrepancy (ROW) is left out, and output is the sum of what is left of each row`;
    return { ...table, warnings: [{ code: "discrepancy-left-out", message }, ...table.warnings] };
  }

  async #labels(name: string): Promise<Label[]> {
    const labels: Label[] = [];
    const visit = (cells: CellCursor) => {
      cells.text();
      const economy = cells.text();
      const kind = cells.text();
      labels.push(kind === "TOTAL" ? null : { economy, name: cells.text() });
    };
    if (await readBeside(this.place, name, visit, "indices.zip")) return labels;
    throw new InputError(
      `${this.place.path}: there is no ${name} beside it, nor indices.zip with it (download indices.zip into the same folder)`,
    );
  }
}

function countCells(cells: CellCursor): number {
  const { at } = cells;
  let count = 0;
  for (; !cells.isAtEnd; count++) cells.text();
  cells.at = at;
  return count;
}
