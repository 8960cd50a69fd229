import { describe, expect, it } from "vitest";
import { run, runJson, temporaryFolder, written } from "./run.ts";

const folder = temporaryFolder();
const file = (name: string, ...lines: string[]) => written(folder, name, `${lines.join("\n")}\n`);

describe("groups by the codes of Eurostat", () => {
  const asked = () =>
    file(
      "eurostat.tsv",
      "freq,reporter,partner,product,flow,indicators\\TIME_PERIOD\t2022 \t2023 ",
      ...["EU27_2020", "EA20"].flatMap((reporter, at) => [
        `A,${reporter},US,TOTAL,1,VALUE_IN_EUROS\t${100 - at}\t${120 - at}`,
        `A,${reporter},US,TOTAL,2,VALUE_IN_EUROS\t200\t220`,
      ]),
    );

  it.each([
    ["EU27_2020", 100],
    ["EA20", 101],
  ])("are reporters of a file that lists %s as nothing else", async (reporter, balance) => {
    const words = ["--data", asked(), "--reporter", reporter, "--partner", "US"];
    const { rows } = await runJson(["balance", ...words, "--period", "2023"]);
    expect(rows[0]).toMatchObject({ value: balance });
  });

  it("are today's members, or those of one time, in the embedded data", async () => {
    const of = async (...words: string[]) =>
      (
        await runJson([
          "balance",
          "--period",
          "2019",
          "--vintage",
          "2025-04",
          "--partner",
          ...words,
        ])
      ).rows;
    // ../shared/answers.md has the balance with today's 27 members in 2019.
    expect((await of("EU27_2020")).at(-1)).toMatchObject({ value: -183_530_834_226 });
    const [eu28, eu27, gb] = [
      await of("EU28", "--total"),
      await of("EU27", "--total"),
      await of("GB"),
    ];
    const total = (rows: Record<string, unknown>[]) => Number(rows.at(-1)!.value);
    expect(eu28).toHaveLength(29);
    expect(total(eu28)).toBe(total(eu27) + total(gb));
    expect(await of("EA19")).toHaveLength(19);
    expect(await of("EA20")).toHaveLength(20);
    expect(await of("EU15")).toHaveLength(15);
  });
});

describe("a group of which a file has a row and no members", () => {
  const asked = () => {
    const path = file(
      "asean.csv",
      "period,partner,flow,value",
      ...["2011,ASEAN,export,5", "2012,ASEAN,export,6", "2011,CA,export,1", "2012,CA,export,1"],
    );
    const words = ["growth", "--of", "exports", "--from", "2011", "--to", "2012"];
    return [...words, "--data", path, "--partner", "ASEAN"];
  };

  it("is that row with --members published, as the warning of its members says", async () => {
    const { warnings } = await runJson(asked());
    expect(warnings[0]?.message).toContain(
      "asean.csv has a row ASEAN, and none of its members (use --members published for the row)",
    );
    const { rows } = await runJson([...asked(), "--members", "published"]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ partner: "ASEAN", from: 5, to: 6 });
  });
});

describe("an area and its parts in one sum", () => {
  it("are not added, for the sum would count the parts twice", async () => {
    const path = file(
      "benelux.csv",
      "period,reporter,partner,flow,value",
      ...["1998,US,Belgium-Luxembourg,export,13", "1999,US,BE,export,12", "1999,US,LU,export,1"],
      ...["1998,US,Belgium-Luxembourg,import,9", "1999,US,BE,import,8", "1999,US,LU,import,1"],
    );
    const words = ["balance", "--data", path, "--period", "1999", "--total", "--partner"];
    const twice = await runJson([...words, "Belgium-Luxembourg,BE,LU"]);
    expect(twice.rows.at(-1)).toMatchObject({ value: null, reason: "not-comparable" });
    expect(twice.warnings.map(({ message }) => message)).toContain(
      "BE is counted twice in a sum of partners (name an area or its parts, not both) (1999)",
    );
    expect((await runJson([...words, "BE,LU"])).rows.at(-1)).toMatchObject({ value: 4 });
  });
});

describe("codes of products that hold one another", () => {
  const services = (system: string) =>
    file(
      "services.csv",
      "period,partner,flow,value,product,sector",
      // Transport is sea transport and air transport; all services are transport and more.
      ...["200,100", "205,40", "206,10", "210,30"].map((line) => {
        const [code, value] = line.split(",");
        return `2019,GB,export,${value},${system}:${code},services`;
      }),
      `2019,GB,import,90,${system}:200,services`,
    );

  it.each(["ebops", "ebops2002", "eb02"])("are known of %s", async (system) => {
    const words = ["--data", services(system), "--partner", "GB", "--period", "2019"];
    const { rows } = await runJson(["balance", ...words]);
    expect(rows[0]).toMatchObject({ exports: 100, imports: 90 });
    const part = await runJson(["balance", ...words, "--product", "ebops:205"]);
    expect(part.rows[0]).toMatchObject({ exports: 40 });
  });

  it("are runs of industries as the OECD joins them", async () => {
    const path = file(
      "industries.csv",
      "period,partner,flow,value,product",
      ...["d10t12,30", "d10,10", "d11,12", "d12,8", "d13t15,50"].map((line) => {
        const [code, value] = line.split(",");
        return `2019,GB,export,${value},isic:${code}`;
      }),
      "2019,GB,import,90,isic:d10t12",
    );
    const words = ["--data", path, "--partner", "GB", "--period", "2019"];
    const { rows } = await runJson(["balance", ...words]);
    expect(rows[0]).toMatchObject({ exports: 80, imports: 90 });
    const one = await runJson(["balance", ...words, "--product", "isic:d10"]);
    expect(one.rows[0]).toMatchObject({ exports: 10, imports: null, reason: "no-data" });
    expect(one.warnings).toEqual([]);
  });

  it("are not added up where nobody knows their classification and one is the sum of others", async () => {
    const path = file(
      "unknown.csv",
      "period,partner,flow,value,product",
      ...["x1,100", "y1,40", "y2,60"].map((line) => {
        const [code, value] = line.split(",");
        return `2019,GB,export,${value},acme:${code}`;
      }),
    );
    const words = [
      "share",
      "--of",
      "exports",
      "--data",
      path,
      "--partner",
      "GB",
      "--period",
      "2019",
    ];
    const { status, stderr } = await run(words);
    expect(status).toBe(2);
    expect(stderr).toContain(
      "GB 2019: acme:x1 is the sum of acme:y2 and acme:y1, which would count twice in all products",
    );
    const named = await runJson([...words, "--product", "acme:y1,acme:y2"]);
    expect(named.rows[0]).toMatchObject({ part: 100 });
  });

  it("have names with blanks in WITS", async () => {
    const path = file(
      "wits.csv",
      "period,partner,flow,value,product",
      ...["2019,GB,export,7,wits:rawmaterials", "2019,GB,import,5,wits:rawmaterials"],
    );
    const words = ["--data", path, "--partner", "GB", "--product", "wits:Raw materials"];
    const { rows } = await runJson(["balance", ...words, "--period", "2019"]);
    expect(rows[0]).toMatchObject({ value: 2 });
  });
});

describe("a comparison with a period before the data", () => {
  it("names that period and what is covered", async () => {
    const words = [
      "growth",
      "--partner",
      "MX",
      "--of",
      "exports",
      "--from",
      "1980",
      "--to",
      "2023",
    ];
    const { warnings } = await runJson(words);
    expect(warnings[0]?.message).toMatch(/^census-goods covers 1985.* \(1980\)$/);
  });
});
