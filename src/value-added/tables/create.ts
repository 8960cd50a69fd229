import { checkOptions, type Kind } from "../../arguments.ts";
import { InputError } from "../../errors.ts";
import { assembleTable } from "./assemble.ts";
import type { InputOutputTable } from "./table.ts";

/** A table from matrices that a program already holds. */
export interface TableMatrices {
  readonly economies: readonly string[];
  /** Industries of each economy. */
  readonly industries: readonly string[];
  /** Z, n x n, row-major, n = economies x industries, by economy and within it by industry. */
  readonly flows: Float64Array;
  /** Y, n x economies, row-major. */
  readonly finalDemand: Float64Array;
  /** X, n; default: the sums of the rows. */
  readonly output?: Float64Array;
  /** A name for messages. */
  readonly source?: string;
}

const kinds: Readonly<Record<string, Kind>> = {
  ...{ economies: "texts", industries: "texts", flows: "any", finalDemand: "any" },
  ...{ output: "any", source: "text" },
};

export function createTable(matrices: TableMatrices): InputOutputTable {
  checkOptions("createTable", matrices, kinds, Object.keys(kinds).slice(0, 4));
  const { economies, industries, flows, finalDemand } = matrices;
  for (const name of ["flows", "finalDemand", "output"] as const) {
    if (matrices[name] === undefined || matrices[name] instanceof Float64Array) continue;
    throw new InputError(`createTable: ${name}: expected a Float64Array (Float64Array.from(list))`);
  }
  const source = matrices.source ?? "table";
  const perEconomy = industries.length;
  const n = economies.length * perEconomy;
  const expected = { flows: n * n, "final demand": n * economies.length, output: n };
  const given = {
    flows: flows.length,
    "final demand": finalDemand.length,
    output: matrices.output?.length ?? n,
  };
  for (const [name, length] of Object.entries(given)) {
    const wanted = expected[name as keyof typeof expected];
    if (length === wanted) continue;
    throw new InputError(
      `${source}: ${name} has ${length} cells; ${economies.length} economies of ${perEconomy} ` +
        `industries need ${wanted}`,
    );
  }
  const economyOf = Int32Array.from({ length: n }, (_, i) => Math.floor(i / perEconomy));
  const industryOf = Int32Array.from({ length: n }, (_, i) => i % perEconomy);
  const entities = Array.from(economyOf, (economy) => economies[economy]!);
  return assembleTable({
    layout: "matrix",
    source,
    year: null,
    economies: [...economies],
    industries: [...industries],
    labels: entities.map((entity, i) => `${entity}_${industries[i % perEconomy]}`),
    entities,
    economyOf,
    industryOf,
    flows,
    finalDemand,
    output: matrices.output ?? null,
    statedValueAdded: null,
    discrepancy: null,
    demandCategories: ["FD"],
  });
}
