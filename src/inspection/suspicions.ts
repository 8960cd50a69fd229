import { firstNames } from "../first-names.ts";
import { moneyText } from "../numbers/money-text.ts";
import { isAbove, isUnlikeMonths } from "../numbers/rounded-sums.ts";
import { formerArea } from "../partners/areas.ts";
import { changesOf } from "../partners/group-history.ts";
import { levelOf } from "../products/classification.ts";
import { hsEditionName, hsEditionOf } from "../products/hs-relation.ts";
import { productSystem } from "../products/product.ts";
import { witsGroups } from "../products/wits-groups.ts";
import { parsePeriod } from "../records/period.ts";
import { ALL_PRODUCTS, DOLLARS, type SeriesKey, WORLD } from "../records/record.ts";
import type { StoredSeries } from "../sources/dataset.ts";
import { fiscalYears } from "../sources/fiscal-years.ts";
import { lookFiscal } from "../sources/formats/periods.ts";
import type { Warning } from "../warning.ts";
import { Levels } from "./levels.ts";
import { sumsOfParts } from "./parts-of-period.ts";
import { Worlds } from "./worlds.ts";

/** How many places a finding names. */
const NAMED = 3;
/** Cells of which sums are kept; beyond, a file is too large to hold parts against wholes. */
const MOST_CELLS = 200_000;
/** Fewer figures than these may be alike by chance. */
const FEWEST = 3;

interface Cell {
  readonly currency: string;
  total: number | null;
  readonly levels: Map<string, number>;
}

interface Alike {
  readonly value: number;
  count: number;
  readonly currency: string;
  same: boolean;
}

/** The codes of what is suspicious. */
export const suspicions = [
  "mixed-editions",
  "year-unlike-months",
  "fiscal-years",
  "parts-above-whole",
  "copied-years",
  "one-value",
  "changed-groups",
  "former-areas",
] as const;

/** What is suspicious in the figures of a file: told series by series, so that none is kept. */
export class Suspicions {
  readonly #editions = new Map<string, Set<string>>();
  readonly #cells = new Map<string, Cell>();
  readonly #years = new Map<string, { whole: string; parts: string; places: string[] }>();
  readonly #copies = new Map<string, { equal: number; all: number }>();
  readonly #alike = new Map<string, Alike>();
  readonly #labels = new Set<string>();
  readonly #partners = new Set<string>();
  readonly #levels = new Levels();
  readonly #worlds = new Worlds();

  add(series: readonly StoredSeries[]): void {
    for (const { key, values } of series) {
      this.#partners.add(key.partner);
      const system = productSystem(key.product);
      if (system !== null && key.edition !== undefined) {
        const known = this.#editions.get(system) ?? new Set();
        this.#editions.set(system, known.add(key.edition));
      }
      this.#yearAgainstMonths(key, values);
      this.#levels.add(key, values);
      this.#worlds.add(key, values);
      for (const [label, value] of values) {
        this.#labels.add(label);
        this.#hold(key, label, value);
        this.#compare(key, label, value);
        const before = values.get(String(Number(label) - 1));
        if (before === undefined || value === 0) continue;
        const copied = this.#copies.get(label) ?? { equal: 0, all: 0 };
        copied.all += 1;
        if (before === value) copied.equal += 1;
        this.#copies.set(label, copied);
      }
    }
  }

