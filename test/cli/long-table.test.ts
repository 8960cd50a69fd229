import { expect, it } from "vitest";
import { longTableHint } from "../../src/cli/long-table.ts";

const LINES = 30;

it("a table longer than the screen says how to get CSV, in one line", () => {
  expect(longTableHint(LINES, 28, { isTTY: true, rows: 24 })).toBe(
    "hint: 28 rows are more than a screenful (--top 20 shows fewer, --format csv --output rows.csv writes them to a file)",
  );
});

it("a table that fits the screen, or goes to a file or another program, says nothing", () => {
  expect(longTableHint(LINES, 28, { isTTY: true, rows: 60 })).toBeNull();
  expect(longTableHint(LINES, 28, { rows: 24 })).toBeNull();
  expect(longTableHint(LINES, 28, { isTTY: true })).toBeNull();
});
