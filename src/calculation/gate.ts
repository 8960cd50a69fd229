import { alike, judge, type Verdict } from "../comparison/gate.ts";
import type { Compared } from "../comparison/identity.ts";
import { keptIn } from "../kept-in.ts";
import { type FigureRequest, ONLY_REPORTER } from "../metrics/cell.ts";
import { ALL_PRODUCTS, WORLD } from "../records/record.ts";
import { reporterOf } from "./added-up.ts";
import type { Areas } from "./areas.ts";
import type { CubeFigure } from "./cube-figure.ts";
import { flowsOf, type UsedFigure } from "./flow-figure.ts";
import { placeId } from "./same-figure.ts";

type Requests = Readonly<Record<string, FigureRequest>>;

/**
 * What the gate says of the figures that a metric asked for, whatever the metric: it follows from the
 * cells alone, so that no metric has to know of it.
 */
export function verdictOf(
  requests: Requests,
  inputs: ReadonlyMap<string, CubeFigure>,
  areas: Areas | null,
): Verdict {
  const compared: Compared[] = [];
  const periods = new Set(Object.values(requests).map(({ at }) => at.period.label));
  const netsReporters = areNetted(requests);
  for (const [name, { figures, addedUp }] of inputs) {
    const request = requests[name];
    if (!request) continue;
    const cell = placeId(request);
    for (const used of figures) {
      const one = comparedOf(used, cell, request, periods.size > 1 ? areas : null);
      if (!one) continue;
      const members = addedUp?.get(used.flow);
      const isNet = netsReporters && request.at.reporter === "all" && !isOfWorld(used);
      compared.push({
        ...one,
        ...(members && periods.size > 1 && { addedUp: piecesOf(members, used, areas) }),
        ...(members && isNet && { reporters: reportersOf(members) }),
      });
    }
  }
  if (compared.length < 2) return alike;
  const verdict = judge(compared, relationsOf(inputs), areas?.countriesOf);
  const twice = areas?.countedTwice(requests, inputs);
  return twice ? { ...verdict, differs: [...verdict.differs, twice] } : verdict;
}

/** Whether both flows are asked for, of all reporters together. */
function areNetted(requests: Requests): boolean {
  const all = Object.values(requests);
  if (!all.some(({ at }) => at.reporter === "all")) return false;
  return new Set(all.flatMap(({ of }) => flowsOf(of)).map(({ flow }) => flow)).size > 1;
}

/** Whether the world itself reports it: what is added up is its partners then, and no reporters. */
function isOfWorld({ figure }: UsedFigure): boolean {
  return figure.records[0]?.series.key.reporter === WORLD;
}

const reportersKnown = new WeakMap<readonly string[], readonly string[]>();

/** Whose trade a sum over all reporters has. */
function reportersOf(members: readonly string[]): readonly string[] {
  return keptIn(reportersKnown, members, () => [...new Set(members.map(reporterOf))].sort());
}

const piecesKnown = new WeakMap<readonly string[], Map<string, readonly string[]>>();

/** The areas that members count, which no border has cut, so that one divided is still the same. */
function piecesOf(
  members: readonly string[],
  { dataset, period }: UsedFigure,
  areas: Areas | null,
): readonly string[] {
  const byPeriod = keptIn(piecesKnown, members, () => new Map());
  return keptIn(byPeriod, period.label, () => {
    const pieces = members.flatMap((code) => areas?.territoryIn(dataset, code, period) ?? [code]);
    // What changed hands within the period is in the sum on either side.
    return [...new Set(pieces.map((piece) => piece.replace(/ in part$/, "")))].sort();
  });
}

/**
 * Figures that are themselves of kinds that are not set together, such as a sum of two currencies, are
 * no figures.
 */
export function withoutMixed(
  requests: Requests,
  inputs: ReadonlyMap<string, CubeFigure>,
): Map<string, CubeFigure> {
  return new Map(
    [...inputs].map(([name, figure]) => {
      const own = verdictOf({ [name]: requests[name]! }, new Map([[name, figure]]), null);
      if (own.differs.length === 0) return [name, figure];
      return [name, { ...figure, value: null, reason: figure.reason ?? "not-comparable" }];
    }),
  );
}

function comparedOf(
  { dataset, partner, flow, product, period, figure, editionThere }: UsedFigure,
  place: string,
  { at, each }: FigureRequest,
  areas: Areas | null,
): Compared | null {
  const codes = product.codes.length === 0 ? ALL_PRODUCTS : product.codes.join("+");
  const cell = each === "partner" ? `${place}|${partner}` : place;
  const { provenance, records } = figure;
  if (provenance === null && editionThere === undefined) return null;
  const isWorld = at.partner === "all";
  const kind = provenance ?? unknown;
  // Written out, since a spread of so many fields takes ten times as long.
  const identity = {
    dataset: kind.dataset,
    // A dataset with vintages chooses and names them itself.
    vintage: dataset.vintages || dataset.revision !== undefined ? null : kind.vintage,
    flow,
    flowBasis: kind.flowBasis,
    valuation: kind.valuation,
    basis: kind.basis,
    sectors: kind.sectors,
    edition: provenance ? provenance.edition : editionThere!,
    adjusted: kind.adjusted,
    currency: kind.currency,
    prices: kind.prices,
    filter: kind.filter,
    reporter: at.reporter === ONLY_REPORTER ? (records[0]?.series.key.reporter ?? "") : "",
    partner,
    product: codes,
    period: period.label,
    territory: isWorld || !areas ? null : areas.territoryIn(dataset, partner, period),
  };
  return { identity, cell, ...(provenance === null && { isMissing: true }) };
}

const unknown = {
  dataset: "",
  vintage: null,
  flowBasis: null,
  valuation: null,
  basis: null,
  sectors: [],
  adjusted: null,
  currency: "",
  prices: "",
  filter: "",
} as const;

function relationsOf(inputs: ReadonlyMap<string, CubeFigure>) {
  for (const { figures } of inputs.values()) {
    const [first] = figures;
    if (first?.dataset.relations) return first.dataset.relations;
  }
  return null;
}
