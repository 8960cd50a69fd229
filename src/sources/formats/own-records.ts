import { optionalColumns, requiredColumns } from "../records/row.ts";
import { flowWords } from "./flow-words.ts";
import type { Format } from "./format.ts";

/** A unit by other names, and the columns in which tables of other programs say its two halves. */
const UNITS = ["unit", "units"];
const CURRENCIES = ["currency", "currency code", "unit measure"];
const POWERS = ["unit mult", "unit multiplier", "multiplier", "power code", "scale"];

/** Our own record layout: every column says what it is called. */
export const ownRecords: Format = {
  id: "records",
  title: "trade-metrics records",
  publisher: "file",
  layouts: [
    {
      title: "records",
      header: requiredColumns,
      optional: [...optionalColumns, ...UNITS, ...CURRENCIES, ...POWERS],
      period: { column: "period" },
      partner: { column: "partner" },
      reporter: { column: "reporter" },
      flow: { column: "flow", codes: flowWords, others: "kept" },
      products: [
        {
          column: "product",
          all: ["All commodities", "All Commodities", "All products", "All Products"],
        },
      ],
      sector: { column: "sector" },
      flowBasis: { column: "flowBasis" },
      valuation: { column: "valuation" },
      basis: { column: "basis" },
      edition: { column: "edition" },
      adjusted: { column: "adjusted" },
      prices: { column: "prices" },
      status: { column: "status" },
      unit: { column: UNITS, units: true, beside: { currency: CURRENCIES, power: POWERS } },
      figures: [{ column: "value" }],
      missing: [],
      aside: [
        {
          column: "period",
          when: /^(total:?|grand total:?|notes?\b.*|sources?\b.*)$/i,
          because: "footer",
        },
      ],
      notesBelow: true,
    },
  ],
};
