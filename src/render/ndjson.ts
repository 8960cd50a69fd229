import { inPieces, mapped } from "./pieces.ts";
import type { Renderer } from "./renderer.ts";
import { escapeUnsafe } from "./safe-text.ts";

/** The rows alone, one JSON object a line; numbers are not rounded. */
export const ndjsonRenderer: Renderer = {
  render: ({ result }) =>
    inPieces(mapped(result.rows, (row) => `${escapeUnsafe(JSON.stringify(row))}\n`)),
};
