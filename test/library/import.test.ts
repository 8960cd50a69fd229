import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Runs a program that imports the built library by its name, as a user's program does. */
function program(source: string): string {
  return execFileSync(process.execPath, ["--input-type=module", "--eval", source], {
    encoding: "utf8",
    env: { PATH: process.env.PATH ?? "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
}

describe("the library", () => {
  it("prints nothing, keeps nothing running and touches no global when it is imported", () => {
    const printed = program(`
      const before = Object.getOwnPropertyNames(globalThis).length;
      const listeners = process.eventNames().length;
      await import("trade-metrics");
      const same = before === Object.getOwnPropertyNames(globalThis).length;
      process.exitCode = same && listeners === process.eventNames().length ? 0 : 1;
    `);
    expect(printed).toBe("");
  });

  it("is declared free of side effects, with types", () => {
    const { sideEffects, exports } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(sideEffects).toBe(false);
    expect(readFileSync(exports["."].types, "utf8")).toContain("ask");
    expect(readFileSync(exports["./metrics"].types, "utf8")).toContain("deficitRatio");
  });
});
