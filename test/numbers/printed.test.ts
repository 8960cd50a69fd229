import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerFromNumbers } from "../../src/calculation/from-numbers.ts";
import { metrics } from "../../src/metrics/registry.ts";
import { parsePrinted } from "../../src/numbers/printed.ts";

describe("a printed number", () => {
  it.each<[string, number, number, number]>([
    ["274", 274, 273.5, 274.5],
    ["17.10", 17.1, 17.095, 17.105],
    ["-50.8", -50.8, -50.85, -50.75],
    ["−50.8", -50.8, -50.85, -50.75],
    ["1.8 trillion", 1.8e12, 1.75e12, 1.85e12],
    ["US$ 1.6 trillion", 1.6e12, 1.55e12, 1.65e12],
    ["$152,473.5", 152_473.5, 152_473.45, 152_473.55],
    ["63.6bn", 63.6e9, 63.55e9, 63.65e9],
    ["0", 0, -0.5, 0.5],
    [".5", 0.5, 0.45, 0.55],
    ["40 %", 40, 39.5, 40.5],
  ])("%s is %d and any number from %d to %d", (text, value, low, high) => {
    expect(parsePrinted(text)).toMatchObject({ value, interval: { low, high } });
  });

  it("whose last digits are padding carries the rounding of the digits computed", () => {
    // The Wilson Center prints -50.80 for what was computed to one decimal.
    expect(parsePrinted("-50.80", "ratio", 1).interval).toEqual({ low: -50.85, high: -50.75 });
  });

  it.each(["", "many", "1,23", "1.2.3", "NaN", "Infinity", "--5", "5 parsecs", "5 constructor"])(
    "is refused with its place: %j",
    (text) => {
      expect(() => parsePrinted(text, "--exports")).toThrow(/^--exports: /);
    },
  );

  it("is read without the space around it, which messages leave out too", () => {
    expect(parsePrinted(" 17.1 ")).toMatchObject({ text: "17.1", value: 17.1, decimals: 1 });
    expect(() => parsePrinted(" many ")).toThrow('number: expected a number, got "many"');
    expect(() => parsePrinted(" 5 parsecs ")).toThrow('number: "parsecs" in "5 parsecs" is not');
  });

  it("holds exactly the numbers that round to it", () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 9), max: 10 ** 9 }), fc.nat(4), (digits, decimals) => {
        const value = digits / 10 ** decimals;
        const { interval } = parsePrinted(value.toFixed(decimals));
        const half = 0.5 / 10 ** decimals;
        expect(interval.low).toBeLessThanOrEqual(value);
        expect(interval.high).toBeGreaterThanOrEqual(value);
        // Both ends are the doubles nearest to the decimal bounds.
        expect(interval.low).toBe(Number((value - half).toFixed(decimals + 1)));
        expect(interval.high).toBe(Number((value + half).toFixed(decimals + 1)));
      }),
    );
  });
});

describe("a metric computed from printed numbers", () => {
  const printed = (text: string) => parsePrinted(text);

  it("from 196 to 274 grew by 39.8 % [39.2, 40.4]", () => {
    // Hand arithmetic: 274/196 = 1.39796; 273.5/196.5 = 1.39186; 274.5/195.5 = 1.40409.
    const metric = metrics.find(({ id }) => id === "growth")!;
    const { result } = answerFromNumbers(metric, { from: printed("196"), to: printed("274") }, {});
    const { value, interval } = result.rows[0]!;
    expect(value).toBeCloseTo(39.8, 1);
    expect(interval).toEqual({
      low: expect.closeTo(39.186, 3),
      high: expect.closeTo(40.409, 3),
    });
  });

  it("has no interval where the base may be zero", () => {
    const metric = metrics.find(({ id }) => id === "deficit-ratio")!;
    const numbers = { exports: printed("0.3"), imports: printed("5") };
    expect(answerFromNumbers(metric, numbers, {}).result.rows[0]!.interval).not.toBeNull();
    const nearZero = { exports: printed("0"), imports: printed("5") };
    expect(answerFromNumbers(metric, nearZero, {}).result.rows[0]).toMatchObject({
      value: null,
      interval: null,
      reason: "no-exports",
    });
  });

  it("always lies in its interval, as does what any numbers within the inputs' rounding give", () => {
    const digits = fc.integer({ min: 1, max: 10 ** 7 });
    for (const metric of metrics) {
      const own = metric.inputs.filter(
        ({ name, dispensable }) => name !== "indexBase" && !dispensable,
      );
      const names = own.map(({ name }) => name);
      const listed = <One>(at: number, one: One) => (own[at]!.list ? [one] : one);
      fc.assert(
        fc.property(
          fc.array(fc.tuple(digits, fc.nat(3), fc.double({ min: -1, max: 1, noNaN: true })), {
            minLength: names.length,
            maxLength: names.length,
          }),
          (inputs) => {
            const texts = inputs.map(([number, decimals]) =>
              (number / 10 ** decimals).toFixed(decimals),
            );
            const numbers = Object.fromEntries(
              names.map((name, at) => [name, listed(at, printed(texts[at]!))]),
            );
            const { value, interval } = answerFromNumbers(metric, numbers, {}).result.rows[0]!;
            if (value === null || interval === null) return;
            const bounds = interval as { low: number; high: number };
            expect(bounds.low).toBeLessThanOrEqual(value);
            expect(bounds.high).toBeGreaterThanOrEqual(value);
            const within = Object.fromEntries(
              names.map((name, at) => {
                const { low, high } = printed(texts[at]!).interval;
                const value = low + ((inputs[at]![2] + 1) / 2) * (high - low);
                return [name, own[at]!.list ? [{ member: name, value }] : value];
              }),
            );
            const other = metric.compute(within, { years: null }).value;
            if (other === null) return;
            const slack = 1e-9 * Math.max(1, Math.abs(bounds.low), Math.abs(bounds.high));
            expect(other).toBeGreaterThanOrEqual(bounds.low - slack);
            expect(other).toBeLessThanOrEqual(bounds.high + slack);
          },
        ),
      );
    }
  });
});
