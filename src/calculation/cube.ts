import { InputError } from "../errors.ts";
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
  flowsOf,
  listOnce,
  type MeasuredFigure,
  type UsedFigure,
  unlikeFigures,
} from "./flow-figure.ts";
import { placeId } from "./place-id.ts";
import { type CubeSettings, TradeFlows } from "./trade-flows.ts";
import type { WarningList } from "./warnings.ts";

/** One member of a list, with its sum. */
export interface ListMember {
  readonly member: string;
  readonly value: number | null;
  readonly reason: Reason | null;
  readonly bounds?: Interval | null;
}

/** A sum of trade, or a list of sums by member; null with the first reason why not. */
export interface CubeFigure extends MeasuredFigure {
  readonly list: readonly ListMember[] | null;
}

/** How many names a warning gives. */
const NAMED = 5;

/**
 * Tells what the sum of trade is in any cell of the cube reporter x partner x product x period. The
 * whole of a dimension is the published one where there is one, and else the sum of its members, of
 * which those without any figure in the period are left out and named.
 */
export class Cube {
  readonly #datasets: OpenDatasets;
  readonly #flows: TradeFlows;
  readonly #warnings: WarningList;
  readonly #others = new Map<MemberRule, Cube>();
  readonly #present = new Map<string, readonly string[]>();
  readonly #sums = new Map<string, MeasuredFigure>();
  readonly #told = new WeakSet<UsedFigure>();

  /** @throws InputError when products are members and no dataset has any. */
  constructor(datasets: OpenDatasets, settings: CubeSettings, warnings: WarningList) {
    this.#datasets = datasets;
    this.#flows = new TradeFlows(datasets, settings);
    this.#warnings = warnings;
  }

