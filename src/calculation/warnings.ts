import type { Verdict } from "../comparison/gate.ts";
import { firstNames } from "../first-names.ts";
import { monthsIn, type Period, parsePeriod } from "../records/period.ts";
import type { Provenance } from "../selection/figure.ts";
import type { TradeDataset } from "../sources/dataset.ts";
import type { Warning } from "../warning.ts";
import type { CubeFigure } from "./cube-figure.ts";
import type { UsedFigure } from "./flow-figure.ts";

/** How many members, and how many places, a warning names. */
export const NAMED_MEMBERS = 5;
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
      message:
        places.size === 0 ? message : `${message} (${firstNames([...places], NAMED_PLACES)})`,
    }));
  }
}

/** Says what the gate found, whether a value was computed or not, and of imports with freight. */
export function warnOfVerdict(
  warnings: WarningList,
  verdict: Verdict,
  figures: readonly UsedFigure[],
  period: Period,
): void {
  for (const { code, message } of [...verdict.differs, ...verdict.notes]) {
    warnings.add(code, message, period.label);
  }
  const valuations = new Set(figures.flatMap(({ figure }) => figure.provenance?.valuation ?? []));
  if (valuations.size !== 1 || !valuations.has("cif")) return;
  const place = figures.find(({ figure }) => figure.provenance)!.period.label;
  warnings.add("imports-cif", "imports are c.i.f.: they hold freight and insurance", place);
}

/** Says which of the periods of a row the data do not cover, so that nothing is known of them. */
export function warnOfCoverage(
  warnings: WarningList,
  { description, unlisted }: TradeDataset,
  periods: readonly Period[],
): void {
  const { first, last } = description.coverage;
  if (first === "" || last === "") return;
  const [from, to] = [parsePeriod(first).first, parsePeriod(last).last];
  const outside = periods.filter((period) => period.first < from || period.last > to);
  // Of data that list only flows above zero it is said what they lack.
  if (outside.length === 0 && unlisted) return;
  const what = outside.length === 0 ? "lacks flows of some partners" : `covers ${first} to ${last}`;
  for (const { label } of outside.length === 0 ? periods.slice(-1) : outside) {
    warnings.add("outside-coverage", `${description.id} ${what}`, label);
  }
}

/** Names the members whose missing figure keeps a list from being used. */
export function warnOfMissing(
  warnings: WarningList,
  inputs: ReadonlyMap<string, CubeFigure>,
  period: Period,
): void {
  for (const [name, { list }] of inputs) {
    const missing =
      list?.filter(({ value, reason }) => value === null && reason !== "suppressed") ?? [];
    if (missing.length === 0 || missing.length === list!.length) continue;
    const members = firstNames(
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
}

/** Growth between periods of unlike length says nothing of growth. */
export function warnOfLengths(warnings: WarningList, from: Period, to: Period): void {
  const months = [monthsIn(from), monthsIn(to)];
  if (months[0] === months[1]) return;
  warnings.add(
    "unlike-periods",
    `growth from ${months[0]} month${months[0] === 1 ? "" : "s"} to ${months[1]} compares periods of unlike length (${from.label} and ${to.label})`,
  );
}

/** An index of periods of unlike length says nothing of growth either. */
export function warnOfIndex(warnings: WarningList, base: Period, period: Period): void {
  const months = [monthsIn(base), monthsIn(period)];
  if (months[0] === months[1]) return;
  warnings.add(
    "unlike-periods",
    `an index of ${months[1]} month${months[1] === 1 ? "" : "s"} on ${months[0]} compares periods of unlike length (${period.label} and ${base.label})`,
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
