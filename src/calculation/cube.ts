import { InputError } from "../errors.ts";
import { keptIn } from "../kept-in.ts";
import { type Cell, type Dimension, type FigureRequest, ONLY_REPORTER } from "../metrics/cell.ts";
import { isAbsent, type Reason } from "../metrics/reason.ts";
import type { Interval } from "../numbers/interval.ts";
import { LARGEST_AMOUNT } from "../numbers/money.ts";
import { allProducts, type ProductSelection } from "../products/product.ts";
import type { Period } from "../records/period.ts";
import { type Flow, WORLD } from "../records/record.ts";
import type { OpenDatasets, TradeDataset } from "../sources/dataset.ts";
import { joinedLists, wholeOf } from "./added-up.ts";
import type { Areas, MemberRule } from "./areas.ts";
import {
  type CubeFigure,
  cellOf,
  type ListMember,
  ofOtherEditions,
  withoutMembers,
} from "./cube-figure.ts";
import { EconomiesOfCell } from "./economies-of-cell.ts";
import {
  flowsOf,
  listOnce,
  type MeasuredFigure,
  type UsedFigure,
  unlikeFigures,
} from "./flow-figure.ts";
import { placeId } from "./same-figure.ts";
import { type CubeSettings, TradeFlows } from "./trade-flows.ts";
import type { WarningList } from "./warnings.ts";

/**
 * Tells what the sum of trade is in any cell of the cube reporter x partner x product x period. The
 * whole of a dimension is the published one where there is one, and else the sum of its members, of
 * which those without any figure in the period are left out and named.
 */
export class Cube {
  readonly #datasets: OpenDatasets;
  readonly #flows: TradeFlows;
  readonly #economies: EconomiesOfCell;
  protected readonly settings: CubeSettings;
  protected readonly warnings: WarningList;
  readonly #others = new Map<MemberRule, Cube>();
  readonly #sums = new Map<string, CubeFigure>();
  readonly #told = new WeakSet<UsedFigure>();

  /** @throws InputError when products are members and no dataset has any. */
  constructor(datasets: OpenDatasets, settings: CubeSettings, warnings: WarningList) {
    this.#datasets = datasets;
    this.#flows = new TradeFlows(datasets, settings);
    this.#economies = new EconomiesOfCell(this.#flows, warnings);
    this.settings = settings;
    this.warnings = warnings;
  }

  /** Whether products are members, beside which their whole stands in any data. */
  get isByProduct(): boolean {
    return this.settings.byProduct;
  }

  /** Whether rows are members of a whole, beside which it stands. */
  get hasMembers(): boolean {
    return this.isByProduct;
  }

  /** The dataset that holds these products. */
  datasetOf(product: ProductSelection): TradeDataset {
    return this.#flows.datasetOf(product);
  }

  /**
   * The only reporter of the data.
   * @throws InputError where they have none or several.
   */
  onlyReporter(product: ProductSelection): string {
    const { reporters, dataset } = this.#flows.table(product);
    if (reporters.length === 1) return reporters[0]!;
    throw new InputError(
      reporters.length === 0
        ? `${dataset.description.id}: no records match --sector, --exports, --imports, --valuation or --basis`
        : `${dataset.description.id}: which reporter? (use --reporter ${reporters.slice(0, 3).join(",")}, or --reporter all)`,
    );
  }

  /** The members of a dimension that have any figure in a cell; aggregates are not counted. */
  members(by: Dimension, at: Omit<Cell, "period">): readonly string[] {
    return this.#economies.members(by, at);
  }

  /** The published world, and after it every partner that is no whole of others. */
  withWorld(product: ProductSelection): readonly string[] {
    const all = { reporter: ONLY_REPORTER, partner: "all", product } as const;
    return [WORLD, ...this.members("partner", all)];
  }

  /** What is known of areas over time; null where the question needs nothing of it. */
  get areas(): Areas | null {
    return this.settings.areas;
  }

