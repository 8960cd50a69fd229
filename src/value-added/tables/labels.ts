import { InputError } from "../../errors.ts";
import { firstNames } from "../../first-names.ts";
import type { TableLayout } from "./table.ts";

/** Categories of final demand in the layouts that are read, by their codes. */
const DEMAND_CATEGORIES = new Set([
  // OECD ICIO 2018 to 2025
  ...["HFCE", "NPISH", "GGFC", "GFCF", "INVNT", "DPABR", "P33"],
  // OECD ICIO 2016
  ...["NPS", "INV", "DIRP"],
  // WIOD 2016
  ...["CONS_h", "CONS_np", "CONS_g", "INVEN"],
  // FIGARO
  ...["P3_S13", "P3_S14", "P3_S15", "P51G", "P5M"],
  // WIOD 2013, and ADB MRIO
  ...["F1", "F2", "F3", "F4", "F5", "c37", "c38", "c39", "c41", "c42"],
  // summed beforehand
  ...["FD", "CONS", "INVST"],
]);

const OUTPUT_NAMES = new Set(["OUT", "OUTPUT", "TOTAL"]);

/**
 * The publisher's parts of an economy: Mexico with and without global manufacturing, China with and
 * without export processing (OECD ICIO, extended tables). They are one economy; trade between them
 * does not cross a border.
 */
const PARTS_OF: Readonly<Record<string, string>> = {
  ...{ MX1: "MEX", MX2: "MEX", MX3: "MEX" },
  ...{ CN1: "CHN", CN2: "CHN", CN3: "CHN", CN4: "CHN" },
};

export interface ColumnLabels {
  /** Rows and columns of Z in the order of the header. */
  readonly labels: string[];
  readonly entities: string[];
  readonly economies: string[];
  readonly industries: string[];
  readonly economyOf: Int32Array;
  readonly industryOf: Int32Array;
  readonly demandCategories: string[];
  /**
   * For each column of the file after the label: j >= 0 is a column of Z; -1 - g is final demand
   * of economy g; OUTPUT and DISCREPANCY are those columns.
   */
  readonly targets: Int32Array;
}

export const OUTPUT_COLUMN = -1_000_001;
export const DISCREPANCY_COLUMN = -1_000_002;

/** What a row below Z is, by its label; null for a row that is none of them. */
export function bottomRow(label: string): "output" | "value added" | null {
  if (OUTPUT_NAMES.has(label)) return "output";
  // FIGARO's primary inputs stand under W2, which is no economy.
  if (label.startsWith("W2_")) return "value added";
  const isValueAdded = label === "VA" || label === "VALU" || label === "VA+TAXSUB";
  // Taxes less subsidies, and the adjustments that WIOD's workbooks state beside value added.
  const isBesideIt = label === "TLS" || label.endsWith("_TAXSUB") || label.startsWith("VA: ");
  return isValueAdded || isBesideIt ? "value added" : null;
}

/**
 * Reads the header by its names. A label splits at its first underscore; a demand column is one
 * whose suffix after the last underscore is a demand category (or whose prefix is, in ICIO 2016).
 */
