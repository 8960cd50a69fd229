import { strFromU8, unzipSync } from "fflate";
import type { Answer } from "./answer.ts";
import { dayOf, isWholeZip } from "./look.ts";
import type { Outcome, Publisher } from "./publisher.ts";
import { unexpected } from "./unexpected.ts";

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
/** The columns of the sheet. A month under another name would be missing without a word. */
const COLUMNS = [
  ...["year", "CTY_CODE", "CTYNAME"],
  ...["I", "E"].flatMap((flow) => [...MONTHS, "YR"].map((month) => `${flow}${month}`)),
];

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
      soleOfFormat: true,
      everyDays: 31,
      parameters: [],
      plan: () => [{ label: "country.xlsx", url: censusCountry.service.address }],
    },
  ],
  classify(answer: Answer): Outcome {
    const isArchive = answer.start[0] === 0x50 && answer.start[1] === 0x4b;
    if (answer.status !== 200 || !isArchive) return unexpected(answer, "a workbook");
    if (!isWholeZip(answer)) {
      return { kind: "failed", message: "the workbook is cut off", again: true };
    }
    const missing = missingFrom(answer.bytes());
    if (missing.length === 0) return { kind: "data" };
    const message = `the workbook has no column ${missing.join(", ")}; its layout may have changed`;
    return { kind: "failed", message, again: false };
  },
  released: ({ headers }) => dayOf(headers["last-modified"]),
};

/** The columns of which no cell of the workbook has the name. */
function missingFrom(bytes: Uint8Array): string[] {
  const isText = ({ name }: { name: string }) => /sharedStrings|worksheets\/[^/]+\.xml$/.test(name);
  let texts: string[];
  try {
    texts = Object.values(unzipSync(bytes, { filter: isText })).map((one) => strFromU8(one, true));
  } catch {
    return COLUMNS;
  }
  return COLUMNS.filter((name) => !texts.some((text) => text.includes(`>${name}<`)));
}
