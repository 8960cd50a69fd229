import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { run, spawned, temporaryFolder, written } from "./run.ts";

const ESC = "\u001b";
const question = "balance --partner MX --period 2024,2025 --vintage 2025-04".split(" ");

describe("exit codes and streams", () => {
  it("end with 0 and the answer on standard output, warnings on standard error", async () => {
    const { status, stdout, stderr } = await spawned(question);
    expect(status).toBe(0);
    expect(stdout).toContain("Mexico");
    expect(stdout).not.toContain("warning");
    expect(stderr).toBe("warning: 2025 is not complete: 2025-01/2025-02 is shown in its place\n");
  });

  it("leave standard error empty where JSON carries the warnings", async () => {
    const { stdout, stderr } = await run([...question, "--json"]);
    expect(stderr).toBe("");
    expect(JSON.parse(stdout).warnings).toHaveLength(1);
  });

  it.each([["--help"], ["balance", "--help"], ["--version"]])(
    "end with 0 and text on standard output for %s",
    async (...args) => {
      const { status, stdout, stderr } = await run(args);
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).not.toBe("");
    },
  );

  it("end with 1 when data check finds a row that cannot be used", async () => {
    const folder = temporaryFolder();
    const file = written(folder, "bad.csv", "period,partner,flow,value\n2020,MX,export,n/a\n");
    const { status, stdout, stderr } = await spawned(["data", "check", file]);
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toContain(`${file}:2: value: expected a number, got "n/a"`);
  });

  it.each([
    ["an unknown command", ["frobnicate"]],
    ["an unknown option", ["balance", "--partners", "MX"]],
    ["an option without its value", ["balance", "--partner"]],
    ["a choice that does not exist", ["balance", "--partner", "MX", "--format", "xml"]],
    ["no partner", ["balance"]],
    ["an unknown partner", ["balance", "--partner", "Mexcio"]],
    ["an impossible month", ["balance", "--partner", "MX", "--period", "2024-13"]],
    ["an empty period", ["balance", "--partner", "MX", "--period", ""]],
    [
      "a period that ends before it begins",
      ["balance", "--partner", "MX", "--period", "2024..2020"],
    ],
    ["a product that is no product", ["balance", "--partner", "MX", "--product", "oil"]],
    ["an odd HS code", ["balance", "--partner", "MX", "--product", "hs:1"]],
    ["a file that does not exist", ["balance", "--partner", "MX", "--data", "nowhere.csv"]],
    ["shares in place of records", ["balance", "--partner", "MX", "--data", "tiva-shares"]],
    ["a column to sort by that does not exist", ["balance", "--partner", "MX", "--sort", "size"]],
    ["a dataset that does not exist", ["data", "show", "nowhere"]],
    ["digits that are no number", ["balance", "--partner", "MX", "--digits", "two"]],
    ["an argument too many", ["completion", "bash", "zsh"]],
    ["partners in two places", ["balance", "MX", "--partner", "CA"]],
  ])("end with 2 and one line `error: …` for %s", async (_, args) => {
    const { status, stdout, stderr } = await run(args);
    expect([status, stdout]).toEqual([2, ""]);
    const [first, ...hints] = stderr.trimEnd().split("\n");
    expect(first).toMatch(/^error: \S/);
    expect(first).not.toContain("unexpected");
    for (const hint of hints) expect(hint).toMatch(/^ {2}\S/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it("name the nearest partners for a misspelled one", async () => {
    const { stderr } = await spawned(["balance", "--partner", "Mexcio"]);
    expect(stderr).toBe('error: --partner: unknown partner "Mexcio"\n  Did you mean Mexico?\n');
  });

  it("show the stack of an error only with DEBUG", async () => {
    const { status, stderr } = await spawned(["balance", "--partner", "Mexcio"], {
      env: { DEBUG: "1" },
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^\s+at /m);
  });

  it("end with 2 and one line when a package fails where nobody waits for it", () => {
    const hook = written(
      temporaryFolder(),
      "failing.cjs",
      'setTimeout(() => Promise.reject(new Error("beside")), 20);',
    );
    const words = ["--require", hook, "bin/trade-metrics.js", "verify", "wilson-2025"];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
    expect([status, stderr]).toEqual([
      2,
      "error: unexpected: beside\n  Use --debug to see where.\n",
    ]);
  });

  it("end with 0 when the reader of standard output leaves early", async () => {
    const child = spawn(process.execPath, [
      resolve("bin/trade-metrics.js"),
      ..."balance --partner CA,MX,CN,DE,JP,EU27 --period 2010-01..2024-12 --json".split(" "),
    ]);
    let errors = "";
    child.stderr.on("data", (text) => {
      errors += text;
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise((done) => child.on("close", done));
    expect([status, errors]).toEqual([0, ""]);
  });
});

describe("--output", () => {
  it("writes the file and nothing to standard output", async () => {
    const file = join(temporaryFolder(), "answer.json");
    const { status, stdout } = await run([...question, "--json", "--output", file]);
    expect([status, stdout]).toEqual([0, ""]);
    expect(JSON.parse(readFileSync(file, "utf8")).metric).toBe("balance");
  });

  it("leaves no file, not even a part of one, when the question cannot be answered", async () => {
    const folder = temporaryFolder();
    const { status } = await run([
      "balance",
      "--partner",
      "Nowhere",
      "--output",
      join(folder, "a"),
    ]);
    expect([status, readdirSync(folder)]).toEqual([2, []]);
  });

  it("leaves an earlier file as it was when the question cannot be answered", async () => {
    const folder = temporaryFolder();
    const file = written(folder, "answer.csv", "earlier");
    await run(["balance", "--partner", "Nowhere", "--output", file]);
    expect(readFileSync(file, "utf8")).toBe("earlier");
  });

  it.each([
    ["in a folder that does not exist", (folder: string) => join(folder, "no", "answer")],
    [
      "that is a folder",
      (folder: string) => {
        mkdirSync(join(folder, "is-a-folder"));
        return join(folder, "is-a-folder");
      },
    ],
  ])("ends with 2 for a file %s and leaves nothing behind", async (_, fileIn) => {
    const folder = temporaryFolder();
    const file = fileIn(folder);
    const before = readdirSync(folder);
    const { status, stdout, stderr } = await run([...question, "--output", file]);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(`error: --output: ${file}: cannot be written`);
    expect(readdirSync(folder)).toEqual(before);
  });

  it("is never coloured, whatever the environment says", async () => {
    const file = join(temporaryFolder(), "answer.txt");
    await run([...question, "--output", file], { env: { FORCE_COLOR: "1" } });
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, "utf8")).not.toContain(ESC);
  });
});

describe("colour", () => {
  it.each<[string, Record<string, string>, string[], boolean]>([
    ["goes to no pipe", {}, [], false],
    ["is had with FORCE_COLOR", { FORCE_COLOR: "1" }, [], true],
    ["is not had with FORCE_COLOR=0", { FORCE_COLOR: "0" }, [], false],
    ["gives way to NO_COLOR", { FORCE_COLOR: "1", NO_COLOR: "1" }, [], false],
    ["ignores an empty NO_COLOR", { FORCE_COLOR: "1", NO_COLOR: "" }, [], true],
    ["gives way to --no-color", { FORCE_COLOR: "1" }, ["--no-color"], false],
    ["gives way to TERM=dumb", { FORCE_COLOR: "1", TERM: "dumb" }, [], false],
    ["is for tables only", { FORCE_COLOR: "1" }, ["--format", "csv"], false],
  ])("%s", async (_, env, args, coloured) => {
    const { stdout } = await run([...question, ...args], { env });
    expect(stdout.includes(ESC)).toBe(coloured);
  });

  it("sets deficits off in red, and surpluses not", async () => {
    const env = { FORCE_COLOR: "1" };
    // The United States had a surplus with the Netherlands and a deficit with Mexico in 2024.
    const { stdout } = await run("balance --partner NL,MX --period 2024".split(" "), { env });
    const line = (name: string) => stdout.split("\n").find((one) => one.includes(name))!;
    expect(line("Mexico")).toContain(`${ESC}[31m`);
    expect(line("Netherlands")).not.toContain(`${ESC}[31m`);
  });
});

describe("the formats", () => {
  const args = "balance --partner MX --period 2023 --vintage 2025-04 --format".split(" ");

  it("table shows figures in millions with the unit in the head, source and definition below", async () => {
    const { stdout } = await run([...args, "table"]);
    expect(stdout).toContain("US$ million");
    expect(stdout).toContain("-152,473.5");
    expect(stdout).toContain("US Census Bureau");
    expect(stdout).toContain("vintage 2025-04");
    expect(stdout).toContain("exports - imports");
  });

  it.each([
    "balance --partner USMCA --period 2020 --total",
    "non-petroleum --partner MX,CA --period 2024",
    "growth --partner USMCA --of total --data bea-trade --from 2020 --to 2023 --total",
    "share --partner USMCA,BO --of total --period 2024-01/2024-11 --total",
    "value-added --partner MX,CA,US --period 2020 --measure EXGR_DVA,EXGR_FVA,FEXGR_DVA,FFD_DVA",
    "non-petroleum --values 334,505.8,41.6,16.3",
  ])("table stays within 80 columns: %s", async (line) => {
    const { stdout } = await run(line.split(" "));
    for (const each of stdout.split("\n")) expect(each.length).toBeLessThanOrEqual(80);
  });

  it("json is one document, and --json the same", async () => {
    const [long, short] = await Promise.all([
      run([...args, "json"]),
      run("balance --partner MX --period 2023 --vintage 2025-04 --json".split(" ")),
    ]);
    expect(long.stdout).toBe(short.stdout);
    expect(JSON.parse(long.stdout).rows[0].value).toBe(-152_473_493_291);
  });

  it("ndjson is one row a line", async () => {
    const { stdout } = await run(
      "balance --partner CA,MX --period 2023 --vintage 2025-04 --format ndjson".split(" "),
    );
    const rows = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map(({ partner }) => partner)).toEqual(["CA", "MX"]);
  });

  it("csv has a header of the JSON names and numbers as they are", async () => {
    const { stdout } = await run([...args, "csv"]);
    const [header, row] = stdout
      .trimEnd()
      .split("\n")
      .map((line) => line.split(","));
    const cells = Object.fromEntries(header!.map((name, at) => [name, row![at]]));
    expect(cells).toMatchObject({ partner: "MX", exports: "322742472406", value: "-152473493291" });
  });

  it("markdown is a table with figures to the right", async () => {
    const { stdout } = await run([...args, "markdown"]);
    expect(stdout).toMatch(/^\| :--- \|.* ---: \|$/m);
    expect(stdout).toContain("-152,473.5");
  });

  it("round only in tables, to the digits asked for", async () => {
    const ratio = "deficit-ratio --partner MX --period 2023 --vintage 2025-04 --digits 4".split(
      " ",
    );
    const { stdout } = await run(ratio);
    expect(stdout).toContain("-47.2431");
    const json = await run([...ratio, "--json"]);
    // -152473493291 / 322742472406 * 100, by long division.
    expect(JSON.parse(json.stdout).rows[0].value).toBeCloseTo(-47.2430829, 6);
  });
});

describe("the data that a question may name", () => {
  const rows = "2020,MX,export,10\n2020,MX,import,12\n";

  it("come from standard input as -", async () => {
    const { status, stdout } = await run(
      "balance --partner MX --period 2020 --data - --json".split(" "),
      { input: `period,partner,flow,value\n${rows}` },
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout).rows[0].value).toBe(-2);
  });

  it("say what is wrong with standard input where it has no record of the question", async () => {
    const ask = (content: string) =>
      run("balance --partner MX --period 2020 --data -".split(" "), {
        input: `period,partner,flow,value\n${content}`,
      });
    const bad = await ask("2020,MX,export,ten\n");
    expect(bad.status).toBe(2);
    expect(bad.stderr).toContain('standard input:2: value: expected a number, got "ten"');
    const other = await ask("2019,CA,export,10\n");
    expect([other.status, other.stderr.trimEnd().split("\n")]).toEqual([
      0,
      [
        "warning: - has exports with 1 partner, but none with what is asked for: unknown, not zero (MX)",
        "warning: - covers 2019 to 2019 (2020)",
      ],
    ]);
    expect(other.stdout).toContain("outside-coverage");
  });

  it("may start with a byte order mark and end lines with CRLF", async () => {
    const input = `\uFEFFperiod,partner,flow,value\n${rows}`.replaceAll("\n", "\r\n");
    const { status, stdout } = await run(
      "balance --partner MX --period 2020 --data - --json".split(" "),
      { input },
    );
    expect(status).toBe(0);
    expect(JSON.parse(stdout).rows[0].value).toBe(-2);
  });

  it("are the template that data template prints, which passes its own check", async () => {
    const folder = temporaryFolder();
    const { stdout } = await run(["data", "template"]);
    const file = join(folder, "template.csv");
    writeFileSync(file, stdout);
    const { status } = await run(["data", "check", file]);
    expect(status).toBe(0);
  });
});

describe("standard output that is a pipe", () => {
  const series = "balance --partner CA,MX,CN,DE,JP,KR --period 2010-01..2024-12 --json";

  it("gives everything to a reader that is slow", () => {
    const { stdout } = spawnSync(
      "sh",
      ["-c", `node bin/trade-metrics.js ${series} | (sleep 1; cat)`],
      {
        encoding: "utf8",
        maxBuffer: 1e8,
      },
    );
    expect(JSON.parse(stdout).rows).toHaveLength(6 * 15 * 12);
  });

  it("gives everything where the pipe itself would not wait", () => {
    const hook = written(
      temporaryFolder(),
      "hasty.cjs",
      `const fs = require("node:fs");
      const { writeSync } = fs;
      let writes = 0;
      fs.writeSync = (to, bytes, ...rest) => {
        if (to !== 1) return writeSync(to, bytes, ...rest);
        writes += 1;
        if (writes === 1) return writeSync(1, bytes.subarray(0, 1000));
        throw Object.assign(new Error("not now"), { code: "EAGAIN" });
      };`,
    );
    const words = ["--require", hook, "bin/trade-metrics.js", ...series.split(" ")];
    const { status, stdout } = spawnSync(process.execPath, words, {
      encoding: "utf8",
      maxBuffer: 1e8,
    });
    expect([status, JSON.parse(stdout).rows.length]).toEqual([0, 6 * 15 * 12]);
  });
});
