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
  coverage: [
    "trade-metrics coverage --partner MX,CA --period 2024",
    "trade-metrics coverage --exports 300.1 --imports 452.6",
  ],
  "normalised-balance": [
    "trade-metrics normalised-balance --partner USMCA --period 2020..2024",
    "trade-metrics normalised-balance --exports 300.1 --imports 452.6",
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
    "trade-metrics growth --values 196,274 --deflate 25",
  ],
  "real-value": [
    "trade-metrics real-value --prices 25.6",
    "trade-metrics real-value --prices 25 --amount 16",
    "trade-metrics real-value --price-index 258.8,325.0 --amount 16.00",
  ],
  content: [
    "trade-metrics content --example steel-spring",
    "trade-metrics content --example three-tier --date 2024-07-01",
    "trade-metrics content --example three-tier --date 2024-07-01 --by tier",
  ],
  concentration: [
    "trade-metrics concentration --of exports --period 2020..2024",
    "trade-metrics concentration --of imports --by hs2 --partner MX,CA --period 2024",
  ],
  contribution: [
    "trade-metrics contribution --of imports --from 2020 --to 2024 --top 5",
    "trade-metrics contribution --of exports --by hs2 --partner MX --from 2023 --to 2024 --top 5",
  ],
  "grubel-lloyd": [
    "trade-metrics grubel-lloyd --partner MX,CA,WORLD --period 2023,2024",
    "trade-metrics grubel-lloyd --exports 80 --imports 160",
  ],
  rca: ["trade-metrics rca --values 11,140,42,12000"],
  "trade-intensity": ["trade-metrics trade-intensity --values 334.0,2063.0,618.4,24000"],
  "intraregional-share": ["trade-metrics intraregional-share --within 30 --whole 120"],
  complementarity: ["trade-metrics complementarity --partner MX --period 2024"],
  "value-added": [
    "trade-metrics value-added --partner MX,CA,US --period 2020",
    "trade-metrics value-added shares --partner MX --measure EXGR_FVA,FEXGR_DVA",
    "trade-metrics value-added origin --exporter MX",
  ],
  "value-added origin": [
    "trade-metrics value-added origin --exporter MX --total",
    "trade-metrics value-added origin --exporter MX,CA --origin US --by exporting-industry --top 5",
    "trade-metrics value-added origin --exporter USMCA --together --by partner --json",
  ],
  "value-added decompose": [
    "trade-metrics value-added decompose --exporter MX",
    "trade-metrics value-added decompose --exporter MX,CA --method kww",
    "trade-metrics value-added decompose --exporter MX --by partner --terms DVA,FVA --approach sink",
  ],
  "value-added participation": ["trade-metrics value-added participation --sort -value"],
  "value-added final-demand": ["trade-metrics value-added final-demand --origin USMCA --together"],
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
  verify: [
    "trade-metrics verify --list",
    "trade-metrics verify wilson-2025",
    "trade-metrics verify wilson-2025 --group deficit-ratios --json",
    "trade-metrics verify epi-2025 --format markdown",
  ],
  report: [
    "trade-metrics report wilson-2025 --output wilson.html",
    "trade-metrics report epi-2025 --group automotive --output automotive.html",
  ],
  claims: ["trade-metrics claims scan report.txt --output claims.yaml"],
  schema: ["trade-metrics schema", "trade-metrics schema claims"],
};

/** The examples of a command, which stand before everything else in its help. */
export function exampleText(command: string): string {
  const lines = examples[command] ?? [];
  return lines.length === 0 ? "" : `Examples:\n${lines.map((line) => `  $ ${line}`).join("\n")}\n`;
}

type Defined = Pick<Metric, "formula" | "sign" | "nullWhen" | "sources">;

/** What a metric is and who says so, which stands after the options. */
export function definitionText({ formula, sign, nullWhen, sources }: Defined): string {
  return [
    "",
    `Formula: ${formula}`,
    `Sign:    ${sign}`,
    `Null:    ${nullWhen}`,
    `Source:  ${sources.join("; ")}`,
    "",
  ].join("\n");
}
