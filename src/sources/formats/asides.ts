/** Why figures of a file are not records, in words; by the reason under which they are counted. */
export const asideReasons: Readonly<Record<string, string>> = {
  "balance-of-two-flows": "are balances, from which neither exports nor imports can be told",
  "dutiable-value": "count only the imports on which duty is due, a part of all imports",
  "foreign-exports": "are re-exports, which total exports hold",
  "goods-and-services-together": "count goods and services together, which stand apart beside them",
  "imports-under-a-preference-programme":
    "count imports for consumption under one programme, where all other rows count general imports",
  "in-euros":
    "are in euros, and amounts are counted in US dollars (multiply them by the dollars a euro cost in each period, such as the European Central Bank's averages, and write them as records: trade-metrics data template)",
  "no-flow-of-trade": "are indicators, not flows of trade",
  "no-value-of-trade": "are duties, quantities or charges, not the value of trade",
  "not-in-us-dollars":
    "are in another currency, and amounts are counted in US dollars (multiply them by the dollars a unit of it cost in each period, and write them as records: trade-metrics data template)",
  "part-by-transport":
    "count what went by air, by vessel or in containers, which is part of the trade",
  "part-of-flow": "count a part of a flow, such as processing trade",
  "part-of-whole": "are parts of a figure whose whole stands beside them",
  "re-exports": "are re-exports, which total exports hold",
  "re-exports-and-re-imports": "are re-exports or re-imports, which total flows hold",
  repeated: "repeat an earlier row to the last digit and were counted once",
  "several-partners-together":
    "count several partners together, which the file lists but does not tell apart (ask DataWeb to break countries out)",
  unpublished: "are zeros of months that are not published yet",
  "value-added": "are value added, not flows of trade (use value-added)",
};

/** Reasons that a conversion by the user would mend. */
export const inOtherCurrencies: readonly string[] = ["in-euros", "not-in-us-dollars"];
