import { describe, expect, it } from "vitest";
import { readReported } from "../../src/claims/reported.ts";
import { judge } from "../../src/claims/verdict.ts";
import { pointInterval } from "../../src/numbers/interval.ts";

function graveOf(reported: string, value: number, comparator: "=" | ">" | "nearly") {
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
    expect(graveOf("50", 0, ">")).toBe("inequality");
    expect(graveOf("50", 40, "nearly")).toBeNull();
    // The sign is graver still.
    expect(graveOf("50", -40, ">")).toBe("sign");
  });
});
