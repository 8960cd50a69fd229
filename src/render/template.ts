import mustache from "mustache";
import type { Cell, ResultRow } from "../calculation/result.ts";
import { InputError } from "../errors.ts";
import { checkFields } from "./fields.ts";
import { formatNumber } from "./figures.ts";
import { inPieces, mapped } from "./pieces.ts";
import type { Renderer } from "./renderer.ts";
import { safeText } from "./safe-text.ts";

/**
 * A line for each row, from a template in which `{{value}}` stands for a field. Numbers are not
 * rounded unless digits are asked for; null is empty, and `{{^value}}…{{/value}}` stands for it.
 */
export const templateRenderer = (template: string): Renderer => ({
  render({ result }, { digits }) {
    const text = template.replaceAll("\\n", "\n").replaceAll("\\t", "\t");
    checkFields(fieldsOf(text), result.rows, "--template");
    const shown = (cell: Cell | undefined) => {
      if (typeof cell === "number" && digits !== null) return formatNumber(cell, digits);
      return typeof cell === "string" ? safeText(cell) : cell;
    };
    const lineOf = (row: ResultRow) => {
      const view = Object.fromEntries(
        Object.entries(row).map(([name, cell]) => [name, shown(cell)]),
      );
      return `${mustache.render(text, view, {}, { escape: String })}\n`;
    };
    return inPieces(mapped(result.rows, lineOf));
  },
});

/** The fields that a template names, those inside sections included. */
function fieldsOf(template: string): string[] {
  try {
    return mustache.parse(template).flatMap(namesOf);
  } catch (error) {
    throw new InputError(`--template: ${(error as Error).message}`);
  }
}

const NAMED = new Set(["name", "&", "{", "#", "^"]);

function namesOf(token: ReturnType<typeof mustache.parse>[number]): string[] {
  const [type, name, , , inner] = token;
  const own = NAMED.has(type) && name !== "." ? [String(name).split(".")[0]!] : [];
  return [...own, ...(Array.isArray(inner) ? inner.flatMap(namesOf) : [])];
}
