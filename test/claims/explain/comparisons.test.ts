import { describe, expect, it } from "vitest";
import { firstOf, type OwnClaim } from "../own-claims.ts";

// US Census Bureau, goods, billions of dollars. Imports 2023: Mexico 475.216, China 426.885, Canada
// 418.619; 2024: Mexico 505.851, China 438.947. Exports 2023: Mexico 322.742, China 147.778.
const imports = { metric: "flow", of: "imports", partner: "MX", period: "2023" };
const billion = { unit: "USD", scale: "billion" };

async function causeOf(claim: OwnClaim): Promise<string | undefined> {
  const { verdict, explanations } = await firstOf(claim);
  expect(verdict).toBe("mismatch");
  return explanations[0]?.says;
}

describe("a comparison of two figures that is wrong is explained by", () => {
  it.each<[string, OwnClaim, RegExp]>([
    [
      "the other way round (426.885 / 475.216)",
      {
        reported: "0.898",
        unit: "times",
        compute: { ...imports, than: { partner: "CN", as: "times" } },
      },
      /^the second figure compared with the first$/,
    ],
    [
      "how many times for how much more (475.216 / 426.885 in percent)",
      {
        reported: "111.3",
        unit: "percent",
        compute: { ...imports, than: { partner: "CN", as: "percent" } },
      },
      /^the first in percent of the second in place of how much more in percent$/,
    ],
    [
      "the difference over the first (48.331 / 475.216)",
      {
        reported: "10.17",
        unit: "percent",
        compute: { ...imports, than: { partner: "CN", as: "percent" } },
      },
      /^the difference in percent of the first in place of how much more in percent$/,
    ],
    [
      "one figure alone",
      { reported: "475.2", ...billion, compute: { ...imports, than: { partner: "CN" } } },
      /^the first figure alone, not compared$/,
    ],
    [
      "another year of both (505.851 - 438.947)",
      { reported: "66.90", ...billion, compute: { ...imports, than: { partner: "CN" } } },
      /^period 2024 instead of 2023$/,
    ],
    [
      "the other flow of both (322.742 - 147.778)",
      { reported: "174.96", ...billion, compute: { ...imports, than: { partner: "CN" } } },
      /^exports instead$/,
    ],
    [
      "another partner of one (475.216 - 418.619)",
      { reported: "56.60", ...billion, compute: { ...imports, than: { partner: "CN" } } },
      /^Canada instead of China$/,
    ],
  ])("%s", async (_, claim, says) => {
    expect(await causeOf(claim)).toMatch(says);
  });

  it("nothing, where no ordinary mistake gives it", async () => {
    const claim = {
      reported: "93.417",
      ...billion,
      compute: { ...imports, than: { partner: "CN" } },
    };
    expect((await firstOf(claim)).explanations).toEqual([]);
  });
});

// Ranks of 2023 by deficit: China 1, Mexico 2, Vietnam 3, Germany 4, Japan 5, Ireland 6, Canada 7; by
// exports Canada 1, Mexico 2, China 3, Netherlands 4, Germany 5.
describe("a rank that is wrong is explained by", () => {
  const rank = (partner: string) => ({ metric: "balance", partner, period: "2023", rank: {} });
  it("another column", async () => {
    const claim = { reported: "1", unit: "rank", compute: rank("CA") };
    expect(await causeOf(claim)).toMatch(/^by exports instead$/);
  });

  it("nothing, where no ordinary mistake gives it", async () => {
    expect(await causeOf({ reported: "44", unit: "rank", compute: rank("CN") })).toBeUndefined();
  });
});
