import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { writeFile } from "../../src/cli/write-file.ts";
import { claimFile } from "../claims/own-claims.ts";
import { run, spawned, temporaryFolder, written } from "./run.ts";

const bin = resolve("bin/trade-metrics.js");
const question = "balance --partner MX --period 2023 --json".split(" ");
const isRoot = process.getuid?.() === 0;
const NOBODY = 65_534;
const claims = written(
  temporaryFolder(),
  "claims.json",
  claimFile([{ reported: "2", formula: { product: ["1.00", "2.00"] } }]),
);
const asRoot = isRoot ? "" : " (skipped: only root can test this)";

const modeOf = (file: string) => statSync(file).mode & 0o7777;
const inodeOf = (file: string) => statSync(file).ino;

describe("a file that is written", () => {
  it("has the mode of any new file, and stands alone in its folder", () => {
    const folder = temporaryFolder();
    writeFile(join(folder, "new"), "text");
    expect(readFileSync(join(folder, "new"), "utf8")).toBe("text");
    expect(modeOf(join(folder, "new"))).toBe(modeOf(written(folder, "plain", "")));
    expect(readdirSync(folder)).toEqual(["new", "plain"]);
  });

  it.each([0o600, 0o664, 0o755])("keeps its mode, which was %o", (mode) => {
    const file = written(temporaryFolder(), "file", "earlier and longer");
    chmodSync(file, mode);
    writeFile(file, "later");
    expect([readFileSync(file, "utf8"), modeOf(file)]).toEqual(["later", mode]);
  });

  it.skipIf(!isRoot)(`keeps its owner${asRoot}`, () => {
    const file = written(temporaryFolder(), "file", "earlier");
    chownSync(file, NOBODY, NOBODY);
    chmodSync(file, 0o640);
    writeFile(file, "later");
    const { uid, gid } = statSync(file);
    expect([readFileSync(file, "utf8"), uid, gid, modeOf(file)]).toEqual([
      ...["later", NOBODY, NOBODY],
      0o640,
    ]);
  });

  it("is replaced in one step: whoever has it open goes on reading the earlier text", () => {
    const file = written(temporaryFolder(), "file", "earlier");
    const reader = openSync(file, "r");
    writeFile(file, "later");
    expect([readFileSync(reader, "utf8"), readFileSync(file, "utf8")]).toEqual([
      "earlier",
      "later",
    ]);
  });

  it("is written in place where it has a second name", () => {
    const folder = temporaryFolder();
    const file = written(folder, "file", "earlier and longer");
    linkSync(file, join(folder, "second"));
    writeFile(file, "later");
    expect(readFileSync(join(folder, "second"), "utf8")).toBe("later");
  });

  it.skipIf(!isRoot)(
    `is written in place where its folder cannot be written${asRoot}`,
    async () => {
      const folder = temporaryFolder();
      const file = written(folder, "file", "earlier");
      chownSync(file, NOBODY, NOBODY);
      chmodSync(folder, 0o755);
      const inode = inodeOf(file);
      const { status, stderr } = asNobody([...question, "--output", file]);
      expect([status, stderr]).toEqual([0, ""]);
      expect(JSON.parse(readFileSync(file, "utf8")).metric).toBe("balance");
      expect([readdirSync(folder), inodeOf(file)]).toEqual([["file"], inode]);
    },
  );

  it.skipIf(!isRoot)(`is left alone where it may not be written${asRoot}`, () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o777);
    const file = written(folder, "file", "earlier");
    const { status, stderr } = asNobody([...question, "--output", file]);
    expect([status, stderr]).toEqual([2, `error: --output: ${file}: cannot be written (EACCES)\n`]);
    expect([readFileSync(file, "utf8"), readdirSync(folder)]).toEqual(["earlier", ["file"]]);
  });
});

function asNobody(args: readonly string[]) {
  const user = { uid: NOBODY, gid: NOBODY };
  return spawnSync(process.execPath, [bin, ...args], { ...user, encoding: "utf8" });
}

