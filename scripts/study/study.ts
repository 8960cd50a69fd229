import { type ClaimFile, claimFileSchema } from "../../src/claims/file/schema.ts";
import type { VerifiedClaim } from "../../src/claims/report.ts";
import { CONFIDENT } from "../../src/claims/report.ts";
import { type ClaimSources, openClaimSources } from "../../src/claims/sources.ts";
import { verify } from "../../src/claims/verify.ts";
import { allProducts } from "../../src/products/product.ts";
import type { TradeDataset } from "../../src/sources/dataset.ts";
import { type Random, randomFrom } from "../../test/random.ts";
import { comparisonSlips } from "./comparison-slips.ts";
import { type Figures, random as randomClaim, slipKinds, slipped } from "./slips.ts";

/** How often the true cause of some slips was found. */
export interface Found {
  readonly kind: string;
  readonly slips: number;
  readonly first: number;
  readonly listed: number;
  /** What was said in place of the true cause, and how often. */
  readonly others: ReadonlyMap<string, number>;
}

/** How often random numbers were given a cause. */
export interface Chance {
  readonly numbers: number;
  readonly confident: number;
  readonly any: number;
}

const nothing = claimFileSchema.parse({
  report: { id: "study", title: "S", publisher: "S", date: "2025" },
  claims: [{ id: "none", where: {}, says: "x", reported: "1", unit: "x", needs: "x" }],
});

/** The study on the embedded data; with one seed it draws the same claims. */
export class Study {
  readonly #figures: Figures;
  readonly #draws: Random;

  private constructor(
    readonly sources: ClaimSources,
    seed: number,
  ) {
    this.#figures = figuresOf(sources);
    this.#draws = randomFrom(seed);
  }

  static async open(seed: number): Promise<Study> {
    return new Study(await openClaimSources(nothing, []), seed);
  }

  /** Slips of one kind. */
  slips(kind: string, count: number): Found {
    let [slips, first, listed] = [0, 0, 0];
    const others = new Map<string, number>();
    for (let tries = 0; slips < count && tries < count * 50; tries += 1) {
      const slip = slipped(allSlips, kind, this.#draws, this.#figures);
      const outcome = slip && this.#outcome(slip.file);
      if (outcome?.verdict !== "mismatch") continue;
      slips += 1;
      const at = outcome.explanations.findIndex(({ parameters }) =>
        slip!.truth.some((one) => JSON.stringify(one) === JSON.stringify(parameters)),
      );
      if (at === 0) first += 1;
      else {
        const said = outcome.explanations[0]?.says ?? "nothing";
        others.set(said, (others.get(said) ?? 0) + 1);
      }
      if (at >= 0) listed += 1;
    }
    return { kind, slips, first, listed, others };
  }

  /** Numbers that nobody computed. */
  random(count: number): Chance {
    let [numbers, confident, any] = [0, 0, 0];
    while (numbers < count) {
      const file = randomClaim(allSlips, this.#draws, this.#figures);
      const outcome = file && this.#outcome(file);
      if (outcome?.verdict !== "mismatch") continue;
      numbers += 1;
      const [best] = outcome.explanations;
      if (best) any += 1;
      if (best && best.confidence >= CONFIDENT) confident += 1;
    }
    return { numbers, confident, any };
  }

  #outcome(file: ClaimFile): VerifiedClaim {
    return verify(file, this.sources, { only: null, group: null, failOn: [] }).claims[0]!;
  }
}

const allSlips = { ...slipKinds, ...comparisonSlips };

export const kinds = Object.keys(allSlips);

/** Sums of the records themselves: a year's months, or the year where it is published whole. */
function figuresOf(sources: ClaimSources): Figures {
  const dataset = sources.of("census-goods").forProduct(allProducts);
  const payments = sources.of("bea-trade").forProduct(allProducts);
  const flow = (
    partner: string,
    kind: string,
    year: number,
    data: TradeDataset = dataset,
  ): number | null => {
    const series = data
      .seriesOf(partner)
      .find(({ key }) => key.flow === kind && key.product === "total" && key.sector === "goods");
    if (!series) return null;
    const whole = series.values.get(String(year));
    if (whole !== undefined) return whole;
    const months = Array.from({ length: 12 }, (_, month) =>
      series.values.get(`${year}-${String(month + 1).padStart(2, "0")}`),
    );
    return months.every((value) => value !== undefined)
      ? months.reduce<number>((sum, value) => sum + value!, 0)
      : null;
  };
  return {
    exports: (partner, year) => flow(partner, "export", year),
    imports: (partner, year) => flow(partner, "import", year),
    onOtherBasis: (partner, kind, year) => flow(partner, kind, year, payments),
    byVintage: (partner, kind, year) =>
      new Map(
        (dataset.vintages ?? []).flatMap(({ vintage, data }): [string, number][] => {
          const value = flow(partner, kind, year, data);
          return value === null ? [] : [[vintage, value]];
        }),
      ),
    share: (partner, measure, year) => sources.shares.valueOf(partner, measure, year) ?? null,
  };
}
