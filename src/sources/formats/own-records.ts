import { optionalColumns, requiredColumns } from "../records/row.ts";
import { flowWords } from "./flow-words.ts";
import type { Format } from "./format.ts";

/** Our own record layout: every column says what it is called. */
export const ownRecords: Format = {
  id: "records",
  title: "trade-metrics records",
  publisher: "file",
  layouts: [
    {
      title: "records",
      header: requiredColumns,
      optional: optionalColumns,
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
      unit: { column: "unit", units: true },
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
