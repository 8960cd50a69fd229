import type { Format, Layout } from "./format.ts";

/** The indicators of trade in goods, under the names of both databases. */
const flows = {
  ...{ TXG_FOB_USD: "export", TMG_CIF_USD: "import", TMG_FOB_USD: "import" },
  ...{ XG_FOB_USD: "export", MG_CIF_USD: "import", MG_FOB_USD: "import" },
} as const;
const valuations = {
  ...{ TXG_FOB_USD: "fob", TMG_CIF_USD: "cif", TMG_FOB_USD: "fob" },
  ...{ XG_FOB_USD: "fob", MG_CIF_USD: "cif", MG_FOB_USD: "fob" },
} as const;

/** The same by their names, as the data explorer gives them out. */
const NAMES = {
  "Exports of goods, Free on board (FOB), US dollar": "XG_FOB_USD",
  "Imports of goods, Cost insurance freight (CIF), US dollar": "MG_CIF_USD",
  "Imports of goods, Free on board (FOB), US dollar": "MG_FOB_USD",
} as const;

function withNames(codes: Readonly<Record<string, string>>): Record<string, string> {
  const named = Object.entries(NAMES).map(([name, code]) => [name, codes[code]!] as const);
  return { ...codes, ...Object.fromEntries(named) };
}

const common = {
  missing: ["", "NA", "n.a."],
  unplaced: "named",
  repeats: "once",
} satisfies Partial<Layout>;

const PERIOD = /^(?<period>\d{4}(?:-?[MQ]\d{1,2})?)$/;
const WORLD = { G001: "WORLD", W00: "WORLD", "001": "WORLD", World: "WORLD" } as const;

/** The indicators by their names, which end with the currency. */
const named = [
  {
    text: /^Exports of goods, Free on board.*US dollars?$|^T?XG_FOB_USD$/i,
    says: { flow: "export", valuation: "fob" },
  },
  {
    text: /^Imports of goods, Cost,? insurance.*US dollars?$|^T?MG_CIF_USD$/i,
    says: { flow: "import", valuation: "cif" },
  },
  {
    text: /^Imports of goods, Free on board.*US dollars?$|^T?MG_FOB_USD$/i,
    says: { flow: "import", valuation: "fob" },
  },
  { text: /./, aside: "no-flow-of-trade" },
] as const;

const scales = {
  ...{ "": "USD", "0": "USD", UNITS: "USD", "3": "USD thousand", THOUSANDS: "USD thousand" },
  ...{ "6": "USD million", MILLIONS: "USD million", "9": "USD billion", BILLIONS: "USD billion" },
} as const;

/** International Monetary Fund: Direction of Trade Statistics, now International Trade in Goods. */
export const imf: Format = {
  id: "imf",
  title: "IMF, Direction of Trade Statistics and International Trade in Goods",
  publisher: "International Monetary Fund",
  layouts: [
    {
      ...common,
      title: "bulk download, one column an indicator",
      header: ["Country Name", "Counterpart Country Name", "Time Period"],
      headerLike: /\((TXG_FOB_USD|TMG_CIF_USD|TMG_FOB_USD)\)$/,
      period: { column: "Time Period" },
      partner: { columns: ["Counterpart Country Name"], names: WORLD },
      reporter: { columns: ["Country Name"] },
      unit: { is: "" },
      figures: {
        header: /\((?<flow>TXG_FOB_USD|TMG_CIF_USD|TMG_FOB_USD)\)$/,
        flows: {
          TXG_FOB_USD: { flow: "export", valuation: "fob" },
          TMG_CIF_USD: { flow: "import", valuation: "cif" },
          TMG_FOB_USD: { flow: "import", valuation: "fob" },
        },
      },
      // The file does not say whether it counts dollars or millions of them.
      asks: ["unit"],
    },
    {
      ...common,
      title: "bulk download, one column a period",
      header: [
        ...["Country Name", "Counterpart Country Name", "Indicator Name", "Indicator Code"],
        "Attribute",
      ],
      headerLike: PERIOD,
      period: "columns",
      partner: { columns: ["Counterpart Country Name"], names: WORLD },
      reporter: { columns: ["Country Name"] },
      flow: { column: "Indicator Code", codes: withNames(flows) },
      valuation: { column: "Indicator Code", codes: withNames(valuations) },
      unit: { is: "" },
      figures: { header: PERIOD },
      aside: [
        { column: "Attribute", when: /^(?!Value$)/i, because: "no-flow-of-trade" },
        {
          column: "Indicator Code",
          when: /^(?!T?XG_FOB_USD$|T?MG_(CIF|FOB)_USD$)/,
          because: "no-flow-of-trade",
        },
      ],
      asks: ["unit"],
    },
    {
      ...common,
      title: "one column a period",
      unverified: true,
      header: ["COUNTRY", "INDICATOR", "COUNTERPART_COUNTRY", "FREQUENCY", "SCALE"],
      headerLike: PERIOD,
      period: "columns",
      partner: { columns: ["COUNTERPART_COUNTRY"], names: WORLD },
      reporter: { columns: ["COUNTRY"] },
      unit: { column: "SCALE", codes: scales },
      figures: { header: PERIOD },
      contextColumn: "INDICATOR",
      context: named,
    },
    {
      ...common,
      title: "SDMX-CSV",
      unverified: true,
      header: [
        ["COUNTRY", "REF_AREA"],
        ["COUNTERPART_COUNTRY", "COUNTERPART_AREA"],
        "INDICATOR",
        "TIME_PERIOD",
        "OBS_VALUE",
      ],
      period: { column: "TIME_PERIOD" },
      partner: { columns: [["COUNTERPART_COUNTRY", "COUNTERPART_AREA"]], names: WORLD },
      reporter: { columns: [["COUNTRY", "REF_AREA"]] },
      flow: { column: "INDICATOR", codes: withNames(flows) },
      valuation: { column: "INDICATOR", codes: withNames(valuations) },
      unit: {
        column: ["SCALE", "UNIT_MULT"],
        codes: scales,
      },
      figures: [{ column: "OBS_VALUE" }],
      status: { column: ["STATUS", "OBS_STATUS"] },
      aside: [
        {
          column: "INDICATOR",
          when: /^(?!T?XG_FOB_USD$|T?MG_(CIF|FOB)_USD$|(Ex|Im)ports of goods, .*US dollar$)/,
          because: "no-flow-of-trade",
        },
      ],
    },
  ],
};