  /** Whether products are members, beside which their whole stands in any data. */
  get isByProduct(): boolean {
    return this.#flows.settings.byProduct;
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
  members(by: Dimension, { reporter, partner, product }: Omit<Cell, "period">): readonly string[] {
    const reporters = Array.isArray(reporter) ? (reporter as readonly string[]) : null;
    if (by === "reporter") return reporters ?? this.#flows.table(product).reporters;
    if (by === "partner") {
      if (partner !== "all") return partner;
      const all = this.datasetOf(product)
        .partners.filter(({ code, kind }) => kind !== "aggregate" && code !== WORLD)
        .map(({ code }) => code);
      if (reporters === null) return all;
      const table = this.#flows.table(product);
      return all.filter((code) =>
        reporters.some((own) => own !== code && table.seriesOf(own, code).length > 0),
      );
    }
    const table = this.#flows.table(product);
    const partners = partner === "all" ? [WORLD, ...table.partners] : partner;
    const level = this.#flows.settings.level;
    return table.productsOf(reporters ?? table.reporters, partners, product, level);
  }

  /** The published world, and after it every partner that is no whole of others. */
  withWorld(product: ProductSelection): readonly string[] {
    const all = { reporter: ONLY_REPORTER, partner: "all", product } as const;
    return [WORLD, ...this.members("partner", all)];
  }

  /** What is known of areas over time; null where the question needs nothing of it. */
  get areas(): Areas | null {
    return this.#flows.settings.areas;
  }

  /** The partners that a code of the data stands for in a period. */
  partnersNamed(code: string, period: Period, product: ProductSelection): readonly string[] {
    const at = { reporter: ONLY_REPORTER, partner: [code], product, period } as const;
    return this.#namedOf(at, [code], null);
  }

  get memberRule(): MemberRule {
    return this.#flows.settings.members ?? "today";
  }

  /** The same cube, whose groups have other members. */
  withMembers(members: MemberRule): Cube {
    const known = this.#others.get(members);
    if (known) return known;
    const other = this.like({ ...this.#flows.settings, members });
    this.#others.set(members, other);
    return other;
  }

  /** A cube of the same data with other settings. */
  protected like(settings: CubeSettings): Cube {
    return new Cube(this.#datasets, settings, this.#warnings);
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
        found.set(name, { ...this.#sumOnce(request), list: null });
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
      found.set(name, { ...sum, list: null });
    }
    return found;
  }

  #list({ of, at, absentLeftOut }: FigureRequest, each: Dimension, members: readonly string[]) {
    const figures: UsedFigure[] = [];
    // Members whose cell stands in the data without a figure are not absent.
    const listed = new Set<string>();
    const all = members.map((member): ListMember => {
      const one = { of, at: cellOf(at, each, member) };
      const { value, reason, figures: used, bounds } = this.#sum(one, true);
      figures.push(...used);
      if (used.some(({ figure }) => figure.gap !== null)) listed.add(member);
      return { member, value, reason, ...(bounds && { bounds }) };
    });
    const list = absentLeftOut
      ? all.filter(({ member, reason }) => !isAbsent(reason) || listed.has(member))
      : all;
    const missing = list.find(({ value }) => value === null)?.reason ?? null;
    return { value: null, list, reason: list.length === 0 ? "no-data" : missing, figures } as const;
  }

  /**
   * The sum of a request. That of many flows is kept, since other rows ask for it; all that can be
   * said of its figures is said of the first such row, so that few of them need to be kept.
   */
  #sumOnce(request: FigureRequest): MeasuredFigure {
    const { at } = request;
    if (at.partner !== "all" && at.reporter !== "all") return this.#sum(request);
    const id = [request.of, placeId(request), at.period.label].join("|");
    const known = this.#sums.get(id);
    if (known) return known;
    const sum = this.#sum(request);
    // What was published rounded is told of every figure.
    const isExact = sum.figures.every(({ figure }) =>
      figure.records.every(({ series }) => series.rounding === undefined && !series.originOf),
    );
    if (sum.figures.length < 2 || !isExact) return sum;
    const few = { ...sum, figures: unlikeFigures(sum.figures) };
    this.#sums.set(id, few);
    // Sums that were made while reading share their figures.
    if (sum.figures.every((figure) => this.#told.has(figure))) return few;
    for (const figure of sum.figures) this.#told.add(figure);
    return sum;
  }

  /** Adds up reporters, partners and flows; null as soon as one of them is missing. */
  #sum({ of, at }: FigureRequest, inList = false): MeasuredFigure {
    const figures: UsedFigure[] = [];
    let value = 0;
    let reason: Reason | null = null;
    let bounds: Interval | null = { low: 0, high: 0 };
    const addedUp = new Map<Flow, readonly string[]>();
    for (const { flow, sign } of flowsOf(of)) {
      const reporters = this.#reportersOf(at, flow);
      if (reporters.length === 0) reason ??= "no-world";
      for (const reporter of reporters) {
        const all = this.#partnersOf(at, reporter, flow);
        const isAcross = all.length > 0 && all[0] !== WORLD && this.#isAcross(at);
        const partners = isAcross ? all.slice(0, 1) : all;
        if (partners.length === 0) reason ??= "no-data";
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

  /** The reporters to add up; for the whole, those that have figures in the period. */
  #reportersOf(at: Cell, flow: Flow): readonly (string | null)[] {
    if (at.reporter === ONLY_REPORTER) return [this.#flows.settings.preferences.reporter];
    if (at.reporter !== "all") return at.reporter;
    const table = this.#flows.table(at.product);
    if (table.hasWorldReporter) return [WORLD];
    if (table.reporters.length < 2) {
      this.#warnings.add(
        "one-reporter",
        `${table.dataset.description.id} has what ${table.reporters[0] ?? "nobody"} reports alone, which is no world (name a file with the reporter WORLD, or with several reporters, with --data)`,
      );
      return [];
    }
    const product = at.product === allProducts ? allProducts : this.#flows.settings.product;
    return this.#presentOf(
      `${flow}|${product.id}|${at.period.label}`,
      table.reporters,
      (reporter) =>
        this.#partnersOf({ ...at, partner: "all", product }, reporter, flow).some(
          (partner) =>
            !isAbsent(
              this.#flows.flow({ reporter, partner }, flow, { ...at, product }, false).reason,
            ),
        ),
      (present, absent) => {
        this.#warnings.add(
          "world-of-reporters",
          `the world is the ${present} reporter${present === 1 ? "" : "s"} of the data${absent}`,
          at.period.label,
        );
      },
    );
  }

  /** The published world where the reporter has it in this flow, else its partners of the period. */
  #partnersOf(at: Cell, reporter: string | null, flow: Flow): readonly string[] {
    if (at.partner !== "all") return this.#namedOf(at, at.partner, reporter);
    const product = this.isByProduct ? allProducts : at.product;
    const id = `${reporter}|${product.id}|${flow}|${at.period.label}`;
    const known = this.#present.get(id);
    if (known) return known;
    const dataset = this.datasetOf(at.product);
    if (this.#flows.has({ reporter, partner: WORLD }, flow, at.product)) return [WORLD];
    // Some partners are no world.
    if (dataset.somePartners) return [];
    const partners = this.members("partner", at).filter((partner) =>
      this.#flows.has({ reporter, partner }, flow, at.product),
    );
    const { description } = dataset;
    const larger = this.#largerThan(partners, { ...at, product }, reporter, flow);
    if (larger !== null) {
      this.#warnings.add(
        "incomplete-world",
        `${description.id}: no world total of ${flow}s, and ${larger} alone is more than its partners together, which are not all (use --whole ${larger})`,
        at.period.label,
      );
      return [];
    }
    return this.#presentOf(
      id,
      partners,
      (partner) =>
        !isAbsent(this.#flows.flow({ reporter, partner }, flow, { ...at, product }, false).reason),
      (present, absent) => {
        this.#warnings.add(
          "world-of-partners",
          `${description.id}: no world total of ${flow}s; the world is the sum of ${present} partner${present === 1 ? "" : "s"}${absent}`,
          at.period.label,
        );
      },
    );
  }

  /** A whole of others that is more than all partners that are listed, so that these are not all. */
  #largerThan(
    partners: readonly string[],
    at: Cell,
    reporter: string | null,
    flow: Flow,
  ): string | null {
    const wholes = this.datasetOf(at.product).partners.filter(({ kind }) => kind === "aggregate");
    if (wholes.length === 0) return null;
    const amount = (partner: string) =>
      this.#flows.flow({ reporter, partner }, flow, at, false).value ?? 0;
    const sum = partners.reduce((all, partner) => all + amount(partner), 0);
    return wholes.find(({ code }) => code !== WORLD && amount(code) > sum)?.code ?? null;
  }

