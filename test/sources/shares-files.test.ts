import { describe, expect, it } from "vitest";
import { openSharesFiles, type SharesFileOptions } from "../../src/sources/shares-files.ts";
import { run, runJson } from "../cli/run.ts";
import { fileWith, hasSharedFiles, plainReading, sharedFile } from "./files-for-tests.ts";

const options: SharesFileOptions = { ...plainReading, skipInvalid: false };

/** Rows as the OECD's service writes them with `format=csvfile`, dataflow DF_MAINSH. */
const HEADER =
  "DATAFLOW,MEASURE,REF_AREA,ACTIVITY,COUNTERPART_AREA,UNIT_MEASURE,FREQ,TIME_PERIOD,OBS_VALUE,UNIT_MULT";
function row(over: Readonly<Record<string, string>> = {}): string {
  const cells = {
    flow: "OECD.STI.PIE:DSD_TIVA_MAINSH@DF_MAINSH(1.1)",
    ...{ measure: "EXGR_DVA", area: "MEX", activity: "_T", counterpart: "W", unit: "PT_EXGR" },
    ...{ frequency: "A", year: "2020", value: "68.699", multiplier: "0" },
    ...over,
  };
  return Object.values(cells).join(",");
}

const file = (...rows: string[]) => fileWith(`${[HEADER, ...rows].join("\n")}\n`);
const open = (path: string, more: Partial<SharesFileOptions> = {}) =>
  openSharesFiles([path], { ...options, ...more }).then(({ dataset }) => dataset);

describe("shares of value added in a file", () => {
  it("are those of whole economies with the world; all others are counted", async () => {
    const dataset = await open(
      file(
        row(),
        row({ activity: "C29", value: "40.1" }),
        row({ counterpart: "USA", value: "30" }),
        row({ measure: "EXGR_TDVAIND", value: "20" }),
        row({ measure: "EXGR_DVA", unit: "USD", value: "20" }),
        row({ year: "2021", value: "" }),
        row({ area: "W", value: "99" }),
        row({ area: "XYZ", value: "5" }),
      ),
    );
    expect(dataset.valueOf("MX", "EXGR_DVA", 2020)).toBe(68.699);
    expect(dataset.valueOf("WORLD", "EXGR_DVA", 2020)).toBe(99);
    expect(dataset.areas.map(({ code, kind }) => [code, kind])).toEqual([
      ["MX", "country"],
      ["WORLD", "aggregate"],
      ["XYZ", "aggregate"],
    ]);
    expect([dataset.count, dataset.rejected]).toEqual([
      3,
      { "part-by-activity": 1, "one-counterpart": 1, "not-a-share": 2, missing: 1 },
    ]);
  });

  it("may be asked for by another activity", async () => {
    const path = file(row(), row({ activity: "C29", value: "40.1" }));
    const dataset = await open(path, { where: ["ACTIVITY=C29"] });
    expect(dataset.valueOf("MX", "EXGR_DVA", 2020)).toBe(40.1);
    await expect(open(path, { where: ["SECTOR=C29"] })).rejects.toThrow('no column "SECTOR"');
  });

  it("are read with labels beside the codes", async () => {
    const header =
      "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,MEASURE,Measure,REF_AREA,Reference area,ACTIVITY,Economic activity,COUNTERPART_AREA,Counterpart area,UNIT_MEASURE,Unit of measure,FREQ,Frequency of observation,TIME_PERIOD,Time period,OBS_VALUE,Observation value,UNIT_MULT,Unit multiplier";
    const cells =
      'DATAFLOW,OECD.STI.PIE:DSD_TIVA_MAINSH@DF_MAINSH(1.1),Trade in Value Added (TiVA) 2025 edition: Main shares,I,EXGR_DVA,Domestic value added share of gross exports,NEW,A new group,_T,Total,W,World,PT_EXGR,"Percentage of gross exports",A,Annual,2020,,68.699,,0,Units';
    const dataset = await open(fileWith(`${header}\n${cells}\n`));
    expect(dataset.areas).toMatchObject([{ code: "NEW", name: "A new group" }]);
    expect(dataset.valueOf("NEW", "EXGR_DVA", 2020)).toBe(68.699);
  });

  it("that stand in several files are one dataset, in which none may differ", async () => {
    const one = file(row());
    const two = file(row(), row({ year: "2021", value: "67.085" }));
    const { dataset } = await openSharesFiles([one, two], options);
    expect([dataset.years, dataset.rejected]).toEqual([[2020, 2021], { repeated: 1 }]);
    const other = file(row({ value: "60" }));
    await expect(openSharesFiles([one, other], options)).rejects.toThrow(
      `${other}:2: MX, EXGR_DVA, 2020 is 60 here and 68.699 at ${one}:2 (remove one)`,
    );
  });

  it("that cannot be read stop the run, or are counted where that is asked for", async () => {
    const path = file(row(), row({ year: "2021", value: "n/a" }), row({ year: "20", value: "1" }));
    await expect(open(path)).rejects.toThrow(
      `${path}:3: OBS_VALUE: expected a number, got "n/a" (use --missing "n/a")`,
    );
    const skipped = await open(path, { skipInvalid: true });
    expect([skipped.count, skipped.rejected]).toEqual([1, { invalid: 2 }]);
    const missing = await open(file(row(), row({ value: "n/a" })), { missing: ["n/a"] });
    expect(missing.rejected).toEqual({ missing: 1 });
  });

  it("are missed in one line by files that hold none", async () => {
    const values = file(row({ measure: "IMGRVA", unit: "USD" }));
    await expect(open(values)).rejects.toThrow(
      `${values}: holds no share of value added in percent (it has IMGRVA); use the OECD's main shares, DF_MAINSH: EXGR_DVA, EXGR_FVA, FEXGR_DVA, FFD_DVA`,
    );
    const trade = fileWith("period,partner,flow,value\n2024,MX,export,1\n");
    await expect(open(trade)).rejects.toThrow("holds records of trade, not shares of value added");
  });
});

