/** The examples that `--help` shows, by command; every one is run by the tests. */
export const examples: Readonly<Record<string, readonly string[]>> = {
  balance: [
    "trade-metrics balance --partner USMCA --period 2020 --total",
    "trade-metrics balance --partner CA,MX --period 2015..2024 --json",
    "trade-metrics balance --partner MX --product hs:87 --period 2024",
    "trade-metrics balance --exports 322.7 --imports 475.2",
  ],
  "deficit-ratio": [
    "trade-metrics deficit-ratio --partner MX",
    "trade-metrics deficit-ratio --partner CA,MX,CN,IE,VN --period 2024-01/2024-11",
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
  verify: [
    "trade-metrics verify --list",
    "trade-metrics verify wilson-2025",
    "trade-metrics verify wilson-2025 --group deficit-ratios --json",
    "trade-metrics verify epi-2025 --format markdown",
  ],
  claims: ["trade-metrics claims scan report.txt --output claims.yaml"],
  schema: ["trade-metrics schema", "trade-metrics schema claims"],
};

/** The text that stands below the options of a command. */
export function exampleText(command: string): string {
  const lines = examples[command] ?? [];
  return lines.length === 0
    ? ""
    : `\nExamples:\n${lines.map((line) => `  $ ${line}`).join("\n")}\n`;
}
