import { describe, expect, it } from "vitest";
import { fileWith } from "../sources/files-for-tests.ts";
import { verifyClaims } from "./own-claims.ts";

// Exports in 2023: of the United States to Mexico 50 vehicles, 30 machines and 20 fuels, to Canada 90
// vehicles; of Brazil to Mexico 60 fuels and 10 vehicles. Each economy imports 25 of all from Mexico.
const rows = [
  ...["US,MX,export,hs:87,50", "US,MX,export,hs:84,30", "US,MX,export,hs:27,20"],
  ...["US,CA,export,hs:87,90", "BR,MX,export,hs:27,60", "BR,MX,export,hs:87,10"],
  ...["US,MX,import,hs:87,5", "US,MX,import,hs:84,15", "US,MX,import,hs:27,5"],
  ...["US,CA,import,hs:87,1", "BR,MX,import,hs:27,20", "BR,MX,import,hs:87,5"],
];
const data = fileWith(
  `period,reporter,partner,flow,product,value\n${rows.map((row) => `2023,${row}\n`).join("")}`,
);
const share = { metric: "share", of: "exports", period: "2023", data } as const;

async function ranked(reported: string, compute: object, says = "a number") {
  const [claim] = (await verifyClaims([{ reported, unit: "rank", says, compute }])).claims;
  return [claim!.verdict, claim!.computed];
}

describe("a rank is that of what the rows are members of", () => {
  it("of a product among all products", async () => {
    const fuels = {
      ...share,
      reporter: "US",
      partner: "MX",
      by: "hs2",
      product: "hs:27",
      rank: {},
    };
    // 50, 30, 20
    expect(await ranked("3", fuels)).toEqual(["reproduced", 3]);
  });

  it("of a product among some that are named by their codes", async () => {
    const rank = { among: ["hs:27", "hs:84"] };
    const machines = { ...share, reporter: "US", partner: "MX", by: "hs2", product: "hs:84", rank };
    expect(await ranked("1", machines)).toEqual(["reproduced", 1]);
    const other = verifyClaims([
      { unit: "rank", compute: { ...machines, rank: { among: ["hs:27", "cars"] } } },
    ]);
    await expect(other).rejects.toThrow(
      'compute.rank: "cars" is no code of a product (use such as hs:27)',
    );
  });

  it("of a reporter among all reporters", async () => {
    const brazil = { ...share, by: "reporter", reporter: "BR", partner: "MX", rank: {} };
    // 100 of the United States, 70 of Brazil.
    expect(await ranked("2", brazil)).toEqual(["reproduced", 2]);
  });

  it("of a partner among all partners, by a flow that the claim names", async () => {
    const canada = {
      ...{ metric: "balance", reporter: "US", partner: "CA", period: "2023", data },
      rank: { by: "imports", first: "largest" },
    };
    // 25 from Mexico, 1 from Canada.
    expect(await ranked("2", canada, "Canada's rank by imports in 2023")).toEqual([
      "reproduced",
      2,
    ]);
  });
});

describe("a number that is a member's", () => {
  it.each([
    [
      { ...share, partner: "MX", by: "reporter" },
      "compute.by: the number is a reporter's, and none is named (add reporter, or leave by out)",
    ],
    [
      { metric: "intraregional-share", region: "US,BR", by: "reporter", period: "2023", data },
      "compute.by: the number is a reporter's, and none is named (leave by out)",
    ],
  ])("is refused where no member is named: %o", async (compute, message) => {
    await expect(verifyClaims([{ unit: "percent", compute }])).rejects.toThrow(message);
  });

  it("is not taken for that of a whole region", async () => {
    const compute = {
      metric: "intraregional-share",
      region: "US,BR",
      reporter: "US",
      period: "2023",
    };
    await expect(verifyClaims([{ unit: "percent", compute }])).rejects.toThrow(
      "compute.reporter: every member of the region is a reporter and a partner",
    );
  });
});
