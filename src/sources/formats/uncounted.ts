import { type Aside, aside } from "./outcome.ts";
import { unitIn } from "./units.ts";

/** Why a row of a flow that is not counted is no record; null where it may be one. */
export function notARecord({ flow }: Readonly<Record<string, string>>): Aside | null {
  return /^re-?(ex|im)ports?$/i.test(flow ?? "") ? aside("re-exports-and-re-imports") : null;
}

/** Why an amount in another currency than the dollar is no record yet. */
export function otherCurrency(unit: string | undefined): Aside | null {
  if (unit === undefined || unit.startsWith("USD")) return null;
  const { currency } = unitIn(unit) ?? { currency: "USD" };
  if (currency === "USD") return null;
  return aside(currency === "EUR" ? "in-euros" : "not-in-us-dollars");
}
