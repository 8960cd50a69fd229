import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimFile } from "../claims/own-claims.ts";
import { run, temporaryFolder, written } from "./run.ts";
import { has, Terminal, waitUntil, without } from "./terminal.ts";

// 1.00 times 2.00 is 2.
const product = (reported: string) =>
  claimFile([{ reported, formula: { product: ["1.00", "2.00"] } }]);

let folder = "";
let watched: ChildProcess | null = null;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  watched?.kill();
  watched = null;
  rmSync(folder, { recursive: true, force: true });
});

/** A running `verify --watch`, and what it has written so far. */
function watching(...words: readonly string[]) {
  const child = spawn(
    process.execPath,
    [resolve("bin/trade-metrics.js"), "verify", ...words, "--watch"],
    { cwd: folder, env: { PATH: process.env.PATH } },
  );
  watched = child;
  const output = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    child[stream].setEncoding("utf8").on("data", (text: string) => {
      output[stream] += text;
    });
  }
  const verdicts = () =>
    [...output.stdout.matchAll(/"verdict": ?"([a-z-]+)"/g)].map(([, verdict]) => verdict);
  const rounds = () => output.stderr.split("(Ctrl-C ends)").length - 1;
  return {
    child,
    output,
    verdicts,
    /** Waits until so many verifications are over. */
    async round(count: number) {
      if (await waitUntil(() => rounds() >= count)) return;
      throw new Error(`no round ${count}:\n${output.stdout}\n${output.stderr}`);
    },
  };
}

describe("verify --watch", () => {
  it("verifies again when the claim file changes, and writes whole documents one after the other", async () => {
    written(folder, "claims.json", product("2"));
    const watch = watching("claims.json", "--json");
    await watch.round(1);
    written(folder, "claims.json", product("3"));
    await watch.round(2);
    expect(watch.output.stderr).toContain("watching claims.json (Ctrl-C ends)\n");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a pipe must get no control character
    expect(watch.output.stdout).not.toMatch(/\u001b/);
    const documents = watch.output.stdout.split(/(?<=^\}\n)/m).map((text) => JSON.parse(text));
    expect(documents.map(({ claims }) => claims[0].verdict)).toEqual(["reproduced", "mismatch"]);
  });

  it("goes on after an editor has put another file in place of the one that was there", async () => {
    written(folder, "claims.json", product("2"));
    const watch = watching("claims.json", "--json");
    await watch.round(1);
    for (const [index, reported] of ["3", "2"].entries()) {
      renameSync(
        written(folder, "claims.json.new", product(reported)),
        join(folder, "claims.json"),
      );
      await watch.round(index + 2);
    }
    expect(watch.verdicts().filter((verdict) => verdict === "mismatch").length).toBeGreaterThan(0);
    expect(watch.verdicts().at(-1)).toBe("reproduced");
  });

  it("says what is wrong with a file that is being edited, and waits for the next change", async () => {
    written(folder, "claims.yaml", product("2"));
    const watch = watching("claims.yaml", "--json");
    await watch.round(1);
    written(folder, "claims.yaml", "report: [");
    await watch.round(2);
    expect(watch.output.stderr).toMatch(/^error: claims\.yaml:\d+: not valid YAML: [^\n]+$/m);
    rmSync(join(folder, "claims.yaml"));
    await watch.round(3);
    expect(watch.output.stderr).toMatch(/^error: claims\.yaml: no such file/m);
    written(folder, "claims.yaml", product("3"));
    await watch.round(4);
    expect(watch.verdicts().at(-1)).toBe("mismatch");
  });

  it("verifies again when data that a claim names change, or appear", async () => {
    const compute = { metric: "balance", partner: "MX", period: "2023", data: "data/trade.csv" };
    written(folder, "claims.json", claimFile([{ reported: "-5", unit: "USD", compute }]));
    const trade = (exports: number) =>
      `period,partner,flow,value\n2023,MX,export,${exports}\n2023,MX,import,15\n`;
    const watch = watching("claims.json", "--json");
    await watch.round(1);
    expect(watch.output.stderr).toContain("data/trade.csv");
    expect(watch.output.stdout).toBe("");
    mkdirSync(join(folder, "data"));
    writeFileSync(join(folder, "data", "trade.csv"), trade(10));
    expect(await waitUntil(() => watch.verdicts().at(-1) === "reproduced")).toBe(true);
    writeFileSync(join(folder, "data", "trade.csv"), trade(11));
    expect(await waitUntil(() => watch.verdicts().at(-1) === "mismatch")).toBe(true);
  });

  it("verifies again when the configuration appears, changes or goes", async () => {
    written(folder, "claims.json", product("2"));
    const watch = watching("claims.json");
    await watch.round(1);
    written(folder, "trade-metrics.json", '{"format":"json"}');
    await watch.round(2);
    expect(watch.verdicts()).toContain("reproduced");
    written(folder, "trade-metrics.json", '{"format":"no such"}');
    await watch.round(3);
    expect(watch.output.stderr).toMatch(/^error: .*trade-metrics\.json: format: expected one of/m);
    const before = watch.output.stdout.length;
    rmSync(join(folder, "trade-metrics.json"));
    await watch.round(4);
    expect(watch.output.stdout.slice(before)).not.toContain('"verdict"');
    expect(watch.output.stdout.length).toBeGreaterThan(before);
  });

  it("keeps a page as new as its claim file, even beside data that are watched as a folder", async () => {
    written(folder, "claims.json", product("2"));
    const watch = watching("claims.json", "--format", "html", "--output", "page.html");
    await watch.round(1);
    const page = () => readFileSync(join(folder, "page.html"), "utf8");
    expect(page()).toContain("reproduced");
    written(folder, "claims.json", product("3"));
    await watch.round(2);
    expect(page()).toContain("mismatch");
  });

  it("does not take its own output in a watched folder for a change", async () => {
    mkdirSync(join(folder, "data"));
    written(join(folder, "data"), "a.csv", "period,partner,flow,value\n2023,MX,export,10\n");
    written(folder, "claims.json", product("2"));
    const watch = watching("claims.json", "--data", "data/*.csv", "--output", "data/outcome.csv");
    await watch.round(1);
    await new Promise((resume) => setTimeout(resume, 1000));
    expect(watch.output.stderr.match(/Ctrl-C ends/g)).toHaveLength(1);
    written(join(folder, "data"), "b.csv", "period,partner,flow,value\n2023,MX,import,10\n");
    await watch.round(2);
  });

  it.each([
    [["-"], "--watch: standard input does not change (name a file)"],
    [
      ["wilson-2025"],
      "--watch: wilson-2025 is embedded and does not change (name a claim file, or --data FILE or --text FILE)",
    ],
    [["wilson-2025", "--data", "-"], "--watch: standard input does not change (name a file)"],
    [
      ["wilson-2025", "--data", "bea-trade"],
      "--watch: wilson-2025 is embedded and does not change (name a claim file, or --data FILE or --text FILE)",
    ],
    [["--list"], "--watch: cannot be used with --list (leave one out)"],
    [[], "--watch: which claim file? (name one)"],
    [["nowhere.yaml"], "nowhere.yaml: no such file or embedded report"],
  ])("is refused where there is nothing to watch: %j", async (words, message) => {
    const { status, stdout, stderr } = await run(["verify", ...words, "--watch"]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr.split("\n")[0]).toBe(`error: ${message}`);
  });

  it("is interrupted like any other program", async () => {
    written(folder, "claims.json", product("2"));
    const { child, round } = watching("claims.json");
    await round(1);
    const end = new Promise((done) => child.on("close", (code, signal) => done({ code, signal })));
    child.kill("SIGINT");
    expect(await end).toEqual({ code: null, signal: "SIGINT" });
  });
});

