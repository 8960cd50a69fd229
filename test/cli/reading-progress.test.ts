import { describe, expect, it } from "vitest";
import { withHost } from "../../src/cli/host.ts";
import { printWarnings, writeText } from "../../src/cli/output.ts";
import { leaveLine } from "../../src/cli/progress.ts";
import { progressLine } from "../../src/cli/reading-progress.ts";
import { inspectFiles } from "../../src/sources/open-files.ts";
import { fileWith, plainReading } from "../sources/files-for-tests.ts";

/** A terminal whose lines are kept, and a clock that goes when it is told to. */
function screen(isTTY = true) {
  let time = 5000;
  const written: string[] = [];
  const stream = { isTTY, write: (text: string | Uint8Array) => written.push(String(text)) > 0 };
  const line = progressLine({ stream, now: () => time });
  const wait = (milliseconds: number) => {
    time += milliseconds;
  };
  return { ...line, wait, written };
}

describe("the progress of reading", () => {
  it("is a bar with the share, the rate and the time left", () => {
    const { tell, wait, written } = screen();
    tell("trade.csv", 0, 400_000_000);
    wait(2000);
    tell("trade.csv", 100_000_000, 400_000_000);
    expect(written).toEqual(["\r\u001b[K█████░░░░░░░░░░░░░░░ 25 %, 50 MB/s, 6 s left  trade.csv"]);
  });

  it("has no share and no time left where the size is not known", () => {
    const { tell, wait, written } = screen();
    tell("standard input", 0, null);
    wait(2000);
    tell("standard input", 3_000_000, null);
    expect(written).toEqual(["\r\u001b[K3.0 MB, 1.5 MB/s  standard input"]);
  });

  it("says nothing in the first two seconds, nor where nobody looks", () => {
    const quick = screen();
    quick.tell("a", 0, 10);
    quick.wait(1999);
    quick.tell("a", 9, 10);
    quick.done();
    const piped = screen(false);
    piped.tell("a", 0, 10);
    piped.wait(5000);
    piped.tell("a", 9, 10);
    piped.done();
    expect([quick.written, piped.written]).toEqual([[], []]);
  });

  it("changes no more than ten times a second, and is taken away at the end", () => {
    const { tell, wait, written, done } = screen();
    tell("a", 0, 1e6);
    for (let step = 1; step <= 100; step += 1) {
      wait(20);
      tell("a", step * 1e4, 1e6);
    }
    done();
    expect(written.length).toBeLessThanOrEqual(12);
    expect(written.at(-1)).toBe("\r\u001b[K");
  });

  it("begins again with each pass over a file, so that the rate is that of the pass", () => {
    const { tell, wait, written } = screen();
    tell("a", 0, 100e6);
    wait(10_000);
    tell("a", 100e6, 100e6);
    wait(200);
    tell("a", 0, 100e6);
    wait(1000);
    tell("a", 50e6, 100e6);
    expect(written.at(-1)).toContain("50 %, 50 MB/s, 1 s left");
  });

  it("shows no control character of a file's name", () => {
    const { tell, wait, written } = screen();
    tell("a", 0, 10);
    wait(2000);
    tell("a\u001b[31m", 5, 10);
    expect(written[0]!.slice(4)).not.toContain("\u001b");
  });

  it("gives way to what is computed then, until anything else is written", async () => {
    const written: string[] = [];
    const write = (text: string) => written.push(text);
    const stdout = { write };
    const work = async () => {
      leaveLine("computing");
      printWarnings([{ code: "odd", message: "odd" }]);
      await writeText("answer\n", undefined);
    };
    await withHost(
      { stdout, stderr: { isTTY: true, columns: 80, write }, env: { NO_COLOR: "1" } },
      work,
    );
    expect(written).toEqual([
      ...["\r\u001b[Kcomputing", "\r\u001b[K", "warning: odd\n", "answer\n"],
    ]);
    written.length = 0;
    await withHost({ stdout, stderr: { write }, env: {} }, work);
    expect(written).toEqual(["warning: odd\n", "answer\n"]);
  });

  it.each(["rows", "duckdb"] as const)("is identified by the engine %s", async (engine) => {
    const rows = Array.from(
      { length: 60_000 },
      (_, at) => `2024,CA,export,${at},hs:${100_000 + at}\n`,
    );
    const path = fileWith(`period,partner,flow,value,product\n${rows.join("")}`);
    const told: (number | null)[][] = [];
    const progress = (_: string, bytes: number, total: number | null) => told.push([bytes, total]);
    await inspectFiles([path], { ...plainReading, engine, largeFile: 0, progress });
    const [bytes, total] = told.at(-1)!;
    expect(told.length).toBeGreaterThan(engine === "rows" ? 2 : 0);
    expect(total).toBeGreaterThan(1_000_000);
    expect(bytes).toBeLessThanOrEqual(total!);
  });
});
