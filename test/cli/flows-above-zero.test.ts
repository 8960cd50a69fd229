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

  it.each(["", "--reporter US "])(
    "is unknown in a file that is cut to what one country exports: %j",
    async (reporter) => {
      const exports = "t,i,j,k,v,q\n2022,842,484,870323,100,1\n2022,842,124,870323,50,1\n";
      const path = written(folder, "exports.csv", exports);
      const { rows } = await ask(path, `balance ${reporter}--partner MX,CA --period 2022`);
      expect(rows).toMatchObject([
        { exports: 100_000, imports: null, value: null, reason: "no-data" },
        { exports: 50_000, imports: null, value: null, reason: "no-data" },
      ]);
    },
  );

  // 58 is Belgium-Luxembourg, 56 Belgium, 442 Luxembourg.
  it("is none of a country that the data count in another area then", async () => {
    const belgium = written(
      folder,
      "belgium.csv",
      [
        "t,i,j,k,v,q",
        ...["1998,842,58,870323,100.5,1", "1998,842,484,870323,20,1"],
        ...["1999,842,56,870323,90,1", "1999,842,442,870323,10,1", "1999,842,484,870323,20,1"],
      ].join("\n"),
    );
    const words = "growth --of exports --product hs:870323 --from 1998 --to 1999 --reporter US";
    const apart = await ask(belgium, `${words} --partner BE`);
    expect(apart.rows[0]).toMatchObject({ from: null, to: 90_000, reason: "no-data" });
    expect(apart.warnings[0]!.message).toContain("--partner BELGIUM-LUXEMBOURG");
    const together = await ask(belgium, `${words} --partner BELGIUM-LUXEMBOURG`);
    expect(together.rows[0]).toMatchObject({ from: 100_500, to: 100_000, change: -500 });
  });

  // 851712 of HS 2017 became 851713 and 851714 of HS 2022: no fall by all of it.
  it("is none of a product that the edition of its file does not have", async () => {
    const phones = [
      ["BACI_HS17_Y2022_V202501.csv", "2022,842,484,851712,100,1", "2022,842,484,870323,100,1"],
      ["BACI_HS22_Y2023_V202501.csv", "2023,842,484,851713,120,1", "2023,842,484,870323,130,1"],
    ].map(([name, ...rows]) => written(folder, name!, ["t,i,j,k,v,q", ...rows].join("\n")));
    const grown = (product: string) =>
      ask(
        phones[0]!,
        `growth --of exports --from 2022 --to 2023 --reporter US --partner MX --product ${product} --data ${phones[1]}`,
      );
    const phone = await grown("hs:851712");
    expect(phone.rows[0]).toMatchObject({ from: 100_000, value: null, reason: "not-comparable" });
    expect(phone.warnings[0]!.message).toContain("its goods are in 851713, 851714 of HS 2022");
    expect((await grown("hs:870323")).rows[0]).toMatchObject({ change: 30_000, reason: null });
  });
});
