import { rmSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder, written } from "./run.ts";
import { has, Terminal, without } from "./terminal.ts";

const QUESTION = "non-petroleum --partner CA,MX --period 2023,2024,2025 --vintage 2025-04 --chart";
const END = "end-of-answer";

describe.each([60, 80, 200])("a terminal of %i columns", (columns) => {
  const test = it.skipIf(!has("tmux"));
  const shown = new Map<string, Promise<{ plain: string; coloured: string }>>();
  const show = (environment: Readonly<Record<string, string>>) => {
    const key = JSON.stringify(environment);
    if (!shown.has(key)) shown.set(key, opened(environment));
    return shown.get(key)!;
  };
  const opened = async (environment: Readonly<Record<string, string>>) => {
    // The shell stays, so that the screen does.
    const command = `sh -c 'trade-metrics ${QUESTION} 2>/dev/null; echo ${END}; cat'`;
    const terminal = await Terminal.open(command, { columns, rows: 90, environment });
    try {
      const plain = await terminal.until((screen) => screen.includes(END));
      return { plain: plain.split(END)[0]!, coloured: terminal.screen(true) };
    } finally {
      terminal.close();
    }
  };

  test(`has every line whole: nothing wraps in the middle of a row${without("tmux")}`, async () => {
    const { plain } = await show({ TERM: "screen-256color" });
    const lines = plain.split("\n").map((line) => line.trimEnd());
    // Six rows for each block of columns; each begins with its partner and its period.
    const rows = lines.filter((line) => /^(Canada|Mexico) +\d{4}/.test(line));
    expect(rows.length).toBeGreaterThanOrEqual(6);
    expect(lines.every((line) => line.length <= columns)).toBe(true);
    // A figure that stands alone on a line has been cut off from its row.
    expect(lines.filter((line) => /^ *-?[\d,]+\.\d$/.test(line))).toEqual([]);
    for (const figure of ["-64,262.7", "28,379.2", "-174,225.8"]) expect(plain).toContain(figure);
    expect(plain).toMatch(/█│/);
  });

  test(`has colours, and none with NO_COLOR or TERM=dumb${without("tmux")}`, async () => {
    const red = "\u001b[31m";
    expect((await show({ TERM: "screen-256color" })).coloured).toContain(red);
    expect((await show({ TERM: "screen-256color", NO_COLOR: "1" })).coloured).not.toContain(red);
    expect((await show({ TERM: "dumb" })).coloured).not.toContain(red);
  });

  test(`reads the same with and without colour${without("tmux")}`, async () => {
    const coloured = await show({ TERM: "screen-256color" });
    const plain = await show({ TERM: "screen-256color", NO_COLOR: "1" });
    expect(coloured.plain).toBe(plain.plain);
  });
});

describe("an error and a warning at a terminal", () => {
  const shown = async (question: string, environment: Readonly<Record<string, string>>) => {
    const command = `sh -c 'trade-metrics ${question} >/dev/null; echo ${END}; cat'`;
    const terminal = await Terminal.open(command, { columns: 80, environment });
    try {
      await terminal.until((screen) => screen.includes(END));
      return terminal.screen(true);
    } finally {
      terminal.close();
    }
  };
  const COLOURED = { TERM: "screen-256color" };

  it.skipIf(!has("tmux")).each([
    ["balance Mexcio", "error:"],
    ["balance MX --period 2025 --vintage 2025-04", "warning:"],
  ])(`begin with a coloured word: %s${without("tmux")}`, async (question, word) => {
    const coloured = new RegExp(`\\u001b\\[[\\d;]+m${word}\\u001b\\[`);
    expect(await shown(question, COLOURED)).toMatch(coloured);
    for (const screen of [
      await shown(question, { ...COLOURED, NO_COLOR: "1" }),
      await shown(`${question} --no-color`, COLOURED),
      await shown(question, { TERM: "dumb" }),
    ]) {
      expect(screen).toContain(`${word} `);
      expect(screen).not.toMatch(coloured);
    }
  });
});

describe("a line of progress", () => {
  const test = it.skipIf(!has("tmux"));
  const LONG = "/data/of/a/folder/with/a/long/name/".repeat(4);

  test.each([60, 200])(
    `of %i columns is seen while a file is read, and leaves nothing behind${without("tmux")}`,
    async (columns) => {
      const folder = temporaryFolder();
      const script = written(
        folder,
        "progress.mts",
        `import { progressLine } from ${JSON.stringify(resolve("src/cli/reading-progress.ts"))};
       const line = progressLine();
       for (let step = 1; step <= 30; step += 1) {
         await new Promise((resume) => setTimeout(resume, 100));
         line.tell("${LONG}", step * 1e6, 30e6);
       }
       line.done();
       console.log("${END}");`,
      );
      const command = `sh -c '"${process.execPath}" --import tsx ${script}; cat'`;
      const terminal = await Terminal.open(command, { columns, rows: 20 });
      try {
        const during = await terminal.until((screen) => screen.includes("█"));
        const shown = during.split("\n").filter((line) => line.trim() !== "");
        expect(shown).toHaveLength(1);
        expect(shown[0]).toMatch(/^█+░* \d+ %, [\d.]+ MB\/s, \d+ s left {2}\/data/);
        const after = await terminal.until((screen) => screen.includes(END));
        expect(after.trim()).toBe(END);
      } finally {
        terminal.close();
        rmSync(folder, { recursive: true, force: true });
      }
    },
  );
});
