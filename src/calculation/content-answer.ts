import {
  type BillOfMaterials,
  type ContentMethod,
  contentVerdict,
  HIGH_WAGE,
  isCoveredVehicle,
  isVehicle,
  labourValueContent,
  type ProductClass,
  type RegionalContentAnswer,
  type Requirement,
  regionalValueContent,
  unverifiedThreshold,
  type Vehicle,
} from "../content/index.ts";
import { contentMetric } from "../metrics/content.ts";
import {
  goodRow,
  labourRow,
  partColumns,
  requirementRow,
  thresholdsOf,
  tierColumns,
  tierRow,
} from "./content-rows.ts";
import { type Answer, type DataUse, type ResultRow, resultOf } from "./result.ts";

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
  /** Of the producer's purchases of steel and aluminium in the region, the originating shares. */
  readonly steelPurchases?: number;
  readonly aluminiumPurchases?: number;
  /** Rows of parts, or of tiers: where the gap between counted and true content arises. */
  readonly by: "part" | "tier";
}

const definition = {
  rollUp:
    "a part that qualifies counts whole in the next good (USMCA Article 4.5.4); it must qualify first",
  labour: `(materials from high-wage plants + high-wage labour) / net cost * 100 + credits; high-wage: US$ ${HIGH_WAGE} an hour or more`,
};

/**
 * Regional value content of a good and its parts, as the rule counts it and as it is. A vehicle, and
 * an average over several bills, also has a line for each requirement and one for all. Rows: the
 * good first, each part after the one that it goes into; then the requirements.
 * @throws InputError for an invalid day, region or share, or bills that cannot be averaged.
 */
export function contentAnswer(
  given: readonly BillOfMaterials[],
  data: readonly DataUse[],
  question: ContentQuestion,
): Answer {
  // What the final good is stands in the bills.
  const { by, class: _class, threshold: _threshold, ...options } = question;
  const bills = given.map((bill) => withFinalGood(bill, question));
  const regional = bills.map((bill) => regionalValueContent(bill, options));
  const good = bills[0]!.parts[0]!;
  const judged = by === "part" && (isVehicle(good.class) || bills.length > 1);
  const requirements = judged ? contentVerdict(bills, options) : [];
  const labour = isCoveredVehicle(good.class) ? labourValueContent(bills, options) : null;
  const verdict = requirements.at(-1) ?? null;
  const rows: ResultRow[] =
    by === "tier"
      ? regional.flatMap(({ tiers, rows: [first] }) =>
          tiers.map((tier) => tierRow(tier, first!.base)),
        )
      : [
          ...regional.flatMap((answer, index) =>
            answer.rows.map((row) =>
              goodRow(row, isVehicle(row.class) ? verdict : null, billOf(data, index)),
            ),
          ),
          ...requirements.map((line) =>
            line.requirement === "labour-content" && labour
              ? labourRow(line, labour.rows[0]!)
              : requirementRow(line),
          ),
        ];
  return {
    title: by === "tier" ? "What roll-up adds, by tier" : titleOf(good.name ?? good.id),
    columns: by === "tier" ? tierColumns : partColumns,
    result: resultOf(contentMetric, {
      definition: {
        ...definition,
        ...(by === "part" && { thresholds: thresholdsOf(rows) }),
      },
      parameters: {
        ...regional[0]!.parameters,
        ...(question.class && { class: question.class }),
        ...(question.threshold !== undefined && { threshold: question.threshold }),
        ...(labour && {
          technologyWageShare: labour.parameters.technologyWageShare,
          highWageAssemblyPlant: labour.parameters.highWageAssemblyPlant,
          steelPurchases: question.steelPurchases ?? null,
          aluminiumPurchases: question.aluminiumPurchases ?? null,
        }),
        by,
      },
      data,
      rows,
      warnings: warningsOf(regional, requirements, labour?.warnings ?? []),
    }),
  };
}

/** The bill that a good stands in, where there are several. */
function billOf(data: readonly DataUse[], index: number): string | null {
  return data.length > 1 ? data[index]!.id : null;
}

/** What to give where a requirement is not judged, by the requirement and why. */
const HINTS: Partial<Record<string, string>> = {
  "steel not-stated": "give --steel, the originating share of the producer's purchases of steel",
  "aluminium not-stated":
    "give --aluminium, the originating share of the producer's purchases of aluminium",
  "core-parts no-core-parts": "the bill has no part of class core",
  "core-parts no-net-cost":
    "a core part does not qualify by itself, and all together are judged by net cost (give `netCost` of each)",
};

function warningsOf(
  regional: readonly RegionalContentAnswer[],
  requirements: readonly Requirement[],
  labour: RegionalContentAnswer["warnings"],
): Answer["result"]["warnings"] {
  const unknown = requirements.flatMap(({ requirement, qualifies, qualifiesReason }) => {
    const hint = HINTS[`${requirement} ${qualifiesReason}`];
    if (qualifies !== null || hint === undefined) return [];
    return [{ code: qualifiesReason, message: `${requirement} is not judged: ${hint}` }];
  });
  const unverified = requirements.flatMap(({ requirement, thresholdReading, threshold }) =>
    requirement === "labour-content" && thresholdReading === "unverified"
      ? [unverifiedThreshold(`${threshold} % labour content`)]
      : [],
  );
  const all = [...regional.flatMap((one) => one.warnings), ...labour, ...unverified, ...unknown];
  return all.filter(({ message }, at) => all.findIndex((one) => one.message === message) === at);
}

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
