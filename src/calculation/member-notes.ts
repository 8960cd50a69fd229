import { moneyText } from "../numbers/money-text.ts";
import { currencyOf } from "./flow-figure.ts";
import type { ComputedRow } from "./rows.ts";
import { isSame } from "./same-figure.ts";
import type { WarningList } from "./warnings.ts";

/** Rounded members add up to a rounded whole within this part of it. */
const ROUNDING = 1e-4;

/** Says where the members of a whole, of which each is a part, add up to more than it. */
export function noteMembersAboveWhole(
  whole: ComputedRow,
  members: readonly ComputedRow[],
  warnings: WarningList,
): void {
  const currency = currencyOf(whole.inputs.values());
  for (const [name, { value, list }] of whole.inputs) {
    const request = whole.requests[name];
    if (!request || request.of === "balance" || value === null || list) continue;
    if (members.some(({ requests }) => isSame(requests[name], request))) continue;
    const sum = members.reduce((all, { inputs }) => all + (inputs.get(name)?.value ?? 0), 0);
    if (sum <= value + Math.max(members.length, value * ROUNDING)) continue;
    const [parts, all] = [sum, value].map((one) => moneyText(one, currency));
    warnings.add(
      "part-above-whole",
      `${name}: the parts add up to ${parts}, more than their whole of ${all}, which was published so`,
      request.at.period.label,
    );
  }
}
