import type { ComponentDeclaration, DescribedMetric } from "./metric.ts";

/**
 * The metrics of value added that are computed from a world input-output table. Amounts are whole
 * US dollars where the table's unit is known, and otherwise in the unit of the table.
 */

const exporter: readonly ComponentDeclaration[] = [
  { name: "exporter", title: "The exporting economy, by code", unit: "text" },
  { name: "exporterName", title: "Its name", unit: "text" },
];

const originColumns: readonly ComponentDeclaration[] = [
  { name: "origin", title: "Where the value was added, by code", unit: "text" },
  { name: "originName", title: "Its name", unit: "text" },
];

const industry: ComponentDeclaration = {
  ...{ name: "industry", title: "The industry that exports, where rows tell it", unit: "text" },
};

const destination: readonly ComponentDeclaration[] = [
  { name: "destination", title: "Whose final demand absorbs it, by code", unit: "text" },
  { name: "destinationName", title: "Its name", unit: "text" },
];

const originIndustry: ComponentDeclaration = {
  ...{ name: "originIndustry", unit: "text" },
  title: "The industry that added the value, where rows tell it",
};

const kind: ComponentDeclaration = {
  ...{ name: "kind", title: "rest or total, where the row is no single member", unit: "text" },
};

export const originMetric: DescribedMetric = {
  id: "value-added-origin",
  command: "value-added origin",
  title: "Origin of value added in gross exports",
  summary: "whose value added is in what an economy exports, from an input-output table",
  unit: "percent",
  formula: "value added of the origin in gross exports / gross exports * 100",
  sign: "between 0 and 100; over all origins the sum is 100",
  nullWhen: "there are no such exports (no-exports)",
  sources: [
    "Hummels, Ishii and Yi (2001), Journal of International Economics 54(1)",
    "OECD, Trade in Value Added: backward participation by origin (DEXFVApSH)",
  ],
  examples: [
    "trade-metrics value-added origin --exporter MX --total",
    "trade-metrics value-added origin --exporter MX,CA --origin US --by industry --top 5",
    "trade-metrics value-added origin --importer US --by exporter,origin --top 3",
    "trade-metrics value-added origin --exporter USMCA --together --by partner --json",
  ],
  components: [
    ...exporter,
    ...originColumns,
    ...destination,
    industry,
    originIndustry,
    { name: "valueAdded", title: "Value added of the origin", unit: "USD" },
    { name: "whole", title: "Exports, the whole", unit: "USD" },
    kind,
  ],
};

export const decompositionMetric: DescribedMetric = {
  id: "value-added-decompose",
  command: "value-added decompose",
  title: "Decomposition of gross exports",
  summary: "what of gross exports is domestic and foreign, counted once and more than once",
  unit: "percent",
  formula: "term / gross exports * 100, in the terms of the method that is asked for",
  sign: "non-negative, up to the table's imbalance",
  nullWhen: "there are no such exports (no-exports)",
  sources: [
    "Borin and Mancini (2019), World Bank Policy Research Working Paper 8804",
    "Koopman, Wang and Wei (2014), American Economic Review 104(2), equation 36",
    "Wang, Wei and Zhu (2013), NBER Working Paper 19677",
    "OECD, Guide to OECD's Trade in Value Added Indicators",
  ],
  examples: [
    "trade-metrics value-added decompose --exporter MX",
    "trade-metrics value-added decompose --exporter MX,CA --method kww",
    "trade-metrics value-added decompose --exporter MX --by partner --terms DVA,FVA --approach sink",
  ],
  components: [
    ...exporter,
    industry,
    { name: "term", title: "The term by its name in the paper", unit: "text" },
    { name: "termTitle", title: "What the term is", unit: "text" },
    { name: "valueAdded", title: "Amount of the term", unit: "USD" },
  ],
};

export const participationMetric: DescribedMetric = {
  id: "value-added-participation",
  command: "value-added participation",
  title: "Participation in global value chains",
  alsoCalled: ["GVC participation", "GVC", "backward participation", "forward participation"],
  summary: "how much of an economy's exports is made with others, and how much others export on",
  unit: "percent",
  formula:
    "backward + forward; backward = foreign value added in own exports / own exports * 100, forward = own value added in the exports of others / own exports * 100",
  sign: "not negative; both may count the same trade",
  nullWhen: "there are no exports (no-exports)",
  sources: [
    "Koopman, Powers, Wang and Wei (2010), NBER Working Paper 16426",
    "OECD, Trade in Value Added: DEXFVApSH and FEXDVApSH",
  ],
  examples: ["trade-metrics value-added participation --sort -value"],
  components: [
    ...exporter,
    { name: "grossExports", title: "Gross exports", unit: "USD" },
    { name: "foreignValueAdded", title: "Foreign value added in own exports", unit: "USD" },
    {
      ...{ name: "valueAddedInForeignExports", unit: "USD" },
      title: "Own value added in the exports of others",
    },
    { name: "backward", title: "Backward participation", unit: "percent" },
    { name: "forward", title: "Forward participation", unit: "percent" },
  ],
};

