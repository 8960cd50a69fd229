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

/** What files of one row an observation say beside the period. */
const observed = {
  unplaced: "named",
  repeats: "once",
  missing: ["", ":", "NaN"],
  suppressed: [{ column: ["OBS_FLAG", "CONF_STATUS"], when: /^c$/i }],
  status: { column: ["OBS_FLAG", "OBS_STATUS"] },
} satisfies Partial<Layout>;

const longTerm = {
  partner: { columns: ["partner"], codes: "geonomenclature" },
  reporter: { columns: [["geo", "reporter"]], codes: "geonomenclature" },
  flow: { column: "indic_et", codes: { MIO_EXP_VAL: "export", MIO_IMP_VAL: "import" } },
  products: [{ column: "sitc06", system: { is: "sitc" }, all: ["TOTAL"], words: true }],
  unit: { is: "EUR million" },
  aside: [{ column: "indic_et", when: /^(?!MIO_(EXP|IMP)_VAL$)/, because: "no-flow-of-trade" }],
} satisfies Partial<Layout>;

/** Months, as they are and adjusted; `TRD_VAL` counts millions of euros. */
const shortTerm = {
  ...longTerm,
  flow: { column: "stk_flow", codes: { EXP: "export", IMP: "import" } },
  adjusted: { column: "indic_et", codes: { TRD_VAL: "no", TRD_VAL_SCA: "yes" } },
  aside: [
    { column: "stk_flow", when: /^(?!(EXP|IMP)$)/, because: "balance-of-two-flows" },
    { column: "indic_et", when: /^(?!TRD_VAL(_SCA)?$)/, because: "no-flow-of-trade" },
  ],
} satisfies Partial<Layout>;

/**
 * Files of a month of Comext, eight digits a product: rows differ in customs procedure, which no
 * record has, and add up. `202452` is the year. Letters in a code stand for what is kept confidential.
 */
const bulk = {
  ...observed,
  period: { column: "PERIOD" },
  flow: { column: "FLOW", codes: { "1": "import", "2": "export" } },
  products: [{ column: "PRODUCT_NC", system: { is: "hs" }, all: ["TOTAL"] }],
  unit: { is: "EUR" },
  aside: [{ column: "PRODUCT_NC", when: /^(?!(\d+|TOTAL)$)/, because: "confidential-product" }],
  addedUpBy: ["STAT_PROCEDURE", "STAT_REGIME"],
} satisfies Partial<Layout>;

/** Eurostat's files: tab-separated, with every dimension of a series in the first column; SDMX-CSV; bulk. */
export const eurostat: Format = {
  id: "eurostat",
  title: "Eurostat",
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
      ...longTerm,
      header: ["indic_et", "partner", ["geo", "reporter"]],
      headerLike: periods.header,
      without: ["stk_flow"],
      figures: periods,
    },
    {
      ...common,
      ...shortTerm,
      title: "short-term trade",
      unverified: true,
      header: ["stk_flow", "indic_et", "partner", ["geo", "reporter"]],
      headerLike: periods.header,
      figures: periods,
    },
    {
      ...observed,
      ...longTerm,
      title: "trade of the European Union by partner, SDMX-CSV",
      header: ["indic_et", "partner", ["geo", "reporter"], "TIME_PERIOD", "OBS_VALUE"],
      without: ["stk_flow"],
      period: { column: "TIME_PERIOD" },
      figures: [{ column: "OBS_VALUE" }],
    },
    {
      ...observed,
      ...shortTerm,
      title: "short-term trade, SDMX-CSV",
      unverified: true,
      header: ["stk_flow", "indic_et", "partner", ["geo", "reporter"], "TIME_PERIOD", "OBS_VALUE"],
      period: { column: "TIME_PERIOD" },
      figures: [{ column: "OBS_VALUE" }],
    },
    {
      ...bulk,
      title: "Comext in bulk",
      header: ["REPORTER", "PARTNER", "PRODUCT_NC", "FLOW", "PERIOD", "VALUE_EUR"],
      partner: { columns: ["PARTNER"], codes: "geonomenclature" },
      reporter: { columns: ["REPORTER"], codes: "geonomenclature" },
      figures: [{ column: "VALUE_EUR" }],
    },
    {
      ...bulk,
      title: "Comext in bulk, before 2022",
      header: ["DECLARANT_ISO", "PARTNER_ISO", "PRODUCT_NC", "FLOW", "PERIOD", "VALUE_IN_EUROS"],
      partner: { columns: ["PARTNER_ISO"], codes: "geonomenclature" },
      reporter: { columns: ["DECLARANT_ISO"], codes: "geonomenclature" },
      figures: [{ column: "VALUE_IN_EUROS" }],
    },
  ],
};
