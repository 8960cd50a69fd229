import countries from "i18n-iso-countries/index.js";
import { InputError } from "../errors.ts";

/** The Parties of the USMCA, whose content is regional unless another group is given. */
export const USMCA: readonly string[] = ["CA", "MX", "US"];

/** True for an assigned ISO 3166 alpha-2 code in capitals. */
export function isCountryCode(code: string): boolean {
  return code.length === 2 && code === code.toUpperCase() && countries.isValid(code);
}

/**
 * The group of countries whose content is regional.
 * @throws InputError where the group is empty or names something that is not a country code.
 */
export function regionOf(codes: readonly string[] = USMCA): ReadonlySet<string> {
  if (codes.length === 0) {
    throw new InputError("region: names no country (give ISO alpha-2 codes, such as CA,MX,US)");
  }
  for (const code of codes) {
    if (!isCountryCode(code)) {
      throw new InputError(
        `region: "${code}" is not an ISO alpha-2 code (give codes such as CA,MX,US)`,
      );
    }
  }
  return new Set(codes);
}
