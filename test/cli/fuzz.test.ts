import type { Command } from "commander";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createProgram } from "../../src/cli/program.ts";
import { run, temporaryFolder, written } from "./run.ts";

const RUNS = Number(process.env.TRADE_METRICS_RUNS ?? 300);

/** What opens connections, changes the user's own folder, writes files, or never ends. */
const KEPT_AWAY = new Set([
  "update",
  "import",
  "prune",
  "lock",
  "--watch",
  "--output",
  "--save-reading",
]);

const folder = temporaryFolder();
const records = written(
  folder,
  "records.csv",
  "period,partner,flow,value\n2020,MX,export,5\n2020,MX,import,7\n2021,CA,export,x\n",
);
const claims = written(folder, "claims.yaml", "report: { id: a, title: A }\nclaims: []\n");

/** Words that stand somewhere in a command line that works, and some that do not. */
const words = [
  ...["MX", "CA,MX", "USMCA", "EU", "WORLD", "all", "Mexico", "Mexcio", "XX", "US"],
  ...[
    "2023",
    "2024-11",
    "2023-Q1",
    "2019..2021",
    "2024-01/2024-11",
    "latest",
    "1890",
    "2024-13",
    "2024..2020",
  ],
  ...[
    "hs:27",
    "hs27",
    "hs2",
    "product",
    "partner",
    "partner,hs2",
    "vehicles",
    "balance",
    "imports",
    "total",
  ],
  ...[
    "value",
    "-value",
    "json",
    "csv",
    "svg",
    "table",
    "month",
    "goods",
    "census",
    "2025-04",
    "2025-05-01",
  ],
  ...[
    "5",
    "0",
    "-1",
    "1e9",
    "12.5",
    "196,274",
    "30,30,20",
    "",
    " ",
    "é",
    "%",
    "=",
    "a=b",
    "period=Year",
  ],
  ...[
    records,
    claims,
    "nowhere.csv",
    "census-goods",
    "tiva-shares",
    "USA",
    "MEX",
    "bash",
    "result",
    "hs:1",
  ],
];

interface Choice {
  readonly path: readonly string[];
  readonly options: readonly { readonly flag: string; readonly takes: boolean }[];
}

function choicesOf(command: Command, path: readonly string[] = []): Choice[] {
  const options = command.options
    .filter(({ long }) => !KEPT_AWAY.has(long ?? ""))
    .map((option) => ({ flag: option.long ?? option.short!, takes: !option.isBoolean() }));
  const others = command.commands.filter((one) => !KEPT_AWAY.has(one.name()));
  return [{ path, options }, ...others.flatMap((one) => choicesOf(one, [...path, one.name()]))];
}

const choices = choicesOf(await createProgram("test"));

const word = fc.constantFrom(...words);

/** A command with some of its options and of those of others, in any order. */
const line = fc.constantFrom(...choices).chain(({ path, options }) => {
  const all = choices.flatMap((one) => one.options);
  const option = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...(options.length > 0 ? options : all)) },
    { weight: 1, arbitrary: fc.constantFrom(...all) },
  );
  const given = fc.tuple(option, word, fc.nat(19)).map(([{ flag, takes }, value, chance]) => {
    if (chance === 0) return [flag];
    return takes ? [flag, value] : [flag];
  });
  const part = fc.oneof(
    { weight: 4, arbitrary: given },
    { weight: 1, arbitrary: word.map((one) => [one]) },
  );
  return fc.array(part, { maxLength: 5 }).map((parts) => [...path, ...parts.flat()]);
});

it(`${RUNS} random command lines end with an answer, or with 2 and one line that says what to do`, async () => {
  await fc.assert(
    fc.asyncProperty(line, async (args) => {
      const { status, stdout, stderr } = await run(args.filter((one) => one !== "--debug"));
      if (status !== 2) {
        expect([0, 1]).toContain(status);
        expect(stderr).not.toMatch(/^error:/m);
        return;
      }
      // A command of commands shows its help.
      if (stdout === "" && stderr.startsWith("Examples:")) return;
      const [first, ...hints] = stderr
        .trimEnd()
        .split("\n")
        .filter((one) => !one.startsWith("warning: "));
      expect(first).toMatch(/^error: \S/);
      expect(stderr).not.toMatch(/unexpected:|^\s+at |undefined|\[object|NaN/m);
      for (const hint of hints) expect(hint).toMatch(/^ {2}\S/);
      expect(hints.length > 0 || /\([^)]+\)/.test(first!), first).toBe(true);
    }),
    { numRuns: RUNS },
  );
}, 0);
