import { divideIntervals, linearInterval } from "../numbers/interval.ts";
import { realValueOfFixedAmount } from "./deflate.ts";
import { computed, type Formula, notComputable } from "./metric.ts";

/**
 * Real value of an amount that is fixed in money, after prices rose: the change
 * `-prices / (100 + prices) * 100` in percent, and where the amount is given, what it buys in the
 * prices of the start, `amount / (1 + prices / 100)`. Null where prices would fall by 100 % or more.
 */
export const realValueMetric: Formula<"prices" | "amount"> = {
  id: "real-value",
  title: "Real value of a fixed amount",
  alsoCalled: ["purchasing power", "inflation"],
  summary: "what inflation does to an amount that is not indexed",
  unit: "percent",
  valueTitle: "Real change",
  formula: "-prices / (100 + prices) * 100; real amount = amount / (1 + prices / 100)",
  sign: "negative where prices rose; prices 25 % higher lower the real value by 20 %, not by 25 %",
  nullWhen: "prices would fall by 100 % or more (zero-base)",
  sources: [
    "IMF et al., Export and Import Price Index Manual (2009): deflation as the quotient of a value and a price index",
  ],
  examples: [
    "trade-metrics real-value --prices 25.6",
    "trade-metrics real-value --prices 25 --amount 16",
    "trade-metrics real-value --price-index 258.8,325.0 --amount 16.00",
  ],
  inputs: [
    { name: "prices", title: "Rise of prices", unit: "percent", required: true },
    { name: "amount", title: "Fixed amount", unit: "USD", required: false },
  ],
  derived: [{ name: "realAmount", title: "Real amount", unit: "USD", optional: true, digits: 2 }],
  components: ["prices", "amount", "realAmount"],
  compute({ prices, amount }) {
    const value = realValueOfFixedAmount(prices);
    const realAmount =
      amount === undefined
        ? {}
        : { realAmount: value === null ? null : amount / (1 + prices / 100) };
    return value === null ? notComputable("zero-base", realAmount) : computed(value, realAmount);
  },
  // 100 / (100 + prices) uses its unknown once, so its interval is the exact range.
  interval({ prices }) {
    const quotient = divideIntervals({ low: 100, high: 100 }, linearInterval(prices, 1, 100));
    return quotient && linearInterval(quotient, 100, -100);
  },
  derivedIntervals({ prices, amount }) {
    const realAmount = amount && divideIntervals(amount, linearInterval(prices, 0.01, 1));
    return realAmount === undefined ? {} : { realAmount };
  },
};
