import { describe, expect, it } from "vitest";
import { runJson, temporaryFolder, written } from "./run.ts";

const folder = temporaryFolder();
const ask = (file: string, words: string) => runJson([...words.split(" "), "--data", file]);

// In the manner of BACI: each flow above zero once, in thousands of dollars. 842 is the United States,
// 124 Canada, 276 Germany, 392 Japan, 484 Mexico.
const cars = written(
  folder,
  "cars.csv",
  [
    "t,i,j,k,v,q",
    ...["2021,842,484,870323,90,1", "2021,484,842,870323,600,1", "2021,276,484,870323,30,1"],
    ...["2022,842,484,870323,100,1", "2022,842,124,870323,50,1", "2022,276,842,870323,500,1"],
    ...["2022,484,842,870323,700,1", "2022,392,842,870323,70,1", "2022,276,124,870323,40,1"],
  ].join("\n"),
);

describe("a flow that is not listed by a publisher who lists only flows above zero", () => {
  it("is zero where the data have the product, the partner and the year", async () => {
    const { rows } = await ask(
      cars,
      "balance --reporter US --partner JP --product hs:870323 --period 2021,2022",
    );
    expect(rows).toMatchObject([
      { exports: 0, imports: 0, value: 0 },
      { exports: 0, imports: 70_000, value: -70_000 },
    ]);
  });

  it.each([
    ["a product", "--reporter US --partner MX --product hs:270900", "no figure of hs:270900"],
    ["a partner", "--reporter US --partner BR --product hs:870323", "none with what is asked for"],
  ])("is unknown where %s is not in the file, which is said", async (_, words, said) => {
    const { rows, warnings } = await ask(cars, `balance ${words} --period 2022`);
    expect(rows[0]).toMatchObject({ exports: null, value: null, reason: "outside-coverage" });
    expect(warnings.map(({ message }) => message).join()).toContain(said);
  });

  it("is unknown between two countries of a file that is cut to the trade of another", async () => {
    const star = written(
      folder,
      "star.csv",
      [
        "t,i,j,k,v,q",
        ...["2022,842,484,870323,100,1", "2022,842,124,870323,50,1", "2022,276,842,870323,500,1"],
        ...["2022,484,842,870323,700,1", "2022,124,842,870323,9,1"],
      ].join("\n"),
    );
    const words = "balance --product hs:870323 --period 2022 --reporter";
    const others = await ask(star, `${words} MX --partner CA`);
    expect(others.rows[0]).toMatchObject({ value: null, reason: "outside-coverage" });
    expect(others.warnings.map(({ message }) => message).join()).toContain("cut to the trade of");
    const own = await ask(star, `${words} US --partner DE`);
    expect(own.rows[0]).toMatchObject({ exports: 0, imports: 500_000 });
  });
});