export const finalDemandMetric: DescribedMetric = {
  id: "value-added-final-demand",
  command: "value-added final-demand",
  title: "Value added in final demand abroad",
  summary: "how much of an economy's value added ends in final demand abroad",
  unit: "percent",
  formula: "own value added in final demand abroad / own value added * 100",
  sign: "between 0 and 100",
  nullWhen: "there is no value added (no-whole)",
  sources: [
    "Johnson and Noguera (2012), Journal of International Economics 86(2): VAX",
    "OECD, Trade in Value Added: FFD_DVA",
  ],
  examples: [
    "trade-metrics value-added final-demand --origin USMCA --together",
    "trade-metrics value-added final-demand --destination US --by origin --top 3",
  ],
  components: [
    ...originColumns,
    ...destination,
    industry,
    originIndustry,
    { name: "valueAdded", title: "Own value added", unit: "USD" },
    { name: "atHome", title: "Of it in final demand at home", unit: "USD" },
    { name: "abroad", title: "Of it in final demand abroad", unit: "USD" },
    { name: "grossExports", title: "Gross exports of the origin", unit: "USD" },
    { name: "vaxRatio", title: "abroad / grossExports", unit: "ratio" },
    { name: "whole", title: "Final demand, the whole", unit: "USD" },
    kind,
  ],
};

/** The balance with each partner in value added, beside the gross balance. */
export const balanceMetric: DescribedMetric = {
  id: "value-added-balance",
  command: "value-added balance",
  title: "Trade balance in value added",
  summary: "the balance with each partner, gross and in value added, from an input-output table",
  unit: "USD",
  formula:
    "value-added exports - value-added imports; value added of one economy absorbed in the final demand of the other, by whatever route",
  sign: "negative for a deficit; over all partners it equals the gross balance",
  nullWhen: "the balance never; the VAX ratio where there are no exports (no-exports)",
  sources: [
    "Johnson and Noguera (2012), Journal of International Economics 86(2), 224-236: VAX and bilateral balances",
    "OECD, Trade in Value Added: BALGR and BALVAFD",
  ],
  examples: [
    "trade-metrics value-added balance",
    "trade-metrics value-added balance --reporter US --partner CN,MX --fields partner,grossBalance,value,difference",
    "trade-metrics value-added balance --reporter USMCA --together --top 3",
  ],
  components: [
    { name: "reporter", title: "The economy whose balance it is, by code", unit: "text" },
    { name: "reporterName", title: "Its name", unit: "text" },
    { name: "exports", title: "Gross exports to the partner", unit: "USD" },
    { name: "imports", title: "Gross imports from the partner", unit: "USD" },
    { name: "grossBalance", title: "exports - imports", unit: "USD" },
    {
      name: "valueAddedExports",
      title: "Own value added in the partner's final demand",
      unit: "USD",
    },
    {
      name: "valueAddedImports",
      title: "The partner's value added in own final demand",
      unit: "USD",
    },
    { name: "valueAddedBalance", title: "valueAddedExports - valueAddedImports", unit: "USD" },
    { name: "difference", title: "valueAddedBalance - grossBalance", unit: "USD" },
    { name: "vaxRatio", title: "valueAddedExports / exports", unit: "ratio" },
    kind,
  ],
};

/** Revealed comparative advantage in value added, beside that in gross exports. */
export const advantageMetric: DescribedMetric = {
  id: "value-added-rca",
  command: "value-added rca",
  title: "Revealed comparative advantage in value added",
  summary: "in which industries an economy is specialised, by the value added that it exports",
  unit: "ratio",
  formula:
    "(value added of the industry in the economy's exports / of all its industries) / (the same of the world); value added v (I - A_ss)^-1 e, by the industry that adds it",
  sign: "above 1 where the economy is more specialised in the industry than the world",
  nullWhen: "the economy exports nothing, or nobody exports value added of the industry (no-whole)",
  sources: [
    "Balassa (1965), The Manchester School 33(2), 99-123",
    "Koopman, Wang and Wei (2014), American Economic Review 104(2), section V",
    "Wang, Wei and Zhu (2013), NBER Working Paper 19677, equation 39",
  ],
  examples: ["trade-metrics value-added rca --exporter US --top 5"],
  components: [
    ...exporter,
    { name: "industry", title: "The industry that adds the value", unit: "text" },
    { name: "grossExports", title: "Gross exports of the industry", unit: "USD" },
    { name: "valueAdded", title: "Its value added in all exports of its economy", unit: "USD" },
    { name: "grossAdvantage", title: "The index of gross exports", unit: "ratio" },
  ],
};
