import { sectorsText } from "../records/record.ts";
import type { Compared, Identity, Operation, Part, Remark } from "./identity.ts";

/** What an identity says of a part; empty where it is not stated. */
export function wordOf(part: Part, identity: Identity): string {
  switch (part) {
    case "sector":
      return sectorsText(identity.sectors);
    case "adjusted":
      if (identity.adjusted === null) return "";
      return identity.adjusted ? "seasonally adjusted" : "not adjusted";
    case "prices":
      return identity.prices || "current prices";
    case "territory":
      return identity.territory?.join("+") ?? "";
    case "filter":
      return identity.filter;
    default:
      return identity[part] ?? "";
  }
}

/** What is said of figures that differ in a part and are set together all the same. */
export function saidOf(part: Part, operation: Operation, figures: readonly Compared[]): Remark {
  const all = figures.map(({ identity }) => identity);
  const values = [...new Set(all.map((one) => wordOf(part, one)))].filter((one) => one !== "");
  const [flow] = all.map((one) => one.flow);
  if (part === "vintage") {
    const isOverTime = operation === "compare" || new Set(all.map((one) => one.period)).size > 1;
    const named = all
      .filter(({ vintage }) => vintage !== null)
      .map(({ dataset, flow: own, vintage }) => `${dataset} ${own}s ${vintage}`);
    return {
      code: isOverTime ? "mixed-vintages" : "unlike-vintages",
      message: `figures of unlike vintages are set against each other: ${[...new Set(named)].sort().join(", ")}`,
    };
  }
  if (part === "flowBasis") {
    return {
      code: "unlike-flow-bases",
      message: `${flow}s on unlike bases are set against each other: ${values.sort().join(" and ")}`,
    };
  }
  return {
    code: "unlike-valuations",
    message: `${flow}s of unlike valuations are set against each other: ${values.sort().join(" and ")}; c.i.f. holds freight and insurance, the others do not`,
  };
}
