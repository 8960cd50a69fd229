import { describe, expect, it } from "vitest";
import type { Result } from "../../src/calculation/result.ts";
import { ask, csv, warned } from "./ask.ts";

const messages = ({ warnings }: Result) => warnings.map(({ message }) => message).join();

describe("a whole that would add up two currencies", () => {
  const text = csv(
    "period,reporter,partner,flow,value,unit",
    ...["2023,DE,FR,export,100,EUR", "2023,DE,US,export,200,USD"],
  );

  it("is null beside the part, in each row and in the row of the whole", () => {
    const options = { of: "exports", period: "2023" } as const;
    const [row] = ask("share", { ...options, partner: "FR" }, text).rows;
    expect(row).toMatchObject({ part: 100, whole: null, value: null, reason: "not-comparable" });
    const all = ask("share", { ...options, partner: "all" }, text);
    expect(all.rows.map(({ partner, part, whole }) => [partner, part, whole])).toEqual([
      ["FR", 100, null],
      ["US", 200, null],
      ["WORLD", null, null],
    ]);
    expect(all.rows.every(({ reason }) => reason === "not-comparable")).toBe(true);
  });
});

describe("the world of a file without its row", () => {
  const header = "period,reporter,partner,flow,value";
  const unlike = csv(
    header,
    ...["2022,DE,FR,export,100", "2022,DE,US,export,200"],
    ...["2023,DE,FR,export,110", "2023,DE,CN,export,900"],
  );
  const years = { of: "exports", from: "2022", to: "2023" } as const;

  it("is not compared over other partners in the two periods, which are named", () => {
    const result = ask("growth", { ...years, partner: "WORLD" }, unlike);
    expect(result.rows).toMatchObject([
      { from: 300, to: 1010, change: null, value: null, reason: "not-comparable" },
    ]);
    const { message } = result.warnings.find(({ code }) => code === "not-comparable")!;
    expect(message).toBe(
      "sums of unlike members are not compared: US only in 2022; CN only in 2023 (name the same for both, or use --absent-as-zero) (2023)",
    );
  });

  it("makes no contribution of a member comparable either", () => {
    const { rows } = ask("contribution", { ...years, by: "partner" }, unlike);
    expect(new Set(rows.map(({ value, reason }) => `${value} ${reason}`))).toEqual(
      new Set(["null not-comparable"]),
    );
  });

  it("is compared where an absent flow is said to be zero, or the same partners are named", () => {
    const absentAsZero = true;
    const zero = ask("growth", { ...years, partner: "WORLD", absentAsZero }, unlike);
    // (1010 / 300 - 1) * 100
    expect(zero.rows[0]!.value).toBeCloseTo(236.6667, 4);
    expect(ask("growth", { ...years, partner: "FR" }, unlike).rows[0]!.value).toBeCloseTo(10, 10);
  });

  it("is compared over the same partners, and where one of them was divided", () => {
    const same = csv(header, ...["2022", "2023"].map((year) => `${year},DE,FR,export,1${year}`));
    expect(ask("growth", { ...years, partner: "WORLD" }, same).rows[0]!.reason).toBeNull();
    // Czechoslovakia became the Czech Republic and Slovakia on 1 January 1993.
    const divided = csv(
      header,
      ...["1992,DE,CSHH,export,10", "1993,DE,CZ,export,9", "1993,DE,SK,export,3"],
    );
    const asked = { of: "exports", from: "1992", to: "1993", partner: "WORLD" } as const;
    // (12 / 10 - 1) * 100
    expect(ask("growth", asked, divided).rows[0]!.value).toBeCloseTo(20, 10);
  });

  it("names a country of today where all its parts are without figures at one end", () => {
    const lacksGermany = csv(
      header,
      ...["2003,US,FR,export,10", "2004,US,FR,export,12", "2004,US,DE,export,20"],
    );
    const asked = { of: "exports", from: "2003", to: "2004", partner: "WORLD" } as const;
    expect(messages(ask("growth", asked, lacksGermany))).toContain("DE only in 2004");
    // Before 1990 the name stands for another area, so that its parts are named.
    const before = csv(
      header,
      ...["1989,US,DE,export,10", "2004,US,DE,export,12", "2004,US,FR,export,20"],
    );
    expect(messages(ask("growth", { ...asked, from: "1989" }, before))).toContain(
      "DE only in 1989; DD, FR, WEST-GERMANY only in 2004",
    );
  });
});

