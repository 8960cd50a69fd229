import type { ExporterView } from "./exporter-view.ts";

/** A part of the exporter's gross exports: |s| x regions, row-major. */
export type Part = Float64Array;
export type Terms = Record<string, Part>;

/** Each export times the weight of its row: value added of one kind in these exports. */
export function weigh(weights: Float64Array, exports: Part): Part {
  const regions = exports.length / weights.length;
  return exports.map((value, at) => weights[Math.floor(at / regions)]! * value);
}

export function plus(...parts: Part[]): Part {
  const sum = parts[0]!.slice();
  for (const part of parts.slice(1)) for (let i = 0; i < sum.length; i++) sum[i]! += part[i]!;
  return sum;
}

export function minus(from: Part, part: Part): Part {
  return from.map((value, i) => value - part[i]!);
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
  const folded = new Map<number, Float64Array>();
  view.rows.forEach((i, at) => {
    const industry = table.industryOf[i]!;
    const sums = folded.get(industry) ?? new Float64Array(regions * names.length);
    folded.set(industry, sums);
    names.forEach((name, k) => {
      const part = terms[name]!;
      for (let r = 0; r < regions; r++) sums[r * names.length + k]! += part[at * regions + r]!;
    });
  });
  const rows: TermRow[] = [];
  for (const [industry, sums] of [...folded].sort((a, b) => a[0] - b[0])) {
    border.regions.forEach((partner, r) => {
      if (r === border.exporter) return;
      const values = names.map((name, k) => [name, sums[r * names.length + k]!] as const);
      rows.push({
        industry: table.industries[industry]!,
        partner,
        terms: Object.fromEntries(values),
      });
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
