import type { ExporterView } from "./exporter-view.ts";

/** A part of the exporter's gross exports: |s| x regions, row-major. */
export type Part = Float64Array;
export type Terms = Record<string, Part>;

/** Each export times the weight of its row: value added of one kind in these exports. */
export function weigh(weights: Float64Array, exports: Part): Part {
  const regions = exports.length / weights.length;
  const weighed = new Float64Array(exports.length);
  for (let row = 0, at = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    for (let r = 0; r < regions; r++, at++) weighed[at] = weight * exports[at]!;
  }
  return weighed;
}

export function plus(...parts: Part[]): Part {
  const sum = parts[0]!.slice();
  for (const part of parts.slice(1)) for (let i = 0; i < sum.length; i++) sum[i]! += part[i]!;
  return sum;
}

export function minus(from: Part, part: Part): Part {
  const rest = from.slice();
  for (let i = 0; i < rest.length; i++) rest[i]! -= part[i]!;
  return rest;
}

export interface TermRow {
  /** Industry of export, by its code. */
  readonly industry: string;
  readonly partner: string;
  readonly terms: Readonly<Record<string, number>>;
}

/** The parts by industry and partner; parts of a split economy and of a group are folded here. */
export function foldTerms(view: ExporterView, terms: Terms): TermRow[] {
  const { table, border, regions } = view;
  const names = Object.keys(terms);
  const parts = Object.values(terms);
  const folded = new Map<number, Float64Array>();
  view.rows.forEach((i, at) => {
    const industry = table.industryOf[i]!;
    const sums = folded.get(industry) ?? new Float64Array(regions * names.length);
    folded.set(industry, sums);
    for (let k = 0; k < parts.length; k++) {
      const part = parts[k]!;
      for (let r = 0; r < regions; r++) sums[r * names.length + k]! += part[at * regions + r]!;
    }
  });
  const rows: TermRow[] = [];
  for (const [industry, sums] of [...folded].sort((a, b) => a[0] - b[0])) {
    border.regions.forEach((partner, r) => {
      if (r === border.exporter) return;
      // One after the other, so that all rows share one shape: there may be millions of values.
      const values: Record<string, number> = {};
      for (let k = 0; k < names.length; k++) values[names[k]!] = sums[r * names.length + k]!;
      rows.push({ industry: table.industries[industry]!, partner, terms: values });
    });
  }
  return rows;
}

export function totals(terms: Terms): Record<string, number> {
  const sums = Object.entries(terms).map(
    ([name, part]) => [name, part.reduce((sum, value) => sum + value, 0)] as const,
  );
  return Object.fromEntries(sums);
}
