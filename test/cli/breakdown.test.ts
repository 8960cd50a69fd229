import { describe, expect, it } from "vitest";
import { metrics } from "../../src/metrics/registry.ts";
import { run, runJson, temporaryFolder, written } from "./run.ts";

// A world of four economies that each export 100, by destination; every expected value is worked
// out beside its test from these figures.
const EXPORTS = {
  US: { MX: 30, CA: 50, CN: 20 },
  CA: { US: 80, MX: 5, CN: 15 },
  MX: { US: 90, CA: 5, CN: 5 },
  CN: { US: 60, CA: 35, MX: 5 },
};
const folder = temporaryFolder();
const HEADER = "reporter,period,partner,flow,product,value\n";

const directions = Object.entries(EXPORTS).flatMap(([reporter, flows]) =>
  Object.entries(flows).map(([partner, value]) => `${reporter},2023,${partner},export,,${value}\n`),
);
const world = written(folder, "world.csv", HEADER + directions.join(""));

const us = written(
  folder,
  "us.csv",
  `${HEADER}US,2022,MX,export,,40
US,2022,CA,export,,60
US,2022,WORLD,export,,100
US,2023,MX,export,,50
US,2023,CA,export,,55
US,2023,WORLD,export,,105
`,
);

const products = written(
  folder,
  "products.csv",
  `${HEADER}US,2023,MX,export,hs:87,80
US,2023,MX,import,hs:87,160
US,2023,MX,export,hs:10,100
US,2023,MX,import,hs:10,0
`,
);

const only = async (...words: string[]) => {
  const { rows } = await runJson(words);
  expect(rows).toHaveLength(1);
  return rows[0]!;
};

describe("concentration", () => {
  it("is the sum of the squared shares of partners", async () => {
    const row = await only("concentration", "--data", world, "--reporter", "US", "--of", "exports");
    // 0.3^2 + 0.5^2 + 0.2^2 = 0.38; (0.38 - 1/3) / (2/3) = 0.07; half of all goes to Canada.
    expect(row.value).toBeCloseTo(0.38, 12);
    expect(row.normalised).toBeCloseTo(0.07, 12);
    expect(row.equivalent).toBeCloseTo(1 / 0.38, 12);
    expect(row.largestShare).toBeCloseTo(50, 12);
  });
});

describe("contribution", () => {
  it("adds up to the growth of the whole", async () => {
    const { rows } = await runJson([
      ...["contribution", "--data", us, "--of", "exports"],
      ...["--from", "2022", "--to", "2023"],
    ]);
    // From 100 to 105: Mexico adds 10 points and Canada takes 5 away; 10 of the 5 gained are 200 %.
    const points = new Map(rows.map(({ partner, value }) => [partner, value]));
    expect(points.get("MX")).toBeCloseTo(10, 12);
    expect(points.get("CA")).toBeCloseTo(-5, 12);
    expect(rows.find(({ partner }) => partner === "MX")!.shareOfChange).toBeCloseTo(200, 12);
    expect(rows.at(-1)!.value).toBeCloseTo(5, 12);
  });
});

describe("grubel-lloyd", () => {
  it("is one less the gaps of products over their trade", async () => {
    const row = await only("grubel-lloyd", "--data", products, "--partner", "MX");
    // Gaps 80 and 100 of a trade of 240 and 100; the balance of all is 180 - 160.
    expect(row.value).toBeCloseTo((1 - 180 / 340) * 100, 12);
    expect(row.corrected).toBeCloseTo(((340 - 180) / (340 - 20)) * 100, 12);
    // Shares of exports 80/180 and 100/180, of imports 1 and 0.
    expect(row.aquino).toBeCloseTo((1 - (100 / 180 + 100 / 180) / 2) * 100, 12);
  });

  it("takes printed numbers of one product", async () => {
    const row = await only("grubel-lloyd", "--exports", "80", "--imports", "160");
    expect(row.value).toBeCloseTo((1 - 80 / 240) * 100, 12);
    // The most equal and the most unequal flows that print so: 80.5 and 159.5, 79.5 and 160.5.
    const interval = row.interval as { low: number; high: number };
    expect(interval.low).toBeCloseTo((1 - 81 / 240) * 100, 9);
    expect(interval.high).toBeCloseTo((1 - 79 / 240) * 100, 9);
  });
});

