import { describe, expect, it } from "vitest";
import type { Comparator } from "../../src/claims/file/schema.ts";
import { readReported } from "../../src/claims/reported.ts";
import { judge, overall } from "../../src/claims/verdict.ts";
import { pointInterval } from "../../src/numbers/interval.ts";

function graveOf(reported: string, value: number, comparator: Comparator) {
  const printed = readReported({ id: "x", reported, comparator });
  return judge("data", printed, { value, interval: pointInterval(value) }, comparator).grave;
}

describe("a number that is wrong", () => {
  it("is graver where its sign is", () => {
    expect(graveOf("5", -5, "=")).toBe("sign");
    expect(graveOf("-5", 5, "=")).toBe("sign");
    expect(graveOf("5", 7, "=")).toBeNull();
    expect(graveOf("-5", -7, "=")).toBeNull();
  });

  it("has no wrong sign where either number is zero, which has none", () => {
    expect(graveOf("0", -5, "=")).toBeNull();
    expect(graveOf("0", 5, "=")).toBeNull();
    expect(graveOf("5", 0, "=")).toBeNull();
    expect(graveOf("-5", 0, "=")).toBeNull();
  });

  it("is graver where it is said to be a bound", () => {
    expect(graveOf("50", 40, ">")).toBe("inequality");
    expect(graveOf("50", 40, ">=")).toBe("inequality");
    expect(graveOf("50", 40, "more-than")).toBe("inequality");
    expect(graveOf("50", 60, "<")).toBe("inequality");
    expect(graveOf("50", 60, "<=")).toBe("inequality");
    expect(graveOf("50", 0, ">")).toBe("inequality");
    expect(graveOf("50", 40, "nearly")).toBeNull();
    // The sign is graver still.
    expect(graveOf("50", -40, ">")).toBe("sign");
  });
});

describe("the verdict of a claim", () => {
  const check = (verdict: string) => ({ verdict }) as Parameters<typeof overall>[0][number];
  const of = (...verdicts: readonly string[]) => overall(verdicts.map(check));

  it("is the gravest of its checks", () => {
    expect(of("reproduced", "mismatch")).toBe("mismatch");
    expect(of("reproduced-by-rounding", "reproduced")).toBe("reproduced-by-rounding");
  });

  it("leaves out checks that had no data, unless none had", () => {
    expect(of("not-checkable", "reproduced")).toBe("reproduced");
    expect(of("not-checkable", "reproduced-by-rounding")).toBe("reproduced-by-rounding");
    expect(of("not-checkable", "not-checkable")).toBe("not-checkable");
  });
});

describe("a number at a bound", () => {
  const verdict = (reported: string, value: number, comparator: Comparator) => {
    const printed = readReported({ id: "x", reported, comparator });
    return judge("formula", printed, { value, interval: pointInterval(value) }, comparator).verdict;
  };

  // 0.1 + 0.2 is 0.30000000000000004 in doubles.
  it("still reaches it where a sum misses by the last bit, and does not pass it where it is strict", () => {
    expect(verdict("0.3", 0.1 + 0.2, "<=")).toBe("reproduced");
    expect(verdict("0.3", 0.3, "<")).not.toBe("reproduced");
    expect(verdict("0.3", 0.1 + 0.2, ">")).not.toBe("reproduced");
  });

  it("of zero is neither more nor less than zero, but for the rounding of the printed one", () => {
    expect(verdict("0", 0, ">")).toBe("reproduced-by-rounding");
    expect(verdict("0", 0, "<")).toBe("reproduced-by-rounding");
    expect(verdict("0", 0, ">=")).toBe("reproduced");
    expect(verdict("0", 0, "<=")).toBe("reproduced");
    expect(verdict("0", 0.001, ">")).toBe("reproduced");
    expect(verdict("0", -0.001, "<")).toBe("reproduced");
  });

  it("of zero is not hidden by the size of the other number", () => {
    expect(verdict("0", 1e-9, "<=")).toBe("reproduced-by-rounding");
    expect(verdict("0", 5, "<=")).toBe("mismatch");
  });
});
