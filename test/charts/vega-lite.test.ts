import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zeroBasedDomain } from "../../src/charts/vega-lite/axes.ts";
import { spread } from "../../src/charts/vega-lite/line-view.ts";
import { textWidth, wrapText } from "../../src/charts/vega-lite/text-width.ts";

const figure = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe("an axis", () => {
  it("always holds zero and every figure", () => {
    fc.assert(
      fc.property(fc.array(figure), fc.double({ min: 0, max: 0.5, noNaN: true }), (all, room) => {
        const [low, high] = zeroBasedDomain(all, room);
        return low <= 0 && high >= 0 && low < high && all.every((one) => one >= low && one <= high);
      }),
    );
  });

  it("makes room for labels only where there are figures", () => {
    expect(zeroBasedDomain([-100], 0.1)).toEqual([-110, 0]);
    expect(zeroBasedDomain([-100, 100], 0.1)).toEqual([-120, 120]);
  });
});

describe("names at the ends of lines", () => {
  const falling = fc
    .array(figure, { minLength: 1, maxLength: 20 })
    .map((all) => all.sort((a, b) => b - a));

  it("never overlap, and keep their order", () => {
    fc.assert(
      fc.property(falling, fc.double({ min: 0.1, max: 1000, noNaN: true }), (values, step) => {
        const places = spread(values, step);
        return places.every((place, at) => at === 0 || places[at - 1]! - place >= step - 1e-6);
      }),
    );
  });

  it("stay where they are when they are apart already", () => {
    expect(spread([30, 20, 0], 10)).toEqual([30, 20, 0]);
  });

  it("move both ways by the same amount when two are alike", () => {
    expect(spread([10, 10], 4)).toEqual([12, 8]);
  });
});

describe("measured text", () => {
  it("is as wide as Helvetica's metrics say, with an eighth to spare for other fonts", () => {
    // Adobe Core 14 AFM: H 722, e 556, l 222, l 222, o 556 thousandths.
    expect(textWidth("Hello", 10)).toBeCloseTo(22.78 * 1.12, 9);
  });

  it("is broken between words only", () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,12}$/)), (words) => {
        const text = words.join(" ");
        return wrapText(text, 10, 120).join(" ") === text;
      }),
    );
  });
});
