import { baci } from "./baci.ts";
import { bea } from "./bea.ts";
import { censusApi } from "./census-api.ts";
import { censusCountry } from "./census-country.ts";
import { comtrade } from "./comtrade.ts";
import { dataweb } from "./dataweb.ts";
import type { Format } from "./format.ts";
import { ownRecords } from "./own-records.ts";
import { sdmx } from "./sdmx.ts";
import { wits } from "./wits.ts";

/** Every format that files are read in, in the order in which they are tried. */
export const fileFormats: readonly Format[] = [
  ownRecords,
  comtrade,
  censusApi,
  censusCountry,
  dataweb,
  wits,
  bea,
  sdmx,
  baci,
];