describe("rca", () => {
  it("is the share of a product in exports over its share in the world's", async () => {
    const cars = { US: 10, CA: 20, MX: 40, CN: 10 };
    const rows = Object.entries(cars).flatMap(([reporter, value]) => {
      const partner = reporter === "US" ? "CA" : "US";
      return [
        `${reporter},2023,${partner},export,hs:87,${value}\n`,
        `${reporter},2023,${partner},export,hs:10,${100 - value}\n`,
        `${reporter},2023,${partner},export,,100\n`,
      ];
    });
    const data = written(folder, "cars.csv", HEADER + rows.join(""));
    const row = await only("rca", "--data", data, "--reporter", "MX", "--product", "hs:87");
    // 40 of 100 against 80 of 400; (2 - 1) / (2 + 1).
    expect(row.value).toBeCloseTo(2, 12);
    expect(row.symmetric).toBeCloseTo(1 / 3, 12);
  });

  it("takes printed numbers", async () => {
    expect((await only("rca", "--values", "11,140,42,12000")).value).toBeCloseTo(
      11 / 140 / (42 / 12000),
      12,
    );
  });
});

describe("trade-intensity", () => {
  it("is the partner's share in exports over its share in the world's", async () => {
    const row = await only(
      ...["trade-intensity", "--data", world, "--reporter", "US", "--partner", "MX"],
    );
    // 30 of 100 against 40 of 400; Kojima leaves out the 230 that the world exports to the US.
    expect(row.value).toBeCloseTo(3, 12);
    expect(row.kojima).toBeCloseTo(0.3 / (40 / 170), 12);
  });

  it("takes printed numbers", async () => {
    const row = await only("trade-intensity", "--values", "30,100,40,400");
    expect(row.value).toBeCloseTo(3, 12);
  });
});

describe("intraregional-share", () => {
  it("is trade among the members over all their trade", async () => {
    const row = await only(
      ...["intraregional-share", "--data", world, "--region", "CA,MX,US", "--of", "exports"],
    );
    // 80 of the US, 85 of Canada and 95 of Mexico, of 300.
    expect(row).toMatchObject({ within: 260, whole: 300 });
    expect(row.value).toBeCloseTo((260 / 300) * 100, 12);
  });

  it("takes printed numbers", async () => {
    const row = await only("intraregional-share", "--within", "30", "--whole", "120");
    expect(row.value).toBe(25);
  });
});

describe("complementarity", () => {
  it("sets what one exports against what the other imports", async () => {
    const data = written(
      folder,
      "match.csv",
      `${HEADER}US,2023,CA,export,hs:87,60
US,2023,CA,export,hs:27,40
MX,2023,CN,import,hs:87,30
MX,2023,CN,import,hs:27,70
`,
    );
    const row = await only(
      ...["complementarity", "--data", data, "--reporter", "US", "--partner", "MX"],
    );
    // Shares 0.6 and 0.4 against 0.3 and 0.7.
    expect(row.value).toBeCloseTo((1 - (0.3 + 0.3) / 2) * 100, 12);
  });
});

describe("printed numbers in place of data", () => {
  const takesNumbers = metrics.map(({ id, inputs, asks }) => {
    const own = asks.change ? [] : inputs.filter(({ dispensable }) => !dispensable);
    return [id, own] as const;
  });

  it.each(takesNumbers)(
    "are offered by the help of %s where its formula takes them",
    async (id, inputs) => {
      const { stdout } = await run([id, "--help"]);
      const help = stdout.replace(/\s+/g, " ");
      for (const flow of ["exports", "imports"]) {
        const input = inputs.find(({ name }) => name === flow);
        const basis =
          flow === "exports" ? "total or domestic exports" : "general or consumption imports";
        const printed = input?.list ? "printed numbers" : "a printed number";
        const offer = input ? `; or ${input.title.toLowerCase()} as ${printed}` : "";
        expect(help).toContain(`--${flow} <basis> ${basis}${offer} `);
      }
      for (const { name } of inputs) {
        const option = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
        expect(help).toMatch(new RegExp(`--${option} <`));
      }
      expect(help).toContain("--values <list>");
    },
  );

  it.each(["concentration", "contribution", "share"])(
    "are refused by %s in --exports, in words that do not ask for one",
    async (id) => {
      const { status, stderr } = await run([id, "--partner", "MX", "--exports", "80"]);
      expect(status).toBe(2);
      expect(stderr).toBe(
        `error: --exports: expected total or domestic, got "80"\n  See trade-metrics ${id} --help.\n`,
      );
    },
  );

  it("are asked for by name where a partner is missing", async () => {
    const hint = async (id: string) => (await run([id])).stderr.split("\n")[1];
    expect(await hint("balance")).toBe(
      "  To compute from numbers instead: --exports <number> --imports <number>",
    );
    expect(await hint("growth")).toBe("  To compute from numbers instead: --values from,to");
  });
});