describe("a link", () => {
  it("stays a link, and its target is written", () => {
    const folder = temporaryFolder();
    const target = written(folder, "target", "earlier");
    chmodSync(target, 0o600);
    const link = join(folder, "link");
    symlinkSync("target", link);
    writeFile(link, "later");
    expect(readlinkSync(link)).toBe("target");
    expect([readFileSync(target, "utf8"), modeOf(target)]).toEqual(["later", 0o600]);
  });

  it("without a target gets one, through further links and folders", () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "inner"));
    symlinkSync(join(folder, "inner"), join(folder, "door"));
    symlinkSync("door/second", join(folder, "first"));
    symlinkSync("../target", join(folder, "inner", "second"));
    writeFile(join(folder, "first"), "text");
    expect(lstatSync(join(folder, "target")).isFile()).toBe(true);
    expect(readFileSync(join(folder, "first"), "utf8")).toBe("text");
    expect(readdirSync(folder).sort()).toEqual(["door", "first", "inner", "target"]);
  });

  it("that leads to itself ends the command with 2", async () => {
    const folder = temporaryFolder();
    symlinkSync("b", join(folder, "a"));
    symlinkSync("a", join(folder, "b"));
    const { status, stderr } = await run([...question, "--output", join(folder, "a")]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/^error: --output: .*: cannot be written \(ELOOP\)\n$/);
    expect(readdirSync(folder)).toEqual(["a", "b"]);
  });
});

describe("what is no regular file", () => {
  it.each<[string, (folder: string) => string[]]>([
    ["a metric", () => question],
    ["verify", () => ["verify", claims, "--no-exit-code"]],
    ["verify --list", () => ["verify", "--list"]],
    ["report", () => ["report", claims]],
    ["claims scan", (folder) => ["claims", "scan", written(folder, "text", "40 % in 2023")]],
    ["schema", () => ["schema"]],
  ])("is written to and stays what it is: a named pipe of %s", async (_, command) => {
    const folder = temporaryFolder();
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", ["-m", "600", pipe]);
    const args = command(folder);
    const reader = spawn("cat", [pipe]);
    let text = "";
    reader.stdout.setEncoding("utf8").on("data", (part: string) => {
      text += part;
    });
    const read = new Promise((done) => reader.on("close", done));
    const toFile = await spawned([...args, "--output", pipe]);
    await read;
    const printed = await run(args);
    expect([toFile.status, toFile.stdout]).toEqual([0, ""]);
    expect(text).toBe(printed.stdout);
    expect([lstatSync(pipe).isFIFO(), modeOf(pipe)]).toEqual([true, 0o600]);
  });

  it("is written to through a link", async () => {
    const folder = temporaryFolder();
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    symlinkSync("pipe", join(folder, "link"));
    const reader = spawn("cat", [pipe], { stdio: "ignore" });
    const read = new Promise((done) => reader.on("close", done));
    expect((await spawned([...question, "--output", join(folder, "link")])).status).toBe(0);
    await read;
    expect([lstatSync(pipe).isFIFO(), readdirSync(folder)]).toEqual([true, ["link", "pipe"]]);
  });

  // The file stands for the device: nothing is written to a real one.
  it("such as /dev/stdout is standard output, also where that is a file that others write to", () => {
    const file = written(temporaryFolder(), "log", "earlier\n");
    const inode = inodeOf(file);
    const log = openSync(file, "a");
    const words = [bin, ...question, "--output", "/dev/stdout"];
    const { status } = spawnSync(process.execPath, words, { stdio: ["ignore", log, "pipe"] });
    writeFileSync(log, "later\n");
    const text = readFileSync(file, "utf8");
    expect([status, inodeOf(file)]).toEqual([0, inode]);
    expect(text).toMatch(/^earlier\n\{.*\}\nlater\n$/s);
  });
});

describe.skipIf(!existsSync("/dev/full"))("standard output that cannot be written", () => {
  it.each([
    ["an answer", question],
    ["a table with warnings", "balance --partner MX --period 2025".split(" ")],
    ["help", ["--help"]],
    ["the verification of a report", ["verify", claims]],
  ])("ends the command with 2 and one line: %s", (_, args) => {
    const full = openSync("/dev/full", "w");
    const { status, stderr } = spawnSync(process.execPath, [bin, ...args], {
      stdio: ["ignore", full, "pipe"],
      encoding: "utf8",
    });
    expect(status).toBe(2);
    const lines = stderr.trimEnd().split("\n");
    expect(lines.filter((line) => !line.startsWith("warning: "))).toEqual([
      "error: standard output: cannot be written (ENOSPC)",
    ]);
  });

  it("changes neither status nor output where it is standard error", () => {
    const full = openSync("/dev/full", "w");
    const answered = spawnSync(
      process.execPath,
      [bin, ..."balance --partner MX --period 2025".split(" ")],
      {
        stdio: ["ignore", "pipe", full],
      },
    );
    const refused = spawnSync(process.execPath, [bin, "balance"], {
      stdio: ["ignore", "pipe", full],
    });
    expect([answered.status, refused.status]).toEqual([0, 2]);
    expect(String(answered.stdout)).toContain("Mexico");
  });

  it("ends without a stack where it is closed", () => {
    const line = `exec "$0" "$@" >&-`;
    const words = ["-c", line, process.execPath, bin, ...question];
    const { stderr } = spawnSync("sh", words, { encoding: "utf8" });
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
