import {
  type BillOfMaterials,
  type ContentMethod,
  isVehicle,
  type LabourContentRow,
  labourValueContent,
  type ProductClass,
  type RegionalContentRow,
  regionalValueContent,
  type Vehicle,
} from "../content/index.ts";
import { contentMetric } from "../metrics/content.ts";
import { definitionOf } from "./columns.ts";
import type { Answer, DataUse, ResultColumn, ResultRow } from "./result.ts";

export interface ContentQuestion {
  /** The day whose thresholds hold, ISO 8601. */
  readonly date: string;
  readonly region?: readonly string[];
  readonly method?: ContentMethod;
  readonly vehicle?: Vehicle;
  /** What the final good is, and what its rule demands, where the bill does not say. */
  readonly class?: ProductClass;
  readonly threshold?: number;
  readonly technologyWageShare?: number;
  readonly highWageAssemblyPlant?: boolean;
  /** Rows of parts, or of tiers: where the gap between counted and true content arises. */
  readonly by: "part" | "tier";
}

const definition = {
  ...definitionOf(contentMetric),
  rollUp:
    "a part that qualifies counts whole in the next good (USMCA Article 4.5.4); it must qualify first",
  labour:
    "(materials from high-wage plants + high-wage labour) / net cost * 100 + credits; high-wage: US$ 16 an hour or more",
};

/**
 * Regional value content of a good and its parts, as the rule counts it and as it is, and for a
 * vehicle its labour value content. Rows: the good first, each part after the one that it goes into.
 * @throws InputError for an invalid day, region or share of wages.
 */
export function contentAnswer(
  bill: BillOfMaterials,
  data: DataUse,
  question: ContentQuestion,
): Answer {
  const judged = withFinalGood(bill, question);
  const regional = regionalValueContent(judged, question);
  const good = judged.parts[0]!;
  const labour =
    isVehicle(good.class) || question.vehicle !== undefined
      ? labourValueContent(judged, question)
      : null;
  const parts: ResultRow[] = [
    ...regional.rows.map(regionalRow),
    ...(labour?.rows.map((row) => labourRow(row, good.origin)) ?? []),
  ];
  const base = regional.rows[0]!.base;
  const tiers = regional.tiers.map(({ tier, parts: count, value, rolledUp }): ResultRow => {
    const points = base !== null && base > 0 ? (rolledUp * 100) / base : null;
    return {
      ...nobody,
      measure: "roll-up",
      tier,
      parts: count,
      partsValue: value,
      rolledUp,
      value: points,
      unit: "percent",
      reason: points === null ? "no-value" : null,
    };
  });
  const warnings = [...regional.warnings, ...(labour?.warnings ?? [])];
  return {
    title: question.by === "tier" ? "What roll-up adds, by tier" : titleOf(good.name ?? good.id),
    columns: question.by === "tier" ? tierColumns : partColumns,
    result: {
      schema: "trade-metrics/result/v1",
      metric: contentMetric.id,
      unit: "percent",
      definition: {
        ...definition,
        ...(question.by === "part" && { thresholds: thresholdsOf(parts) }),
      },
      parameters: {
        ...regional.parameters,
        ...(question.class && { class: question.class }),
        ...(question.threshold !== undefined && { threshold: question.threshold }),
        ...(labour && {
          technologyWageShare: labour.parameters.technologyWageShare,
          highWageAssemblyPlant: labour.parameters.highWageAssemblyPlant,
        }),
        by: question.by,
      },
      data: [data],
      rows: question.by === "tier" ? tiers : parts,
      warnings: warnings.filter(
        ({ message }, at) => warnings.findIndex((one) => one.message === message) === at,
      ),
    },
  };
}

const nobody = { partner: null, partnerName: null, period: null } as const;

/** The bill with what the question says of the final good. */
function withFinalGood(bill: BillOfMaterials, question: ContentQuestion): BillOfMaterials {
  const [good, ...parts] = bill.parts;
  const { threshold } = question;
  const changed = {
    ...good!,
    class: question.class ?? good!.class,
    ...(threshold !== undefined && { threshold }),
  };
  return { ...bill, parts: [changed, ...parts] };
}

function titleOf(good: string): string {
  return `Content of ${good}: as the rule counts it, and truly`;
}

function regionalRow({ id, name, ...row }: RegionalContentRow): ResultRow {
  return { ...nobody, measure: "regional", part: id, partName: name ?? id, ...row };
}

function labourRow({ id, name, ...row }: LabourContentRow, origin: string): ResultRow {
  const { trueMaterialsAndManufacturing, technologyCredit, assemblyCredit } = row;
  return {
    ...nobody,
    measure: "labour",
    part: id,
    partName: `${name ?? id}, labour`,
    tier: 0,
    origin,
    ...row,
    // What high-wage plants add themselves, with the same credits as the counted value.
    trueValue:
      trueMaterialsAndManufacturing === null
        ? null
        : trueMaterialsAndManufacturing + technologyCredit + assemblyCredit,
  };
}

/** Each threshold that was applied, with its article and the goods that it was applied to. */
function thresholdsOf(rows: readonly ResultRow[]): string[] {
  const goods = new Map<string, string[]>();
  for (const { partName, measure, threshold, method, thresholdSource } of rows) {
    if (typeof threshold !== "number") continue;
    const by = typeof method === "string" ? ` by ${method.replace("-", " ")}` : "";
    const rule = `${threshold} % ${measure} content${by} (${thresholdSource})`;
    goods.set(rule, [...(goods.get(rule) ?? []), String(partName)]);
  }
  return [...goods].map(([rule, names]) => `${rule}: ${names.join(", ")}`);
}

const partColumns: readonly ResultColumn[] = [
  { name: "partName", title: "Good", unit: "text" },
  { name: "tier", title: "Tier", unit: "number", digits: 0 },
  { name: "origin", title: "Made in", unit: "text" },
  { name: "value", title: "Counted", unit: "percent", digits: 1, missing: "-" },
  { name: "trueValue", title: "Truly", unit: "percent", digits: 1 },
  { name: "threshold", title: "Needs", unit: "percent", digits: 1 },
  { name: "qualifies", title: "Qualifies", unit: "text" },
  { name: "margin", title: "By points", unit: "number", digits: 1 },
  { name: "countedWhenUsed", title: "In next good", unit: "percent", digits: 1 },
];

const tierColumns: readonly ResultColumn[] = [
  { name: "tier", title: "Tier", unit: "number", digits: 0 },
  { name: "parts", title: "Parts", unit: "number", digits: 0 },
  { name: "partsValue", title: "Value of parts", unit: "number", digits: 2 },
  { name: "rolledUp", title: "Rolled up", unit: "number", digits: 2 },
  { name: "value", title: "Adds to the good", unit: "percent", digits: 2 },
];