  /** The partners that a code of the data stands for in a period. */
  partnersNamed(code: string, period: Period, product: ProductSelection): readonly string[] {
    const at = { reporter: ONLY_REPORTER, partner: [code], product, period } as const;
    return this.#economies.namedOf(at, [code], null);
  }

  get memberRule(): MemberRule {
    return this.settings.members ?? "today";
  }

  /** The same cube, whose groups have other members. */
  withMembers(members: MemberRule): Cube {
    return keptIn(this.#others, members, () => this.like({ ...this.settings, members }));
  }

  /** A cube of the same data with other settings. */
  protected like(settings: CubeSettings): Cube {
    return new Cube(this.#datasets, settings, this.warnings);
  }

  /** All figures of a row. Lists have the members of all of them, so that their places agree. */
  figures(requests: Readonly<Record<string, FigureRequest>>): Map<string, CubeFigure> {
    const members = new Set<string>();
    for (const { each, at } of Object.values(requests)) {
      if (each) for (const member of this.members(each, at)) members.add(member);
    }
    const found = new Map<string, CubeFigure>();
    const others: ReadonlySet<string>[] = [];
    for (const [name, request] of Object.entries(requests)) {
      if (!request.each) {
        found.set(name, this.#sumOnce(request));
        continue;
      }
      const list = this.#list(request, request.each, [...members]);
      found.set(name, list);
      others.push(ofOtherEditions(list));
    }
    const [first, ...more] = others;
    const nowhere = [...(first ?? [])].filter((member) => more.every((one) => one.has(member)));
    return nowhere.length === 0 ? found : withoutMembers(found, new Set(nowhere));
  }

  /** The figures of a row of sums; null as soon as one of them is missing. */
  figuresIfAll(requests: Readonly<Record<string, FigureRequest>>): Map<string, CubeFigure> | null {
    const found = new Map<string, CubeFigure>();
    for (const name in requests) {
      const sum = this.#sum(requests[name]!);
      if (sum.reason !== null) return null;
      found.set(name, sum);
    }
    return found;
  }

  #list({ of, at, absentLeftOut }: FigureRequest, each: Dimension, members: readonly string[]) {
    // Products that were added up while reading share their figures.
    const once = new Set<UsedFigure>();
    // Members whose cell stands in the data without a figure are not absent.
    const listed = new Set<string>();
    const all = members.map((member): ListMember => {
      const one = { of, at: cellOf(at, each, member) };
      // Among all partners an area of the past is its own row, and not those that it became.
      const isOwn = each === "partner" && at.partner === "all";
      const { value, reason, figures: used, bounds } = this.#sum(one, true, isOwn);
      for (const figure of used) once.add(figure);
      if (used.some(({ figure }) => figure.gap !== null)) listed.add(member);
      return { member, value, reason, ...(bounds && { bounds }) };
    });
    const list = absentLeftOut
      ? all.filter(({ member, reason }) => !isAbsent(reason) || listed.has(member))
      : all;
    const missing = list.find(({ value }) => value === null)?.reason ?? null;
    const reason = list.length === 0 ? "no-data" : missing;
    return { value: null, list, reason, figures: [...once] } as const;
  }

  /**
   * The sum of a request. That of many flows is kept, since other rows ask for it; all that can be
   * said of its figures is said of the first such row, so that few of them need to be kept.
   */
  #sumOnce(request: FigureRequest): CubeFigure {
    const { at } = request;
    const isOfOne = at.partner !== "all" || (at.reporter.length === 1 && this.#isAcross(at));
    if (at.reporter !== "all" && isOfOne) return this.#sum(request);
    const id = [request.of, placeId(request), at.period.label].join("|");
    const known = this.#sums.get(id);
    if (known) return known;
    const sum = this.#sum(request);
    // What was published rounded is told of every figure.
    const isExact = sum.figures.every((used) => this.#told.has(used) || isOfExact(used));
    if (sum.figures.length < 2 || !isExact) return sum;
    const few = { ...sum, figures: unlikeFigures(sum.figures) };
    this.#sums.set(id, few);
    // Sums that were made while reading share their figures.
    if (sum.figures.every((figure) => this.#told.has(figure))) return few;
    for (const figure of sum.figures) this.#told.add(figure);
    return sum;
  }

  /** Adds up reporters, partners and flows; null as soon as one of them is missing. */
  #sum({ of, at }: FigureRequest, inList = false, isOwn = false): CubeFigure {
    const figures: UsedFigure[] = [];
    let value = 0;
    let reason: Reason | null = null;
    let bounds: Interval | null = { low: 0, high: 0 };
    const addedUp = new Map<Flow, readonly string[]>();
    for (const { flow, sign } of flowsOf(of)) {
      const reporters = this.#economies.reportersOf(at, flow);
      const nobody = this.#flows.isOutside(at) ? "outside-coverage" : null;
      if (reporters.length === 0) reason ??= nobody ?? "no-world";
      for (const reporter of reporters) {
        const all =
          isOwn && at.partner !== "all"
            ? at.partner
            : this.#economies.partnersOf(at, reporter, flow);
        const isAcross = all.length > 0 && all[0] !== WORLD && this.#isAcross(at);
        const partners = isAcross ? all.slice(0, 1) : all;
        if (partners.length === 0) reason ??= nobody ?? "no-data";
        const own = isAcross ? [] : wholeOf(at, reporter, partners);
        if (own.length > 0) addedUp.set(flow, joinedLists(addedUp.get(flow), own));
        for (const partner of partners) {
          if (partner === reporter && isAmongOthers(at, reporters)) continue;
          const one = isAcross
            ? this.#flows.acrossPartners(reporter, flow, at)
            : this.#flows.flow({ reporter, partner }, flow, at, inList);
          figures.push(...one.figures);
          reason ??= one.reason;
          value += sign * (one.value ?? 0);
          bounds = bounds && addedTo(bounds, sign, one);
        }
      }
    }
    if (reason === null && !Number.isSafeInteger(value)) throw this.#beyond({ of, at });
    const isHeldBack = reason === "suppressed" && bounds !== null;
    return {
      value: reason === null ? value : null,
      reason,
      figures: listOnce(figures),
      list: null,
      ...(isHeldBack && { bounds }),
      ...(addedUp.size > 0 && { addedUp }),
    };
  }

  /** Whether a sum over partners was made while reading. */
  #isAcross({ partner, product }: Cell): boolean {
    if (partner !== "all" || product === allProducts) return false;
    return this.datasetOf(product).acrossPartners !== undefined;
  }

  #beyond({ of, at }: FigureRequest): InputError {
    const partner = at.partner === "all" ? WORLD : at.partner.join("+");
    return new InputError(
      `${this.datasetOf(at.product).description.id}: the ${of} of ${partner} in ${at.period.label} is beyond ${LARGEST_AMOUNT} dollars and cannot be held exactly`,
    );
  }
}

/** Whether no record of a figure was published rounded. */
function isOfExact({ figure }: UsedFigure): boolean {
  return figure.records.every(
    ({ series }) => series.rounding === undefined && series.originOf === undefined,
  );
}

/** The bounds of a sum with one flow more; null where nothing bounds that. */
function addedTo({ low, high }: Interval, sign: 1 | -1, one: MeasuredFigure): Interval | null {
  const own = one.value === null ? one.bounds : { low: one.value, high: one.value };
  if (!own) return null;
  return sign === 1
    ? { low: low + own.low, high: high + own.high }
    : { low: low - own.high, high: high - own.low };
}

/** Of several named economies, none trades with itself; what returns home is not among members. */
function isAmongOthers({ partner }: Cell, reporters: readonly (string | null)[]): boolean {
  return partner !== "all" && partner.length + reporters.length > 2;
}
