import { TOOL } from "./json.ts";
import { escapeUnsafe } from "./safe-text.ts";

/** A report as one document that names what wrote it; numbers are not rounded. */
export function reportJson({ schema, ...report }: { readonly schema: string }): string {
  return `${escapeUnsafe(JSON.stringify({ schema, tool: TOOL, ...report }, null, 2))}\n`;
}
