import {
  advancedTechnology,
  ft900Automotive,
  ft900Petroleum,
  usdaAgriculture,
} from "./census-sets.ts";

/** A named set of product codes: what counts as petroleum, as automotive… */
export interface ProductSet {
  readonly id: string;
  readonly title: string;
  /** `system:code`; a code stands for everything below it. */
  readonly codes: readonly string[];
  /** What the set holds too much or too little of. */
  readonly note: string;
  readonly source: string;
  readonly subject: "petroleum" | "automotive" | "agriculture" | "advanced technology";
}

const CONCORDANCE =
  "US Census Bureau, import concordance of 2022 (HTS10 to end-use, USDA and HITECH)";

/** What a programme of ten-digit codes is in six digits, and how far that is from it. */
function inSixDigits(
  { codes, partly, leftOut }: { codes: string; partly: number; leftOut: number },
  what: string,
): Pick<ProductSet, "codes" | "note"> {
  return {
    codes: codes.split(" ").map((code) => `hs:${code}`),
    note: `${what}, approximated by HS 2022 subheadings of which at least half of the ten-digit codes belong to it; ${partly} of them also hold other goods, and ${leftOut} that hold less than half are left out`,
  };
}

/**
 * The definitions that a name can stand for, each with its source. Petroleum has no single
 * meaning: every answer names the set that it used.
 */
export const productSets: readonly ProductSet[] = [
  {
    id: "hs27",
    title: "HS chapter 27, mineral fuels and oils",
    codes: ["hs:27"],
    note: "also natural gas, coal and electricity: an upper bound for petroleum",
    source: "Harmonized System 2022, section V, chapter 27 (World Customs Organization)",
    subject: "petroleum",
  },
  {
    id: "hs2709-2710",
    title: "HS 2709 and 2710, crude and refined petroleum",
    codes: ["hs:2709", "hs:2710"],
    note: "crude oil and refined products, without gas",
    source: "Harmonized System 2022, headings 27.09 and 27.10 (World Customs Organization)",
    subject: "petroleum",
  },
  {
    id: "sitc33",
    title: "SITC division 33, petroleum and petroleum products",
    codes: ["sitc:33"],
    note: "without gas, which is division 34",
    source: "Standard International Trade Classification, Revision 4 (United Nations, 2006)",
    subject: "petroleum",
  },
  {
    id: "naics211-324",
    title: "NAICS 211 and 324, oil and gas extraction; petroleum and coal products",
    codes: ["naics:211", "naics:324"],
    note: "211 holds natural gas as well as oil, 324 coal products as well as petroleum",
    source: "North American Industry Classification System 2022 (US Census Bureau)",
    subject: "petroleum",
  },
  {
    id: "ft900-petroleum",
    title: "Petroleum by end use (FT-900)",
    ...inSixDigits(
      ft900Petroleum,
      "end-use 10000 to 10030: crude oil, fuel oil, other petroleum products and liquefied petroleum gases, without natural gas, coal and electricity",
    ),
    source: `FT-900, exhibit 9 (end-use 10000 to 10030); ${CONCORDANCE}`,
    subject: "petroleum",
  },
  {
    id: "hs87",
    title: "HS chapter 87, vehicles other than railway",
    codes: ["hs:87"],
    note: "also tractors, motorcycles and bicycles; engines (8407, 8408) are elsewhere",
    source: "Harmonized System 2022, section XVII, chapter 87 (World Customs Organization)",
    subject: "automotive",
  },
  {
    id: "naics336",
    title: "NAICS 336, transportation equipment",
    codes: ["naics:336"],
    note: "also aircraft, ships and railway stock",
    source: "North American Industry Classification System 2022 (US Census Bureau)",
    subject: "automotive",
  },
  {
    id: "ft900-automotive",
    title: "Automotive vehicles, parts and engines by end use (FT-900)",
    ...inSixDigits(ft900Automotive, "end-use 30000 to 30330"),
    source: `FT-900, exhibits 7 and 8 (end-use 3); ${CONCORDANCE}`,
    subject: "automotive",
  },
  {
    id: "usda-agriculture",
    title: "Agricultural products (US Department of Agriculture)",
    ...inSixDigits(usdaAgriculture, "the products that the USDA counts as agricultural"),
    source: CONCORDANCE,
    subject: "agriculture",
  },
  {
    id: "advanced-technology",
    title: "Advanced technology products (US Census Bureau)",
    ...inSixDigits(advancedTechnology, "the ten fields of advanced technology products (HITECH)"),
    source: `FT-900, exhibit 16; ${CONCORDANCE}`,
    subject: "advanced technology",
  },
];

export function findProductSet(id: string): ProductSet | undefined {
  const wanted = id.toLowerCase();
  return productSets.find((set) => set.id === wanted);
}
