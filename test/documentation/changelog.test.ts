import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { run, words } from "../cli/run.ts";

const rows = readFileSync("CHANGELOG.md", "utf8").matchAll(
  /^\| `(?<asked>[^`]+)` \| [^|]+ \| (?<now>[^|]+) \|/gm,
);
const changed = [...rows].map(({ groups }) => [groups!.asked!, groups!.now!] as const);

describe("a figure that the changelog says has changed", () => {
  it("is one of several", () => expect(changed.length).toBeGreaterThan(5));

  it.each(changed)("is now what it says: %s is %s", async (asked, now) => {
    const { status, stdout } = await run([...words(asked), "--json"]);
    if (now === "refused") {
      expect([status, stdout]).toEqual([2, ""]);
      return;
    }
    const { rows: answered } = JSON.parse(stdout) as { rows: { value: number }[] };
    if (now.endsWith(" rows")) expect(`${answered.length} rows`).toBe(now);
    else expect(`${answered[0]!.value.toFixed(2)} %`).toBe(now);
  });
});
