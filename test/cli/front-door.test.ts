import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run, runJson } from "./run.ts";

const lines = (text: string) => text.trimEnd().split("\n");

describe("help", () => {
  it("fits one screen, with a line for every command", async () => {
    const { status, stdout } = await run(["--help"]);
    expect([status, lines(stdout).length < 50]).toEqual([0, true]);
    for (const line of lines(stdout)) expect(line.length).toBeLessThanOrEqual(80);
  });

  it("says of each metric what it is, where its name alone would say nothing", async () => {
    const { stdout } = await run(["--help"]);
    expect(stdout).toMatch(/^ {2}share {2,}A partner's or a product's part in a whole$/m);
    expect(stdout).toMatch(/^ {2}balance {2,}Exports less imports$/m);
  });

  it.each([
    [["help"], ["--help"]],
    [
      ["help", "deficit-ratio"],
      ["deficit-ratio", "--help"],
    ],
    [
      ["help", "data", "check"],
      ["data", "check", "--help"],
    ],
  ])("is printed for %j as for %j", async (asked, option) => {
    expect(await run(asked)).toEqual(await run(option));
  });

  it("of a command that there is none of names the nearest", async () => {
    expect(await run(["help", "deficit-ration"])).toEqual({
      ...{ status: 2, stdout: "" },
      stderr:
        "error: deficit-ration: no such command (did you mean deficit-ratio?)\n  See trade-metrics --help.\n",
    });
  });
});

describe("a misspelt word", () => {
  it.each([
    ["balanse MX", "did you mean balance?"],
    ["data chek", "did you mean check?"],
    ["value-added orign", "did you mean origin?"],
    ["balance --partners MX", "did you mean --partner?"],
    ["balance --perod=2023 MX", "--perod: no such option (did you mean --period?)"],
  ])("in `%s` is answered with the nearest: %s", async (line, hint) => {
    const { status, stderr } = await run(line.split(" "));
    expect([status, stderr.split("\n")[0]]).toEqual([2, expect.stringContaining(hint)]);
  });
});

describe("a word for what a command gives", () => {
  it.each([
    ["deficit", "Did you mean balance (exports less imports) or deficit-ratio ("],
    ["trade deficit", "Did you mean balance (exports less imports)?"],
    ["exports", "Did you mean balance (exports less imports)?"],
    ["imports", "Did you mean balance (exports less imports)?"],
    ["hhi", "Did you mean concentration ("],
    ["gl", "Did you mean grubel-lloyd ("],
    ["TCI", "Did you mean complementarity ("],
    ["balassa", "Did you mean rca ("],
    ["intra-industry trade", "Did you mean grubel-lloyd ("],
    ["gvc", "Did you mean value-added participation ("],
    ["grubel", "Did you mean grubel-lloyd ("],
    ["ratio", "Did you mean deficit-ratio ("],
    ["vax", "What it is: trade-metrics explain vax"],
    ["mexico", "Which metric of Mexico? Its exports less imports: trade-metrics balance MX"],
  ])("%s is answered with the command: %s", async (word, hint) => {
    const { status, stderr } = await run([...word.split(" "), "--period", "2023"]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(hint)]);
  });
});

describe("partners behind a metric", () => {
  it.each([
    ["balance MX --period 2023", "balance --partner MX --period 2023"],
    ["deficit-ratio MX,CA --period 2023", "deficit-ratio --partner MX,CA --period 2023"],
    ["balance MX CA --period 2023", "balance --partner MX,CA --period 2023"],
  ])("ask the same as --partner: %s", async (short, long) => {
    expect(await runJson(short.split(" "))).toEqual(await runJson(long.split(" ")));
  });

  it("are no periods", async () => {
    const { status, stderr } = await run("balance Mexico 2023".split(" "));
    expect([status, stderr]).toEqual([
      2,
      'error: --partner: unknown partner "2023"\n  A period is asked for with --period 2023.\n',
    ]);
  });

  it("are asked back for where they might be the reporter", async () => {
    const { status, stderr } = await run("grubel-lloyd MX".split(" "));
    expect([status, stderr]).toEqual([
      2,
      'error: "MX": is it a partner or the reporter? (say --partner or --reporter)\n  See trade-metrics grubel-lloyd --help.\n',
    ]);
  });

  it("stand in one place", async () => {
    const { status, stderr } = await run("balance MX --partner CA".split(" "));
    expect([status, stderr]).toEqual([
      2,
      "error: --partner: MX stands beside it (name partners in one place; lists have commas)\n",
    ]);
  });
});

describe("--quiet", () => {
  it("leaves warnings out, and errors in", async () => {
    const question = "balance MX --period 2025 --vintage 2025-04".split(" ");
    expect((await run(question)).stderr).toContain("warning: ");
    expect((await run([...question, "--quiet"])).stderr).toBe("");
    expect((await run(["balance", "Mexcio", "-q"])).stderr).toContain("error: ");
  });

  it.each([
    "verify --list",
    "schema result",
    "data list",
    "claims guide",
    "explain coverage",
    "completion bash",
  ])("is taken by every command, as --debug and --no-color are: %s", async (line) => {
    const plain = await run(line.split(" "));
    const { status, stdout, stderr } = await run(`${line} -q --debug --no-color`.split(" "));
    expect({ status, stdout }).toEqual({ status: 0, stdout: plain.stdout });
    expect(stderr).toMatch(/^debug: trade-metrics /);
  });

  it("leaves out what claims scan counts", async () => {
    expect((await run("claims scan README.md".split(" "))).stderr).toContain("numbers");
    expect((await run("claims scan README.md -q".split(" "))).stderr).toBe("");
  });
});

describe("JSON", () => {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));

  it.each([
    "balance MX --period 2023 --json",
    "verify wilson-2025 --group deficit-ratios --no-exit-code --json",
  ])("names the program and its version: %s", async (line) => {
    const { stdout } = await run(line.split(" "));
    expect(JSON.parse(stdout).tool).toBe(`trade-metrics ${version}`);
  });
});
