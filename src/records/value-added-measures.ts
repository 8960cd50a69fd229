/** A published indicator of trade in value added. */
export interface ValueAddedMeasure {
  readonly code: string;
  readonly title: string;
  readonly formula: string;
}

/**
 * The measures of OECD's Trade in Value Added (TiVA), 2025 edition. All are in percent.
 * Source: OECD, Guide to OECD's Trade in Value Added Indicators. Editions of the data before 2025
 * wrote the first two EXGR_DVASH and EXGR_FVASH.
 */
export const valueAddedMeasures: readonly ValueAddedMeasure[] = [
  {
    code: "EXGR_DVA",
    title: "Domestic value added share of gross exports",
    formula: "domestic value added in gross exports / gross exports * 100",
  },
  {
    code: "EXGR_FVA",
    title: "Foreign value added share of gross exports",
    formula: "foreign value added in gross exports / gross exports * 100",
  },
  {
    code: "FEXGR_DVA",
    title: "Domestic value added in foreign exports, share of gross exports",
    formula: "own value added in the exports of others / own gross exports * 100",
  },
  {
    code: "FFD_DVA",
    title: "Domestic value added in foreign final demand, share of value added",
    formula: "own value added in final demand abroad / own value added * 100",
  },
];
