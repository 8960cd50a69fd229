import { monthsIn, type Period } from "../records/period.ts";
import type { Provenance } from "../selection/figure.ts";
import type { Warning } from "../warning.ts";
import type { CubeFigure } from "./cube.ts";
import type { UsedFigure } from "./flow-figure.ts";

/** How many members, and how many places, a warning names. */
const NAMED_MEMBERS = 5;
const NAMED_PLACES = 12;

/** Gathers warnings while rows are computed; one that recurs is said once, with all its periods. */
export class WarningList {
  readonly #found = new Map<string, { code: string; message: string; places: Set<string> }>();

  add(code: string, message: string, place?: string): void {
    const id = `${code}|${message}`;
    const known = this.#found.get(id) ?? { code, message, places: new Set() };
    this.#found.set(id, known);
    if (place !== undefined) known.places.add(place);
  }

  toArray(): Warning[] {
    return [...this.#found.values()].map(({ code, message, places }) => ({
      code,
      message: places.size === 0 ? message : `${message} (${named([...places], NAMED_PLACES)})`,
    }));
  }
}

function named(names: readonly string[], most: number): string {
  const more = names.length > most ? ` and ${names.length - most} more` : "";
  return `${names.slice(0, most).join(", ")}${more}`;
}

/** Names the members whose missing figure keeps a list from being used. */
export function warnOfMissing(
  warnings: WarningList,
  inputs: ReadonlyMap<string, CubeFigure>,
  period: Period,
): void {
  for (const [name, { list }] of inputs) {
    const missing = list?.filter(({ value }) => value === null) ?? [];
    if (missing.length === 0 || missing.length === list!.length) continue;
    const members = named(
      missing.map(({ member }) => member),
      NAMED_MEMBERS,
    );
    warnings.add(
      "missing-members",
      `${name}: no figure for ${members}, and a missing flow is not a zero flow (add the figures or the total, or use --absent-as-zero)`,
      period.label,
    );
  }
}

/** Says where a whole stands beside its parts, or was added up from them. */
export function warnOfParts(warnings: WarningList, figures: readonly UsedFigure[]): void {
  for (const { dataset, partner, period, figure } of figures) {
    const id = dataset.description.id;
    if (figure.wholeBesideParts) {
      const { whole, parts } = figure.wholeBesideParts;
      warnings.add(
        "whole-beside-parts",
        `${id}: ${whole} stands beside ${parts} of its parts; the whole was taken and the parts were not added`,
        `${partner} ${period.label}`,
      );
    }
    if (figure.summedFromParts) {
      const { whole, parts } = figure.summedFromParts;
      warnings.add(
        "summed-from-parts",
        `${id}: ${whole} has no record of its own and was added up from ${parts} narrower code${parts === 1 ? "" : "s"}, which may not be all`,
        `${partner} ${period.label}`,
      );
    }
  }
}

/** Says where figures on unlike bases meet, and what was left out because of its basis. */
export function warnOfBases(warnings: WarningList, figures: readonly UsedFigure[]): void {
  for (const { dataset, partner, period, figure } of figures) {
    for (const sector of figure.leftOutSectors) {
      warnings.add(
        "sector-left-out",
        `${dataset.description.id}: ${sector} have records on another basis only and were not added (name one with --sector)`,
        `${partner} ${period.label}`,
      );
    }
  }
  const known = figures.filter(({ figure }) => figure.provenance !== null);
  const provenances = known.map(({ figure }) => figure.provenance!);
  const period = known[0]?.period.label;
  warnOfCustom(warnings, provenances, period);
  warnOfUnlike(warnings, provenances, period);
  // Vintages of one annual revision are like each other.
  const others = known.filter(({ dataset }) => dataset.revision === undefined);
  warnOfVintages(
    warnings,
    others.map(({ figure }) => figure.provenance!),
    period,
  );
}

/** Growth between periods of unlike length says nothing of growth. */
export function warnOfLengths(warnings: WarningList, from: Period, to: Period): void {
  const months = [monthsIn(from), monthsIn(to)];
  if (months[0] === months[1]) return;
  warnings.add(
    "unlike-periods",
    `growth from ${months[0]} months to ${months[1]} compares periods of unlike length (${from.label} and ${to.label})`,
  );
}

/** A basis that is not the customary one must be said even where all figures share it. */
function warnOfCustom(
  warnings: WarningList,
  provenances: readonly Provenance[],
  period: string | undefined,
): void {
  for (const { flowBasis } of provenances) {
    if (flowBasis === "consumption") {
      warnings.add(
        "import-basis",
        "imports are imports for consumption, not general imports",
        period,
      );
    }
    if (flowBasis === "domestic") {
      warnings.add("export-basis", "exports are domestic exports, without re-exports", period);
    }
  }
}

function warnOfUnlike(
  warnings: WarningList,
  provenances: readonly Provenance[],
  period: string | undefined,
): void {
  for (const flow of ["export", "import"] as const) {
    const bases = distinct(
      provenances.filter((one) => one.flow === flow).map((one) => one.flowBasis),
    );
    if (bases.length > 1) {
      warnings.add(
        "unlike-flow-bases",
        `${flow}s on unlike bases are set against each other: ${bases.join(" and ")}`,
        period,
      );
    }
  }
  const sectors = distinct(provenances.map((one) => one.sectors.join(" and ")));
  if (sectors.length > 1) {
    warnings.add(
      "unlike-sectors",
      `figures of unlike sectors are set against each other: ${sectors.join("; ")} (use --sector)`,
      period,
    );
  }
  const bases = distinct(provenances.map((one) => one.basis));
  if (bases.length > 1) {
    warnings.add(
      "unlike-bases",
      `figures on unlike accounting bases are set against each other: ${bases.join(" and ")}`,
      period,
    );
  }
  const valuations = distinct(provenances.map((one) => one.valuation));
  if (valuations.length === 1 && valuations[0] === "cif") {
    warnings.add("imports-cif", "imports are c.i.f.: they hold freight and insurance", period);
  }
  if (valuations.includes("cif") && valuations.length > 1) {
    warnings.add(
      "unlike-valuations",
      `figures of unlike valuations are netted: ${valuations.join(" and ")}; c.i.f. holds freight and insurance, the others do not`,
      period,
    );
  }
}

function warnOfVintages(
  warnings: WarningList,
  provenances: readonly Provenance[],
  period: string | undefined,
): void {
  const vintages = provenances.filter((one) => one.vintage !== null);
  if (distinct(vintages.map((one) => one.vintage)).length > 1) {
    const named = distinct(vintages.map((one) => `${one.dataset} ${one.flow}s ${one.vintage}`));
    warnings.add(
      "unlike-vintages",
      `figures of unlike vintages are set against each other: ${named.join(", ")}`,
      period,
    );
  }
}

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values)].filter((value) => value !== null).sort();
}
