import type { Metric } from "../metrics/metric.ts";

/** The examples that `--help` shows, by command; every one is run by the tests. */
export const examples: Readonly<Record<string, readonly string[]>> = {
  balance: [
    "trade-metrics balance --partner USMCA --period 2020 --total",
    "trade-metrics balance --partner CA,MX --period 2015..2024 --json",
    "trade-metrics balance --partner CA,MX --period 2024 --fields partner,value --format csv",
    "trade-metrics balance --partner MX --product hs:87 --period 2024",
    "trade-metrics balance --partner CA,MX --period 2019..2025 --project --chart",
    "trade-metrics balance --exports 322.7 --imports 475.2",
  ],
  "deficit-ratio": [
    "trade-metrics deficit-ratio --partner MX",
    "trade-metrics deficit-ratio --partner CA,MX,CN,IE,VN --period 2024-01/2024-11",
    "trade-metrics deficit-ratio --partner CA,MX,CN,IE,VN --period 2024-01/2024-11 --format svg",
    "trade-metrics deficit-ratio --partner MX --template '{{period}} {{value}}' --digits 1",
    "trade-metrics deficit-ratio --exports 300.1 --imports 452.6",
  ],
  "non-petroleum": [
    "trade-metrics non-petroleum --partner MX,CA --period 2024",
    "trade-metrics non-petroleum --partner MX --period 2024 --petroleum naics211-324 --petroleum-flows imports",
  ],
  share: [
    "trade-metrics share --partner USMCA --of total --period 2024 --total",
    "trade-metrics share --partner MX --of exports --product hs:27 --whole all-products --period 2024",
    "trade-metrics share --part 1601.9 --whole 5332.3",
  ],
  growth: [
    "trade-metrics growth --partner MX --of imports --period 2020..2024",
    "trade-metrics growth --partner USMCA --of total --data bea-trade --from 2020 --to 2023 --total",
    "trade-metrics growth --partner MX --of balance --from 2017 --to 2025 --project",
    "trade-metrics growth --values 196,274",
  ],
  "value-added": [
    "trade-metrics value-added --partner MX,CA,US --period 2020",
    "trade-metrics value-added shares --partner MX --measure EXGR_FVA,FEXGR_DVA",
  ],
  data: [
    "trade-metrics data list",
    "trade-metrics data show census-goods",
    "trade-metrics data template",
  ],
  explain: [
    "trade-metrics explain deficit-ratio",
    "trade-metrics explain hs27",
    "trade-metrics explain general imports",
  ],
  completion: ["trade-metrics completion bash"],
  schema: ["trade-metrics schema"],
};

/** The examples of a command, which stand before everything else in its help. */
export function exampleText(command: string): string {
  const lines = examples[command] ?? [];
  return lines.length === 0 ? "" : `Examples:\n${lines.map((line) => `  $ ${line}`).join("\n")}\n`;
}

/** What a metric is and who says so, which stands after the options. */
export function definitionText({ formula, sign, nullWhen, sources }: Metric): string {
  return [
    "",
    `Formula: ${formula}`,
    `Sign:    ${sign}`,
    `Null:    ${nullWhen}`,
    `Source:  ${sources.join("; ")}`,
    "",
  ].join("\n");
}
