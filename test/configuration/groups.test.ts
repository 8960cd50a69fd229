import { describe, expect, it } from "vitest";
import { readGroups } from "../../src/configuration/groups.ts";
import { readConfiguration } from "../../src/configuration/read.ts";
import { PartnerDirectory } from "../../src/partners/directory.ts";
import { allProducts } from "../../src/products/product.ts";
import { countries } from "../../src/sources/embedded/embedded.ts";
import { openSources } from "../../src/sources/open.ts";

const found = (content: unknown) => ({ place: "trade-metrics.json", folder: ".", content });
const groups = (given: unknown) => readGroups(found({ groups: given }));

describe("groups of one's own", () => {
  it("are a list of members, or a name and members", () => {
    const own = groups({
      NORDICS: ["Denmark", "SE"],
      visegrad: { name: "Visegrád Group", members: "CZ, HU, PL, SK" },
    });
    const directory = new PartnerDirectory(countries(), own);
    const codes = (list: string) => directory.select(list, null).partners.map(({ code }) => code);
    expect(codes("nordics")).toEqual(["DK", "SE"]);
    expect(codes("Visegrad,MX")).toEqual(["CZ", "HU", "PL", "SK", "MX"]);
    expect(directory.select("visegrad", null).whole).toEqual({
      ...{ code: "visegrad", name: "Visegrád Group" },
    });
  });

  it("are known to the directory of a question on embedded data", async () => {
    const own = groups({ NORDICS: ["Denmark", "SE"] });
    const sources = await openSources({
      ...{ as: null, where: [], data: [], missing: [], skipInvalid: false, groups: own },
    });
    const { partners } = sources.directoryFor(allProducts).select("NORDICS", "US");
    expect(partners.map(({ code }) => code)).toEqual(["DK", "SE"]);
  });

  it("are no defaults of options", () => {
    const content = { groups: { NORDICS: "DK,SE" }, partner: "NORDICS" };
    expect(readConfiguration(found(content))).toEqual({ partner: "NORDICS" });
    expect(readGroups(found({ partner: "MX" }))).toEqual([]);
  });

  it.each([
    [{ EU27: ["DE"] }, "groups.EU27: is the name of EU27, European Union (27 members)"],
    [{ nafta: ["MX"] }, "groups.nafta: is the name of USMCA"],
    [{ MX: ["MX"] }, "groups.MX: use three letters or more"],
    [{ "A, B": ["MX"] }, "groups.A, B: use three letters or more, without a comma"],
    [{ NORDICS: [] }, "groups.NORDICS: is empty"],
    [{ NORDICS: { member: "DK" } }, "groups.NORDICS: use a list of members, or"],
    [["DK"], "groups: expected keys with values, got a list"],
  ])("with %j are refused by file and key", (given, message) => {
    expect(() => groups(given)).toThrow(`trade-metrics.json: ${message}`);
  });
});
