import { beforeAll, describe, expect, test } from "vitest";
import { verdictOf } from "../../src/calculation/gate.ts";
import { areas } from "../../src/calculation/group-members.ts";
import { PlainFigures } from "../../src/calculation/plain-figures.ts";
import type { CubeSettings } from "../../src/calculation/trade-flows.ts";
import { VintageCube } from "../../src/calculation/vintage-cube.ts";
import { WarningList } from "../../src/calculation/warnings.ts";
import { type FigureRequest, type Measure, ONLY_REPORTER } from "../../src/metrics/cell.ts";
import { allProducts, parseProductSelection } from "../../src/products/product.ts";
import { parsePeriod } from "../../src/records/period.ts";
import { noPreferences } from "../../src/selection/figure.ts";
import { type OpenSources, openSources } from "../../src/sources/open.ts";
import { randomFrom } from "../random.ts";

// The cube with its records is the reference: the numbers alone must be the same in every cell.

let sources: OpenSources;
beforeAll(async () => {
  sources = await openSources({ data: [], as: null, where: [], missing: [], skipInvalid: false });
});

const parts = ["hs:27", "hs:87", "naics211-324"].map((code) =>
  parseProductSelection(code, "--product"),
);
const products = [allProducts, allProducts, allProducts, ...parts];

const partners: readonly (readonly string[] | "all")[] = [
  ...["CA", "MX", "CN", "IE", "NL", "TD", "LI", "EU", "XX"].map((code) => [code]),
  ["CA", "MX"],
  ["DE", "FR", "IT"],
  "all",
];
const periods = ["1986", "2011", "2013", "2019", "2023", "2024", "2025", "2026"].flatMap((year) => [
  year,
  `${year}-01/${year}-05`,
  `${year}-04/${year}-06`,
  `${year}-07`,
]);
const measures: readonly Measure[] = ["exports", "imports", "balance", "total"];
const wishes = [
  noPreferences,
  { ...noPreferences, exports: "domestic" as const },
  { ...noPreferences, imports: "consumption" as const },
  { ...noPreferences, reporter: "US" },
];

describe("numbers of plain rows", () => {
  test("are those of the cube with the records behind them, in any cell of the embedded data", () => {
    const random = randomFrom(20261126);
    const pick = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)]!;
    const told = { plain: 0, missing: 0 };
    for (const preferences of wishes) {
      const settings: CubeSettings = {
        ...{ preferences, project: false, absentAsZero: false },
        ...{ level: { system: null, digits: null }, product: allProducts, byProduct: false, areas },
      };
      const cube = new VintageCube(sources, settings, new WarningList());
      const plain = new PlainFigures(sources, settings);
      for (let count = 0; count < 600; count += 1) {
        const period = parsePeriod(pick(periods));
        const request = (): FigureRequest => ({
          of: pick(measures),
          at: { reporter: ONLY_REPORTER, partner: pick(partners), product: pick(products), period },
        });
        const requests = { a: request(), ...(random() < 0.7 && { b: request() }) };
        const numbers = plain.numbers(requests);
        if (numbers === undefined) continue;
        const figures = cube.figures(requests);
        const values = [...figures].map(([name, { value, reason }]) => [
          name,
          reason === null ? value : null,
        ]);
        const place = JSON.stringify(requests);
        if (numbers === null) {
          told.missing += 1;
          expect(
            values.map(([, value]) => value),
            place,
          ).toContain(null);
        } else {
          told.plain += 1;
          expect(Object.entries(numbers), place).toEqual(values);
          expect(verdictOf(requests, figures, areas).differs, place).toEqual([]);
        }
      }
    }
    // Both kinds are among the rows that were drawn.
    expect(told.plain).toBeGreaterThan(150);
    expect(told.missing).toBeGreaterThan(150);
  });
});
