import type { Answer } from "./answer.ts";
import { dayOf, isWholeZip, unexpected } from "./look.ts";
import type { Outcome, Publisher } from "./publisher.ts";

/** US Census Bureau, the workbook of all partners and months, published with each FT-900 release. */
export const censusCountry: Publisher = {
  id: "census-country",
  title: "US Census Bureau, country file",
  service: {
    address: "https://www.census.gov/foreign-trade/balance/country.xlsx",
    headers: {},
    limits: [{ calls: 1, seconds: 2 }],
    key: null,
    terms: "public domain",
    read: "2026-11-26",
  },
  datasets: [
    {
      id: "census-goods",
      title: "US goods by partner, monthly since 1985",
      standard: true,
      format: "census-country",
      parameters: [],
      plan: () => [{ label: "country.xlsx", url: censusCountry.service.address }],
    },
  ],
  classify(answer: Answer): Outcome {
    const isArchive = answer.start[0] === 0x50 && answer.start[1] === 0x4b;
    if (answer.status !== 200 || !isArchive) return unexpected(answer, "a workbook");
    if (isWholeZip(answer)) return { kind: "data" };
    return { kind: "failed", message: "the workbook is cut off", again: true };
  },
  released: ({ headers }) => dayOf(headers["last-modified"]),
};
