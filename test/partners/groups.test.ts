import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { PartnerDirectory } from "../../src/partners/directory.ts";
import { changesOf, groupsOf, membersAt } from "../../src/partners/group-history.ts";
import { partnerGroups } from "../../src/partners/groups.ts";
import { parsePeriod } from "../../src/records/period.ts";
import { countries, openEmbedded } from "../../src/sources/embedded/embedded.ts";

const group = (id: string) => partnerGroups.find((one) => one.id === id)!;
const at = (id: string, period: string) => membersAt(group(id), parsePeriod(period));

describe("the members of a group", () => {
  // The European Union's own count of its members by enlargement.
  it.each([
    ["1960", 6],
    ["1973", 9],
    ["1981", 10],
    ["1986", 12],
    ["1995", 15],
    ["2004-05", 25],
    ["2007", 27],
    ["2013-07", 28],
    ["2020-01", 28],
    ["2020-02", 27],
  ])("EU in %s are %i", (period, count) => {
    expect(at("EU", period).members).toHaveLength(count);
  });

  it("tell who came and went within a period", () => {
    expect(at("EU", "2020")).toMatchObject({ joined: [], left: ["GB"] });
    expect(at("EU", "2013")).toMatchObject({ joined: ["HR"], left: [] });
    expect(at("EU", "2021")).toMatchObject({ joined: [], left: [] });
  });

  it("count from the first whole month: Timor-Leste in ASEAN since November 2025", () => {
    expect(at("ASEAN", "2025-10").members).not.toContain("TL");
    expect(at("ASEAN", "2025-11").members).toContain("TL");
  });

  it("OPEC has those who came back", () => {
    expect(at("OPEC", "2000").members).not.toContain("GA");
    expect(at("OPEC", "2010").members).toEqual("AE AO DZ EC IQ IR KW LY NG QA SA VE".split(" "));
    expect(at("OPEC", "2016-06").members).toContain("ID");
    expect(at("OPEC", "2017-01").members).not.toContain("ID");
  });

  it.each(partnerGroups.map(({ id, members }) => [id, members] as const))(
    "%s today are those of its history",
    (id, members) => {
      expect([...members].sort()).toEqual(members);
      expect(at(id, "2026-02").members).toEqual(members);
    },
  );

  it("EU27 are the same in every period", () => {
    expect(at("EU27", "1990")).toEqual({ members: group("EU").members, joined: [], left: [] });
    expect(changesOf("EU27")).toEqual([]);
  });
});

describe("the changes of a group", () => {
  it("are by day, the foundation first", () => {
    const changes = changesOf("EU");
    expect(changes[0]).toEqual({
      day: "1958-01-01",
      joined: ["BE", "DE", "FR", "IT", "LU", "NL"],
      left: [],
    });
    expect(changes.at(-1)).toEqual({ day: "2020-02-01", joined: [], left: ["GB"] });
  });

  it("give the groups of a country, today's and yesterday's", () => {
    expect(groupsOf("GB")).toEqual(["EU", "G7", "G20", "OECD", "CPTPP", "EFTA"]);
    expect(groupsOf("VE")).toEqual(["OPEC", "MERCOSUR"]);
    expect(groupsOf("NT")).toEqual([]);
  });
});

describe("the name of a group", () => {
  const directory = new PartnerDirectory([
    ...countries(),
    ...openEmbedded("census-goods").partners,
  ]);
  it.each([
    ["EU", "EU"],
    ["european union", "EU"],
    ["EU27", "EU27"],
    ["Euro area", "EURO-AREA"],
    ["NAFTA", "USMCA"],
    ["Mercosur", "MERCOSUR"],
  ])("%s is found as %s, also where the data publish a row of that name", (text, id) => {
    expect(directory.groupNamed(text)?.id).toBe(id);
  });

  it("that is no group's finds none", () => {
    expect(directory.groupNamed("Mexico")).toBeUndefined();
  });
});

describe("a group of one's own", () => {
  const own = (members: string[]) => ({
    ...{ id: "NORDICS", name: "Nordic countries", aliases: [], source: "trade-metrics.json" },
    members,
  });

  it("has members under any of their names, and groups", () => {
    const directory = new PartnerDirectory(countries(), [own(["Denmark", "SWE", "NO", "USMCA"])]);
    const { partners, whole } = directory.select("nordics", "US");
    expect(partners.map(({ code }) => code)).toEqual(["DK", "SE", "NO", "CA", "MX"]);
    expect(whole).toEqual({ code: "NORDICS", name: "Nordic countries" });
  });

  it("with an unknown member ends with its place", () => {
    const directory = new PartnerDirectory(countries(), [own(["Denmrk"])]);
    expect(() => directory.select("NORDICS", "US")).toThrow(
      'trade-metrics.json: group NORDICS: unknown partner "Denmrk"',
    );
  });
});

const dated = join(
  process.env.TRADE_METRICS_SHARED ?? "../shared",
  "data/classifications/groups/TRANSCRIBED-groups-dated.csv",
);

describe.skipIf(!existsSync(dated))("the transcribed list of dated memberships", () => {
  const rows = parse<Record<string, string>>(existsSync(dated) ? readFileSync(dated) : "", {
    columns: true,
  });
  const alpha2 = new Map(
    countries().flatMap(({ code, aliases }) => aliases.map((alias) => [alias, code] as const)),
  );

  it("agrees by the year on every accession and withdrawal", () => {
    const years = (side: "joined" | "left", id: string, code: string) =>
      changesOf(id)
        .filter((change) => change[side].includes(code))
        .map(({ day }) => day.slice(0, 4));
    const wrong = rows
      // The agreement of 1994 goes on under its new name.
      .filter(({ group, status }) => status === "member" && !/NAFTA|USMCA/.test(group!))
      .filter((row) => {
        const code = alpha2.get(row.iso3!)!;
        const [from, end] = [row.from!.slice(0, 4), row.to_exclusive!.slice(0, 4)];
        if (!years("joined", row.group!, code).includes(from)) return true;
        return end !== "" && !years("left", row.group!, code).includes(end);
      });
    expect(wrong).toEqual([]);
  });
});
