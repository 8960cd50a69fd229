import {
  ASSEMBLY_CREDIT,
  HIGH_WAGE,
  LARGEST_TECHNOLOGY_CREDIT,
} from "../content/labour-thresholds.ts";
import { DE_MINIMIS, METAL_PURCHASES } from "../content/limits.ts";
import { type Definition, term } from "./definition.ts";

const ARTICLE = "USMCA Chapter 4, Article";
const APPENDIX = "USMCA Chapter 4, Appendix to Annex 4-B, Article";
const NOTE = "Harmonized Tariff Schedule of the United States, General Note 11";

/** The words of the rules of origin. */
export const contentTerms: readonly Definition[] = [
  term(
    "regional-value-content",
    "Regional value content (RVC)",
    "The share of a good that counts as originating: (net cost - VNM) / net cost * 100, or the same of the transaction value, VNM being the value of the non-originating materials.",
    [`${ARTICLE} 4.5`, NOTE],
    ["RVC"],
  ),
  term(
    "net-cost",
    "Net cost",
    "Total cost less sales promotion, marketing and after-sales service, royalties, shipping and packing, and non-allowable interest. Automotive goods are judged by it, unless the rule of their product also has a transaction value method.",
    [`${ARTICLE} 4.5`, `${NOTE}(k)(iii)`],
  ),
  term(
    "transaction-value",
    "Transaction value",
    "The price paid for a good, without the costs of international shipment. It holds the producer's profit, so thresholds by transaction value are higher than those by net cost.",
    [`${ARTICLE} 4.5`],
  ),
  term(
    "roll-up",
    "Roll-up",
    "A material that qualifies counts whole as originating in the next good, with the non-originating materials inside it. It must qualify first.",
    [
      `${ARTICLE} 4.5.4`,
      "Panel report United States - Automotive Rules of Origin (14 December 2022)",
    ],
  ),
  term(
    "intermediate-material",
    "Intermediate material",
    "A self-produced material that its producer designates as originating when it computes the content of a good. Where it must itself reach a regional value content, no other such material inside it may be designated. Components of Table G cannot be.",
    [`${ARTICLE} 4.8`],
  ),
  term(
    "de-minimis",
    "De minimis",
    `Non-originating materials that do not undergo the change of tariff classification that a rule requires do no harm up to ${DE_MINIMIS.percent} percent of the transaction value. They still count as non-originating in a regional value content.`,
    [`${DE_MINIMIS.citation}; ${DE_MINIMIS.source}`],
  ),
  term(
    "core-parts",
    "Core parts",
    "Engine, transmission, body and chassis, axles, suspension, steering and advanced battery. Those of a passenger vehicle or light truck must originate, one by one or together as a single part.",
    [`${APPENDIX}s 3.7 to 3.9, Tables A.1 and A.2`],
    ["super-core"],
  ),
  term(
    "labour-value-content",
    "Labour value content (LVC)",
    `The share of a vehicle's net cost that comes from plants paying US$ ${HIGH_WAGE} an hour or more on average, plus up to ${LARGEST_TECHNOLOGY_CREDIT} points for wages in research and information technology and ${ASSEMBLY_CREDIT} points for a high-wage engine, transmission or battery plant.`,
    [`${APPENDIX} 7`, "29 CFR part 810"],
    ["LVC", "labor value content"],
  ),
  term(
    "metal-purchases",
    "Steel and aluminium purchases",
    `At least ${METAL_PURCHASES.percent} percent of the steel, and of the aluminium, that a vehicle producer buys in the region must originate, by value. From July 2027 steel must also be melted and poured in the region, which is not judged here.`,
    [`${METAL_PURCHASES.citation}; ${METAL_PURCHASES.source}`],
  ),
  term(
    "build-down",
    "Build-down",
    "A method of other agreements: (adjusted value - value of non-originating materials) / adjusted value * 100.",
    ["19 U.S.C. 4033(c)(2); 19 CFR 10.535(b)"],
  ),
  term(
    "build-up",
    "Build-up",
    "A method of other agreements: value of originating materials / adjusted value * 100. Labour and profit of the last stage do not count.",
    ["19 U.S.C. 4033(c)(3); 19 CFR 10.535(c)"],
  ),
];
