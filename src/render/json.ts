import type { Result } from "../calculation/result.ts";
import { inPieces } from "./pieces.ts";
import type { Renderer } from "./renderer.ts";
import { escapeUnsafe } from "./safe-text.ts";

/** What wrote a document. */
export const TOOL = `trade-metrics ${process.env.TRADE_METRICS_VERSION ?? "development"}`;

/** The whole result as one document; numbers are not rounded. */
export const jsonRenderer: Renderer = {
  render: ({ result: { schema, ...result } }) =>
    inPieces(documentOf({ schema, tool: TOOL, ...result })),
};

/** What `JSON.stringify(result, null, 2)` gives, row by row. */
function* documentOf(result: Result): Generator<string> {
  let before = "{\n  ";
  for (const [name, value] of Object.entries(result)) {
    if (value === undefined) continue;
    yield `${before}${JSON.stringify(name)}: `;
    before = ",\n  ";
    if (name === "rows") yield* listOf(result.rows);
    else yield indented(value, "  ");
  }
  yield "\n}\n";
}

function* listOf(rows: Result["rows"]): Generator<string> {
  let before = "[\n    ";
  for (const row of rows) {
    yield `${before}${indented(row, "    ")}`;
    before = ",\n    ";
  }
  yield rows.length === 0 ? "[]" : "\n  ]";
}

/** A line end in JSON is never part of a text, so that lines can be set in as they are. */
function indented(value: unknown, indent: string): string {
  return escapeUnsafe(JSON.stringify(value, null, 2)).replaceAll("\n", `\n${indent}`);
}
