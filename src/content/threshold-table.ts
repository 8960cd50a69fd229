import type { ContentMethod, ProductClass, Vehicle } from "./part.ts";
import {
  APPENDIX,
  bulletin,
  commission,
  instructions,
  otherVehicleRules,
  productRules,
  type RuleSource,
  tariffSchedule,
  unverified,
} from "./source.ts";

/** The regional value content that a class of goods must reach during a time. */
export interface ContentThreshold extends RuleSource {
  readonly class: ProductClass;
  /** The vehicles for which it holds: the good itself, or the vehicle that the part is for. */
  readonly vehicles: readonly Vehicle[];
  readonly method: ContentMethod;
  readonly percent: number;
  /** The first day on which it holds. */
  readonly from: string;
  /** The first day on which it no longer holds; null while no end is laid down. */
  readonly until: string | null;
}

type Stage = readonly [percent: number, checked: Pick<RuleSource, "source" | "reading">];
type Common = Pick<ContentThreshold, "class" | "vehicles" | "method" | "citation">;

const LIGHT: readonly Vehicle[] = ["passenger-vehicle", "light-truck"];
const HEAVY: readonly Vehicle[] = ["heavy-truck"];

/** The first days of the stages: light vehicles and their parts; heavy trucks and theirs; the rest. */
const LIGHT_DAYS = ["2020-07-01", "2021-07-01", "2022-07-01", "2023-07-01"];
const HEAVY_DAYS = ["2020-07-01", "2024-07-01", "2027-07-01"];
const ONE_DAY = ["2020-07-01"];

function staged(common: Common, days: readonly string[], stages: Stage[]): ContentThreshold[] {
  return stages.map(([percent, checked], index) => ({
    ...common,
    ...checked,
    percent,
    from: days[index]!,
    until: days[index + 1] ?? null,
  }));
}

const core = {
  class: "core",
  vehicles: LIGHT,
  citation: `${APPENDIX}, Articles 3.2 and 3.3, Table A.1`,
} as const;
const principal = {
  class: "principal",
  vehicles: LIGHT,
  citation: `${APPENDIX}, Article 3.4, Table B`,
} as const;
const complementary = {
  class: "complementary",
  vehicles: LIGHT,
  citation: `${APPENDIX}, Article 3.5, Table C`,
} as const;
const heavyPrincipal = {
  class: "principal",
  vehicles: HEAVY,
  citation: `${APPENDIX}, Article 4.2, Table D`,
} as const;
const heavyComplementary = {
  class: "complementary",
  vehicles: HEAVY,
  citation: `${APPENDIX}, Article 4.3, Table E`,
} as const;

/** Vehicles of Article 10: the lighter ones (10.1) and the heavier ones (10.2), without stages. */
function other(
  vehicle: Vehicle,
  productClass: ProductClass,
  stage: Stage,
  article: string,
): ContentThreshold[] {
  const citation = `${APPENDIX}, ${article}`;
  const common = {
    class: productClass,
    vehicles: [vehicle],
    method: "net-cost",
    citation,
  } as const;
  return staged(common, ONE_DAY, [stage]);
}

/**
 * The regional value content of the automotive appendix by class, vehicle, method and day: the only
 * place that knows these numbers. Each says what it was checked against; `unverified` ones are the
 * agreement's as far as we know, and every answer that rests on one warns. A transaction value
 * applies only to a product whose own rule has that method.
 *
 * Not here: the alternative staging regimes of Article 8, which are granted to single producers.
 */
export const contentThresholds: readonly ContentThreshold[] = [
  ...LIGHT.flatMap((vehicle) =>
    staged(
      {
        class: vehicle,
        vehicles: [vehicle],
        method: "net-cost",
        citation: `${APPENDIX}, Article 3.1`,
      },
      LIGHT_DAYS,
      [
        [66, instructions],
        [69, instructions],
        [72, instructions],
        [75, instructions],
      ],
    ),
  ),
  ...staged({ ...core, method: "net-cost" }, LIGHT_DAYS, [
    [66, tariffSchedule],
    [69, tariffSchedule],
    [72, tariffSchedule],
    [75, tariffSchedule],
  ]),
  ...staged({ ...core, method: "transaction-value" }, LIGHT_DAYS, [
    [76, tariffSchedule],
    [79, tariffSchedule],
    [82, tariffSchedule],
    [85, tariffSchedule],
  ]),
  ...staged({ ...principal, method: "net-cost" }, LIGHT_DAYS, [
    [62.5, tariffSchedule],
    [65, tariffSchedule],
    [67.5, tariffSchedule],
    [70, productRules],
  ]),
  ...staged({ ...principal, method: "transaction-value" }, LIGHT_DAYS, [
    [72.5, tariffSchedule],
    [75, tariffSchedule],
    [77.5, tariffSchedule],
    [80, unverified],
  ]),
  ...staged({ ...complementary, method: "net-cost" }, LIGHT_DAYS, [
    [62, bulletin],
    [63, unverified],
    [64, unverified],
    [65, bulletin],
  ]),
  ...staged({ ...complementary, method: "transaction-value" }, LIGHT_DAYS, [
    [72, unverified],
    [73, unverified],
    [74, unverified],
    [75, unverified],
  ]),
  ...staged(
    {
      class: "heavy-truck",
      vehicles: HEAVY,
      method: "net-cost",
      citation: `${APPENDIX}, Article 4.1`,
    },
    HEAVY_DAYS,
    [
      [60, instructions],
      [64, instructions],
      [70, instructions],
    ],
  ),
  ...staged({ ...heavyPrincipal, method: "net-cost" }, HEAVY_DAYS, [
    [60, unverified],
    [64, unverified],
    [70, productRules],
  ]),
  ...staged({ ...heavyPrincipal, method: "transaction-value" }, HEAVY_DAYS, [
    [70, unverified],
    [74, unverified],
    [80, unverified],
  ]),
  ...staged({ ...heavyComplementary, method: "net-cost" }, HEAVY_DAYS, [
    [50, unverified],
    [54, unverified],
    [60, commission],
  ]),
  ...staged({ ...heavyComplementary, method: "transaction-value" }, HEAVY_DAYS, [
    [60, unverified],
    [64, unverified],
    [70, unverified],
  ]),
  ...other("other-light-vehicle", "other-light-vehicle", [62.5, otherVehicleRules], "Article 10.1"),
  ...other(
    "other-light-vehicle",
    "core",
    [62.5, otherVehicleRules],
    "Article 10.1(b), engines and gearboxes",
  ),
  ...other("other-light-vehicle", "principal", [60, tariffSchedule], "Article 10.2(c), Table F"),
  ...other("other-heavy-vehicle", "other-heavy-vehicle", [60, tariffSchedule], "Article 10.2"),
  ...other(
    "other-heavy-vehicle",
    "core",
    [60, tariffSchedule],
    "Article 10.2(b), engines and gearboxes",
  ),
  ...other("other-heavy-vehicle", "principal", [60, tariffSchedule], "Article 10.2(c), Table F"),
];
