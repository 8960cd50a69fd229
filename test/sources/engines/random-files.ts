import fc from "fast-check";
import { randomFrom } from "../../random.ts";
import { comtradeFile, comtradeRow } from "../formats/excerpts.ts";

/** A file of few cells, of which some are missing: every rule of selection meets with every other. */
export const layouts = fc.record({
  kind: fc.constantFrom("own" as const, "comtrade" as const, "baci" as const),
  reporters: fc.constantFrom(["US"], ["US", "MX"], ["US", "MX", "CA"]),
  partners: fc.constantFrom(["MX", "CA"], ["MX", "CA", "WORLD"], ["MX", "CA", "DE", "FR", "US"]),
  products: fc.constantFrom(
    ["hs:27", "hs:87"],
    ["total", "hs:27", "hs:87"],
    ["total", "hs:27", "hs:2709", "hs:2710", "hs:87", "hs:8703"],
    ["hs:2709", "hs:2710", "hs:8703"],
    ["hs:27", "hs:2709", "hs:8703"],
    ["total", "hs:270900", "hs:271000", "hs:870310"],
    ["hs:270900", "hs:271000", "hs:870310"],
    ["total", "hs:27", "naics:211"],
    ["total"],
  ),
  times: fc.constantFrom(
    ["2022", "2023"],
    ["2023"],
    ["2022", "2023-01", "2023-02", "2023-03"],
    ["2023", "2023-01", "2023-02"],
    [...Array(12).keys()].map((month) => `2023-${String(month + 1).padStart(2, "0")}`),
    ["2023-01/2023-03", "2023-04", "2022"],
  ),
  unit: fc.constantFrom("", "", "USD thousand", "EUR million"),
  editions: fc.constantFrom("none", "none", "one", "by time", "both", "some"),
  gone: fc.constantFrom(0, 0, 0.03, 0.3),
  goneTotals: fc.constantFrom(0, 0, 0.3),
  seed: fc.nat(),
});

const NUMBERS: Readonly<Record<string, readonly [string, string]>> = {
  US: ["842", "USA"],
  MX: ["484", "MEX"],
  CA: ["124", "CAN"],
  DE: ["276", "DEU"],
  FR: ["251", "FRA"],
  WORLD: ["0", "W00"],
};

export type Layout = typeof layouts extends fc.Arbitrary<infer Made> ? Made : never;

/** The text of such a file. */
export function writtenFile(made: Layout): string {
  const { kind, reporters, partners, products, times, gone, goneTotals, seed, unit } = made;
  const random = randomFrom(seed);
  const rows: string[] = [];
  for (const reporter of reporters) {
    for (const partner of partners) {
      if (partner === reporter) continue;
      for (const flow of ["export", "import"]) {
        for (const product of productsOf(kind, products)) {
          for (const time of times) {
            const editions = editionsOf(made, product, time, random);
            for (const edition of editions) {
              if (random() < (product === "total" ? goneTotals : gone)) continue;
              const value = Math.floor(random() * 1e6);
              if (kind === "own") {
                const own = [reporter, time, partner, flow, product, edition, unit];
                rows.push(`${own.join(",")},${unit === "" ? value : value / 2 ** 7}`);
              } else if (kind === "comtrade") {
                const [number, iso] = NUMBERS[partner]!;
                const [own, ownIso] = NUMBERS[reporter]!;
                const row = comtradeRow({
                  flow: flow === "export" ? "X" : "M",
                  partner: [number, iso, partner],
                  value: String(value),
                  ...(flow === "export" ? { fob: String(value) } : { cif: String(value) }),
                  product: product === "total" ? "TOTAL" : product.replace(/^[a-z]+:/, ""),
                });
                const label = time.slice(0, 7).replace("-", "");
                rows.push(
                  row
                    .replace('"842","USA","USA"', `"${own}","${ownIso}","${reporter}"`)
                    .replace('"2022","842"', `"${label}","842"`)
                    .replace(`"52","2022"`, `"52","${label}"`)
                    .replace(`"World","H6"`, `"World","${edition || "HS"}"`),
                );
              } else if (flow === "export" && partner !== "WORLD") {
                const [from, to] = [NUMBERS[reporter]![0], NUMBERS[partner]![0]];
                rows.push(`${time.slice(0, 4)},${from},${to},${product.slice(3)},${value / 1000}`);
              }
            }
          }
        }
      }
    }
  }
  // Two times may be one in a layout without months.
  const all = [...new Map(rows.map((row) => [row.replace(/,[^,]*$/, ""), row])).values()];
  if (kind === "own")
    return `reporter,period,partner,flow,product,edition,unit,value\n${all.join("\n")}\n`;
  return kind === "baci" ? `t,i,j,k,v\n${all.join("\n")}\n` : comtradeFile(rows);
}

/** The editions in which a product's trade is reported; all products are of none. */
function editionsOf(
  { editions, times }: Layout,
  product: string,
  time: string,
  random: () => number,
): readonly string[] {
  if (editions === "none") return [""];
  if (editions === "one") return ["H6"];
  if (editions === "by time") return [time < times.at(-1)! ? "H5" : "H6"];
  if (product === "total") return ["H6"];
  return editions === "both" ? ["H5", "H6"] : [random() < 0.5 ? "H6" : ""];
}

/** BACI has codes of six digits alone, and Comtrade one system. */
function productsOf(kind: Layout["kind"], products: readonly string[]): readonly string[] {
  if (kind === "baci") return ["hs:270900", "hs:271000", "hs:870310"];
  return kind === "comtrade" ? products.filter((code) => !code.startsWith("naics")) : products;
}