describe("the world of reporters of whom one reports exports alone", () => {
  const text = csv(
    "period,reporter,partner,flow,value",
    ...["2023,US,CA,export,150", "2023,US,CA,import,120", "2023,IN,CA,export,47"],
    ...["2023,IN,CA,import,73", "2023,BR,CA,export,95"],
  );

  it.each(["balance", "deficit-ratio", "coverage", "normalised-balance"])("has no %s", (id) => {
    const result = ask(id, { by: "reporter", partner: "WORLD" }, text);
    const world = result.rows.at(-1);
    // 150 + 47 + 95 would be set against 120 + 73, without what Brazil bought.
    expect(world).toMatchObject({ exports: 292, value: null, reason: "not-comparable" });
    expect(messages(result)).toContain(
      "sums of unlike reporters are not netted: BR only in exports (name those that have both with --reporter)",
    );
  });

  it("has one where reporters of both flows are named", () => {
    const named = { by: "reporter", reporter: "US,IN", partner: "WORLD" } as const;
    // 150 + 47 - 120 - 73
    expect(ask("balance", named, text).rows.at(-1)).toMatchObject({ value: 4 });
  });

  it("has one where the world itself reports both, with whichever partners", () => {
    const reported = csv(
      "period,reporter,partner,flow,value",
      ...["2023,World,MX,export,100", "2023,World,CA,export,200", "2023,World,MX,import,50"],
    );
    // 100 + 200 - 50: that Canada is in exports alone is no reporter too few.
    const { rows } = ask("balance", { by: "reporter", partner: "WORLD" }, reported);
    expect(rows.at(-1)).toMatchObject({ reporter: "WORLD", value: 250 });
  });

  it("has the exports of all three, and each a share in them", () => {
    const { rows } = ask("share", { of: "exports", by: "reporter", partner: "WORLD" }, text);
    expect(rows.map(({ part, whole }) => [part, whole])).toEqual([
      ...[95, 47, 150, 292].map((part) => [part, 292]),
    ]);
  });
});

describe("a quarter whose months are of unlike kinds", () => {
  const kinds = ["2024-01,yes", "2024-02,no", "2024-03,"];
  const file = (months: readonly string[]) =>
    csv(
      "period,adjusted,partner,flow,value",
      ...months.flatMap((month) => [`${month},DE,export,10`, `${month},DE,import,12`]),
    );
  const months = file(kinds);
  const asked = { partner: "DE" } as const;

  it("is null, and says in what they differ", () => {
    const result = ask("balance", { ...asked, period: "2024-Q1" }, months);
    expect(result.rows[0]).toMatchObject({ value: null, reason: "not-comparable" });
    expect(messages(result)).toContain(
      "the parts of the period differ in seasonal adjustment (not stated, not adjusted, adjusted) and are not added up",
    );
  });

  it("is incomplete where a month is in no kind", () => {
    const lacksMarch = file(kinds.slice(0, 2));
    const [row] = ask("balance", { ...asked, period: "2024-Q1" }, lacksMarch).rows;
    expect(row).toMatchObject({ value: null, reason: "incomplete-period" });
  });

  it("has the adjusted months named beside those that are not", () => {
    const each = { ...asked, period: "2024-01..2024-03" };
    const [use] = ask("balance", each, months).data;
    expect(use).toMatchObject({ status: { "seasonally adjusted": ["2024-01"] } });
    expect(use).not.toHaveProperty("adjusted");
    const [january] = ask("balance", { ...each, period: "2024-01" }, months).data;
    expect(january).toMatchObject({ adjusted: true });
  });
});

