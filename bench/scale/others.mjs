// The balances of one partner in other tools, for who wonders.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Debian's pandas belongs to Debian's Python, which need not be the first on the path. */
const python =
  ["python3", "/usr/bin/python3"].find(
    (one) => spawnSync(one, ["-c", "import pandas"]).status === 0,
  ) ?? "python3";

export const others = [
  {
    title: "Miller",
    needs: ["mlr", "--version"],
    command: (file) => [
      ...["mlr", "--icsv", "--ojson", "filter", '$partner == "MX"', "then", "put"],
      '$year = sub($period, "-.*", ""); $signed = $flow == "export" ? $value : -$value',
      ...["then", "stats1", "-a", "sum", "-f", "signed", "-g", "year", file],
    ],
  },
  {
    title: "pandas",
    needs: [python, "-c", "import pandas"],
    command: (file) => [python, join("bench", "scale", "pandas_balance.py"), file],
  },
  {
    title: "csv-parse row by row",
    command: (file) => [process.execPath, join("bench", "scale", "csv-parse.mjs"), file],
  },
];
