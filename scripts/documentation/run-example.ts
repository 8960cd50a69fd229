import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** What the built command prints for an example: its answer, then its warnings. */
export async function runExample(line: string): Promise<string> {
  const words = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain!);
  const { stdout, stderr } = await execute(
    process.execPath,
    ["bin/trade-metrics.js", ...words.slice(1)],
    { env: { PATH: process.env.PATH ?? "" } },
  );
  return `${stdout}${stderr}`.trimEnd();
}
