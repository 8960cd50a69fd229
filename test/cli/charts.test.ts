import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const GRAPH_1 = [
  ...["deficit-ratio", "--partner", "CA,MX,CN,IE,VN", "--period", "2024-01/2024-11"],
  ...["--vintage", "2025-04"],
  ...["--format", "svg"],
];

describe("the chart of the README", () => {
  it("is what its command writes, byte for byte", () => {
    const { stdout, stderr, status } = run(GRAPH_1);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    expect(stdout).toBe(readFileSync("docs/graph-1.svg", "utf8"));
  });

  it("shows the ratios that the report printed in Graph 1, except Canada", () => {
    const { stdout } = run(GRAPH_1);
    // Printed there: -50.80, -206.40, -526.10 and -966.90 %; for Canada -17.10 %, where the
    // official figures give -17.0 %.
    for (const figure of ["−17.0", "−50.8", "−206.4", "−526.1", "−966.9"]) {
      expect(stdout).toContain(`>${figure}</text>`);
    }
  });

  it("of a kind that the rows cannot be drawn as is refused with what it needs", () => {
    const { stdout, stderr, status } = run([...GRAPH_1, "--chart-kind", "line"]);
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toBe(
      "error: --chart-kind: line needs more than one period (use --period 2020..2024)\n",
    );
  });
});

function run(arguments_: readonly string[]) {
  return spawnSync(process.execPath, ["bin/trade-metrics.js", ...arguments_], {
    encoding: "utf8",
    env: { PATH: process.env.PATH },
  });
}
