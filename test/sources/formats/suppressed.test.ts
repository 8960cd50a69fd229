import { describe, expect, test } from "vitest";
import { isSuppressed } from "../../../src/sources/formats/suppressed.ts";

describe("the marks with which publishers hold a figure back", () => {
  // Eurostat and SDMX c, US agencies (D) and (S) or the letters in the Census Bureau's interface, the
  // Office for National Statistics [c], the Australian Bureau of Statistics np.
  test.each(["c", ":c", ": c", "(c)", "[c]", "(D)", "(S)", "D", "S", "np", "n.p.", "0 c", "0.0 c"])(
    "%s is one",
    (text) => expect(isSuppressed(text)).toBe(true),
  );

  test.each(["", "0", "12", "12 c", "d", "s", ":", "-", "n/a", "1c"])("%s is none", (text) =>
    expect(isSuppressed(text)).toBe(false),
  );
});
