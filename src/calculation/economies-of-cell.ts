import { firstNames } from "../first-names.ts";
import { type Cell, type Dimension, ONLY_REPORTER } from "../metrics/cell.ts";
import { isAbsent } from "../metrics/reason.ts";
import { allProducts, type ProductSelection } from "../products/product.ts";
import { type Flow, WORLD } from "../records/record.ts";
import { isWhole, type TradeDataset } from "../sources/dataset.ts";
import type { CountedOnce } from "./counted-once.ts";
import { TradeFlows } from "./trade-flows.ts";
import type { WarningList } from "./warnings.ts";

/** How many names a warning gives. */
const NAMED = 5;

/**
 * Tells which reporters and partners a cell counts, and which members of a dimension have any figure in
 * it. Where no published row stands for all of them, those without figures in the period are left out
 * and named.
 */
export class EconomiesOfCell {
  readonly #flows: TradeFlows;
  readonly #warnings: WarningList;
  /** Where records of others were left out: those who have figures with anyone. */
  #ofTotals: EconomiesOfCell | null = null;
  readonly #present = new Map<string, readonly string[]>();

  constructor(flows: TradeFlows, warnings: WarningList) {
    this.#flows = flows;
    this.#warnings = warnings;
  }

  /** The members of a dimension that have any figure in a cell; aggregates are not counted. */
  members(by: Dimension, { reporter, partner, product }: Omit<Cell, "period">): readonly string[] {
    const reporters = Array.isArray(reporter) ? (reporter as readonly string[]) : null;
    if (by === "reporter") {
      const all = this.#flows.table(product).allReporters;
      const found = reporters ?? this.#flows.settings.areas?.withoutWholes(all) ?? all;
      // Of several, none is a partner of its own.
      if (found.length < 2 || partner === "all") return found;
      const own = found.filter((code) => partner.every((one) => one === code));
      for (const code of own) this.#noteOwn(code, product);
      return found.filter((code) => !own.includes(code));
    }
    if (by === "partner") {
      if (partner !== "all") return partner;
      const all = this.#flows
        .datasetOf(product)
        .partners.filter((one) => !isWhole(one))
        .map(({ code }) => code);
      if (reporters === null) return all;
      const table = this.#flows.table(product);
      for (const own of reporters) this.#noteOwn(own, product);
      return all.filter((code) =>
        reporters.some((own) => own !== code && table.seriesOf(own, code).length > 0),
      );
    }
    const table = this.#flows.table(product);
    const partners = partner === "all" ? [WORLD, ...table.partners] : partner;
    const level = this.#flows.settings.level;
    return table.productsOf(reporters ?? table.reporters, partners, product, level);
  }

