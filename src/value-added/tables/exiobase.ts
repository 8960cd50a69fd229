import { basename, dirname } from "node:path";
import { InputError } from "../../errors.ts";
import { assembleTable } from "./assemble.ts";
import { addNumbers, nameIn, type Place, placeText, readBeside } from "./beside.ts";
import type { CellCursor } from "./cells.ts";
import type { InputOutputTable } from "./table.ts";

/** EXIOBASE's rests of continents; WF is another economy in ISO 3166. */
const RESTS: Readonly<Record<string, string>> = {
  ...{ WA: "WWA", WE: "WWE", WF: "WWF", WL: "WWL", WM: "WWM" },
};

/**
 * EXIOBASE 3 as it is published, and what pymrio saves: a folder or zip with `Z.txt` (flows) and
 * `Y.txt` (final demand), separated by tabs. Two lines of names above (region, then sector or
 * category), a third that names the columns of the rows, and two cells before each row. `A.txt` holds
 * coefficients, and needs `x.txt`.
 *
 * The names are those that the published reader of pymrio expects; no published table was at hand.
 */
export class ExiobaseTable {
  readonly #regions: string[];
  #sectors: string[] | null = null;
  #target = new Int32Array(0);
  #flows = new Float64Array(0);
  readonly #rows: string[] = [];

  constructor(
    names: readonly string[],
    private readonly place: Place,
    private readonly options: { readonly allowUnbalanced?: boolean },
  ) {
    this.#regions = names.slice(2).map((name) => RESTS[name] ?? name);
  }

  /** The file of flows in a zip of this name. */
  static entryIn(path: string): string | undefined {
    return /^IOT_\d{4}_[ip]x[ip]\.zip$/i.test(basename(path)) ? "Z.txt" : undefined;
  }

  static fits([first, second, third]: readonly string[]): boolean {
    return first === "region" && (second === "" || second === "sector") && Boolean(third);
  }

  line(cells: CellCursor, line: number): void {
    const region = cells.text();
    const sector = cells.text();
    if (this.#sectors === null) {
      const sectors: string[] = [];
      while (!cells.isAtEnd) sectors.push(cells.text());
      this.#begin(sectors);
    } else if (region !== "region") {
      const n = this.#regions.length;
      const row = this.#rows.push(labelOf(region, sector)) - 1;
      if (row >= n) throw new InputError(`${this.#where}:${line}: more rows than ${n} columns`);
      addNumbers(cells, this.#target, this.#flows, row * n, `${this.#where}:${line}`);
    }
  }

  #begin(sectors: string[]): void {
    const n = this.#regions.length;
    if (sectors.length !== n) {
      throw new InputError(`${this.#where}:2: ${sectors.length} sectors stand below ${n} regions`);
    }
    this.#sectors = sectors;
    this.#target = Int32Array.from({ length: n }, (_, j) => j);
    this.#flows = new Float64Array(n * n);
  }

  get #where(): string {
    return placeText(this.place);
  }

  async finish(): Promise<InputOutputTable> {
    const labels = this.#regions.map((region, j) => `${region}_${this.#sectors?.[j]}`);
    const n = labels.length;
    const stray = this.#rows.findIndex((label, i) => label !== labels[i]);
    if (this.#rows.length !== n || stray >= 0) {
      const what = stray < 0 ? `${this.#rows.length} rows` : `row "${this.#rows[stray]}"`;
      throw new InputError(
        `${this.#where}: ${what} for ${n} columns (rows and columns must have the same names, in one order)`,
        "The file may have been cut off; download it again.",
      );
    }
    const economies = [...new Set(this.#regions)];
    const industries = [...new Set(this.#sectors)];
    const { finalDemand, categories } = await this.#demand(labels, economies);
    const output = await this.#output(labels);
    if (output !== null) for (let at = 0; at < n * n; at++) this.#flows[at]! *= output[at % n]!;
    return assembleTable(
      {
        ...{ layout: "exiobase-3", source: this.place.path, economies, industries, labels },
        year: /(?:19|20)\d\d/.exec(basename(dirname(this.place.path)))?.[0] ?? null,
        entities: this.#regions,
        economyOf: Int32Array.from(this.#regions, (region) => economies.indexOf(region)),
        industryOf: Int32Array.from(this.#sectors!, (sector) => industries.indexOf(sector)),
        ...{ flows: this.#flows, finalDemand, output, statedValueAdded: null, discrepancy: null },
        demandCategories: categories,
      },
      this.options,
    );
  }

  async #demand(labels: readonly string[], economies: readonly string[]) {
    const rowOf = new Map(labels.map((label, i) => [label, i]));
    const finalDemand = new Float64Array(labels.length * economies.length);
    const categories = new Set<string>();
    const found = new Set<number>();
    let target = new Int32Array(0);
    let lines = 0;
    const isThere = await readBeside(this.place, "Y.txt", (cells, place) => {
      const region = cells.text();
      const sector = cells.text();
      lines++;
      if (lines <= 2) {
        const names: string[] = [];
        while (!cells.isAtEnd) names.push(cells.text());
        if (lines === 2) for (const name of names) categories.add(name);
        else target = Int32Array.from(names, (name) => regionAt(economies, name, place));
      } else if (region !== "region") {
        const row = rowOf.get(labelOf(region, sector));
        if (row === undefined) throw new InputError(`${place}: unknown row ${region} ${sector}`);
        refuseTwice(found, row, place);
        addNumbers(cells, target, finalDemand, row * economies.length, place);
      }
    });
    if (isThere) {
      this.#refuseShort("Y.txt", found.size, labels.length);
      return { finalDemand, categories: [...categories] };
    }
    throw new InputError(
      `${this.#where}: there is no Y.txt beside it, which holds final demand (unpack all of the zip)`,
    );
  }

  /** A row that is missing would be read as zero. */
  #refuseShort(name: string, rows: number, wanted: number): void {
    if (rows === wanted) return;
    throw new InputError(
      `${this.#where}: ${name} has ${rows} rows for ${wanted}`,
      "The file may have been cut off; download it again.",
    );
  }

  /** Output by which coefficients become flows; null where the file holds flows. */
  async #output(labels: readonly string[]): Promise<Float64Array | null> {
    if (!/^A\b/i.test(nameIn(this.place))) return null;
    const rowOf = new Map(labels.map((label, i) => [label, i]));
    const output = new Float64Array(labels.length);
    const found = new Set<number>();
    const isThere = await readBeside(this.place, "x.txt", (cells, place) => {
      const row = rowOf.get(labelOf(cells.text(), cells.text()));
      if (row === undefined) return;
      refuseTwice(found, row, place);
      addNumbers(cells, Int32Array.of(0), output, row, place);
    });
    if (isThere) {
      this.#refuseShort("x.txt", found.size, labels.length);
      return output;
    }
    throw new InputError(
      `${this.#where}: A.txt holds coefficients, and there is no x.txt beside it with output (name Z.txt, which holds flows)`,
    );
  }
}

function regionAt(economies: readonly string[], name: string, place: string): number {
  const at = economies.indexOf(RESTS[name] ?? name);
  if (at < 0) throw new InputError(`${place}: unknown region "${name}" of final demand`);
  return at;
}

function refuseTwice(found: Set<number>, row: number, place: string): void {
  if (found.has(row))
    throw new InputError(`${place}: this row stands above already (leave one out)`);
  found.add(row);
}

function labelOf(region: string, sector: string): string {
  return `${RESTS[region] ?? region}_${sector}`;
}
