/** A named set of product codes: what counts as petroleum, as automotive… */
export interface ProductSet {
  readonly id: string;
  readonly title: string;
  /** `system:code`; a code stands for everything below it. */
  readonly codes: readonly string[];
  /** What the set holds too much or too little of. */
  readonly note: string;
  readonly source: string;
  readonly subject: "petroleum" | "automotive";
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
];

export function findProductSet(id: string): ProductSet | undefined {
  const wanted = id.toLowerCase();
  return productSets.find((set) => set.id === wanted);
}