describe("value-added --data", () => {
  const ask = ["value-added", "--partner", "MX", "--data"];

  it("answers from the file, and counts what it did not take", async () => {
    const path = file(row(), row({ area: "CAN", value: "77.684" }), row({ activity: "C29" }));
    const { rows, data } = await runJson([...ask, path]);
    expect(rows).toMatchObject([{ partner: "MX", period: "2020", value: 68.699 }]);
    expect(data[0]!.rows).toEqual({
      read: 3,
      used: 1,
      skipped: { "part-by-activity": 1, "not-selected": 1 },
    });
  });

  it("takes standard input", async () => {
    const input = `${[HEADER, row()].join("\n")}\n`;
    expect((await runJson([...ask, "-"], { input })).rows).toMatchObject([{ value: 68.699 }]);
  });

  it("refuses datasets of trade and a mixture of editions", async () => {
    const trade = await run([...ask, "census-goods"]);
    expect([trade.status, trade.stderr]).toEqual([
      2,
      "error: --data: census-goods holds no shares of value added (use tiva-shares)\n",
    ]);
    const both = await run([...ask, "tiva-shares", "--data", file(row())]);
    expect([both.status, both.stderr]).toEqual([2, expect.stringContaining("stands alone")]);
  });

  it.skipIf(!hasSharedFiles)("gives what is embedded from the file that it came from", async () => {
    const path = sharedFile("tiva/oecd_tiva_mainsh_2012_2022_selected.csv");
    const list = ["--measure", "EXGR_DVA,EXGR_FVA,FEXGR_DVA,FFD_DVA", "--period", "2012..2022"];
    const areas = ["value-added", "--partner", "MX,CA,US,CN,OECD,ASEAN", ...list];
    const { rows } = await runJson([...areas, "--data", path]);
    expect(rows).toEqual((await runJson(areas)).rows);
  });
});