  /** The partners that are named, of which a group may stand for its members. */
  #namedOf(at: Cell, partners: readonly string[], reporter: string | null): readonly string[] {
    const { areas, members: rule = "today" } = this.#flows.settings;
    if (!areas || !partners.some((code) => areas.standsForOthers(code))) return partners;
    const dataset = this.datasetOf(at.product);
    return partners.flatMap((code) =>
      areas.standsForOthers(code)
        ? areas.partnersOfGroup(dataset, code, at.period, rule).filter((one) => one !== reporter)
        : [code],
    );
  }

  /** Which members have a figure at all, and a word about the others; found out once. */
  #presentOf(
    id: string,
    members: readonly string[],
    has: (member: string) => boolean,
    tell: (present: number, absent: string) => void,
  ): readonly string[] {
    const known = this.#present.get(id);
    if (known) return known;
    // An answer on the way asks for no presence of itself.
    this.#present.set(id, members);
    const present = members.filter(has);
    const absent = members.filter((member) => !present.includes(member));
    this.#present.set(id, present);
    if (present.length > 0) tell(present.length, absentText(absent));
    return present;
  }
}

/** Members that are products of other editions than that of the period, and no flows that are missing. */
function ofOtherEditions({ list, figures }: CubeFigure): Set<string> {
  const codes = new Set(
    figures.flatMap(({ editionThere, product }) =>
      editionThere === undefined ? [] : product.codes,
    ),
  );
  return new Set(
    (list ?? []).flatMap(({ member, value }) =>
      value === null && codes.has(member) ? [member] : [],
    ),
  );
}

function withoutMembers(
  all: ReadonlyMap<string, CubeFigure>,
  gone: ReadonlySet<string>,
): Map<string, CubeFigure> {
  return new Map(
    [...all].map(([name, figure]) => {
      if (!figure.list) return [name, figure];
      const list = figure.list.filter(({ member }) => !gone.has(member));
      const reason =
        list.length === 0 ? "no-data" : list.find(({ value }) => value === null)?.reason;
      const figures = figure.figures.filter(
        ({ editionThere, product }) => editionThere === undefined || !gone.has(product.id),
      );
      return [name, { ...figure, list, figures, reason: reason ?? null }];
    }),
  );
}

/** The cell of one member. */
export function cellOf<At extends Omit<Cell, "period">>(at: At, by: Dimension, member: string): At {
  if (by !== "product") return { ...at, [by]: [member] };
  return { ...at, product: { id: member, title: member, codes: [member], excluded: [] } };
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

function absentText(absent: readonly string[]): string {
  if (absent.length === 0) return "";
  const more = absent.length > NAMED ? ` and ${absent.length - NAMED} more` : "";
  return `; without figures and left out: ${absent.slice(0, NAMED).join(", ")}${more}`;
}
