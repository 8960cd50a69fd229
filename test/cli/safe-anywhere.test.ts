import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { run, spawned, temporaryFolder, written } from "./run.ts";

const bin = resolve("bin/trade-metrics.js");
const folder = temporaryFolder();
const question = ["balance", "--partner", "MX", "--period", "2023"];
const records = "period,partner,flow,value\n2020,MX,export,5\n2020,MX,import,7\n";

/** One line `error: …`, hints below it, no stack, and nothing that floods a screen. */
function isOneError({ status, stdout, stderr }: Awaited<ReturnType<typeof spawned>>) {
  expect([status, stdout]).toEqual([2, ""]);
  const [first, ...hints] = stderr.trimEnd().split("\n");
  expect(first).toMatch(/^error: \S/);
  expect(stderr).not.toMatch(/unexpected|^\s+at /m);
  expect(stderr.length).toBeLessThan(6000);
  for (const hint of hints) expect(hint).toMatch(/^ {2}\S/);
}

/** Through a shell, with redirections; `exit` keeps the shell from becoming the command. */
function shell(line: string) {
  const command = line.replace("trade-metrics", `"${process.execPath}" "${bin}"`);
  return spawnSync("sh", ["-c", `${command}; exit $?`], { encoding: "utf8" });
}

const isLinux = process.platform === "linux";

describe.skipIf(!isLinux)("standard output", () => {
  it.each(["balance --partner MX", "--help", "data list", "verify wilson-2025 --json"])(
    "that is full ends %s with 2 and one line",
    (line) => {
      const { status, stderr } = shell(`trade-metrics ${line} > /dev/full`);
      const error = "error: standard output: cannot be written (ENOSPC)\n";
      expect([status, stderr]).toEqual([2, error]);
    },
  );

  it("that the shell closed ends with 2 and one line", () => {
    const { status, stderr } = shell("trade-metrics balance --partner MX >&-");
    const error = "error: standard output: is closed (leave out >&-, or use --output FILE)\n";
    expect([status, stderr]).toEqual([2, error]);
  });

  it("that is thrown away, or not used, ends with 0", () => {
    const file = join(folder, "answer.txt");
    expect(shell("trade-metrics balance --partner MX > /dev/null").status).toBe(0);
    expect(shell(`trade-metrics balance --partner MX --output ${file} >&-`).status).toBe(0);
    const words = [bin, "balance", "--partner", "MX"];
    expect(spawnSync(process.execPath, words, { stdio: "ignore" }).status).toBe(0);
  });
});

describe("the temporary folder", () => {
  it.each([
    ["that is not there", () => join(folder, "nowhere")],
    ["that is a file", () => written(folder, "a-file", "")],
  ])("%s ends with 2 and says what to set", async (_, place) => {
    const TMPDIR = place();
    const packed = written(folder, "empty.zst", Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd));
    const ended = await spawned([...question, "--data", packed], { env: { TMPDIR } });
    isOneError(ended);
    expect(ended.stderr).toContain("set TMPDIR to a folder that can");
  });

  it("is empty after a process that was killed and the next one", { timeout: 60_000 }, async () => {
    const TMPDIR = join(folder, "temporary");
    mkdirSync(TMPDIR);
    // Standard input that is too large for memory goes into the folder.
    const child = spawn(process.execPath, [bin, "data", "check", "-"], {
      env: { PATH: process.env.PATH ?? "", TMPDIR },
      stdio: ["pipe", "ignore", "ignore"],
    });
    child.stdin.on("error", () => {});
    child.stdin.write(`${records}${"2020,CA,export,1\n".repeat(2_200_000)}`);
    while (readdirSync(TMPDIR).length === 0) await wait(20);
    child.kill("SIGKILL");
    await new Promise((done) => child.on("close", done));
    expect(readdirSync(TMPDIR)).toHaveLength(1);
    const packed = written(folder, "next.zst", Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd));
    await spawned([...question, "--data", packed], { env: { TMPDIR } });
    expect(readdirSync(TMPDIR)).toEqual([]);
  });
});

describe("the temporary files of a test run", () => {
  it("are gone when the run has been killed", { timeout: 60_000 }, async () => {
    const TMPDIR = join(folder, "of-a-run");
    mkdirSync(TMPDIR);
    const program = `import setup from "./test/temporary-files.ts"; setup();
      console.log(process.env.TMPDIR); setInterval(() => {}, 1000);`;
    const child = spawn(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "-e", program],
      {
        env: { PATH: process.env.PATH ?? "", TMPDIR },
      },
    );
    const place = await new Promise<string>((told) =>
      child.stdout.once("data", (text) => told(String(text).trim())),
    );
    written(place, "file", "of a test");
    child.kill("SIGKILL");
    while (existsSync(place)) await wait(50);
  });
});

