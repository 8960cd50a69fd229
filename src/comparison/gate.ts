import { firstNames } from "../first-names.ts";
import type { Relations } from "../products/hs-relation.ts";
import type { Flow } from "../records/record.ts";
import { correlated } from "./editions.ts";
import { groupedBy } from "./grouped.ts";
import {
  type Compared,
  type Finding,
  type Identity,
  type Operation,
  type Part,
  parts,
  type Remark,
} from "./identity.ts";
import { type Rule, rules } from "./rules.ts";
import { saidOf, wordOf } from "./words.ts";

/** What the gate says: a value may be computed exactly where nothing differs. */
export interface Verdict {
  readonly differs: readonly Remark[];
  readonly notes: readonly Remark[];
}

/** Parts of the world under the names of today. */
type CountriesOf = (parts: readonly string[]) => readonly string[];

export const alike: Verdict = { differs: [], notes: [] };

/** Figures that an operation sets together, and the rule for a part of them. */
interface Together {
  readonly operation: Operation;
  readonly figures: readonly Compared[];
}

/**
 * Judges all figures of a row. What is done with them follows from what they are: figures of both
 * flows are netted, those of several periods are compared, and those of one flow and period are set
 * side by side. All are held against each other, because "not stated" is like nothing.
 */
export function judge(
  figures: readonly Compared[],
  relations: Relations | null,
  countriesOf: CountriesOf = (parts) => parts,
): Verdict {
  if (figures.length < 2 || (areOrdinary(figures) && haveOneArea(figures))) return alike;
  const differs = new Map<string, Remark>();
  const notes = new Map<string, Remark>();
  const done = operationsOn(figures);
  for (const [at, together] of done.entries()) {
    for (const part of parts) {
      const rule: Rule = rules[together.operation][part];
      // Vintages are told once, of all figures together.
      if (rule === "free" || (part === "vintage" && at > 0)) continue;
      const found = finding(
        part,
        rule,
        part === "vintage" ? { ...together, figures } : together,
        relations,
        countriesOf,
      );
      if (found?.refused) differs.set(found.refused.message, found.refused);
      if (found?.note) notes.set(found.note.message, found.note);
    }
  }
  const inOrder = [...notes.values()].sort((a, b) => placeOf(a) - placeOf(b));
  return { differs: [...differs.values()], notes: inOrder };
}

/** What is said of kinds of figures comes before vintages and valuations. */
function placeOf({ code }: Remark): number {
  return ["unlike-vintages", "mixed-vintages", "unlike-valuations"].indexOf(code);
}

function finding(
  part: Part,
  rule: Rule,
  { operation, figures }: Together,
  relations: Relations | null,
  countriesOf: CountriesOf,
): Finding | null {
  if (rule === "correlated") return correlated(figures, relations);
  const known = figures.filter(({ isMissing }) => !isMissing);
  if (part === "territory") return ofTerritories(known, operation, countriesOf);
  const unlike = part === "reporter" && operation === "net" ? ofReporters(known) : null;
  if (unlike) return unlike;
  const values = distinct(known.map(({ identity }) => wordOf(part, identity)));
  if (rule === "customary") return ofValuations(values);
  if (values.length < 2) return null;
  const stated = values.filter((value) => value !== "");
  if (rule === "note") return stated.length < 2 ? null : { note: saidOf(part, operation, known) };
  if (stated.length < 2 && rule === "refuse") {
    return { note: { code: "unstated", message: unstated(part, stated[0]!, operation) } };
  }
  return { refused: refusal(part, values, operation) };
}

const titles: Readonly<Record<Part, string>> = {
  reporter: "reporters",
  sector: "sectors",
  basis: "accounting bases",
  adjusted: "seasonal adjustment",
  currency: "currencies",
  prices: "prices",
  filter: "filters",
  flowBasis: "flow bases",
  valuation: "valuations",
  edition: "editions of the classification",
  territory: "areas",
  vintage: "vintages",
};

/** The question that can be asked instead. */
const instead: Readonly<Partial<Record<Part, string>>> = {
  reporter: "name one with --reporter",
  sector: "name one with --sector",
  basis: "name one with --basis",
  currency: "convert them with --rate",
  filter: "use one --where for all",
  adjusted: "keep one with --where",
  prices: "keep one with --where",
  flowBasis: "name one with --exports or --imports",
  valuation: "name one with --valuation",
};

const doing: Readonly<Record<Operation, string>> = {
  net: "netted",
  compare: "compared",
  add: "set against each other",
};

function refusal(part: Part, values: readonly string[], operation: Operation): Remark {
  const named = values.map((value) => (value === "" ? "not stated" : value)).join(" and ");
  const where = values.includes("") && /--(basis|sector|valuation)$/.test(instead[part] ?? "");
  const ask = instead[part]
    ? ` (${instead[part]}${where ? ", or keep those that state none with --where" : ""})`
    : "";
  return {
    code: "not-comparable",
    message: `figures that differ in ${titles[part]} are not ${doing[operation]}: ${named}${ask}`,
  };
}

function unstated(part: Part, value: string, operation: Operation): string {
  return `figures are ${doing[operation]} of which some do not state their ${titles[part]}, others ${value}`;
}

/**
 * Exports f.a.s. or f.o.b. beside imports at customs value or f.o.b. are the normal pair; c.i.f. beside
 * another is said.
 */
function ofValuations(values: readonly string[]): Finding | null {
  const known = values.filter((value) => value !== "");
  if (!known.includes("cif") || known.length === 1) return null;
  const message = `figures of unlike valuations are netted: ${[...known].sort().join(" and ")}; c.i.f. holds freight and insurance, the others do not`;
  return { note: { code: "unlike-valuations", message } };
}

