import type { AnyMetric } from "./metric.ts";

/**
 * Loads one metric without the others, from the file that is called as it is. Where there is no such
 * file, the registry may still know the metric.
 */
export async function loadMetric(id: string): Promise<AnyMetric | undefined> {
  if (!/^[a-z]+(-[a-z]+)*$/.test(id)) return undefined;
  try {
    const declared: Record<string, unknown> = await import(`../metrics/${id}.ts`);
    const metric = Object.values(declared).find((one) => isMetric(one, id));
    if (metric) return metric as AnyMetric;
  } catch {
    // No file of that name: asked below.
  }
  const { findMetric } = await import("./registry.ts");
  return findMetric(id);
}

function isMetric(declared: unknown, id: string): boolean {
  const { id: own, asks } = (declared ?? {}) as Partial<AnyMetric>;
  return own === id && asks !== undefined;
}
