import { describe, expect, it } from "vitest";
import { run, spawned, temporaryFolder, written } from "./run.ts";

const folder = temporaryFolder();
const bad = written(folder, "bad.csv", "period,partner,flow,value\n2020,MX,export,n/a\n");

describe("a run in this process", () => {
  it.each<[string, string[], Record<string, string>?]>([
    ["an answer with a warning", "balance --partner MX --period 2025".split(" ")],
    ["colours", "balance --partner MX --period 2024".split(" "), { FORCE_COLOR: "1" }],
    ["a refused question", ["balance", "--partner", "Mexcio"]],
    ["wrong usage", ["balance", "--partners", "MX"]],
    ["no command", []],
    ["help", ["growth", "--help"]],
    ["the version", ["--version"]],
    ["what its policy forbids", ["data", "check", bad]],
    ["candidates for a shell", ["__complete", "bash", "balance", "--partner", "mexi"]],
  ])("prints and ends as a process does: %s", async (_, args, env = {}) => {
    expect(await run(args, { env })).toEqual(await spawned(args, { env }));
  });

  it("leaves nothing behind for the next one", async () => {
    const state = () => [process.exitCode, process.eventNames(), { ...process.env }, process.cwd()];
    const before = state();
    const failed = await run(["data", "check", bad]);
    const first = await run("balance --partner MX --period 2023 --debug".split(" "));
    const next = await run("balance --partner MX --period 2023 --debug".split(" "));
    expect([failed.status, first.status, next.status]).toEqual([1, 0, 0]);
    expect(next).toEqual(first);
    expect(state()).toEqual(before);
  });
});
