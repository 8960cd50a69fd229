import { checkOptions, type Kind } from "../arguments.ts";
import { InputError } from "../errors.ts";

/** Exporters are economies of the table by their codes, or groups of them. */
const EXPORTERS = ["exporters", "reporters", "origins"] as const;

/**
 * Refuses what is no question to a table, for programs that are written without types.
 * @param name the function that is asked.
 * @throws InputError where the table or an option is not what the function takes.
 */
export function checkAsked(
  name: string,
  table: unknown,
  options: unknown,
  kinds: Readonly<Record<string, Kind>>,
  required: readonly string[] = [],
): void {
  checkTableGiven(name, table);
  checkOptions(name, options, { ...kinds, solver: ["auto", "krylov", "inverse"] }, required);
  const given = options as Readonly<Record<string, unknown>>;
  for (const key of EXPORTERS) {
    if (kinds[key] !== "any" || given[key] === undefined) continue;
    const list = given[key];
    if (!Array.isArray(list) || !list.every(isExporter)) {
      throw new InputError(
        `${name}: ${key}: expected a list of codes, or of groups { name, members } (such as ["MEX"])`,
      );
    }
  }
  if (kinds.exporter === "any" && given.exporter !== undefined && !isExporter(given.exporter)) {
    throw new InputError(
      `${name}: exporter: expected a code, or a group { name, members } (such as "MEX")`,
    );
  }
}

/** @throws InputError where it is no table. */
export function checkTableGiven(name: string, table: unknown): void {
  const { economies, flows } = (table ?? {}) as Readonly<Record<string, unknown>>;
  if (Array.isArray(economies) && flows instanceof Float64Array) return;
  throw new InputError(
    `${name}: expected a table first (openEmbeddedTable, openTableFile and createTable make one)`,
  );
}

function isExporter(one: unknown): boolean {
  if (typeof one === "string") return true;
  const { name, members } = (one ?? {}) as Readonly<Record<string, unknown>>;
  return (
    typeof name === "string" &&
    Array.isArray(members) &&
    members.every((member) => typeof member === "string")
  );
}