describe("a level of products that the data do not have", () => {
  it.each([
    ["balance MX --by hs4", 'census-hs2 has no products at the level "hs4" (use hs, hs2)'],
    ["balance MX --by sitc1", 'census-hs2 has no products at the level "sitc1" (use hs, hs2)'],
    ["balance all --by partner,foo", 'no products at the level "foo" (use hs, hs2)'],
    ["concentration --by hs4 --each partner --of imports", 'the level "hs4" (use hs, hs2)'],
    ["balance MX --by month", '"month" is no level of products (use --step month for periods)'],
    ["balance MX --by year", '"year" is no level of products (use --step year for periods)'],
  ])("is refused, not answered with the total alone: %s", async (line, message) => {
    const { status, stdout, stderr } = await run(`${line} --period 2023`.split(" "));
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(message);
  });

  it("is one of a file that has others", async () => {
    const { status, stderr } = await run(
      `balance --data ${products} --partner MX --by hs4 --period 2023`.split(" "),
    );
    expect(status).toBe(2);
    expect(stderr).toContain('no products at the level "hs4" (use hs, hs2)');
  });

  it("is answered where it has them, services among them", async () => {
    for (const line of ["balance MX --by hs", "balance WORLD --sector services --by ebops"]) {
      const { rows } = await runJson(`${line} --period 2023 --top 3`.split(" "));
      expect(rows.filter(({ row }) => row === "member")).toHaveLength(3);
    }
  });

  it("is there in narrower codes, whatever their values", async () => {
    // A surplus of 50 became a deficit of 20, of which there is no growth.
    const path = written(
      folder,
      "narrow.csv",
      `${HEADER}US,2022,MX,export,hs:271000,50
US,2022,MX,import,hs:271000,0
US,2023,MX,export,hs:271000,0
US,2023,MX,import,hs:271000,20
`,
    );
    const line = `growth --data ${path} --of balance --partner MX --by hs2 --from 2022 --to 2023`;
    const { rows } = await runJson(line.split(" "));
    expect(rows[0]).toMatchObject({ product: "hs:27", from: 50, to: -20, reason: "sign-change" });
  });
});

it("the first of a ranking is told in the singular", async () => {
  const { stdout } = await run("balance all --period 2023 --top 1 --vintage 2025-04".split(" "));
  expect(stdout).toContain("Trade balance, by partner: first of the largest deficits\n");
});

describe("a world that is added up", () => {
  it("is outside the coverage of a file where its members are", async () => {
    for (const line of ["balance all", "balance WORLD", "growth all --of exports"]) {
      const { rows } = await runJson(`${line} --data ${us} --reporter US --period 2019`.split(" "));
      expect(new Set(rows.map(({ reason }) => reason))).toEqual(new Set(["outside-coverage"]));
    }
    const line = `share --data ${world} --by reporter --partner MX --of exports --period 2019`;
    const { rows } = await runJson(line.split(" "));
    expect(rows.at(-1)).toMatchObject({ row: "total", reason: "outside-coverage" });
  });

  it("has not what an economy reports of trade with itself, and says so", async () => {
    // China's imports of goods that return home, 100, beside 30 from the United States.
    const rows = ["CN,2023,CN,import,total,100", "CN,2023,US,import,total,30"];
    const path = written(folder, "own.csv", `${HEADER}${rows.join("\n")}\n`);
    const line = `share --data ${path} --reporter CN --partner all --of imports --period 2023`;
    const { rows: found, warnings } = await runJson(line.split(" "));
    expect(found).toMatchObject([{ partner: "US", part: 30, whole: 30 }, { row: "total" }]);
    expect(warnings.map(({ message }) => message)).toContain(
      "own.csv: what CN reports of trade with itself, such as re-imports, is not counted among partners",
    );
  });
});
