import { describe, expect, it } from "vitest";
import { inspectFiles } from "../../../src/sources/open-files.ts";
import { fileWith, plainReading } from "../files-for-tests.ts";
import { readingWords } from "../formats/reading-for-tests.ts";
import { type CellValue, workbook } from "../workbook-file.ts";

/** Each figure as `MX export 2023 300`, and each problem. */
async function read(
  sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
  merged: Readonly<Record<string, readonly string[]>>,
  said: Parameters<typeof readingWords>[0] = {},
): Promise<string[]> {
  const path = fileWith(workbook(sheets, { merged }));
  const { loaded } = await inspectFiles([path], { ...plainReading, reading: readingWords(said) });
  return [
    ...loaded.collection
      .allSeries()
      .flatMap(({ key, values }) =>
        [...values].map(([period, value]) => `${key.partner} ${key.flow} ${period} ${value}`),
      ),
    ...loaded.problems.map(({ message }) => message),
  ];
}

const rows = [
  ["partner", "flow", "period", "value"],
  ["Mexico", "export", 2023, 300],
  [null, "import", 2023, 400],
  ["Canada", "export", 2023, 30],
];
const figures = ["CA export 2023 30", "MX export 2023 300", "MX import 2023 400"];

describe("cells of a workbook that are merged downwards", () => {
  it("hold their text in each of their rows, as pandas writes an index", async () => {
    expect(await read({ Sheet1: rows }, { Sheet1: ["A2:A3"] })).toEqual(figures);
  });

  it("are those of their own sheet", async () => {
    const sheets = { Notes: [["by", "me"]], Data: rows };
    expect(await read(sheets, { Data: ["A2:A3"] })).toEqual(figures);
    expect(await read(sheets, { Notes: ["A2:A3"] })).toContain("partner: is missing");
  });

  it("hold nothing in rows without any cell, nor beyond the sheet", async () => {
    expect(await read({ Sheet1: rows }, { Sheet1: ["A2:A3", "A4:A1048576"] })).toEqual(figures);
  });

  it("are names above a table where no amount stands beside them, as BEA's workbooks have", async () => {
    const sheet = [
      ["period", "partner", "flow", "value"],
      [null, null, null, "(1)"],
      [2023, "MX", "export", 3],
    ];
    const said = { headerLine: "1" };
    expect(await read({ Sheet1: sheet }, { Sheet1: ["A1:A2"] }, said)).toContain(
      "MX export 2023 3",
    );
  });

  it("are names where others beside them are merged to the side: these are joined", async () => {
    const names = [
      ["Country", "Exports", null, "Imports", null],
      [null, 2022, 2023, 2022, 2023],
      ["Mexico", 3, 4, 5, 6],
    ];
    const said = {
      column: ["partner=Country", "exports=Exports {period}", "imports=Imports {period}"],
      constant: ["unit=USD"],
      headerLine: "1-2",
    };
    const merged = { Sheet1: ["A1:A2", "B1:C1", "D1:E1"] };
    expect(await read({ Sheet1: names }, merged, said)).toEqual([
      ...["MX export 2022 3", "MX export 2023 4", "MX import 2022 5", "MX import 2023 6"],
    ]);
  });
});

describe("a workbook with a sheet for each flow", () => {
  const sheet = (value: number) => [
    ["year", "country", "value"],
    [2023, "Mexico", value],
  ];
  const said = { column: ["period=year", "partner=country", "value=value"] };

  it("takes the flow from their names where nothing else says it", async () => {
    expect(await read({ Exports: sheet(3), "US imports": sheet(4) }, {}, said)).toEqual([
      ...["MX export 2023 3", "MX import 2023 4"],
    ]);
  });

  it("asks where a name tells neither flow or both", async () => {
    for (const name of ["Data", "Exports and imports", "Important"]) {
      await expect(read({ [name]: sheet(3) }, {}, said)).rejects.toThrow(
        "nothing says whether it is exports or imports",
      );
    }
  });
});
