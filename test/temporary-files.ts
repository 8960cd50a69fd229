import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Removes a folder when standard input ends, as it does however the process that holds it ends. */
const remover = `
  process.stdin.resume().on("end", () => {
    require("node:fs").rmSync(process.argv[1], { recursive: true, force: true, maxRetries: 20, retryDelay: 200 });
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});`;

/**
 * Keeps the temporary files of a test run in one folder, which is gone when the run is: even where
 * it was killed, because another process waits for its end.
 */
export default function setup(): () => void {
  const before = process.env.TMPDIR;
  const folder = mkdtempSync(join(tmpdir(), "trade-metrics-tests-"));
  // Tests run commands as another user too.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;
  // No test reads or changes what the user of this machine has fetched.
  process.env.TRADE_METRICS_STORE = join(folder, "store");
  const waiting = spawn(process.execPath, ["-e", remover, folder], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  waiting.unref();
  (waiting.stdin as unknown as { unref(): void }).unref();
  return () => {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  };
}
