import { describe, expect, it } from "vitest";
import { openFiles } from "../../../src/sources/open-files.ts";
import { fileWith, plainReading } from "../files-for-tests.ts";

/** Of every series of a file: partner, product and what its rows state, with its periods. */
async function stated(rows: string, header: string) {
  const file = fileWith(`${header}\n${rows}\n`);
  const { dataset } = await openFiles([file], { ...plainReading, skipInvalid: false });
  return dataset.partners
    .flatMap(({ code }) => dataset.seriesOf(code))
    .map(({ key: { partner, product, edition, adjusted }, values }) =>
      [partner, product, edition ?? adjusted ?? "-", ...values.keys()].join(" "),
    );
}

describe("what a row states holds for every row that is like it", () => {
  it.each([
    ["a total comes first", ["total", "hs:27", "hs:87"]],
    ["a product comes first", ["hs:27", "total", "hs:87"]],
  ])("the edition of its products, which totals have none of, where %s", async (_, products) => {
    const rows = ["MX", "CA"].flatMap((partner) =>
      products.flatMap((product) =>
        ["2021", "2022"].map((year) => `${year},${partner},export,${product},H6,1`),
      ),
    );
    const found = await stated(rows.join("\n"), "period,partner,flow,product,edition,value");
    expect(found).toEqual(
      ["CA", "MX"].flatMap((partner) => [
        `${partner} hs:27 H6 2021 2022`,
        `${partner} hs:87 H6 2021 2022`,
        `${partner} total - 2021 2022`,
      ]),
    );
  });

  it("whether it is seasonally adjusted", async () => {
    const rows = ["MX", "CA"].flatMap((partner) =>
      ["2021", "2022"].map((year) => `${year},${partner},export,yes,1`),
    );
    const found = await stated(rows.join("\n"), "period,partner,flow,adjusted,value");
    expect(found).toEqual(["CA total true 2021 2022", "MX total true 2021 2022"]);
  });
});
