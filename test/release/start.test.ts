import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it("The main command reads at most a tenth more files and bytes at its start than recorded", () => {
  const { status, stdout } = spawnSync(process.execPath, ["scripts/check-start.mjs"], {
    encoding: "utf8",
  });
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/^(?:(?:files|bytes|compiled) at the start: \d+, .*\n){3}$/),
  ]);
});
