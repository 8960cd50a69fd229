import { escapeUnsafe } from "../../../render/safe-text.ts";
import { writeText } from "../../output.ts";

export interface JsonOption {
  readonly json?: true;
}

/** Writes a report as text, or as one JSON document. */
export async function writeReport<Report>(
  report: Report,
  text: (report: Report) => string,
  json: true | undefined,
): Promise<void> {
  const document = () => `${escapeUnsafe(JSON.stringify(report, null, 2))}\n`;
  await writeText(json ? document() : text(report), undefined);
}
