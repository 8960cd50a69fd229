import type { Result } from "../calculation/result.ts";
import { InputError } from "../errors.ts";
import { command } from "./command.ts";
import { refused } from "./refused.ts";
import { optionOf, type Word, type Words } from "./words.ts";

/** The words of a question; any other option of the command may stand beside them. */
export interface QuestionWords extends Words {
  /** Partners by code or name, and groups: `MX`, `["CA", "MX"]`, `USMCA`, `all`. */
  readonly partner?: string | readonly string[];
  /** `2023`, `2024-11`, `2019..2024`, `latest`. */
  readonly period?: string | number | readonly (string | number)[];
  readonly by?: string;
  readonly product?: string | readonly string[];
  readonly of?: string;
  readonly from?: string | number;
  readonly to?: string | number;
  readonly top?: number | string;
  /** Files, or ids of embedded datasets. */
  readonly data?: string | readonly string[];
  readonly vintage?: string;
  readonly asOf?: string;
}

/** What is always so for programs. */
const SETTLED = new Set(["json", "format", "output", "template", "chart", "chartKind", "color"]);

/**
 * Asks what the command of this name answers, such as `deficit-ratio` or `value-added origin`, in
 * the words of its options, and gives the document that it writes with `--json`. No configuration
 * file is read.
 * @throws InputError where the question cannot be understood or answered: one line that says what
 *   to change.
 */
export function ask(name: string, words: QuestionWords = {}): Promise<Result> {
  return refused(async () => {
    if (typeof name !== "string" || !isObject(words)) {
      throw new InputError(
        'ask: expected a metric and its words: ask("balance", { partner: "MX" })',
      );
    }
    const settled = Object.keys(words).find((key) => SETTLED.has(key));
    if (settled !== undefined) {
      throw new InputError(`${settled}: an answer is an object (leave it out)`);
    }
    const options = Object.entries(words).flatMap(([key, value]) => optionWords(key, value));
    const { jsonOf } = await command();
    return (await jsonOf(name, options)) as Result;
  });
}

function isObject(words: unknown): boolean {
  return typeof words === "object" && words !== null && !Array.isArray(words);
}

function optionWords(key: string, value: Word | readonly (string | number)[]) {
  if (value === undefined || value === false) return [];
  if (value !== true && !Array.isArray(value) && !["string", "number"].includes(typeof value)) {
    throw new InputError(`${key}: expected text, a number or a list of them (got ${typeof value})`);
  }
  return [{ option: optionOf(key), value }];
}
