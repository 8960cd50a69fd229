import { InputError } from "../errors.ts";
import type { BillOfMaterials } from "./part.ts";
import { checkBill } from "./settings.ts";

/** A bill, and how many of its good were made. */
export interface ProducedBill {
  readonly bill: BillOfMaterials;
  readonly units: number;
}

/**
 * Bills with the units that weigh them in an average (Article 5 of the appendix). One bill alone
 * needs no units.
 * @throws InputError where several bills are not of one class and method, or lack their units.
 */
export function producedBills(bills: readonly BillOfMaterials[]): ProducedBill[] {
  if (!Array.isArray(bills)) checkBill(null);
  for (const bill of bills) checkBill(bill);
  const [first] = bills;
  if (!first) throw new InputError("content: there is no bill of materials (give at least one)");
  if (bills.length === 1) return [{ bill: first, units: 1 }];
  const good = first.parts[0]!;
  return bills.map((bill) => {
    const { id, units, ...other } = bill.parts[0]!;
    for (const key of ["class", "method", "threshold"] as const) {
      if (other[key] !== good[key]) {
        throw new InputError(
          `${key}: "${good.id}" has ${good[key] ?? "none"} and "${id}" has ${other[key] ?? "none"} (average goods of one rule only)`,
        );
      }
    }
    if (units === null) {
      throw new InputError(`units: "${id}" has none (give how many were made, to average)`);
    }
    return { bill, units };
  });
}
