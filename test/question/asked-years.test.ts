import { describe, expect, it } from "vitest";
import { askedYears } from "../../src/question/asked.ts";

describe("the years from whose records the figures of an answer come", () => {
  it("are all where no period is named, since the latest are found in the data", () => {
    expect(askedYears({})).toBeNull();
    expect(askedYears({ from: "2019" })).toBeNull();
  });

  it("begin a year before the first period, from which growth and projections start", () => {
    expect(askedYears({ period: "2024" })).toEqual({ first: 2023, last: 2024 });
    expect(askedYears({ period: "2024-11,2022-01" })).toEqual({ first: 2021, last: 2024 });
    expect(askedYears({ period: "2024-01/2024-11" })).toEqual({ first: 2023, last: 2024 });
  });

  it("begin as long before as the longest period is", () => {
    expect(askedYears({ period: "2020-01/2022-12" })).toEqual({ first: 2017, last: 2022 });
  });

  it("begin before the first month of a trailing sum, and are all where the latest is asked for", () => {
    expect(askedYears({ period: "2024-02", rolling: 12 })).toEqual({ first: 2022, last: 2024 });
    expect(askedYears({ period: "2020,latest" })).toBeNull();
  });

  it("hold the start of growth, its end and the base of an index", () => {
    expect(askedYears({ from: "2015", to: "2024-Q3" })).toEqual({ first: 2014, last: 2024 });
    expect(askedYears({ period: "2020", index: "2012" })).toEqual({ first: 2011, last: 2020 });
    expect(askedYears({ period: "2020", index: "2024" })).toEqual({ first: 2019, last: 2024 });
  });
});