  /** That what an economy reports of itself as a partner is not counted. */
  #noteOwn(code: string, product: ProductSelection): void {
    const table = this.#flows.table(product);
    if (table.seriesOf(code, code).length > 0) {
      this.#warnings.add(
        "own-partner",
        `${table.dataset.description.id}: what ${code} reports of trade with itself, such as re-imports, is not counted among partners`,
      );
    }
  }

  /** The reporters to add up; for the whole, those that have figures in the period. */
  reportersOf(at: Cell, flow: Flow): readonly (string | null)[] {
    if (at.reporter === ONLY_REPORTER) return [this.#flows.settings.preferences.reporter];
    if (at.reporter !== "all") return at.reporter;
    const table = this.#flows.table(at.product);
    if (table.hasWorldReporter) return [WORLD];
    if (table.allReporters.length < 2) {
      this.#warnings.add(
        "one-reporter",
        `${table.dataset.description.id} has what ${table.allReporters[0] ?? "nobody"} reports alone, which is no world (name a file with the reporter WORLD, or with several reporters, with --data)`,
      );
      return [];
    }
    const product = at.product === allProducts ? allProducts : this.#flows.settings.product;
    const { totals } = table.dataset;
    if (totals && product.codes.length === 0 && product.excluded.length === 0) {
      this.#ofTotals ??= new EconomiesOfCell(flowsOf(totals, this.#flows), this.#warnings);
      return this.#ofTotals.reportersOf({ ...at, product: allProducts }, flow);
    }
    return this.#presentOf(
      `${flow}|${product.id}|${at.period.label}`,
      table.allReporters,
      (reporter) =>
        this.partnersOf({ ...at, partner: "all", product }, reporter, flow).some((partner) =>
          this.#hasFigure(reporter, partner, flow, { ...at, product }),
        ),
      (present, absent) => {
        this.#warnings.add(
          "world-of-reporters",
          `the world is the ${present} reporter${present === 1 ? "" : "s"} of the data${absent}`,
          at.period.label,
        );
      },
      this.#flows.settings.areas?.countedOnce,
    );
  }

  /** The published world where the reporter has it in this flow, else its partners of the period. */
  partnersOf(at: Cell, reporter: string | null, flow: Flow): readonly string[] {
    if (at.partner !== "all") return this.namedOf(at, at.partner, reporter);
    const product = this.#flows.settings.byProduct ? allProducts : at.product;
    const id = `${reporter}|${product.id}|${flow}|${at.period.label}`;
    const known = this.#present.get(id);
    if (known) return known;
    const dataset = this.#flows.datasetOf(at.product);
    if (this.#flows.has({ reporter, partner: WORLD }, flow, at.product)) return [WORLD];
    // Some partners are no world.
    if (dataset.somePartners) return [];
    const partners = this.members("partner", at).filter((partner) =>
      this.#flows.has({ reporter, partner }, flow, at.product),
    );
    const { description } = dataset;
    const amountOf = (partner: string) =>
      this.#flows.flow({ reporter, partner }, flow, { ...at, product }, false).value ?? 0;
    const { areas } = this.#flows.settings;
    if (areas?.hasLargerWhole(dataset, partners, amountOf, flow, at.period, this.#warnings))
      return [];
    return this.#presentOf(
      id,
      partners,
      (partner) => this.#hasFigure(reporter, partner, flow, { ...at, product }),
      (present, absent) => {
        this.#warnings.add(
          "world-of-partners",
          `${description.id}: no world total of ${flow}s; the world is the sum of ${present} partner${present === 1 ? "" : "s"}${absent}`,
          at.period.label,
        );
      },
      areas?.notingEnded(at.period, description.id, this.#warnings),
    );
  }

  #hasFigure(reporter: string | null, partner: string, flow: Flow, at: Cell): boolean {
    return !isAbsent(this.#flows.flow({ reporter, partner }, flow, at, false).reason);
  }

  /** The partners that are named, of which a group may stand for its members. */
  namedOf(at: Cell, partners: readonly string[], reporter: string | null): readonly string[] {
    const { areas, members: rule = "today" } = this.#flows.settings;
    if (!areas || !partners.some((code) => areas.standsForOthers(code))) return partners;
    const dataset = this.#flows.datasetOf(at.product);
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
    once: ((present: readonly string[]) => CountedOnce) | undefined,
  ): readonly string[] {
    const known = this.#present.get(id);
    if (known) return known;
    // An answer on the way asks for no presence of itself.
    this.#present.set(id, members);
    const present = members.filter(has);
    const absent = members.filter((member) => !present.includes(member));
    const { counted, said } = once?.(present) ?? { counted: present, said: "" };
    this.#present.set(id, counted);
    if (counted.length > 0) tell(counted.length, absentText(absent) + said);
    return counted;
  }
}

function flowsOf(totals: TradeDataset, { settings }: TradeFlows): TradeFlows {
  const datasets = { forProduct: () => totals, withProducts: () => totals };
  return new TradeFlows(datasets, { ...settings, byProduct: false });
}

function absentText(absent: readonly string[]): string {
  if (absent.length === 0) return "";
  return `; without figures and left out: ${firstNames(absent, NAMED)}`;
}