export function readColumnLabels(
  names: string[],
  source: string,
  parts: Readonly<Record<string, string>> = {},
): ColumnLabels {
  const economyOfEntity = (entity: string): string => parts[entity] ?? PARTS_OF[entity] ?? entity;
  const demand = names.map(demandColumn);
  const economies = new Names();
  const industries = new Names();
  const labels: string[] = [];
  const entities: string[] = [];
  const economyOf: number[] = [];
  const industryOf: number[] = [];
  const categories = new Names();
  const unknown: string[] = [];
  const targets = new Int32Array(names.length);
  const seen = new Set<string>();
  names.forEach((name, column) => {
    if (seen.has(name)) {
      throw new InputError(
        `${source}:1: column ${column + 2}: the label "${name}" stands twice in the header`,
        "Keep one column for each industry and each category of final demand.",
      );
    }
    seen.add(name);
    if (OUTPUT_NAMES.has(name)) targets[column] = OUTPUT_COLUMN;
    else if (name === "DISC") targets[column] = DISCREPANCY_COLUMN;
    else if (demand[column] === null) {
      const at = name.indexOf("_");
      if (at < 1 || at === name.length - 1) {
        unknown.push(name);
        return;
      }
      const entity = name.slice(0, at);
      targets[column] = labels.length;
      labels.push(name);
      entities.push(entity);
      economyOf.push(economies.index(economyOfEntity(entity)));
      industryOf.push(industries.index(name.slice(at + 1)));
    }
  });
  if (labels.length === 0) {
    throw new InputError(
      `${source}:1: no column is an industry such as USA_C29; this is not an input-output table`,
      "The first line names the columns: ECONOMY_INDUSTRY, then ECONOMY_CATEGORY of final demand.",
    );
  }
  names.forEach((_, column) => {
    const found = demand[column];
    if (!found) return;
    const economy = economyOfEntity(found.entity);
    if (!economies.has(economy)) unknown.push(names[column]!);
    else targets[column] = -1 - economies.index(economy);
    categories.index(found.category);
  });
  if (unknown.length > 0) {
    const names = unknown.map((name) => `"${name}"`);
    throw new InputError(
      `${source}:1: unknown column ${firstNames(names, 5)}: neither ECONOMY_INDUSTRY nor final ` +
        "demand of an economy of the table",
      `Known categories of final demand: ${[...DEMAND_CATEGORIES].join(", ")}.`,
    );
  }
  if (categories.list.length === 0) {
    throw new InputError(
      `${source}:1: no column of final demand, such as ${economies.list[0]}_HFCE`,
      `Known categories of final demand: ${[...DEMAND_CATEGORIES].join(", ")}.`,
    );
  }
  return {
    labels,
    entities,
    economies: economies.list,
    industries: industries.list,
    economyOf: Int32Array.from(economyOf),
    industryOf: Int32Array.from(industryOf),
    demandCategories: categories.list,
    targets,
  };
}

/** The category stands after an underscore, and may have one itself: AUS_HFCE, AT_P3_S13. */
function demandColumn(name: string): { entity: string; category: string } | null {
  for (let at = name.indexOf("_"); at > 0; at = name.indexOf("_", at + 1)) {
    const category = name.slice(at + 1);
    if (DEMAND_CATEGORIES.has(category)) return { entity: name.slice(0, at), category };
  }
  const first = name.indexOf("_");
  if (first < 1) return null;
  const prefix = name.slice(0, first);
  if (!DEMAND_CATEGORIES.has(prefix)) return null;
  return { entity: name.slice(first + 1), category: prefix };
}

/** The layout, from the names alone. */
export function nameLayout(columns: ColumnLabels, bottomRows: ReadonlySet<string>): TableLayout {
  const categories = new Set(columns.demandCategories);
  const industries = new Set(columns.industries);
  if (bottomRows.has("VA+TAXSUB") || categories.has("NPS")) return "oecd-icio-2016";
  const taxesByEconomy = [...bottomRows].some((label) => label.endsWith("_TAXSUB"));
  if (taxesByEconomy) return categories.has("P33") ? "oecd-icio-2018" : "oecd-icio-2021";
  if (bottomRows.has("TLS")) {
    const edition = industries.has("A01_02") || !industries.has("A01") ? "2023" : "2025";
    const isExtended = columns.entities.some((entity) => entity in PARTS_OF);
    return isExtended ? `oecd-icio-${edition}-extended` : `oecd-icio-${edition}`;
  }
  if (categories.has("P3_S13")) return "figaro";
  return categories.has("F1") || categories.has("c37") ? "wiod-2013" : "labelled";
}

class Names {
  readonly list: string[] = [];
  readonly #at = new Map<string, number>();
  has(name: string): boolean {
    return this.#at.has(name);
  }
  index(name: string): number {
    const known = this.#at.get(name);
    if (known !== undefined) return known;
    this.#at.set(name, this.list.length);
    this.list.push(name);
    return this.list.length - 1;
  }
}
