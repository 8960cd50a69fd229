import { firstNames } from "../first-names.ts";
import { moneyText } from "../numbers/money-text.ts";
import type { Period } from "../records/period.ts";
import type { Preferences } from "../selection/figure.ts";
import type { CubeFigure } from "./cube-figure.ts";
import { currencyOf } from "./flow-figure.ts";
import type { Names } from "./names.ts";
import { noteOtherValuations } from "./other-valuations.ts";
import { NAMED_MEMBERS, type WarningList } from "./warnings.ts";

/** Says why a row has no value, where the figures that it lacks are in the data all the same. */
export function noteMissing(
  inputs: ReadonlyMap<string, CubeFigure>,
  names: Names,
  period: Period,
  wishes: Preferences,
  warnings: WarningList,
): void {
  noteHeldBack(inputs, names, period, warnings);
  noteUnlikeParts(inputs, warnings);
  noteOtherValuations(inputs, wishes, warnings);
}

/** Names the periods whose parts are there, but not of one kind. */
function noteUnlikeParts(inputs: ReadonlyMap<string, CubeFigure>, warnings: WarningList): void {
  for (const { figures } of inputs.values()) {
    for (const { dataset, partner, period, figure } of figures) {
      if (figure.unlikeParts === undefined) continue;
      warnings.add(
        "unlike-kinds",
        `${dataset.description.id}: the parts of the period differ in ${figure.unlikeParts} and are not added up (ask for each part, or keep one kind with --where)`,
        `${partner} ${period.label}`,
      );
    }
  }
}

/** Names the figures that publishers hold back, and what a published total leaves for them. */
function noteHeldBack(
  inputs: ReadonlyMap<string, CubeFigure>,
  { fields }: Names,
  period: Period,
  warnings: WarningList,
): void {
  const currency = currencyOf(inputs.values());
  for (const [name, { list, reason, bounds }] of inputs) {
    if (reason !== "suppressed") continue;
    const members = (list ?? []).filter((one) => one.reason === "suppressed");
    const who = list
      ? firstNames(
          members.map(({ member }) => member),
          NAMED_MEMBERS,
        )
      : String(fields.product ?? fields.partner ?? "");
    const [only] = list ? members : [{ bounds }];
    const left =
      members.length <= 1 && only?.bounds
        ? `; the published total leaves ${moneyText(only.bounds.low, currency)} to ${only.bounds.high.toLocaleString("en-US")}`
        : "";
    warnings.add(
      "suppressed",
      `${heldBack(name, who, members.length > 1)} held back by the publisher, which is not zero${left}`,
      period.label,
    );
  }
}

/** `exports of MX are`, and `the figure "to" of hs:30 is` of what is no plural itself. */
function heldBack(name: string, who: string, several: boolean): string {
  if (name.endsWith("s")) return `${name} of ${who} are`;
  return several ? `the figures "${name}" of ${who} are` : `the figure "${name}" of ${who} is`;
}
