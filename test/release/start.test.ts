import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { temporaryFolder } from "../cli/run.ts";

it("The main command reads at most a tenth more files and bytes at its start than recorded", () => {
  const { status, stdout } = spawnSync(process.execPath, ["scripts/check-start.mjs"], {
    encoding: "utf8",
  });
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/^(?:(?:files|bytes|compiled) at the start: \d+, .*\n){3}$/),
  ]);
});

/** The command as a process, in a folder with a copy of what it needs. */
function answerIn(folder: string, ...flags: string[]) {
  const words = [
    ...flags,
    join(folder, "bin/trade-metrics.js"),
    "deficit-ratio",
    "--partner",
    "MX",
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  return { status, stdout, stderr };
}

it("What the build compiled is left where V8 cannot use it, and the answer is the same", () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "dist"));
  for (const name of ["bin", "dist/cli", "dist/data", "package.json"])
    cpSync(name, join(folder, name), { recursive: true });
  const answer = answerIn(folder);
  expect(answer).toMatchObject({ status: 0, stdout: expect.stringContaining("-46.1") });
  expect(answerIn(folder, "--no-flush-bytecode")).toEqual(answer);
  const [kept] = readdirSync("dist/cli").filter((name) => name.endsWith(".cache"));
  truncateSync(join(folder, "dist/cli", kept!), 100_000);
  expect(answerIn(folder)).toEqual(answer);
});
