import type { VerifyReport } from "../../claims/report.ts";
import { escapeUnsafe } from "../safe-text.ts";

/** The whole report as one document; numbers are not rounded. */
export function verifyJson(report: VerifyReport): string {
  return `${escapeUnsafe(JSON.stringify(report, null, 2))}\n`;
}
