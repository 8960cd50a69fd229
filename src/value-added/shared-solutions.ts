import { type Border, drawBorder, finalSales, grossExports } from "./border.ts";
import { DomesticBlocks } from "./solve/domestic-blocks.ts";
import type { LeontiefSystem } from "./solve/leontief.ts";
import { createProduct } from "./solve/product.ts";
import type { InputOutputTable } from "./tables/table.ts";

/**
 * What the decompositions of all exporters have in common, each found when it is first asked for:
 * the borders are those around every economy. A group has borders of its own and solves for itself.
 */
export class SharedSolutions {
  readonly border: Border;
  readonly #solutions = new Map<string, { readonly values: Float64Array; residual: number }>();
  #exports: Float64Array | null = null;
  #sales: Float64Array | null = null;
  #blocks: DomesticBlocks | null = null;

  constructor(
    private readonly table: InputOutputTable,
    private readonly system: LeontiefSystem,
    private readonly valueAddedShare: Float64Array,
  ) {
    this.border = drawBorder(table);
  }

  /** E_sr, n x economies. */
  get exports(): Float64Array {
    this.#exports ??= grossExports(this.table, this.border);
    return this.#exports;
  }

  /** Y_sr, n x economies. */
  get sales(): Float64Array {
    this.#sales ??= finalSales(this.table, this.border);
    return this.#sales;
  }

  /** L_rr of every economy. */
  get blocks(): DomesticBlocks {
    const { flows } = this.table;
    this.#blocks ??= new DomesticBlocks(flows, this.system.inverseOutput, [...this.border.members]);
    return this.#blocks;
  }

  /** B' v_t for every economy t, n x economies: value added by origin per unit of output. */
  valueAddedByEconomy(): Float64Array {
    return this.#once("value added", () => {
      const right = this.#empty();
      this.border.regionOf.forEach((region, i) => {
        right[i * this.#width + region] = this.valueAddedShare[i]!;
      });
      return this.system.solve(right, this.#width, { transpose: true });
    });
  }

  /** B Y_r for every economy r, n x economies: output for its final demand. */
  outputByDemand(): Float64Array {
    return this.#once("output", () => this.system.solve(this.sales, this.#width));
  }

  /** Sum over j other than i's own economy of A_ij (B Y_r)_j: intermediate exports for it. */
  exportsByDemand(): Float64Array {
    return this.#once("exports", () => {
      const width = this.#width;
      const n = this.system.n;
      const scaled = this.outputByDemand().slice();
      for (let i = 0; i < scaled.length; i++) {
        scaled[i]! *= this.system.inverseOutput[Math.floor(i / width)]!;
      }
      const result = this.#empty();
      createProduct(this.table.flows, n, width, false).apply(scaled, result);
      for (const members of this.border.members) {
        for (const i of members) {
          for (const j of members) {
            const flow = this.table.flows[i * n + j]!;
            if (flow === 0) continue;
            for (let r = 0; r < width; r++) result[i * width + r]! -= flow * scaled[j * width + r]!;
          }
        }
      }
      return result;
    });
  }

  /** B_it y_t for every seller t, n x economies, y what each row sells at home or abroad. */
  outputBySeller(where: "home" | "abroad"): Float64Array {
    return this.#once(where, () => {
      const width = this.#width;
      const right = this.#empty();
      this.border.regionOf.forEach((region, i) => {
        let sum = 0;
        for (let r = 0; r < width; r++) {
          if ((r === region) === (where === "home")) sum += this.sales[i * width + r]!;
        }
        right[i * width + region] = sum;
      });
      return this.system.solve(right, width);
    });
  }

  get #width(): number {
    return this.border.regions.length;
  }

  #empty(): Float64Array {
    return new Float64Array(this.system.n * this.#width);
  }

  #once(name: string, solve: () => Float64Array): Float64Array {
    const known = this.#solutions.get(name);
    if (known !== undefined) {
      this.system.reuse(known.residual);
      return known.values;
    }
    const values = solve();
    this.#solutions.set(name, { values, residual: this.system.report.residual });
    return values;
  }
}
