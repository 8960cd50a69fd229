import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, test } from "vitest";
import { run, runJson, temporaryFolder, written } from "./run.ts";

// Names as EXIOBASE 3 has them; numbers by hand: nothing is an input of another industry, so that all
// value added in exports is of the industry that exports them. Austria sells Belgium 8 of vegetables
// and 2 of fishing.
const VEGETABLES = "Cultivation of vegetables, fruit, nuts";
const FISHING = "Fishing, operating of fish hatcheries and fish farms; service activities";
const tabs = (rows: readonly (readonly (string | number)[])[]) =>
  `${rows.map((row) => row.join("\t")).join("\n")}\n`;
const row = ["AT", "AT", "BE", "BE"];
const name = [VEGETABLES, FISHING, VEGETABLES, FISHING];
const flows = [
  [10, 0, 0, 0],
  [0, 10, 0, 0],
  [0, 0, 10, 0],
  [0, 0, 0, 10],
];
const demand = [
  [20, 8],
  [20, 2],
  [5, 20],
  [5, 20],
];
const below = (numbers: readonly number[][]) =>
  numbers.map((cells, at) => [row[at]!, name[at]!, ...cells]);

let file = "";
beforeAll(() => {
  const folder = join(temporaryFolder(), "IOT_2011_ixi");
  mkdirSync(folder);
  const head = [
    ["region", "", ...row],
    ["sector", "", ...name],
    ["region", "sector", "", ""],
  ];
  file = written(folder, "Z.txt", tabs([...head, ...below(flows)]));
  const final = [
    ["region", "", "AT", "BE"],
    ["category", "", "Households", "Households"],
  ];
  written(folder, "Y.txt", tabs([...final, ["region", "sector", "", ""], ...below(demand)]));
});

const words = (...options: string[]) => ["value-added", ...options, "--table", file];

describe("an industry whose name has commas", () => {
  test.each<[string, string[], number]>([
    ["in quotes", ["--industry", `"${VEGETABLES}"`], 8],
    ["beside another", ["--industry", `"${VEGETABLES}", "${FISHING}"`], 10],
    ["as one of origin", ["--origin-industry", `"${FISHING}"`], 2],
  ])("is asked for %s", async (_, options, expected) => {
    const asked = words("origin", "--exporter", "AT", "--origin", "AT", ...options);
    const { rows, parameters } = await runJson([...asked, "--unit", "USD million"]);
    expect(rows).toMatchObject([{ valueAdded: expected * 1e6 }]);
    expect(Object.values(parameters)).toContainEqual(
      expected === 10 ? [VEGETABLES, FISHING] : [expected === 8 ? VEGETABLES : FISHING],
    );
  });

  it("is asked for in quotes of comparative advantage, too", async () => {
    const { rows } = await runJson(words("rca", "--exporter", "AT", "--industry", `"${FISHING}"`));
    // Value added in exports 2 of 10, and of the world's 7 of 20.
    expect(rows).toMatchObject([{ industry: FISHING, value: expect.closeTo(0.2 / (7 / 20), 12) }]);
  });

  it("names the industries of a matrix without a header", async () => {
    const matrix = written(temporaryFolder(), "bare.csv", "10,0,30\n0,10,20\n");
    const asked = ["value-added", "check", matrix, "--json", "--economies", "AT"];
    const { stdout } = await run([...asked, "--industries", `"${VEGETABLES}",Milk`]);
    expect(stdout).toContain(VEGETABLES);
  });

  test.each([
    [
      "without quotes",
      VEGETABLES,
      `no industry "Cultivation of vegetables" (write '"${VEGETABLES}"'`,
    ],
    ["with one quote", `"${VEGETABLES}`, "are not those of a list"],
  ])("is refused %s, with what to write", async (_, list, says) => {
    for (const command of ["origin", "rca"]) {
      const asked = words(command, "--exporter", "AT", "--industry", list);
      const { status, stderr } = await run(asked);
      expect(status).toBe(2);
      expect(stderr.split("\n")[0]).toMatch(/^error: --industry: /);
      expect(stderr).toContain(says);
    }
  });
});
