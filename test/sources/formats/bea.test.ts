import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginReading, endReading } from "../../../src/sources/engines/running.ts";
import { inspectFiles } from "../../../src/sources/open-files.ts";
import { fileWith, plainReading } from "../files-for-tests.ts";
import { workbook } from "../workbook-file.ts";
import { readingWords } from "./reading-for-tests.ts";

beforeAll(beginReading);
afterAll(endReading);

async function adjustmentsIn(content: string | Uint8Array) {
  const options = { ...plainReading, reading: readingWords({}) };
  const { loaded } = await inspectFiles([fileWith(content)], options);
  return new Set(loaded.collection.allSeries().map(({ key }) => key.adjusted));
}

/** The line below the titles as BEA printed it on 6 March 2025. */
const countries = (line: string) =>
  workbook({
    "Table 4": [
      ["Table 4. U.S. International Trade by Selected Countries and Areas - Exports of Goods"],
      [line],
      [null],
      ["Period", "Canada", "China"],
      [2023, 85980, 46715],
      ["2023 1", 21789, 10916],
    ],
  });

describe("seasonal adjustment in BEA's tables", () => {
  // The quarters of Canada's services in 2023 (21,789, 21,587, 21,355, 21,249) are the year's 85,980.
  it("is that of the line below the title, for years as for the quarters that they are the sums of", async () => {
    const line = "[Millions of dollars, quarters seasonally adjusted]";
    expect(await adjustmentsIn(countries(line))).toEqual(new Set([true]));
  });

  it("is not stated where that line says nothing of it, or that there is none", async () => {
    expect(await adjustmentsIn(countries("[Millions of dollars]"))).toEqual(new Set([undefined]));
    const line = "[Millions of dollars, quarters not seasonally adjusted]";
    expect(await adjustmentsIn(countries(line))).toEqual(new Set([undefined]));
  });
});
