import type { Renderer } from "./renderer.ts";
import { escapeUnsafe } from "./safe-text.ts";

/** The whole result as one document; numbers are not rounded. */
export const jsonRenderer: Renderer = {
  render: ({ result }) => `${escapeUnsafe(JSON.stringify(result, null, 2))}\n`,
};
