import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Runs a program that imports the built library by its name, as a user's program does. */
function program(source: string): string {
  return execFileSync(process.execPath, ["--input-type=module", "--eval", source], {
    encoding: "utf8",
    env: { PATH: process.env.PATH ?? "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

describe("the library", () => {
  it("prints nothing, keeps nothing running and touches no global when it is imported", () => {
    const printed = program(`
      const before = Object.getOwnPropertyNames(globalThis).length;
      const listeners = process.eventNames().length;
      await import("trade-metrics");
      const same = before === Object.getOwnPropertyNames(globalThis).length;
      process.exitCode = same && listeners === process.eventNames().length ? 0 : 1;
    `);
    expect(printed).toBe("");
  });

  it("has the metrics as pure functions", () => {
    const printed = program(`
      import { balance, deficitRatio, growth, share } from "trade-metrics";
      const flows = { exports: 322742472406, imports: 475215965697 };
      console.log([balance(flows), deficitRatio(flows).toFixed(4), growth(100, 150), share(1, 4)].join());
    `);
    // US trade in goods with Mexico in 2023, US Census Bureau, April 2025.
    expect(printed).toBe("-152473493291,-47.2431,50,25\n");
  });

  it("opens the embedded data", () => {
    const printed = program(`
      import { openDataset } from "trade-metrics";
      const series = openDataset("census-goods").vintages.find(({ vintage }) => vintage === "2025-04").data.seriesOf("MX").find(({ key }) => key.flow === "export");
      let year = 0;
      for (const [label, value] of series.values) if (label.startsWith("2023-")) year += value;
      console.log(year);
    `);
    expect(printed).toBe("322742472406\n");
  });

  it("has value added and content under names of their own", () => {
    const printed = program(`
      import { openEmbeddedTable } from "trade-metrics";
      import { originOfValueAdded } from "trade-metrics/value-added";
      import { qualifies, readBillOfMaterials } from "trade-metrics/content";
      const { table } = await openEmbeddedTable();
      const { rows } = originOfValueAdded(table, { exporters: ["MEX"] });
      const bill = await readBillOfMaterials("fixtures/content/steel-spring.yaml");
      const { margin } = qualifies(bill, { date: "2024-07-01" });
      console.log(rows.find(({ origin }) => origin === "USA").share.toFixed(3), margin);
    `);
    // decompr and pymrio, on this aggregation; 50.1 less the spring's threshold of 50.
    expect(printed).toBe("11.030 0.1\n");
  });

  it("is declared free of side effects, with types", () => {
    const { sideEffects, exports } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(sideEffects).toBe(false);
    expect(readFileSync(exports["."].types, "utf8")).toContain("deficitRatio");
  });
});
