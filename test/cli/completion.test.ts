import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { completionLines } from "../../src/cli/completion/complete.ts";
import { createProgram } from "../../src/cli/program.ts";
import { temporaryFolder, written } from "./run.ts";
import { has, Terminal, without } from "./terminal.ts";

const program = await createProgram("test");
const complete = (...words: string[]) =>
  completionLines(program, "bash", words).filter((line) => !line.startsWith(":"));

describe("completion", () => {
  it("knows every command of the command tree", () => {
    const commands = program.commands.map((command) => command.name());
    expect(complete("")).toEqual(commands);
  });

  it("knows every option of every command", () => {
    for (const command of program.commands) {
      const names = command.options.map(({ long }) => long);
      expect(complete(command.name(), "--")).toEqual(expect.arrayContaining(names));
    }
  });

  it("offers the options of the subcommand that stands in when none is named", () => {
    expect(complete("value-added", "--mea")).toEqual(["--measure"]);
  });

  it.each([
    [
      ["growth", "--of", ""],
      ["total", "exports", "imports", "balance"],
    ],
    [["balance", "--format", "s"], ["svg"]],
    [["balance", "--format=nd"], ["ndjson"]],
    [["balance", "--partner", "mx"], ["MX"]],
    [["balance", "--partner", "mexi"], ["Mexico"]],
    [["balance", "--partner", "CA,USM"], ["CA,USMCA"]],
    [
      ["balance", "--period", "2019..2021,2024-1"],
      ["10", "11", "12"].map((m) => `2019..2021,2024-${m}`),
    ],
    [
      ["balance", "--period", "2024-01/2024-1"],
      ["2024-10", "2024-11", "2024-12"].map((m) => `2024-01/${m}`),
    ],
    [
      ["balance", "--data", "bea"],
      ["bea-trade", "bea-world"],
    ],
    [["non-petroleum", "--petroleum", "sitc"], ["sitc33", "sitc:"].slice(0, 1)],
    [["data", "show", "tiva"], ["tiva-shares"]],
    [["explain", "deficit"], ["deficit-ratio"]],
    [["balance", "--sort", "-imp"], ["-imports"]],
    [["verify", "wil"], ["wilson-2025"]],
    [
      ["completion", ""],
      ["bash", "zsh", "fish"],
    ],
  ])("completes %j", (words, expected) => {
    expect(complete(...words)).toEqual(expected);
  });

  describe("of claims", () => {
    const folder = temporaryFolder();
    const claims = [
      { id: "deficit-2024", says: "one", group: "deficits" },
      { id: "deficit-2020", says: "two", group: "deficits" },
      { id: "growth", says: "three" },
    ];
    const file = written(folder, "claims.yaml", JSON.stringify({ claims }));

    it("knows the ids and groups of the claim file on the line", () => {
      expect(complete("verify", file, "--only", "")).toEqual(claims.map(({ id }) => id));
      expect(complete("verify", file, "--only", "growth,def")).toEqual([
        "growth,deficit-2024",
        "growth,deficit-2020",
      ]);
      expect(complete("report", file, "--group", "")).toEqual(["deficits"]);
    });

    // Ids and groups as the embedded claim files have them.
    it("knows those of an embedded report, and what each claim says", () => {
      expect(complete("verify", "wilson-2025", "--group", "def")).toEqual(["deficit-ratios"]);
      expect(complete("verify", "wilson-2025", "--only=deficit-ratio-v")).toEqual([
        "deficit-ratio-vietnam",
      ]);
      expect(completionLines(program, "fish", ["verify", file, "--only", "gro"])).toContain(
        "growth\tthree",
      );
    });

    it("offers what it can of a file that is not valid, and nothing where there is none", () => {
      const half = written(folder, "half.yaml", "claims:\n  - id: first\n  - says: no id yet\n");
      expect(complete("verify", half, "--only", "")).toEqual(["first"]);
      const broken = written(folder, "broken.yaml", "claims: [}\n");
      expect(complete("verify", broken, "--only", "")).toEqual([]);
      expect(complete("verify", join(folder, "none.yaml"), "--only", "")).toEqual([]);
      expect(complete("verify", "--only", "")).toEqual([]);
    });

    it("gives no id to a shell that a shell could take for more than a word", () => {
      const odd = written(
        folder,
        "odd.yaml",
        JSON.stringify({ claims: [{ id: "$(touch x)" }, { id: "fine", says: "a\u001b[31m\nb" }] }),
      );
      const lines = completionLines(program, "zsh", ["verify", odd, "--only", ""]);
      const values = lines.filter((line) => !line.startsWith(":"));
      expect(values).toHaveLength(1);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: no control character may remain
      expect(values[0]).toMatch(/^fine\t[^\u0000-\u001f]*$/);
    });
  });

  it("leaves out of a list what it holds already", () => {
    const partners = complete("balance", "--partner", "MX,M");
    expect(partners).toContain("MX,MY");
    expect(partners).not.toContain("MX,MX");
  });

  it("keeps what was typed of a name when several fit, so that a shell does not cut it back", () => {
    const found = complete("balance", "--partner", "south");
    expect(found.length).toBeGreaterThan(1);
    expect(found.every((name) => name.startsWith("south"))).toBe(true);
  });

  it("gives bash only what stands behind a colon or an equals sign, where it breaks words", () => {
    expect(complete("balance", "--sector=g")).toEqual(["goods"]);
  });

  it("is fast enough to be typed with", () => {
    const start = performance.now();
    const { stdout } = spawnSync(
      process.execPath,
      ["bin/trade-metrics.js", "__complete", "bash", "balance", "--partner", "MX"],
      { encoding: "utf8" },
    );
    expect(stdout).toContain("MX");
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it("refuses a shell that it does not know, and names those that it does", () => {
    const { stderr, status } = spawnSync(
      process.execPath,
      ["bin/trade-metrics.js", "completion", "tcsh"],
      { encoding: "utf8" },
    );
    expect(status).toBe(2);
    expect(stderr).toBe('error: completion: unknown shell "tcsh" (use bash, zsh, fish)\n');
  });
});

const shells = [
  {
    shell: "bash",
    how: "",
    command: "bash --norc --noprofile -i",
    setup: 'PS1="ready> "; eval "$(trade-metrics completion bash)"; echo set"up"',
  },
  {
    shell: "zsh",
    how: "",
    command: "zsh -f -i",
    setup:
      'PS1="ready> "; autoload -Uz compinit; compinit -u; eval "$(trade-metrics completion zsh)"; echo set"up"',
  },
  {
    shell: "zsh",
    how: " with the script in a folder of functions",
    command: "zsh -f -i",
    setup: `PS1="ready> "; d=${temporaryFolder()}; trade-metrics completion zsh > $d/_trade-metrics; fpath=($d $fpath); autoload -Uz compinit; compinit -u -D; echo set"up"`,
  },
  {
    shell: "fish",
    how: "",
    command: "fish --no-config",
    setup: 'trade-metrics completion fish | source; echo set"up"',
  },
];

describe.each(shells)("in a real $shell$how", ({ shell, command, setup }) => {
  const there = has("tmux") && has(shell);
  const skipped = without("tmux", shell);

  /** Types each beginning, presses Tab, and waits for what it becomes. */
  const typed = async (steps: readonly (readonly [string, string])[]) => {
    const terminal = await Terminal.open(command, { columns: 200, rows: 40 });
    try {
      terminal.type(setup);
      terminal.press("Enter");
      await terminal.until((screen) => /^setup/m.test(screen));
      for (const [beginning, becomes] of steps) {
        terminal.type(beginning);
        terminal.press("Tab");
        await terminal.until((screen) => squeezed(screen).includes(becomes));
      }
      return squeezed(terminal.screen());
    } finally {
      terminal.close();
    }
  };

  it.skipIf(!there)(`a whole command is typed with the Tab key${skipped}`, async () => {
    const screen = await typed([
      ["trade-metrics non-pe", "trade-metrics non-petroleum"],
      [" --partn", "--partner"],
      [" mexi", "Mexico"],
      [" --petroleum sitc33", "--petroleum sitc33"],
      [" --period 2024-0", "--period 2024-0"],
      ["1/2024-11 --form", "2024-01/2024-11 --format"],
      [" markd", "--format markdown"],
      [" --data bea-t", "--data bea-trade"],
    ]);
    expect(screen).toContain(
      "trade-metrics non-petroleum --partner Mexico --petroleum sitc33 --period 2024-01/2024-11 --format markdown --data bea-trade",
    );
  });

  it.skipIf(!there)(`claims of a report are chosen with the Tab key${skipped}`, async () => {
    const screen = await typed([
      ["trade-metrics verify wil", "verify wilson-2025"],
      [" --gro", "--group"],
      [" deficit-r", "--group deficit-ratios"],
      [" --onl", "--only"],
      [" deficit-ratio-vietnam,deficit-ratio-mex", "vietnam,deficit-ratio-mexico"],
    ]);
    expect(screen).toContain(
      "verify wilson-2025 --group deficit-ratios --only deficit-ratio-vietnam,deficit-ratio-mexico",
    );
  });
});

/** A shell may leave a space of its own behind a completed word. */
function squeezed(screen: string): string {
  return screen.replace(/\s+/g, " ");
}
