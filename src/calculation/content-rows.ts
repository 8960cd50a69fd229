import type {
  LabourContentRow,
  RegionalContentRow,
  RegionalContentTier,
  Requirement,
} from "../content/index.ts";
import { type ResultColumn, type ResultRow, textColumn } from "./result.ts";

const nobody = { partner: null, partnerName: null, period: null } as const;

/**
 * The row of a good. Whether a vehicle qualifies is the verdict on all its requirements, and its
 * threshold and margin stand in the line of its regional content.
 */
export function goodRow(
  { id, name, ...row }: RegionalContentRow,
  verdict: Requirement | null,
  bill: string | null,
): ResultRow {
  const own = {
    ...nobody,
    ...(bill !== null && { bill }),
    ...{ measure: "regional", part: id, partName: name ?? id },
    ...row,
  };
  if (!verdict || row.tier > 0) return own;
  const { qualifies, qualifiesReason } = verdict;
  const elsewhere = { threshold: null, thresholdSource: null, thresholdReading: null };
  return {
    ...{ ...own, qualifies, qualifiesReason, ...elsewhere, margin: null, marginAmount: null },
    countedWhenUsed: qualifies ? row.countedWhenUsed : null,
    qualifiesWithoutRollUp: qualifies === false ? false : row.qualifiesWithoutRollUp,
  };
}

const NAMES: Readonly<Record<Requirement["requirement"], string>> = {
  "regional-content": "Rule: regional",
  "core-parts": "Rule: core parts",
  "labour-content": "Rule: labour",
  steel: "Rule: steel",
  aluminium: "Rule: aluminium",
  all: "All rules",
};

/** One line of the verdict. */
export function requirementRow(line: Requirement): ResultRow {
  return {
    ...{ ...nobody, measure: "requirement", partName: NAMES[line.requirement] },
    ...{ ...line, unit: "percent" as const },
  };
}

/** The line on labour, with what its content is made of. */
export function labourRow(line: Requirement, row: LabourContentRow): ResultRow {
  const { id, name: _, ...amounts } = row;
  const { trueMaterialsAndManufacturing, technologyCredit, assemblyCredit } = row;
  return {
    ...requirementRow(line),
    ...{ measure: "labour", part: id },
    ...amounts,
    // What high-wage plants add themselves, with the same credits as the counted value.
    trueValue:
      trueMaterialsAndManufacturing === null
        ? null
        : trueMaterialsAndManufacturing + technologyCredit + assemblyCredit,
  };
}

/** What roll-up adds to the good at one tier. */
export function tierRow(tier: RegionalContentTier, base: number | null): ResultRow {
  const points = base !== null && base > 0 ? (tier.rolledUp * 100) / base : null;
  return {
    ...{ ...nobody, measure: "roll-up", tier: tier.tier, parts: tier.parts },
    ...{ partsValue: tier.value, rolledUp: tier.rolledUp, value: points, unit: "percent" },
    reason: points === null ? "no-value" : null,
  };
}

const WORDS: Readonly<Record<string, string>> = {
  "core-parts": "of core parts together",
  "labour-content": "labour content",
  steel: "of steel purchases",
  aluminium: "of aluminium purchases",
};

/** Each threshold that was applied, with its article, its check, and the goods of it. */
export function thresholdsOf(rows: readonly ResultRow[]): string[] {
  const goods = new Map<string, string[]>();
  for (const row of rows) {
    const { partName, requirement, threshold, method, thresholdSource, thresholdReading } = row;
    if (typeof threshold !== "number") continue;
    const by = typeof method === "string" ? ` by ${method.replace("-", " ")}` : "";
    const what = WORDS[String(requirement)] ?? `regional content${by}`;
    const checked = thresholdReading === null ? "" : `; ${String(thresholdReading)}`;
    const rule = `${threshold} % ${what} (${thresholdSource}${checked})`;
    const names = goods.get(rule) ?? [];
    goods.set(rule, requirement === undefined ? [...names, String(partName)] : names);
  }
  return [...goods].map(([rule, names]) => [rule, names.join(", ")].filter(Boolean).join(": "));
}

export const partColumns: readonly ResultColumn[] = [
  textColumn("partName", "Good"),
  { name: "tier", title: "Tier", unit: "number", digits: 0 },
  textColumn("origin", "Made in"),
  { name: "value", title: "Counted", unit: "percent", digits: 1, missing: "-" },
  { name: "trueValue", title: "Truly", unit: "percent", digits: 1 },
  { name: "threshold", title: "Needs", unit: "percent", digits: 1 },
  { name: "qualifies", title: "Qualifies", unit: "text", missing: "unknown" },
  { name: "margin", title: "By points", unit: "number", digits: 1 },
  { name: "countedWhenUsed", title: "In next good", unit: "percent", digits: 1 },
];

export const tierColumns: readonly ResultColumn[] = [
  { name: "tier", title: "Tier", unit: "number", digits: 0 },
  { name: "parts", title: "Parts", unit: "number", digits: 0 },
  { name: "partsValue", title: "Value of parts", unit: "number", digits: 2 },
  { name: "rolledUp", title: "Rolled up", unit: "number", digits: 2 },
  { name: "value", title: "Adds to the good", unit: "percent", digits: 2 },
];
