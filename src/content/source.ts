/**
 * What a number was checked against: the words of the law (as reprinted), guidance of the agency
 * that applies it (as quoted), a summary by a commission, a law firm or the press; or `unverified`,
 * where no public text of it could be read.
 */
export type Reading = "legal text" | "agency guidance" | "summary" | "unverified";

/** Where a rule stands, and how its number was checked. */
export interface RuleSource {
  readonly citation: string;
  readonly source: string;
  readonly reading: Reading;
}

export const AGREEMENT = "USMCA Chapter 4";
export const APPENDIX = "USMCA Chapter 4, Appendix to Annex 4-B (automotive appendix)";

type Checked = Pick<RuleSource, "source" | "reading">;

export const tariffSchedule: Checked = {
  source: "Harmonized Tariff Schedule of the United States, General Note 11(k)",
  reading: "legal text",
};
export const productRules: Checked = {
  source:
    "Harmonized Tariff Schedule of the United States, General Note 11(o), chapter 87, rules for subheadings 8708.21 to 8708.40",
  reading: "legal text",
};
export const otherVehicleRules: Checked = {
  source:
    "Harmonized Tariff Schedule of the United States, General Note 11(o), chapter 87, rule for subheadings 8703.21 to 8703.90, as quoted",
  reading: "legal text",
};
export const instructions: Checked = {
  source: "US Customs and Border Protection, USMCA Interim Implementing Instructions (April 2020)",
  reading: "agency guidance",
};
export const bulletin: Checked = {
  source: "Blake, Cassels & Graydon, A Deep Dive into CUSMA: New Automotive Rules of Origin (2020)",
  reading: "summary",
};
export const commission: Checked = {
  source: "US International Trade Commission, USMCA Automotive Rules of Origin, as summarised",
  reading: "summary",
};
export const alert: Checked = {
  source: "White & Case, USMCA Uniform Regulations Clarify Steel and Aluminum Purchases (2020)",
  reading: "summary",
};
export const unverified: Checked = {
  source: "no public text could be read",
  reading: "unverified",
};
