import { createRequire } from "node:module";
import countries from "i18n-iso-countries";
import { PartnerNames } from "../../../src/claims/scan/partner-names.ts";

countries.registerLocale(createRequire(import.meta.url)("i18n-iso-countries/langs/en.json"));

/** The English names of ISO 3166. */
export const economies = new PartnerNames(
  Object.entries(countries.getNames("en", { select: "all" })).map(([code, [name, ...aliases]]) => ({
    code,
    name: name!,
    aliases,
  })),
);
