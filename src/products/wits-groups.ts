/** One cut of all trade into product groups by the World Bank's WITS. */
export type WitsCut = "sector" | "stage of processing" | "SITC group";

export interface WitsGroup {
  /** The name without blanks, in lower case: `capitalgoods`. */
  readonly code: string;
  readonly name: string;
  readonly cut: WitsCut;
  /** What it holds, where its publisher says so: chapters of HS 1988/92. */
  readonly chapters: string | null;
}

function group(name: string, cut: WitsCut, chapters: string | null = null): WitsGroup {
  return { code: name.replace(/[^A-Za-z0-9]/g, "").toLowerCase(), name, cut, chapters };
}

/**
 * The product groups of WITS. The sixteen sectors are all trade, the four stages are the same trade
 * cut otherwise, and the SITC groups overlap one another.
 * Source: World Bank, WITS, product metadata (HS 1988/92 and SITC revision 2).
 */
export const witsGroups: readonly WitsGroup[] = [
  group("Animal", "sector", "01-05"),
  group("Vegetable", "sector", "06-15"),
  group("Food Products", "sector", "16-24"),
  group("Minerals", "sector", "25-26"),
  group("Fuels", "sector", "27"),
  group("Chemicals", "sector", "28-38"),
  group("Plastic or Rubber", "sector", "39-40"),
  group("Hides and Skins", "sector", "41-43"),
  group("Wood", "sector", "44-49"),
  group("Textiles and Clothing", "sector", "50-63"),
  group("Footwear", "sector", "64-67"),
  group("Stone and Glass", "sector", "68-71"),
  group("Metals", "sector", "72-83"),
  group("Mach and Elec", "sector", "84-85"),
  group("Transportation", "sector", "86-89"),
  group("Miscellaneous", "sector", "90-99"),
  group("Raw materials", "stage of processing"),
  group("Intermediate goods", "stage of processing"),
  group("Consumer goods", "stage of processing"),
  group("Capital goods", "stage of processing"),
  group("Agricultural Raw Materials", "SITC group"),
  group("Chemical", "SITC group"),
  group("Food", "SITC group"),
  group("Fuel", "SITC group"),
  group("Manufactures", "SITC group"),
  group("Ores and Metals", "SITC group"),
  group("Textiles", "SITC group"),
  group("Machinery and Transport Equipment", "SITC group"),
];

/** SITC groups that hold others in whole or in part. */
export const overlappingWitsGroups: readonly (readonly [string, string])[] = [
  ["manufactures", "chemical"],
  ["manufactures", "machineryandtransportequipment"],
  ["manufactures", "textiles"],
  ["agriculturalrawmaterials", "textiles"],
];
