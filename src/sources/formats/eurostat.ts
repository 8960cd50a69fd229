import type { Format, Layout } from "./format.ts";

/** Letters that Eurostat puts behind a figure: provisional, estimated, revised and others. */
const numbers = {
  decimal: ".",
  marks: ["p", "e", "s", "b", "d", "r", "u", "n", "i", "f", "c", "ep", "bp"],
} as const;

const common = {
  period: "columns",
  numbers,
  missing: ["", ":", ": c", ": z", ": u", ": n", ": p", ":c", ":z", ":u"],
  unplaced: "named",
  repeats: "once",
} satisfies Partial<Layout>;

const periods = { header: /^(?<period>\d{4}(?:[-M]\d{2}|-?Q\d)?)$/ } as const;

/** Eurostat's tab-separated files, whose first column holds every dimension of a series. */
export const eurostat: Format = {
  id: "eurostat",
  title: "Eurostat (tab-separated)",
  publisher: "Eurostat",
  layouts: [
    {
      ...common,
      title: "Comext",
      header: ["reporter", "partner", "product", "flow", "indicators"],
      headerLike: periods.header,
      partner: { columns: ["partner"], codes: "geonomenclature", names: { WORLD: "WORLD" } },
      reporter: { columns: ["reporter"], codes: "geonomenclature" },
      flow: { column: "flow", codes: { "1": "import", "2": "export" } },
      products: [{ column: "product", system: { is: "hs" }, all: ["TOTAL"] }],
      unit: {
        column: "indicators",
        codes: { VALUE_IN_EUROS: "EUR", VALUE_EUR: "EUR", VALUE_IN_USD: "USD" },
      },
      figures: periods,
      aside: [{ column: "indicators", when: /^(?!.*(EUR|USD))/i, because: "no-value-of-trade" }],
    },
    {
      ...common,
      title: "trade of the European Union by partner",
      header: ["indic_et", "partner", ["geo", "reporter"]],
      headerLike: periods.header,
      partner: { columns: ["partner"], codes: "geonomenclature" },
      reporter: { columns: [["geo", "reporter"]], codes: "geonomenclature" },
      flow: { column: "indic_et", codes: { MIO_EXP_VAL: "export", MIO_IMP_VAL: "import" } },
      products: [{ column: "sitc06", system: { is: "sitc" }, all: ["TOTAL"], words: true }],
      unit: { is: "EUR million" },
      figures: periods,
      aside: [
        {
          column: "indic_et",
          when: /^(?!MIO_(EXP|IMP)_VAL$)/,
          because: "no-flow-of-trade",
        },
      ],
    },
  ],
};
