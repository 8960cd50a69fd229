import { type Answer, answer, ROUNDING, relativeDifference, type SolverOption } from "./answer.ts";
import { checkAsked } from "./asked.ts";
import { drawBorder, type Exporter, exporterName, exportsByBorder } from "./border.ts";
import { modelOf } from "./model.ts";
import { percent } from "./origin.ts";
import type { InputOutputTable } from "./tables/table.ts";

export interface ParticipationOptions extends SolverOption {
  /** Exporters; default: every economy. */
  readonly exporters?: readonly Exporter[];
}

export interface ParticipationRow {
  readonly exporter: string;
  readonly grossExports: number;
  /** Foreign value added in its exports (VS; TiVA EXGR_FVA), in the table's unit. */
  readonly foreignValueAdded: number;
  /** Its value added in the exports of all others (VS1; TiVA EXGR_DVX), in the table's unit. */
  readonly valueAddedInForeignExports: number;
  /** In percent of its gross exports; null where it has none. Forward is TiVA's FEXDVApSH. */
  readonly backward: number | null;
  readonly forward: number | null;
  /** Its value added in the exports of each other region, in percent of its own gross exports. */
  readonly forwardBy: readonly { readonly exporter: string; readonly share: number | null }[];
}

export interface ParticipationAnswer extends Answer {
  readonly rows: readonly ParticipationRow[];
}

/**
 * Participation in global value chains (Hummels, Ishii and Yi 2001; Koopman et al. 2010; OECD TiVA
 * DEXFVApSH and FEXDVApSH). Backward: sum over t of v_t' B_ts e_s, over e_s. Forward: sum over
 * r of v_s' B_sr e_r, over e_s. Both follow from one vector, (I - A)' w_s = v_s on the rows of s:
 * foreign value added is e_s less w_s' e_s, and value added in the exports of r is w_s' e_r.
 */
export function participation(
  table: InputOutputTable,
  options: ParticipationOptions = {},
): ParticipationAnswer {
  checkAsked("participation", table, options, { exporters: "any" });
  const model = modelOf(table, options.solver);
  const exporters = options.exporters ?? table.economies;
  const borders = exporters.map((exporter) => drawBorder(table, exporter));
  const exportsOf = exportsByBorder(table);
  const n = table.labels.length;
  const width = exporters.length;
  const right = new Float64Array(n * width);
  borders.forEach((border, k) => {
    for (const i of border.members[border.exporter]!) {
      right[i * width + k] = model.valueAddedShare[i]!;
    }
  });
  const multipliers = model.system.solve(right, width, { transpose: true });
  const rows = exporters.map((exporter, k): ParticipationRow => {
    const border = borders[k]!;
    const exports = exportsOf(border);
    const regions = border.regions.length;
    const inExportsOf = new Float64Array(regions);
    let total = 0;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let r = 0; r < regions; r++) sum += exports[i * regions + r]!;
      inExportsOf[border.regionOf[i]!]! += multipliers[i * width + k]! * sum;
      if (border.regionOf[i] === border.exporter) total += sum;
    }
    const foreign = total - inExportsOf[border.exporter]!;
    const others = border.regions
      .map((name, r) => ({ exporter: name, share: percent(inExportsOf[r]!, total) }))
      .filter((_, r) => r !== border.exporter);
    const abroad = inExportsOf.reduce((sum, value) => sum + value, 0) - total + foreign;
    return {
      exporter: exporterName(exporter),
      grossExports: total,
      foreignValueAdded: foreign,
      valueAddedInForeignExports: abroad,
      backward: percent(foreign, total),
      forward: percent(abroad, total),
      forwardBy: others,
    };
  });
  const backward = rows.reduce((sum, row) => sum + row.foreignValueAdded, 0);
  const forward = rows.reduce((sum, row) => sum + row.valueAddedInForeignExports, 0);
  const isWorld = options.exporters === undefined;
  const difference = isWorld ? relativeDifference(backward, forward) : 0;
  const identities = isWorld
    ? [{ name: "over the world, backward = forward value added", difference, tolerance: ROUNDING }]
    : [];
  return { ...answer(model.system.report, identities, table.warnings), rows };
}
