import type { Format, Layout } from "./format.ts";

/** Powers of ten by SDMX's UNIT_MULT. */
const unitMultiplier = {
  column: "UNIT_MULT",
  codes: { "": "USD", "0": "USD", "3": "USD thousand", "6": "USD million", "9": "USD billion" },
} as const;

const flow = {
  column: ["TRADE_FLOW", "FLOW", "flow"],
  codes: {
    ...{ X: "export", EXP: "export", E: "export", "2": "export", EXPORT: "export" },
    ...{ M: "import", IMP: "import", I: "import", "1": "import", IMPORT: "import" },
  },
} as const;

const products = [
  {
    column: ["PRODUCT", "COMMODITY", "product"],
    system: { is: "hs" },
    all: ["_T", "TOTAL", "T", "TOT"],
  },
  {
    column: ["ACTIVITY", "PROD_TYPE"],
    system: { is: "isic" },
    all: ["_T", "TOTAL", "DTOTAL"],
  },
] as const;

const valueAdded: Layout = {
  title: "value added",
  header: ["MEASURE", "TIME_PERIOD", "OBS_VALUE", ["REF_AREA", "IMPORTING_AREA", "EXPORTING_AREA"]],
  // The dataflow's name stands in every row.
  rowsLike: /DSD_TIVA/,
  period: { column: "TIME_PERIOD" },
  partner: { columns: [["REF_AREA", "EXPORTING_AREA", "IMPORTING_AREA"]] },
  reporter: { is: "US" },
  unit: { is: "USD" },
  figures: [{ column: "OBS_VALUE", aside: "value-added" }],
  missing: [""],
  shares: true,
  unplaced: "named",
  repeats: "once",
};

const flows: Layout = {
  title: "trade flows",
  header: [
    "TIME_PERIOD",
    "OBS_VALUE",
    ["REF_AREA", "REPORTER"],
    ["COUNTERPART_AREA", "PARTNER"],
    ["TRADE_FLOW", "FLOW"],
  ],
  without: ["indicators"],
  period: { column: "TIME_PERIOD" },
  partner: { columns: [["COUNTERPART_AREA", "PARTNER"]] },
  reporter: { columns: [["REF_AREA", "REPORTER"]] },
  flow,
  products,
  unit: unitMultiplier,
  figures: [{ column: "OBS_VALUE" }],
  missing: ["", "NaN", ":"],
  suppressed: [
    { column: ["CONF_STATUS", "OBS_CONF"], when: /^[CDN]$/i },
    { column: ["OBS_STATUS", "OBS_FLAG"], when: /^[cCQ]$/ },
  ],
  status: { column: ["OBS_STATUS", "OBS_FLAG"] },
  // Dollars at exchange rates, beside those at purchasing power parities.
  currency: {
    column: ["UNIT_MEASURE", "CURRENCY", "UNIT"],
    codes: { USD_EXC: "USD" },
    others: "kept",
  },
  // Purchasing power parities and quantities are no money that was paid.
  aside: [
    {
      column: ["UNIT_MEASURE", "CURRENCY", "UNIT"],
      when: /^(?!(?:[A-Z]{3}|USD_EXC)?$)/,
      because: "not-in-a-currency",
    },
  ],
  unplaced: "named",
  repeats: "once",
};

/** Flows that may be adjusted for the season or at other prices than those of the period. */
const trade: Layout = {
  ...flows,
  adjusted: {
    column: ["ADJUSTMENT", "SEASONAL_ADJUST"],
    codes: {
      ...{ "": "", _Z: "", _X: "", N: "no", NSA: "no", NONE: "no" },
      ...{ S: "yes", Y: "yes", SA: "yes", SCA: "yes" },
    },
  },
  prices: {
    column: ["PRICE_BASE", "REF_PRICES"],
    codes: {
      ...{ "": "", _Z: "", _X: "", N: "", V: "", C: "", CUR: "", CURRENT: "" },
      ...{ L: "chain-linked volumes", LR: "chain-linked volumes", Y: "prices of the year before" },
      ...{ Q: "constant prices", K: "constant prices", CONSTANT: "constant prices" },
    },
    others: "kept",
  },
  aside: [
    ...flows.aside!,
    {
      column: ["ADJUSTMENT", "SEASONAL_ADJUST"],
      when: /^(?:[CWT]|CA|WDA|TC|TREND)$/i,
      because: "adjusted-otherwise",
    },
  ],
};

const comext: Layout = {
  ...flows,
  title: "Comext",
  header: ["TIME_PERIOD", "OBS_VALUE", "reporter", "partner", "flow", "indicators"],
  without: [],
  products: [products[0]],
  partner: { columns: ["partner"], codes: "geonomenclature" },
  reporter: { columns: ["reporter"], codes: "geonomenclature" },
  currency: {
    column: "indicators",
    codes: {
      ...{ VALUE_IN_EUROS: "EUR", VALUE_IN_EURO: "EUR", VALUE_EUR: "EUR", VALUE_IN_EUR: "EUR" },
      ...{ VALUE_IN_USD: "USD", VALUE_USD: "USD", VALUE_IN_DOLLARS: "USD" },
    },
  },
  unit: { is: "USD" },
  aside: [
    {
      column: "indicators",
      when: /^(?!VALUE_(?:IN_)?(?:EUR|EURO|EUROS|USD|DOLLARS)$)/i,
      because: "no-value-of-trade",
    },
  ],
};

/** Downloads of OECD.Stat, the OECD's table browser until 2024. */
const oecdStat: Layout = {
  ...flows,
  title: "OECD.Stat",
  unverified: true,
  header: ["LOCATION", "PARTNER", "FLOW", "TIME", "Unit Code", "PowerCode Code", "Value"],
  without: [],
  products: [products[0]],
  period: { column: "TIME" },
  partner: { columns: ["PARTNER", "Partner"] },
  reporter: { columns: ["LOCATION", "Country"] },
  flow: {
    column: "FLOW",
    codes: {
      ...{ X: "export", EXP: "export", EXPO: "export" },
      ...{ M: "import", IMP: "import", IMPO: "import" },
    },
  },
  unit: { ...unitMultiplier, column: "PowerCode Code" },
  currency: { column: "Unit Code" },
  figures: [{ column: "Value" }],
  suppressed: [{ column: "Flag Codes", when: /^[cC]$/ }],
  status: { column: "Flag Codes" },
  aside: [{ column: "Unit Code", when: /^(?!(?:[A-Z]{3})?$)/, because: "not-in-a-currency" }],
};

/** SDMX-CSV of the OECD and of Eurostat; with labels, each code column has its label beside it. */
export const sdmx: Format = {
  id: "sdmx",
  title: "SDMX-CSV (OECD, Eurostat Comext)",
  publisher: "SDMX",
  layouts: [valueAdded, comext, trade, oecdStat],
};
