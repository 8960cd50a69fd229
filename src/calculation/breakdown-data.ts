import type { BreakdownRequest, FlowMeasure, MemberFigure } from "../metrics/breakdown.ts";
import type { Reason } from "../metrics/reason.ts";
import { allProducts, type ProductSelection } from "../products/product.ts";
import type { Period } from "../records/period.ts";
import { WORLD } from "../records/record.ts";
import type { Preferences } from "../selection/figure.ts";
import { flowsOf, type MeasuredFigure, measure, type UsedFigure } from "./measure.ts";
import type { ProductLevel, TradeTable } from "./trade-table.ts";
import type { WarningList } from "./warnings.ts";

export interface BreakdownSettings {
  readonly preferences: Preferences;
  readonly project: boolean;
  readonly level: ProductLevel;
  /** Whether a flow without a record is taken to be a flow of nothing. */
  readonly absentAsZero: boolean;
}

/** The lists that a metric asked for, in one order of members, and the figures behind them. */
export interface GatheredBreakdowns {
  readonly lists: Readonly<Record<string, readonly MemberFigure[]>>;
  readonly members: readonly string[];
  readonly figures: readonly UsedFigure[];
}

/**
 * Takes the figures of all requests from the data. Lists by member have the members of all of
 * them, so that their places agree.
 */
export function gatherBreakdowns(
  table: TradeTable,
  requests: Readonly<Record<string, BreakdownRequest>>,
  settings: BreakdownSettings,
  warnings: WarningList,
): GatheredBreakdowns {
  const members = new Set<string>();
  const reporters = new Map<BreakdownRequest, readonly string[]>();
  for (const request of Object.values(requests)) {
    reporters.set(request, reportersOf(table, request, settings, warnings));
    for (const member of membersOf(table, request, reporters.get(request)!, settings)) {
      members.add(member);
    }
  }
  const figures: UsedFigure[] = [];
  const listOf = (request: BreakdownRequest): MemberFigure[] => {
    const from = reporters.get(request)!;
    const take = (member: string, one: BreakdownRequest) => {
      const figure = sumOver(table, one, from, settings);
      figures.push(...figure.figures);
      return { member, value: figure.value, reason: figure.reason };
    };
    if (request.by === null) return [take("", request)];
    return [...members].map((member) =>
      request.by === "partner"
        ? take(member, { ...request, partners: [member] })
        : take(member, { ...request, product: productOf(member) }),
    );
  };
  const lists = Object.fromEntries(
    Object.entries(requests).map(([name, request]) => [name, listOf(request)]),
  );
  return { lists, members: [...members], figures };
}

/** The selection of one product. */
function productOf(code: string): ProductSelection {
  return { id: code, title: code, codes: [code], excluded: [] };
}

/** The reporters whose records are added; for the world, those that have figures in the period. */
function reportersOf(
  table: TradeTable,
  request: BreakdownRequest,
  settings: BreakdownSettings,
  warnings: WarningList,
): readonly string[] {
  if (request.reporters !== "world") return request.reporters;
  if (table.hasWorldReporter) return [WORLD];
  if (table.reporters.length < 2) return [];
  const whole = { ...request, by: null, partners: "world" } as const;
  const present = table.reporters.filter(
    (reporter) => sumOver(table, whole, [reporter], settings).reason !== "no-data",
  );
  const absent = table.reporters.filter((reporter) => !present.includes(reporter));
  const without = absent.length > 0 ? `; without figures and left out: ${absent.join(", ")}` : "";
  warnings.add(
    "world-of-reporters",
    `the world is the ${present.length} reporters of the data${without}`,
    request.period.label,
  );
  return present;
}

function membersOf(
  table: TradeTable,
  request: BreakdownRequest,
  reporters: readonly string[],
  { level }: BreakdownSettings,
): readonly string[] {
  if (request.by === null) return [];
  if (request.by === "partner") {
    return request.partners === "world" ? table.partners : request.partners;
  }
  const partners =
    request.partners === "world" ? [WORLD, ...table.partners] : [...request.partners];
  return table.productsOf(reporters, partners, request.product, level);
}

/** Adds up one figure over reporters, partners and flows; null as soon as one is missing. */
function sumOver(
  table: TradeTable,
  request: BreakdownRequest,
  reporters: readonly string[],
  settings: BreakdownSettings,
): MeasuredFigure {
  if (reporters.length === 0) return { value: null, reason: "no-world", figures: [] };
  const figures: UsedFigure[] = [];
  let value = 0;
  let reason: Reason | null = null;
  for (const reporter of reporters) {
    const partners = partnersOf(table, request, reporter);
    if (partners.length === 0) reason ??= "no-data";
    for (const partner of partners) {
      if (partner === reporter && isAmongOthers(request, reporters)) continue;
      for (const of of flowMeasures(request.of)) {
        const part = flowOf(table, { ...request, of, reporter, partner }, settings);
        figures.push(...part.figures);
        reason ??= part.reason;
        value += part.value ?? 0;
      }
    }
  }
  return { value: reason === null ? value : null, reason, figures };
}

/** Of several named economies, none trades with itself; what returns home is not among members. */
function isAmongOthers({ partners }: BreakdownRequest, reporters: readonly string[]): boolean {
  return partners !== "world" && partners.length + reporters.length > 2;
}

function flowMeasures(of: FlowMeasure): readonly ("exports" | "imports")[] {
  return of === "total" ? ["exports", "imports"] : [of];
}

interface OneFlow {
  readonly of: "exports" | "imports";
  readonly reporter: string;
  readonly partner: string;
  readonly product: ProductSelection;
  readonly period: Period;
}

/**
 * One flow of one reporter with one partner. A product without a record had no trade where the
 * total that holds it was published; otherwise nothing is known of it.
 */
function flowOf(table: TradeTable, flow: OneFlow, settings: BreakdownSettings): MeasuredFigure {
  const found = measured(table, flow, settings);
  if (found.reason !== "no-data") return found;
  const known =
    settings.absentAsZero ||
    (flow.product.codes.length > 0 && hasTotal(table, { ...flow, product: allProducts }, settings));
  return known ? { value: 0, reason: null, figures: found.figures } : found;
}

/** Whether a total of its own, not one added up from products, was published for the flow. */
function hasTotal(table: TradeTable, flow: OneFlow, settings: BreakdownSettings): boolean {
  return table.once(`${flow.of}|${flow.reporter}|${flow.partner}|${flow.period.label}`, () => {
    const { value, figures } = measured(table, flow, settings);
    return value !== null && figures.every(({ figure }) => figure.summedFromParts === null);
  });
}

function measured(
  table: TradeTable,
  { reporter, partner, of, period, product }: OneFlow,
  { preferences, project }: BreakdownSettings,
): MeasuredFigure {
  const figure = measure(
    table.narrowed(reporter, product),
    { of, period, product, partners: [partner] },
    { project, preferences: { ...preferences, reporter } },
  );
  const { dataset } = table;
  return { ...figure, figures: figure.figures.map((used) => ({ ...used, dataset })) };
}

/** The published world where the reporter has it in this flow, else every partner that it names. */
function partnersOf(
  table: TradeTable,
  request: BreakdownRequest,
  reporter: string,
): readonly string[] {
  if (request.partners !== "world") return request.partners;
  const flows = flowsOf(request.of).map(({ flow }) => flow);
  if (flows.every((flow) => table.has(reporter, WORLD, flow))) return [WORLD];
  return table.partners.filter((partner) =>
    flows.some((flow) => table.has(reporter, partner, flow)),
  );
}
