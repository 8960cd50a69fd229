import type { VerifyReport } from "../../claims/report.ts";
import { TOOL } from "../json.ts";
import { escapeUnsafe } from "../safe-text.ts";

/** The whole report as one document; numbers are not rounded. */
export function verifyJson({ schema, ...report }: VerifyReport): string {
  return `${escapeUnsafe(JSON.stringify({ schema, tool: TOOL, ...report }, null, 2))}\n`;
}