describe("verify --watch in a real terminal", () => {
  const test = it.skipIf(!has("tmux"));

  test(`shows one outcome at a time, and Ctrl-C gives the shell back its terminal as it was${without("tmux")}`, async () => {
    const file = written(folder, "claims.json", product("2"));
    const environment = { PS1: "ready> ", TERM: "screen-256color" };
    const terminal = await Terminal.open("sh", { columns: 120, rows: 30, environment });
    const enter = (line: string) => {
      terminal.type(line);
      terminal.press("Enter");
    };
    try {
      enter(`stty -a > ${folder}/before; trade-metrics verify ${file} --watch`);
      await terminal.until((screen) => screen.includes("Ctrl-C ends"));
      written(folder, "claims.json", product("3"));
      const second = await terminal.until(
        (screen) => screen.includes("mismatch") && screen.includes("Ctrl-C ends"),
      );
      expect(second.match(/Own report/g)).toHaveLength(1);
      terminal.press("C-c");
      await terminal.until((screen) => /\n *ready>\s*$/.test(screen));
      enter(`echo "status=$?"; stty -a > ${folder}/after`);
      await terminal.until((screen) => /^status=130$/m.test(screen));
      enter("echo do''ne");
      await terminal.until((screen) => /^done$/m.test(screen));
      expect(terminal.cursorIsShown()).toBe(true);
      const [before, after] = ["before", "after"].map((name) =>
        readFileSync(join(folder, name), "utf8"),
      );
      expect(after).toBe(before);
    } finally {
      terminal.close();
    }
  });
});
