import { describe, expect, it } from "vitest";
import { run, runJson } from "./run.ts";

const vehicles = ["balance", "--partner", "MX", "--period", "2023", "--product"];

describe("--product", () => {
  it.each(["hs:87", "87", "vehicles", "hs87"])("finds chapter 87 as %s", async (word) => {
    const { rows, parameters } = await runJson([...vehicles, word]);
    expect(rows[0]!.value).toBe(-100_655_574_449);
    expect(parameters.product).toMatch(/87$/);
  });

  it("finds energy, and the title says which products that are", async () => {
    const { stdout } = await run([...vehicles, "energy"]);
    expect(stdout).toContain("Trade balance, HS 27, mineral fuels and oils");
  });

  it("lists the meanings of a word that has several", async () => {
    const { status, stderr } = await run([...vehicles, "petroleum"]);
    expect(status).toBe(2);
    expect(stderr).toContain('--product: "petroleum" may mean several products (name one)');
    expect(stderr).toContain("ft900-petroleum");
    expect(stderr).toContain("hs2709-2710");
  });

  it("ends with 2 for a word that names nothing", async () => {
    const { status, stderr } = await run([...vehicles, "xyzzy"]);
    expect([status, stderr]).toEqual([2, expect.stringContaining('"xyzzy" is not a product')]);
  });
});

describe("rows of products", () => {
  it("carry the names of chapters", async () => {
    const words = ["deficit-ratio", "--partner", "MX", "--by", "hs2", "--period", "2023"];
    const { rows } = await runJson([...words, "--top", "2"]);
    expect(rows.map(({ productName }) => productName).slice(0, 2)).toEqual([
      "HS 87, vehicles",
      "HS 84, machinery, boilers and computers",
    ]);
  });
});
