import { describe, expect, it } from "vitest";
import { publishedMembers } from "../../src/partners/published-members.ts";
import { parsePeriod } from "../../src/records/period.ts";
import { openEmbedded } from "../../src/sources/embedded/embedded.ts";

const members = (publisher: "census-api" | "census-country", code: string, period: string) =>
  publishedMembers(publisher, code, parsePeriod(period));

describe("the members of a published row", () => {
  it.each([
    ["1997", 25],
    ["2006", 25],
    ["2007", 27],
    ["2012", 27],
    ["2013", 28],
    ["2019", 28],
    ["2020", 27],
  ])("of the EU in the Census Bureau's file by country are in %s %i", (period, count) => {
    expect(members("census-country", "EU", period)?.members).toHaveLength(count);
  });

  it("of the EU in the Census Bureau's API have the United Kingdom to 2017-12", () => {
    expect(members("census-api", "EU", "2017-12")?.members).toContain("GB");
    expect(members("census-api", "EU", "2018-01")?.members).not.toContain("GB");
    expect(members("census-api", "EU", "2017-01/2018-12")?.left).toEqual(["GB"]);
  });

  it("are of an older list than the law's: the euro area gains Croatia in 2021", () => {
    expect(members("census-api", "EURO-AREA", "2021-01")?.members).toContain("HR");
    expect(members("census-api", "EURO-AREA", "2020-12")?.members).not.toContain("HR");
  });

  it("are not known before the measured months, and are the last ones after them", () => {
    expect(members("census-api", "EU", "2012")).toBeNull();
    expect(members("census-api", "SUB-SAHARAN-AFRICA", "2020")).toBeNull();
    expect(members("census-api", "EU", "2025-02")).toMatchObject({ measured: false });
    expect(members("census-api", "EU", "2024")).toMatchObject({ measured: true });
  });

  it("of the EU add up to the embedded row to the dollar, in every month of both flows", () => {
    const goods = openEmbedded("census-goods");
    const dataset = goods.vintages!.find(({ vintage }) => vintage === "2025-04")!.data;
    const flows = ["export", "import"] as const;
    const values = (code: string, flow: string) =>
      [...dataset.seriesOf(code)].find(({ key }) => key.flow === flow && key.product === "total")!
        .values;
    let months = 0;
    const wrong: string[] = [];
    for (const flow of flows) {
      for (const [period, value] of values("EU", flow)) {
        const who = members("census-country", "EU", period);
        if (!who?.measured || period.length !== 7) continue;
        const sum = who.members.reduce(
          (all, code) => all + (values(code, flow).get(period) ?? 0),
          0,
        );
        months += 1;
        if (sum !== value) wrong.push(`${flow} ${period}: ${sum - value}`);
      }
    }
    expect([months, wrong.length, wrong.slice(0, 5)]).toEqual([360, 0, []]);
  });
});
