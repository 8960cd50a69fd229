import { type Definition, term } from "./definition.ts";

const TIVA = "OECD, Guide to OECD's Trade in Value Added (TiVA) Indicators";
const VAX = "Johnson and Noguera (2012), Journal of International Economics 86(2), 224-236";
const KWW = "Koopman, Wang and Wei (2014), American Economic Review 104(2), 459-494";
const BM = "Borin and Mancini (2019), World Bank Policy Research Working Paper 8804";
const WWZ = "Wang, Wei and Zhu (2013), NBER Working Paper 19677";

/** The words of trade in value added. */
export const valueAddedTerms: readonly Definition[] = [
  term(
    "vax",
    "Value-added exports (VAX)",
    "Value added of an economy that final demand abroad absorbs, by whatever route. Divided by gross exports it is the VAX ratio. Computed by value-added final-demand and value-added balance.",
    [VAX],
    ["vax ratio", "value-added exports"],
  ),
  term(
    "tiva",
    "Trade in value added (TiVA)",
    "Trade counted by where its value was added instead of where it last crossed a border; also the OECD's database of such measures, which value-added shares reads.",
    [TIVA],
    ["trade in value added"],
  ),
  term(
    "double-counting",
    "Double counting",
    "The part of gross exports that was counted in exports before: goods that return as inputs and are exported again. How much it is depends on the method and on the exports in which value added is to be counted once; value-added decompose names both.",
    [KWW, BM],
    ["double counting", "double counted"],
  ),
  term(
    "borin-mancini",
    "Decomposition of Borin and Mancini",
    "Gross exports in domestic and foreign value added and double counting, by exporter or world perimeter, where value added first leaves (source) or last leaves (sink). The default of value-added decompose.",
    [BM, "Borin and Mancini (2023), Economic Systems Research 35(4)"],
  ),
  term(
    "koopman-wang-wei",
    "Decomposition of Koopman, Wang and Wei",
    "Gross exports of an economy in nine terms. Its foreign value added is smaller than Borin and Mancini's, because it counts as double some of what is counted once.",
    [KWW],
    ["kww"],
  ),
  term(
    "wang-wei-zhu",
    "Decomposition of Wang, Wei and Zhu",
    "Bilateral exports by industry in sixteen terms, which sum to the nine of Koopman, Wang and Wei.",
    [WWZ],
    ["wwz"],
  ),
];
