import { revisionsMetric } from "../metrics/revisions.ts";
import { exampleLines } from "./examples.ts";

/** The examples that `--help` shows of the commands that are no metrics. */
export const examples: Readonly<Record<string, readonly string[]>> = {
  data: [
    "trade-metrics data list",
    "trade-metrics data show census-goods",
    "trade-metrics data template",
    "trade-metrics data status",
    ...revisionsMetric.examples,
    "trade-metrics data update census-goods --dry-run",
  ],
  "data list": ["trade-metrics data list", "trade-metrics data list --json"],
  "data show": ["trade-metrics data show census-goods"],
  "data check": [
    "trade-metrics data check trade.csv --column period=Year --column partner=Country --column exports=Exports --column imports=Imports --constant reporter=US --constant 'unit=USD billion'",
  ],
  "data template": ["trade-metrics data template"],
  "data update": [
    "trade-metrics data update --list",
    "trade-metrics data update census-goods --dry-run",
  ],
  "data status": ["trade-metrics data status", "trade-metrics data status --json"],
  "data prune": [
    "trade-metrics data prune --dry-run",
    "trade-metrics data prune --keep 3 --dry-run",
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
    "trade-metrics verify report.txt",
  ],
  report: [
    "trade-metrics report wilson-2025 --output wilson.html",
    "trade-metrics report epi-2025 --group automotive --output automotive.html",
  ],
  claims: [
    "trade-metrics claims scan report.txt --output claims.yaml",
    "trade-metrics claims guide",
  ],
  "claims scan": [
    "trade-metrics claims scan report.txt --output claims.yaml",
    "trade-metrics claims scan report.txt --list",
  ],
  "claims accept": ["trade-metrics claims accept claims.yaml --agreeing --output confirmed.yaml"],
  "claims guide": ["trade-metrics claims guide"],
  schema: ["trade-metrics schema", "trade-metrics schema claims", "trade-metrics schema reading"],
};

/** The examples of a command that is no metric. */
export function exampleText(command: string): string {
  return exampleLines(examples[command] ?? []);
}