describe.skipIf(!isLinux)("what is no file", () => {
  const paths = [
    ["/dev/zero", "is a device, which may never end (name a file, or - for standard input)"],
    ["/dev/full", "is a device, which may never end (name a file, or - for standard input)"],
    ["/proc/kmsg", "is a view of the running system (name a file with data)"],
  ];
  const commands = [
    ["balance", "--partner", "MX", "--data"],
    ["data", "check"],
    ["verify"],
    ["verify", "wilson-2025", "--text"],
    ["claims", "scan"],
    ["value-added", "origin", "--exporter", "MX", "--table"],
    [...question, "--data", written(folder, "records.csv", records), "--reading"],
  ];

  it.each(commands.flatMap((words) => paths.map(([path, why]) => [words, path!, why!] as const)))(
    "ends %j %s with 2 and one line",
    async (words, path, why) => {
      const ended = await run([...words, path]);
      isOneError(ended);
      expect(ended.stderr).toContain(`${path}: ${why}`);
    },
  );

  it("is refused on standard input too, and /dev/null has nothing in it", () => {
    const zero = shell("trade-metrics data check - < /dev/zero");
    expect([zero.status, zero.stderr.split(" (")[0]]).toEqual([
      2,
      "error: standard input: is a device, which may never end",
    ]);
    expect(shell("trade-metrics data check - < /dev/null").stderr).toContain("the file is empty");
  });

  it.each(commands)("such as a link to itself ends %j… with 2 and one line", async (...words) => {
    const link = join(folder, "link");
    if (!readdirSync(folder).includes("link")) symlinkSync("link", link);
    const ended = await run([...words, link]);
    isOneError(ended);
    expect(ended.stderr).toContain(link);
  });

  it("such as a folder that holds itself by a link is looked through once", async () => {
    const outer = join(folder, "outer");
    mkdirSync(join(outer, "inner"), { recursive: true });
    symlinkSync("..", join(outer, "inner", "up"));
    written(outer, "records.csv", records);
    const { status, stdout } = await run([
      ..."balance --partner MX --period 2020 --json --data".split(" "),
      `${outer}/**/*.csv`,
    ]);
    expect([status, JSON.parse(stdout).rows[0].value]).toEqual([0, -2]);
  });

  it("such as all of /proc ends with 2 and one line", { timeout: 60_000 }, async () => {
    isOneError(await run([...question, "--data", "/proc/**"]));
  });
});

describe("input without measure", () => {
  const deep = 50_000;
  const lists = "[".repeat(deep) + "]".repeat(deep);
  const nested = [
    ["a list", lists],
    ["an object", `${'{"a":'.repeat(deep)}1${"}".repeat(deep)}`],
    ["a row", `[{"period":"2020","partner":"MX","flow":"export","value":${lists}}]`],
    ["what is not closed", "[".repeat(deep)],
  ] as const;

  it.each(
    nested.flatMap(([what, text]) => [
      ["data check", what, text] as const,
      ["verify", what, text] as const,
      ["content", what, text] as const,
    ]),
  )("of 50,000 levels ends %s with 2 and one line: %s", async (command, _, text) => {
    const file = written(folder, "deep.json", text);
    isOneError(await run([...command.split(" "), file]));
  });

  it.each([
    ["a value", `period,partner,flow,value\n2020,MX,export,${"9x".repeat(2_500_000)}\n`],
    ["a partner", `period,partner,flow,value\n2020,${"Q".repeat(5_000_000)},export,5\n`],
    ["a column", `${"q".repeat(5_000_000)},partner,flow,value\n2020,MX,export,5\n`],
    ["words", `period,partner,flow,value\n2020,${"some words ".repeat(500_000)},export,5\n`],
  ])("of five megabytes is shortened in messages: %s", async (_, text) => {
    isOneError(await run([...question, "--data", written(folder, "large.csv", text)]));
  });

  // A pattern that Node has not compiled well needs more of the stack, whatever ran before.
  it("of five megabytes is read with plain patterns too", () => {
    const text = `${"q".repeat(5_000_000)},partner,flow,value\n2020,MX,export,5\n`;
    const file = written(folder, "large.csv", text);
    const words = ["--no-regexp-optimization", bin, "data", "check", file];
    const ended = spawnSync(process.execPath, words, { encoding: "utf8" });
    isOneError(ended);
    expect(ended.stderr).toContain('the column "period" is missing');
  });

  it("is shortened in warnings, in every format", async () => {
    const text = `period,partner,flow,value,${"q".repeat(5_000_000)}\n2020,MX,export,5,1\n2020,MX,import,7,1\n`;
    const file = written(folder, "wide.csv", text);
    for (const words of [
      ["data", "check", file],
      [...question.slice(0, 3), "--period", "2020", "--data", file],
      [...question.slice(0, 3), "--period", "2020", "--json", "--data", file],
    ]) {
      const { status, stdout, stderr } = await run(words);
      expect(status).toBe(0);
      expect(stdout.length + stderr.length).toBeLessThan(20_000);
    }
  });

  it("on the command line is shortened too", async () => {
    for (const words of [
      ["balance", "--partner", "Q".repeat(100_000)],
      ["balance", "--period", "Q".repeat(100_000)],
      ["balance", "--data", "Q".repeat(100_000), "--partner", "MX"],
      ["balance", "--format", "Q".repeat(100_000)],
      ["Q".repeat(100_000)],
      ["balance", `--${"Q".repeat(100_000)}`],
    ]) {
      isOneError(await run(words));
    }
  });
});
