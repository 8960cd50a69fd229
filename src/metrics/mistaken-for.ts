import type { MistakenFor } from "./metric.ts";

/** A quotient in percent; null where the divisor is zero. */
export function percentOf(part: number, whole: number): number | null {
  return whole === 0 ? null : (part / whole) * 100;
}

/** One flow, or both together, for a balance. */
export const flowsForBalance: readonly MistakenFor[] = [
  { id: "imports", says: "imports in place of the balance", of: ({ imports }) => imports ?? null },
  { id: "exports", says: "exports in place of the balance", of: ({ exports }) => exports ?? null },
  {
    id: "total",
    says: "exports plus imports in place of the balance",
    of: ({ exports = 0, imports = 0 }) => exports + imports,
  },
];
