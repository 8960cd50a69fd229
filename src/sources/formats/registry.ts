import { baci } from "./baci.ts";
import { bea } from "./bea.ts";
import { censusApi } from "./census-api.ts";
import { censusCountry } from "./census-country.ts";
import { comexStat } from "./comex-stat.ts";
import { comtrade } from "./comtrade.ts";
import { dataweb } from "./dataweb.ts";
import { eurostat } from "./eurostat.ts";
import type { Format } from "./format.ts";
import { imf } from "./imf.ts";
import { ownRecords } from "./own-records.ts";
import { sdmx } from "./sdmx.ts";
import { statcan } from "./statcan.ts";
import { tradeMap } from "./trade-map.ts";
import { unitedKingdom } from "./united-kingdom.ts";
import { usaTradeOnline } from "./usa-trade-online.ts";
import { wits } from "./wits.ts";

/** Every format that files are read in, in the order in which they are tried. */
export const fileFormats: readonly Format[] = [
  ownRecords,
  comtrade,
  censusApi,
  censusCountry,
  dataweb,
  usaTradeOnline,
  wits,
  bea,
  eurostat,
  imf,
  sdmx,
  baci,
  tradeMap,
  comexStat,
  statcan,
  unitedKingdom,
];
