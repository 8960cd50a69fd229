import { productSystem } from "../../products/product.ts";
import { ALL_PRODUCTS } from "../../records/record.ts";
import type { ProductGrain } from "../asked.ts";
import { tellsWholes } from "../records/hidden-wholes.ts";
import { NeedsRows } from "./needs-rows.ts";

/** What a question makes of a product that it does not distinguish from others. */
export interface Lifted {
  /** The code that it is, or that holds it: all products, or the one of the level asked for. */
  readonly target: string;
  /** Whether it is that code itself; the others are parts of it. */
  readonly isWhole: boolean;
  /** The system and length of a part. Codes of one length never hold each other. */
  readonly level: string;
}

/**
 * To which code of the grain asked for a product belongs.
 * @throws NeedsRows for a product of which only its own series tell.
 */
export function liftedTo(grain: Exclude<ProductGrain, "each">, code: string): Lifted {
  if (code === ALL_PRODUCTS) return { target: code, isWhole: true, level: "" };
  // Codes that may hold one another are told apart, so that a whole among them is found.
  if (grain === "total" && !tellsWholes(code)) return { target: code, isWhole: true, level: "" };
  const system = productSystem(code);
  const level = `${system} ${code.length}`;
  if (grain === "total") return { target: ALL_PRODUCTS, isWhole: false, level };
  // Codes of services tell their wholes by points and not by their digits.
  if (system === null || system !== grain.system || system === "ebops") {
    throw new NeedsRows("products are of another system than the level that was asked for");
  }
  const length = system.length + 1 + (grain.digits ?? 0);
  if (code.length <= length) return { target: code, isWhole: true, level: "" };
  return { target: code.slice(0, length), isWhole: false, level };
}

/** The code of the sum of a code's parts, which is within it and not the code itself. */
export function sumCode(target: string, level: string): string {
  if (target !== ALL_PRODUCTS) return `${target}*`;
  return `${level.slice(0, level.indexOf(" "))}:*`;
}
