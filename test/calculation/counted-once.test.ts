import { describe, expect, it } from "vitest";
import { ask, csv } from "./ask.ts";

const BY_REPORTER = "period,reporter,partner,product,flow,value";
const row = (reporter: string, product: string, value: number) =>
  `2023,${reporter},WORLD,${product},export,${value}`;
describe("a group that reports beside its members", () => {
  const cars = [
    ...[row("EU", "hs:87", 50), row("EU", "total", 500)],
    ...[row("DE", "hs:87", 30), row("DE", "total", 160)],
    ...[row("US", "hs:87", 20), row("US", "total", 400)],
  ];

  it("stands in the world for the members that report, each trade being counted once", () => {
    // World share (50 + 20) / (500 + 400); Germany (30 / 160) / (70 / 900), the United States (20 / 400) / (70 / 900).
    const asked = { reporter: "DE,US", product: "hs:87", period: "2023" };
    const { rows, warnings } = ask("rca", asked, csv(BY_REPORTER, ...cars));
    expect(rows.map(({ value }) => value)).toEqual([
      expect.closeTo(2.4107, 4),
      expect.closeTo(0.6429, 4),
    ]);
    expect(warnings.map(({ message }) => message).join("\n")).toContain(
      "the world is the 2 reporters of the data; EU stands for its members (DE)",
    );
  });

  it("is no member of a list of reporters, and the row of the world counts it once", () => {
    const asked = { reporter: "all", partner: "WORLD", period: "2023" };
    const both = cars.flatMap((one) => [one, one.replace("export", "import")]);
    const { rows } = ask("balance", asked, csv(BY_REPORTER, ...both));
    const shown = rows.map(({ reporter, exports }) => [reporter, exports]);
    expect(shown).toContainEqual(["DE", 160]);
    expect(shown).toContainEqual(["US", 400]);
    expect(shown.map(([reporter]) => reporter)).not.toContain("EU");
    expect(rows.at(-1)!.exports).toBe(900);
  });

  it("is left out where every member reports", () => {
    const members = ["CA", "MX", "US"].map((code) => row(code, "total", 10));
    const asked = { reporter: "all", partner: "WORLD", period: "2023", of: "exports" } as const;
    const text = csv(BY_REPORTER, ...members, row("USMCA", "total", 25), row("CN", "total", 7));
    const { rows, warnings } = ask("share", asked, text);
    expect(rows.map(({ reporter, part }) => [reporter, part])).toContainEqual(["CN", 7]);
    expect(rows.at(-1)!.part).toBe(37);
    expect(warnings.map(({ message }) => message).join("\n")).toContain(
      "USMCA is left out beside its members",
    );
  });

  it("is an economy like others where no member reports", () => {
    const asked = { reporter: "all", partner: "WORLD", period: "2023", of: "exports" } as const;
    const text = csv(BY_REPORTER, row("EU27_2020", "total", 500), row("US", "total", 400));
    const { rows } = ask("share", asked, text);
    expect(rows.map(({ part }) => part)).toEqual([500, 400, 900]);
  });

  it("is never counted where nobody knows its members and others report", () => {
    const asked = { reporter: "all", partner: "WORLD", period: "2023", of: "exports" } as const;
    const africa = row("AFRICA", "total", 50);
    const text = csv(BY_REPORTER, africa, row("EG", "total", 5), row("US", "total", 400));
    const { rows, warnings } = ask("share", asked, text);
    expect(rows.map(({ part }) => part)).toEqual([5, 400, 405]);
    expect(warnings.map(({ message }) => message).join("\n")).toContain(
      "AFRICA, a whole of others, is left out",
    );
  });

  it("makes no total of reporters that are named beside it", () => {
    const asked = {
      reporter: "EU,DE,US",
      partner: "WORLD",
      period: "2023",
      of: "exports",
    } as const;
    const { rows } = ask("share", { ...asked, by: "reporter" }, csv(BY_REPORTER, ...cars));
    expect(rows.map(({ part }) => part)).toEqual([500, 160, 400]);
  });
});

describe("an area that had ended", () => {
  it("is told where it stands beside one of its parts in a world that is added up", () => {
    const text = csv(
      "period,partner,flow,value",
      ...["2023,BE,import,18", "2023,Belgium-Luxembourg,import,20", "2023,DE,import,159"],
    );
    const asked = { partner: "all", of: "imports", period: "2023" } as const;
    const { warnings } = ask("share", asked, text);
    expect(warnings.map(({ message }) => message).join("\n")).toContain(
      "Belgium-Luxembourg (BELGIUM-LUXEMBOURG), which was divided on 1999-01-01, stands beside BE",
    );
  });

  it("is not told of the years in which it was there", () => {
    const text = csv(
      "period,partner,flow,value",
      ...["1998,Belgium-Luxembourg,import,20", "1998,DE,import,159", "1999,BE,import,18"],
    );
    const { warnings } = ask("share", { partner: "all", of: "imports", period: "1998" }, text);
    expect(warnings.map(({ message }) => message).join("\n")).not.toContain("was divided");
  });
});

describe("reporters that the data do not have", () => {
  const text = csv(
    "period,reporter,partner,flow,value",
    ...["2023,EU27_2020,US,export,500", "2023,EU27_2020,US,import,350"],
  );

  it("are answered with those that they have, and how these are asked for", () => {
    const { warnings } = ask("balance", { partner: "US", reporter: "EU27", period: "2023" }, text);
    const found = warnings.find(({ code }) => code === "unlisted-reporter");
    expect(found?.message).toContain("has what EU27_2020 reports (use --reporter EU27_2020)");
  });

  it("are asked for as a published group with --members published", () => {
    const asked = { partner: "US", reporter: "EU27", period: "2023" } as const;
    const own = text.replaceAll("EU27_2020", "EU27");
    expect(
      ask("balance", asked, own)
        .warnings.map(({ message }) => message)
        .join(),
    ).toContain("(use --reporter EU27 --members published)");
  });

  it("are never proposed to one who names them already", () => {
    const own = csv(
      "period,reporter,partner,flow,value",
      "2023,DE,US,export,150",
      "2023,DE,FR,export,76",
    );
    const { warnings } = ask("balance", { partner: "DE", reporter: "DE", period: "2023" }, own);
    const said = warnings.map(({ message }) => message).join();
    expect(said).toContain("DE is the reporter itself");
    expect(said).not.toContain("use --reporter");
  });
});

describe("a group that changed within a period", () => {
  it("says who counts in no month of it under --members then, and nothing of a month", () => {
    const text = csv(
      "period,partner,flow,value",
      ...["2020,DE,export,5", "2020,GB,export,7", "2020-02,DE,export,1"],
    );
    const asked = { partner: "EU", members: "then", of: "exports", whole: "DE" } as const;
    const changed = (period: string) =>
      ask("share", { ...asked, period }, text).warnings.filter(
        ({ code }) => code === "members-changed",
      );
    expect(changed("2020")[0]?.message).toContain("GB left, and counts in no month of it");
    expect(changed("2020-02")).toEqual([]);
  });
});
