import { describe, expect, it } from "vitest";
import { runJson, temporaryFolder, written } from "./run.ts";

const folder = temporaryFolder();
const file = written(
  folder,
  "several.csv",
  [
    "period,reporter,partner,flow,value,unit",
    ...["2023,DE,FR,export,100,EUR million", "2023,DE,FR,import,80,EUR million"],
    ...["2023,JP,US,export,20,JPY billion", "2023,JP,US,import,10.5,JPY billion"],
    ...["2023,BR,MX,export,7,BRL", "2023,BR,MX,import,5,USD"],
  ].join("\n"),
);
const ask = (words: string) => runJson([...words.split(" "), "--data", file]);

describe("rows in several currencies", () => {
  it("name each their own", async () => {
    const { rows } = await ask("balance --partner FR,US,MX --period 2023");
    expect(rows.map(({ currency, unit, value }) => [currency, unit, value])).toEqual([
      ["EUR", "EUR", 20_000_000],
      ["JPY", "JPY", 9_500_000_000],
      ["BRL, USD", "BRL, USD", null],
    ]);
  });

  it("of one currency need no column for it", async () => {
    const { rows } = await ask("balance --partner FR --period 2023");
    expect(rows[0]).not.toHaveProperty("currency");
    expect(rows[0]).toMatchObject({ unit: "EUR" });
  });
});

describe("rows of several reporters", () => {
  it("say that each is of whoever reports it, where none is named", async () => {
    const said = async (words: string) =>
      (await ask(words)).warnings.find(({ code }) => code === "several-reporters")?.message;
    expect(await said("balance --partner FR,US --period 2023")).toBe(
      "several.csv: figures are those of whoever reports them, here DE, JP (name one with --reporter)",
    );
    expect(await said("balance --partner FR --period 2023")).toBeUndefined();
    expect(await said("balance --partner FR --reporter DE --period 2023")).toBeUndefined();
  });
});
