import type { FigureColumn, Format, Layout, PartnerFact, ProductFact } from "./format.ts";

const exported = { flow: "export", flowBasis: "total", valuation: "fas" } as const;
const domestic = { flow: "export", flowBasis: "domestic", valuation: "fas" } as const;
const general = { flow: "import", flowBasis: "general", valuation: "customs" } as const;
const consumption = { flow: "import", flowBasis: "consumption", valuation: "customs" } as const;
const cif = { valuation: "cif" } as const;

/** What the API's variables count, by its own documentation of each endpoint. */
const figures: readonly FigureColumn[] = [
  { column: "ALL_VAL_MO", says: exported },
  { column: "ALL_VAL_YR", says: exported, yearToDate: true },
  { column: "DOM_VAL_MO", says: domestic },
  { column: "DOM_VAL_YR", says: domestic, yearToDate: true },
  { column: "GEN_VAL_MO", says: general },
  { column: "GEN_VAL_YR", says: general, yearToDate: true },
  { column: "CON_VAL_MO", says: consumption },
  { column: "CON_VAL_YR", says: consumption, yearToDate: true },
  { column: "GEN_CIF_MO", says: { ...general, ...cif } },
  { column: "GEN_CIF_YR", says: { ...general, ...cif }, yearToDate: true },
  { column: "CON_CIF_MO", says: { ...consumption, ...cif } },
  { column: "CON_CIF_YR", says: { ...consumption, ...cif }, yearToDate: true },
  ...["AIR_VAL", "VES_VAL", "CNT_VAL"].flatMap((name) =>
    ["_MO", "_YR"].map((span) => ({ column: name + span, aside: "part-by-transport" })),
  ),
  ...["FAS_VAL", "FAS_FLAG"].map((column) => ({ column, aside: "foreign-exports" })),
];

const products: readonly ProductFact[] = [
  { column: ["E_COMMODITY", "I_COMMODITY"], system: { is: "hs" }, all: ["-", "00"] },
  { column: "NAICS", system: { is: "naics" }, all: ["-", "00"] },
  { column: ["E_ENDUSE", "I_ENDUSE"], system: { is: "enduse" }, all: ["-", "00"] },
  { column: ["SITC", "E_SITC", "I_SITC"], system: { is: "sitc" }, all: ["-", "00"] },
  { column: ["HITECH", "USDA"], system: { is: "programme" }, all: ["-", "00"] },
];

// One code means different groups in different Census files, so the name comes first.
const partner: PartnerFact = { columns: ["CTY_NAME", "CTY_CODE"], codes: "census" };

const common = {
  reporter: { is: "US" },
  partner,
  products,
  basis: { is: "census" },
  unit: { is: "USD" },
  missing: ["", "null"],
  addedUpBy: "CTY_CODE",
  breakdowns: [
    { column: "PORT", whole: ["-", ""] },
    { column: "DISTRICT", whole: ["-", ""] },
    { column: "STATE", whole: ["-", ""] },
    { column: "DF", whole: ["-", ""] },
    { column: "RP", whole: ["-", ""] },
  ],
  unplaced: "named",
  repeats: "once",
} satisfies Partial<Layout>;

/** US Census Bureau, International Trade API, and tables that were made from its answers. */
export const censusApi: Format = {
  id: "census-api",
  title: "US Census Bureau, International Trade API",
  publisher: "US Census Bureau",
  groups: "census-api",
  layouts: [
    {
      ...common,
      title: "API answer",
      header: [["time", "YEAR"]],
      headerLike: /^(ALL|DOM|GEN|CON|AIR|VES|CNT)_(VAL|CIF)_(MO|YR)$/,
      period: { column: ["time", "YEAR"], month: "MONTH" },
      figures,
    },
    {
      ...common,
      title: "monthly exports",
      header: ["exports", "CTY_NAME", "time", ["E_COMMODITY", "NAICS", "E_ENDUSE"]],
      without: ["imports"],
      period: { column: "time" },
      figures: [{ column: "exports", says: exported }],
    },
    {
      ...common,
      // Calculated duty is collected on imports for consumption.
      title: "monthly imports for consumption with duty",
      header: ["imports", "duty", "CTY_NAME", "time"],
      period: { column: "time" },
      figures: [{ column: "imports", says: consumption }],
    },
    {
      ...common,
      title: "annual general imports",
      header: ["YEAR", "gen_imports_usd", ["CTY_CODE", "CTY_NAME"]],
      period: { column: "YEAR" },
      figures: [{ column: "gen_imports_usd", says: general }],
    },
  ],
};