describe("a projected year", () => {
  const months = (partner: string, year: number, last: number) =>
    Array.from({ length: last }, (_, at) => String(at + 1).padStart(2, "0")).flatMap((month) => [
      `${year}-${month},${partner},export,10`,
      `${year}-${month},${partner},import,10`,
    ]);
  const file = csv(
    "period,partner,flow,value",
    ...[...months("MX", 2024, 12), ...months("MX", 2025, 6)],
    ...[...months("CA", 2024, 12), ...months("CA", 2025, 3)],
  );

  it("says of each partner from which months it was projected", () => {
    const options = { partner: "MX,CA", period: "2025", project: true as const };
    const { rows } = ask("balance", options, file);
    expect(rows.map(({ partner, projectedFrom }) => [partner, projectedFrom])).toEqual([
      ["MX", "2025-01/2025-06"],
      ["CA", "2025-01/2025-03"],
    ]);
  });
});

describe("a share of a whole in the same data", () => {
  it("has no word of two datasets", () => {
    const text = csv("period,partner,flow,value", "2020,WORLD,export,100", "2020,MX,export,60");
    const result = ask("share", { of: "exports", partner: "MX", period: "2020" }, text);
    expect(warned(result)).not.toContain("two-datasets");
  });
});

describe("members that add up to more than their published whole", () => {
  const header = "period,partner,flow,product,value";
  const above = (result: ReturnType<typeof ask>) =>
    result.warnings.flatMap(({ code, message }) => (code === "part-above-whole" ? [message] : []));

  it("are said, also where each is less and --top leaves some to the rest", () => {
    const text = csv(
      "period,partner,flow,value",
      ...["2022,WORLD,export,1000", "2022,MX,export,300", "2022,CA,export,900"],
    );
    const said = "part: the parts add up to USD 1,200, more than their whole of USD 1,000";
    for (const top of [undefined, 1]) {
      const options = { partner: "all", period: "2022", ...(top && { top }) };
      expect(above(ask("share", { ...options, of: "exports" }, text))).toEqual([
        `${said}, which was published so (2022)`,
      ]);
    }
  });

  it("are said of products that are no tree, such as categories of BEC", () => {
    const text = csv(
      header,
      ...["2022,MX,import,total,90", "2022,MX,import,bec:1,20", "2022,MX,import,bec:2,120"],
    );
    const result = ask("share", { of: "imports", partner: "MX", by: "bec1", period: "2022" }, text);
    expect(above(result)).toEqual([
      expect.stringContaining("a part of USD 120 is more than its whole of USD 90"),
      expect.stringContaining("part: the parts add up to USD 140, more than their whole of USD 90"),
    ]);
  });

  it("are no matter where the rest is the trade of others, or a rounding", () => {
    const text = csv(
      "period,partner,flow,value",
      ...["2022,WORLD,export,1000", "2022,MX,export,501", "2022,CA,export,500"],
    );
    expect(above(ask("share", { of: "exports", partner: "all", period: "2022" }, text))).toEqual(
      [],
    );
  });
});

describe("a valuation that a flow does not have", () => {
  it("is answered with the one that it has", () => {
    const text = csv(
      "period,partner,flow,valuation,value",
      ...["2022,CA,export,fob,50", "2022,CA,import,cif,60"],
    );
    const options = { partner: "CA", period: "2022" } as const;
    const result = ask("balance", { ...options, valuation: "customs" }, text);
    expect(result.rows).toMatchObject([{ exports: 50, imports: null, reason: "no-data" }]);
    expect(result.warnings.map(({ message }) => message)).toContain(
      "own has imports of CA at cif, not at customs (use --valuation cif) (2022)",
    );
    expect(warned(ask("balance", { ...options, valuation: "cif" }, text))).not.toContain(
      "other-valuation",
    );
  });
});

describe("a world of one reporter", () => {
  it("is none, and what would serve is named", () => {
    const text = csv("period,partner,flow,value", "2022,MX,export,5", "2022,CA,export,5");
    const result = ask("trade-intensity", { partner: "MX", period: "2022" }, text);
    expect(result.rows[0]).toMatchObject({ value: null, reason: "no-world" });
    expect(result.warnings.map(({ message }) => message)).toContain(
      "own has what US reports alone, which is no world (name a file with the reporter WORLD, or with several reporters, with --data)",
    );
  });
});
