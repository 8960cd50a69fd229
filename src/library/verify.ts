import type { VerifyReport } from "../claims/report.ts";
import { InputError } from "../errors.ts";
import { command } from "./command.ts";
import { refused } from "./refused.ts";

/** Which claims are verified, and against which data. */
export interface VerifyWords {
  /** The name of the text in messages and in the report. */
  readonly name?: string;
  /** Files, or ids of embedded datasets, in place of the embedded ones. */
  readonly data?: readonly string[];
  readonly only?: readonly string[];
  readonly group?: string;
  readonly failOn?: readonly string[];
}

/**
 * Verifies the text of a claim file (YAML or JSON), and gives the document that `verify` writes with
 * `--json`. Wrong numbers are no errors: `summary.violations` counts them.
 * @throws InputError where the claims cannot be read or nothing can be checked.
 */
export function verify(text: string, words: VerifyWords = {}): Promise<VerifyReport> {
  return refused(async () => {
    if (typeof text !== "string") {
      throw new InputError("verify: expected the text of a claim file (read the file first)");
    }
    const { name = "claims", data = [], ...request } = words;
    const settings = { ...request, data, frozen: false };
    const { verifyClaims, reportJson } = await command();
    const { report } = await verifyClaims({ file: name, text }, settings);
    return JSON.parse(reportJson(report)) as VerifyReport;
  });
}