/** The pieces of the world that each period of a cell counts. */
function ofTerritories(
  figures: readonly Compared[],
  operation: Operation,
  countriesOf: CountriesOf,
): Finding | null {
  const cells = new Map<string, Map<string, Set<string> | null>>();
  const isCompared = operation === "compare";
  const keyOf = ({ identity }: Compared) => (isCompared ? identity.period : identity.flow);
  for (const one of figures) {
    const territory = one.identity.territory ?? ((isCompared && one.addedUp) || null);
    const byEnd = cells.get(one.cell) ?? new Map<string, Set<string> | null>();
    cells.set(one.cell, byEnd);
    const end = keyOf(one);
    const known = byEnd.get(end);
    if (known === null) continue;
    if (territory === null) byEnd.set(end, null);
    else byEnd.set(end, new Set([...(known ?? []), ...territory]));
  }
  for (const [cell, byEnd] of cells) {
    const [first, ...others] = [...byEnd];
    for (const [end, pieces] of others) {
      const start = first![1];
      if (!start || !pieces) continue;
      const only = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
        [...a].filter((piece) => !b.has(piece)).sort();
      const [gone, come] = [only(start, pieces), only(pieces, start)];
      if (gone.length + come.length === 0) continue;
      // A name that stands for unlike areas at the two ends says nothing: its parts do.
      const named = (pieces: readonly string[]) => {
        const names = countriesOf(pieces);
        const others = pieces === gone ? come : gone;
        return firstNames(names.some((name) => others.includes(name)) ? pieces : names, NAMED);
      };
      const told = [
        ...(gone.length > 0 ? [`${named(gone)} only in ${first![0]}`] : []),
        ...(come.length > 0 ? [`${named(come)} only in ${end}`] : []),
      ];
      if (figures.some((one) => one.cell === cell && one.addedUp)) {
        return {
          refused: {
            code: "not-comparable",
            message: `sums of unlike members are not ${doing[operation]}: ${told.join("; ")} (name the same for both, or use --absent-as-zero)`,
          },
        };
      }
      return {
        refused: {
          code: "not-comparable",
          message: `areas that differ are not ${doing[operation]}: ${told.join("; ")} (use --members today, or name the same countries for both)`,
        },
      };
    }
  }
  return null;
}

/** Sums of all reporters, of whom some have one of the flows alone. */
function ofReporters(figures: readonly Compared[]): Finding | null {
  for (const own of groupedBy(figures, ({ cell }) => cell)) {
    const lists = new Map(own.map(({ identity, reporters = [] }) => [identity.flow, reporters]));
    const told = [...lists].flatMap(([flow, reporters]) => {
      const others = [...lists.values()].filter((one) => one !== reporters);
      const only = reporters.filter((code) => others.some((other) => !other.includes(code)));
      return only.length > 0 ? [`${firstNames(only, NAMED)} only in ${flow}s`] : [];
    });
    if (told.length > 0) {
      const message = `sums of unlike reporters are not netted: ${told.join("; ")} (name those that have both with --reporter)`;
      return { refused: { code: "not-comparable", message } };
    }
  }
  return null;
}

/** How many members a refusal names. */
const NAMED = 12;

/**
 * Whether figures are of one kind throughout, in each flow, as those of most rows are: then nothing but
 * the areas of several periods can differ.
 */
function areOrdinary(figures: readonly Compared[]): boolean {
  const ofFlow: Partial<Record<Flow, Identity>> = {};
  const first = figures[0]!.identity;
  for (const { identity: one, isMissing } of figures) {
    ofFlow[one.flow] ??= one;
    const like = ofFlow[one.flow]!;
    const isLike =
      !isMissing &&
      one.reporter === first.reporter &&
      one.vintage === first.vintage &&
      one.basis === first.basis &&
      one.edition === first.edition &&
      one.adjusted === first.adjusted &&
      one.currency === first.currency &&
      one.prices === first.prices &&
      one.filter === first.filter &&
      one.flowBasis === like.flowBasis &&
      one.valuation === like.valuation &&
      one.valuation !== "cif" &&
      one.sectors.length === first.sectors.length &&
      one.sectors.every((sector, at) => sector === first.sectors[at]);
    if (!isLike) return false;
  }
  return true;
}

/** Areas and reporters of one kind of figure: they can differ only where one cell has two of them. */
function haveOneArea(figures: readonly Compared[]): boolean {
  const areas = new Map<string, readonly string[] | null>();
  for (const { identity, cell, addedUp = null, reporters = null } of figures) {
    const own = reporters ?? identity.territory ?? addedUp;
    const known = areas.get(cell);
    if (known === undefined) areas.set(cell, own);
    else if (known !== own && !alikeLists(known, own)) return false;
  }
  return true;
}

function alikeLists(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return a !== null && b !== null && a.length === b.length && a.every((one, at) => one === b[at]);
}

function operationsOn(figures: readonly Compared[]): Together[] {
  const flows = groupedBy(figures, ({ identity }) => identity.flow);
  const periods = groupedBy(figures, ({ identity }) => identity.period);
  const found: Together[] = [];
  // What every operation needs alike is judged over both flows and all periods together.
  if (flows.length > 1) found.push({ operation: "net", figures });
  if (periods.length > 1) {
    for (const own of flows) found.push({ operation: "compare", figures: own });
  }
  for (const own of flows) {
    for (const one of groupedBy(own, ({ identity }) => identity.period)) {
      if (one.length > 1) found.push({ operation: "add", figures: one });
    }
  }
  return found;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