  /** Each finding with its count and first places. */
  get warnings(): Warning[] {
    return [
      ...this.#editionWarnings(),
      ...this.#wholeWarnings(),
      ...told(
        "parts-above-whole",
        ["code below the sum of its parts", "codes below the sum of their parts"],
        this.#levels.places,
      ),
      ...told(
        "parts-above-whole",
        ["world below the sum of its partners", "worlds below the sum of their partners"],
        this.#worlds.places,
      ),
      ...[...this.#years.values()].flatMap(({ whole, parts, places }) =>
        told(
          "year-unlike-months",
          [
            `${whole} that is not the sum of its ${parts}`,
            `${whole}s that are not the sum of their ${parts}`,
          ],
          places,
        ),
      ),
      ...this.#copyWarnings(),
      ...this.#alikeWarnings(),
      ...this.#groupWarnings(),
      ...this.#areaWarnings(),
      ...(lookFiscal([...this.#labels])
        ? [{ code: "fiscal-years", message: fiscalYears([...this.#labels][0]!) }]
        : []),
    ];
  }

  #yearAgainstMonths(key: SeriesKey, values: ReadonlyMap<string, number>): void {
    for (const [label, value] of values) {
      for (const { parts, sum } of sumsOfParts(label, values)) {
        if (!isUnlikeMonths(value, sum)) continue;
        const whole = /^\d{4}$/.test(label) ? "year" : "period";
        const place = `${key.partner} ${key.flow} ${key.product} ${label}`;
        const currency = key.currency ?? DOLLARS;
        const known = this.#years.get(`${whole} ${parts}`) ?? { whole, parts, places: [] };
        this.#years.set(`${whole} ${parts}`, known);
        known.places.push(
          `${place}: ${moneyText(value, currency)}, ${parts} ${moneyText(sum, currency)}`,
        );
      }
    }
  }

  #hold(key: SeriesKey, label: string, value: number): void {
    const { reporter, partner, flow, sector, flowBasis, valuation, basis, product } = key;
    const kind = [sector, flowBasis, valuation, basis, key.currency, key.adjusted, key.prices];
    const words = [reporter, partner, flow, ...kind];
    const id = [...words, label].join("|");
    const cell = this.#cells.get(id) ?? {
      ...{ currency: key.currency ?? DOLLARS, total: null },
      levels: new Map<string, number>(),
    };
    if (!this.#cells.has(id)) {
      if (this.#cells.size >= MOST_CELLS) return;
      this.#cells.set(id, cell);
    }
    if (product === ALL_PRODUCTS) cell.total = value;
    else {
      const level = `${levelId(product)} ${key.edition ?? ""}`.trim();
      cell.levels.set(level, (cell.levels.get(level) ?? 0) + value);
    }
  }

  #compare(
    { reporter, partner, flow, product, currency = DOLLARS }: SeriesKey,
    label: string,
    value: number,
  ): void {
    if (partner === WORLD || value === 0) return;
    const id = `${reporter} ${flow} ${product} ${label}`;
    const known = this.#alike.get(id);
    if (!known) this.#alike.set(id, { value, currency, count: 1, same: true });
    else {
      known.count += 1;
      known.same &&= known.value === value;
    }
  }

  #editionWarnings(): Warning[] {
    return [...this.#editions].flatMap(([system, editions]) => {
      if (editions.size < 2) return [];
      const names = [...editions].sort().map((one) => {
        const known = hsEditionOf(one);
        return known ? hsEditionName(known) : one;
      });
      const message = `products of ${system} are of ${editions.size} editions (${names.join(", ")}): one code may be other goods in each`;
      return [{ code: "mixed-editions", message }];
    });
  }

  #wholeWarnings(): Warning[] {
    const places: string[] = [];
    for (const [id, { currency, total, levels }] of this.#cells) {
      if (total === null) continue;
      for (const [level, sum] of levels) {
        if (!isAbove(sum, total)) continue;
        const [, partner, flow] = id.split("|");
        places.push(
          `${partner} ${flow} ${id.slice(id.lastIndexOf("|") + 1)}: ${level} add to ${moneyText(sum, currency)} of ${moneyText(total, currency)}`,
        );
      }
    }
    return told(
      "parts-above-whole",
      ["total below the sum of its products", "totals below the sum of their products"],
      places,
    );
  }

  #copyWarnings(): Warning[] {
    const places = [...this.#copies]
      .filter(([, { equal, all }]) => all >= FEWEST && equal === all)
      .map(([year, { all }]) => `${year} repeats ${Number(year) - 1} in all ${all} series`);
    return told(
      "copied-years",
      ["year that repeats the one before", "years that repeat the one before"],
      places,
    );
  }

  #alikeWarnings(): Warning[] {
    const places = [...this.#alike]
      .filter(([, { count, same }]) => same && count >= FEWEST)
      .map(
        ([id, { value, currency, count }]) =>
          `${id}: ${moneyText(value, currency)} for all ${count} partners`,
      );
    return told(
      "one-value",
      ["figure that is the same for every partner", "figures that are the same for every partner"],
      places,
    );
  }

  /** Areas that ended are other areas than those that followed, under whatever code. */
  #areaWarnings(): Warning[] {
    const places = [...this.#partners].sort().flatMap((code) => {
      const area = formerArea(code);
      return area ? [`${area.name} (${code}), until ${area.until}`] : [];
    });
    return told(
      "former-areas",
      [
        "area of the past, which is none of today",
        "areas of the past, which are not those of today",
      ],
      places,
    );
  }

  #groupWarnings(): Warning[] {
    const years = [...this.#labels].sort();
    const [first, last] = [years[0], years.at(-1)];
    if (first === undefined) return [];
    const start = parsePeriod(first).first;
    const end = parsePeriod(last!).last;
    const places = [...this.#partners].sort().flatMap((code) => {
      const days = changesOf(code)
        .slice(1)
        .filter(({ day }) => {
          const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
          return start < month && month <= end;
        })
        .map(({ day }) => day);
      return days.length > 0 ? [`${code} on ${days.join(", ")}`] : [];
    });
    return told(
      "changed-groups",
      [
        "group whose members changed by law in the periods",
        "groups whose members changed by law in the periods",
      ],
      places,
    );
  }
}

/** The level of a product in its classification; of WITS, the cut, because cuts overlap. */
function levelId(product: string): string {
  const system = productSystem(product)!;
  if (system === "wits") {
    const code = product.slice(product.indexOf(":") + 1);
    return `wits ${witsGroups.find((one) => one.code === code)?.cut ?? "other"}s`;
  }
  if (system === "ebops") return `${system} level ${levelOf(product)?.depth ?? 0}`;
  return `${system}${product.length - system.length - 1}`;
}

/** @param what what is suspicious, of one place and of several. */
function told(
  code: string,
  what: readonly [one: string, several: string],
  places: readonly string[],
): Warning[] {
  if (places.length === 0) return [];
  const words = places.length === 1 ? what[0] : what[1];
  return [{ code, message: `${places.length} ${words}: ${firstNames(places, NAMED, "; ")}` }];
}
