import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { decompose, originOfValueAdded, readTable } from "../../src/value-added/index.ts";
import { expectClose } from "./close-to.ts";
import { hasShared, readMatrix } from "./shared-files.ts";

const FOLDER = resolve("fixtures", "value-added-2011");

describe("the embedded world table of 2011 in eight regions", () => {
  it("is the file that its description names", () => {
    const description = JSON.parse(readFileSync(resolve(FOLDER, "datapackage.json"), "utf8"));
    const [resource] = description.resources;
    const content = readFileSync(resolve(FOLDER, resource.path));
    expect(content.length).toBe(resource.bytes);
    expect(`sha256:${createHash("sha256").update(content).digest("hex")}`).toBe(resource.hash);
  });

  it("has the exports and domestic shares computed for it with decompr and pymrio", async () => {
    const table = await readTable(resolve(FOLDER, "table.csv"));
    expect(table.economies).toEqual(["USA", "CAN", "MEX", "CHN", "DEU", "JPN", "KOR", "ROW"]);
    expect(table.industries).toHaveLength(35);
    const { exporters, rows } = originOfValueAdded(table);
    const exports = [1839878, 516299, 342490, 2084965, 1601451, 894066, 611590, 4319520];
    expect(exporters.map((row) => row.grossExports)).toEqual(exports);
    const shares = [
      85.0554769860965, 79.80091034329804, 69.98538943545881, 78.1390320242493, 72.29738574344893,
    ];
    expectClose(
      exporters.slice(0, 5).map((row) => row.domesticShare!),
      shares,
      "share",
      0,
      1e-12,
    );
    const ofMexico = rows.find((row) => row.exporter === "MEX" && row.origin === "USA")!;
    expectClose([ofMexico.share!], [11.029950177913056], "United States in Mexico", 0, 1e-12);
  });

  it("has Mexico's exports in Borin and Mancini's terms", async () => {
    const table = await readTable(resolve(FOLDER, "table.csv"));
    const { totals } = decompose(table, { exporter: "MEX", detail: false });
    const { DVA, VAX, REF, DDC, FVA, FDC } = totals;
    expectClose(
      [DVA!, VAX!, REF!, DDC!, FVA!, FDC!],
      [
        ...[238776.6973174155, 235825.2329292268, 2951.464388188719],
        ...[916.2629600873823, 102399.94752052793, 397.0922019692298],
      ],
      "Mexico",
      0,
      1e-10,
    );
  });

  it.skipIf(!hasShared("vectors", "wiod2011_agg8"))(
    "has the flows of the reference aggregation",
    async () => {
      const table = await readTable(resolve(FOLDER, "table.csv"));
      expect(table.flows).toEqual(readMatrix("vectors", "wiod2011_agg8", "input_Z.csv").values);
      expect(table.finalDemand).toEqual(
        readMatrix("vectors", "wiod2011_agg8", "input_Y.csv").values,
      );
    },
  );
});
