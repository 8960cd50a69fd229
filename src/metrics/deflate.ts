/**
 * Nominal growth after the change of prices: ((1 + g) / (1 + p) - 1) * 100.
 *
 * Both arguments and the result are in percent; positive is a rise. Null where prices or the
 * nominal amount would fall by 100 % or more, and where an argument is not a finite number: no
 * real growth exists then.
 *
 * Source: the Fisher relation, (1 + nominal) = (1 + real)(1 + price); Eurostat, IMF et al., Export
 * and Import Price Index Manual (2009), on deflation as the quotient of a value and a price index.
 */
export function deflatedGrowth(nominalGrowth: number, priceChange: number): number | null {
  if (!isChange(nominalGrowth) || !isChange(priceChange)) return null;
  return ((nominalGrowth - priceChange) / (100 + priceChange)) * 100;
}

/**
 * What a change of prices does to an amount that is fixed in money, such as a wage floor that is
 * not indexed: -p / (1 + p) * 100. It is `deflatedGrowth(0, priceChange)`.
 *
 * Argument and result in percent. Prices 25 % higher lower the real value by 20 %, not by 25 %: a
 * fall of 25 % needs prices to rise by a third. Null as in `deflatedGrowth`.
 */
export function realValueOfFixedAmount(priceChange: number): number | null {
  const change = deflatedGrowth(0, priceChange);
  return change === 0 ? 0 : change;
}

/**
 * An amount of the period `to` in the prices of the period `from`: amount * index(from) / index(to).
 *
 * The indexes share one base, of any level. The result is in the currency of `amount`, with its
 * sign. Null where an index is not a positive finite number.
 */
export function realValue(
  amount: number,
  priceIndexFrom: number,
  priceIndexTo: number,
): number | null {
  if (!Number.isFinite(amount) || !isIndex(priceIndexFrom) || !isIndex(priceIndexTo)) return null;
  return (amount * priceIndexFrom) / priceIndexTo;
}

function isChange(percent: number): boolean {
  return Number.isFinite(percent) && percent > -100;
}

function isIndex(level: number): boolean {
  return Number.isFinite(level) && level > 0;
}
