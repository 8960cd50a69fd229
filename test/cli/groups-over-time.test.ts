import { describe, expect, it } from "vitest";
import { fileWith } from "../sources/files-for-tests.ts";
import { run, runJson } from "./run.ts";

/** US Census Bureau, country.xlsx of 2025-04: the row of the European Union holds the UK to 2019. */
const imports = ["growth", "--partner", "EU", "--of", "imports", "--from", "2019", "--to", "2021"];
const embedded = ["--data", "census-goods", "--vintage", "2025-04"];

describe("EU", () => {
  it("is its 27 members of today in every period, added up where the published row has others", async () => {
    const { rows, warnings } = await runJson([...imports, ...embedded]);
    expect(rows[0]).toMatchObject({ from: 451_724_065_570, to: 490_338_219_315, reason: null });
    expect(rows[0]!.value).toBeCloseTo(8.548172809, 9);
    expect(warnings).toEqual([
      {
        code: "group-members",
        message:
          "EU is the sum of its members of today; as published, with GB in 2019: -4.79 % (2021)",
      },
    ]);
  });

  it("has the balances of the 27 in each year, and says what the published row gives", async () => {
    const words = ["balance", "--partner", "EU", "--period", "2019..2021", ...embedded];
    const { rows, warnings } = await runJson(words);
    expect(rows.map(({ value }) => value)).toEqual([
      -183_530_834_226, -182_579_054_300, -218_061_210_194,
    ]);
    expect(warnings[0]!.message).toContain("with GB in 2019: USD -177,722,933,152");
  });

  it("has the growth of its exports: 268,193.2 to 272,277.0 million, +1.52 %", async () => {
    const words = imports.map((word) => (word === "imports" ? "exports" : word));
    const { rows } = await runJson([...words, ...embedded]);
    expect(rows[0]!.value).toBeCloseTo(1.52, 2);
  });

  it("is the published row on request, which is not comparable across a change of members", async () => {
    const { rows, warnings } = await runJson([...imports, ...embedded, "--members", "published"]);
    expect(rows[0]).toMatchObject({ value: null, reason: "not-comparable" });
    expect(warnings[0]!.message).toContain("GB only in 2019");
    expect(warnings[0]!.message).toContain("--members today");
  });

  it("is its members of then on request, whose number changed", async () => {
    const { rows } = await runJson([...imports, ...embedded, "--members", "then"]);
    expect(rows[0]!.reason).toBe("not-comparable");
  });

  it("is compared with no published row that has the members of today throughout", async () => {
    const later = ["--data", "census-goods", "--vintage", "2025-10", "--members", "then"];
    const { warnings } = await runJson([...imports, ...later]);
    expect(warnings.map(({ message }) => message).join()).not.toContain("as published");
  });

  // The Census Bureau's API: the row is the sum of the 28 to 2017-12 and of the 27 since (measured).
  it("has other members in another vintage, whose row lost the United Kingdom in 2018", async () => {
    const growth = (vintage: string) =>
      runJson([
        ...["growth", "--partner", "EU", "--of", "imports", "--from", "2017", "--to", "2019"],
        ...["--data", "census-goods", "--vintage", vintage, "--members", "published"],
      ]);
    const { rows, warnings } = await growth("2025-10");
    expect(rows[0]).toMatchObject({ value: null, reason: "not-comparable" });
    expect(warnings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("areas that differ are not compared: GB only in 2017"),
    );
    expect((await growth("2025-04")).rows[0]!.reason).toBeNull();
  });

  it("as published says in which periods it has others than today", async () => {
    const { warnings } = await runJson([
      ...["balance", "--partner", "EU", "--period", "2016..2019", "--members", "published"],
      ...["--data", "census-goods", "--vintage", "2025-10"],
    ]);
    expect(warnings).toEqual([
      {
        code: "published-members",
        message: "EU is the published row, with GB beside its members of today (2016, 2017)",
      },
    ]);
  });

  it("is the published row where that has the members of today", async () => {
    const words = ["balance", "--partner", "EU", "--period", "2021,2023", ...embedded];
    expect((await runJson(words)).warnings).toEqual([]);
  });

  it("knows no other rule", async () => {
    const { status, stderr } = await run([...imports, "--members", "yesterday"]);
    expect([status, stderr]).toEqual([2, expect.stringContaining("today, then, published")]);
  });
});

describe("a group of which the data have no row", () => {
  const opec = ["balance", "--partner", "OPEC", "--period", "2015", ...embedded];

  // OPEC, member countries: Angola to 2023, Ecuador to 2019, Qatar to 2018; Gabon, Equatorial Guinea and
  // the Congo came after 2015.
  it("is on request the sum of its members of then, in the row of the whole", async () => {
    const then = ["DZ", "AO", "EC", "IR", "IQ", "KW", "LY", "NG", "QA", "SA", "AE", "VE"];
    const own = await runJson([
      "balance",
      "--partner",
      then.join(","),
      "--period",
      "2015",
      ...embedded,
    ]);
    const { rows, warnings } = await runJson([...opec, "--total", "--members", "then"]);
    const sum = own.rows.reduce((all, { exports }) => all + (exports as number), 0);
    expect(rows.at(-1)).toMatchObject({ partner: "OPEC", exports: sum, reason: null });
    expect(warnings).toEqual([
      {
        code: "group-members",
        message: "OPEC is the sum of its 12 members then: the data have no row of that name (2015)",
      },
    ]);
  });

  it("has no figure of its own for a rule of members without the row of the whole", async () => {
    const then = await run([...opec, "--members", "then"]);
    expect([then.status, then.stderr]).toEqual([2, expect.stringContaining("with --total")]);
    const published = await run([...opec, "--total", "--members", "published"]);
    expect([published.status, published.stderr]).toEqual([
      2,
      expect.stringContaining("no row of that name"),
    ]);
  });
});

describe("Eurostat's row of the 27 members of today", () => {
  it("answers for the EU where a file has no other row of it: 700 to 750 is +7.14 %", async () => {
    const rows = ["EU27_2020,2019,700", "EU28,2019,780", "FR,2019,100", "EU27_2020,2021,750"];
    const file = fileWith(
      [
        "freq,reporter,partner,product,flow,indicators,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS",
        ...rows.map((row) => {
          const [partner, year, value] = row.split(",");
          return `A,DE,${partner},TOTAL,2,VALUE_IN_EUROS,${year},${value},,`;
        }),
      ].join("\n"),
    );
    const asked = "growth --reporter DE --partner EU --of exports --from 2019 --to 2021 --data";
    const { rows: found } = await runJson([...asked.split(" "), file]);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ partner: "EU27_2020", from: 700, to: 750 });
  });
});
