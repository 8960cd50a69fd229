import { type Command, Option } from "commander";
import type { Answer } from "../../calculation/result.ts";
import type { MetricDefinition } from "../../metrics/metric.ts";
import {
  advantageMetric,
  balanceMetric,
  decompositionMetric,
  finalDemandMetric,
  originMetric,
  participationMetric,
} from "../../metrics/value-added-tables.ts";
import { moneyUnits } from "../../numbers/money.ts";
import { escapeUnsafe } from "../../render/safe-text.ts";
import { addMetricHelp } from "../examples.ts";
import { addFrozenOptions, type FrozenOptions, refuseOthers } from "../frozen.ts";
import { host } from "../host.ts";
import { type AnswerOptions, addAnswerOptions, addOrderOptions } from "../options.ts";
import { printWarnings, terminal, writeAnswer, writeText } from "../output.ts";
import type { BalanceOptions, DecomposeOptions } from "../value-added.ts";
import type { ExporterOptions, ReadingOptions } from "../value-added-tables.ts";
import type { TraceOptions } from "../value-added-traces.ts";

/** How industries are named. */
const INDUSTRY_NAMES =
  "by their codes in the table: C29; names with commas in quotes: '\"Vegetables, fruit, nuts\"'";

/** The policy of the run forbids what it found. */
const EXIT_FORBIDDEN = 1;

/** What computes the answers; loaded only when one is asked for. */
const computing = () => import("../value-added.ts");

/** The subcommands of `value-added` that compute from an input-output table. */
export function configureTableCommands(parent: Command): void {
  origin(parent);
  decompose(parent);
  participation(parent);
  finalDemand(parent);
  balance(parent);
  advantage(parent);
  check(parent);
}

function origin(parent: Command): void {
  const command = parent
    .command("origin")
    .description("Whose value added is in exports or imports, from an input-output table");
  addExporterOptions(command)
    .option("--importer <list>", "the imports of these, from all exporters or those named")
    .option("--partner <list>", "only exports to these partners, one by one")
    .option("--origin <list>", "show only these origins")
    .option("--destination <list>", "only what the final demand of these absorbs in the end");
  addIndustryOptions(command, "exporting industries")
    .option(
      "--by <list>",
      "rows, outermost first: exporter, partner, origin, destination, industry (exporting), origin-industry (default: origin)",
    )
    .option("--total", "add rows for the total, and for all domestic and all foreign value added");
  finish(command, originMetric, async (options: TraceOptions & AnswerOptions) =>
    (await computing()).answerOrigin(options),
  );
}

function balance(parent: Command): void {
  const command = parent
    .command("balance")
    .description("The balance with each partner, gross and in value added")
    .option("--reporter <list>", "whose balance: US, a list, a group, or all", "US")
    .option("--together", "take the reporters as one, without the trade among them")
    .option("--partner <list>", "only these partners (default: all)")
    .option("--total", "add a row for all partners together");
  addTableOptions(command);
  finish(command, balanceMetric, async (options: BalanceOptions & AnswerOptions) =>
    (await computing()).answerBalance(options),
  );
}

function advantage(parent: Command): void {
  const command = parent
    .command("rca")
    .description("Revealed comparative advantage, in value added and gross")
    .option("--exporter <list>", "exporters: MX, a list, a group such as USMCA, or all")
    .option("--industry <list>", `only these industries, ${INDUSTRY_NAMES}`);
  addTableOptions(command);
  finish(
    command,
    advantageMetric,
    async (options: ExporterOptions & AnswerOptions & { readonly industry?: string }) =>
      (await computing()).answerAdvantage(options),
  );
}

function decompose(parent: Command): void {
  const command = parent
    .command("decompose")
    .description("Gross exports in terms: domestic and foreign, once and double counted");
  addExporterOptions(command)
    .addOption(
      new Option("--method <method>", "whose decomposition")
        .choices([
          ...["borin-mancini", "kww", "wwz", "oecd"],
          ...["koopman-wang-wei", "wang-wei-zhu"],
        ])
        .default("borin-mancini"),
    )
    .addOption(
      new Option(
        "--approach <approach>",
        "of Borin and Mancini: value added counts where it leaves first (source, the default) or last",
      ).choices(["source", "sink"]),
    )
    .addOption(
      new Option(
        "--perimeter <exports>",
        "of Borin and Mancini: the exports in which it counts once (default: the exporter's)",
      ).choices(["exporter", "world", "industry", "industry-and-partner"]),
    )
    .addOption(
      new Option("--by <what>", "what the terms are broken down by")
        .choices(["total", "partner", "industry", "flow"])
        .default("total"),
    )
    .option("--terms <list>", "show only these terms: DVA,FVA");
  finish(command, decompositionMetric, async (options: DecomposeOptions & AnswerOptions) =>
    (await computing()).answerDecompose(options),
  );
}

function participation(parent: Command): void {
  const command = parent
    .command("participation")
    .description("Backward and forward participation in global value chains");
  addExporterOptions(command);
  finish(command, participationMetric, async (options: ExporterOptions & AnswerOptions) =>
    (await computing()).answerParticipation(options),
  );
}

function finalDemand(parent: Command): void {
  const command = parent
    .command("final-demand")
    .description("Value added by where it ends: in final demand at home or abroad")
    .option("--origin <list>", "whose value added: MX, a list, a group, or all (default: all)")
    .option("--together", "take them as one economy")
    .option("--exporter <list>", "only final goods that these economies sell")
    .option("--destination <list>", "only the final demand of these");
  addIndustryOptions(command, "industries that sell final goods")
    .option(
      "--by <list>",
      "rows, outermost first: destination, origin, origin-industry, industry (of the final good), exporter (its seller)",
    )
    .option("--total", "add a row for the total, with --by");
  addTableOptions(command);
  finish(command, finalDemandMetric, async (options: TraceOptions & AnswerOptions) =>
    (await computing()).answerFinalDemand(options),
  );
}

function check(parent: Command): void {
  const command = parent
    .command("check <file>")
    .description("What an input-output table holds; exits with 1 where it does not balance")
    .option("--json", "as JSON");
  addReadOptions(command);
  command.action(async (file: string, options: ReadingOptions & { readonly json?: true }) => {
    const { checkTableFile } = await computing();
    const report = await checkTableFile(file, options);
    if (options.json)
      await writeText(`${escapeUnsafe(JSON.stringify(report, null, 2))}\n`, undefined);
    else {
      const { tableReportText } = await import("../../render/table-report.ts");
      const { width } = await terminal({ color: false });
      await writeText(tableReportText(report, width), undefined);
      printWarnings(report.warnings.filter(({ code }) => code !== "unbalanced"));
    }
    if (!report.isBalanced) host.exitCode = EXIT_FORBIDDEN;
  });
}

function addExporterOptions(command: Command): Command {
  command
    .option("--exporter <list>", "exporters: MX, a list, a group such as USMCA, or all")
    .option("--together", "take the exporters as one, without the trade among them");
  return addTableOptions(command);
}

function addIndustryOptions(command: Command, whose: string): Command {
  return command
    .option("--industry <list>", `only these ${whose}, ${INDUSTRY_NAMES}`)
    .option("--origin-industry <list>", "only these industries of origin");
}

function addTableOptions(command: Command): Command {
  command
    .addOption(
      new Option(
        "--table <file>",
        "an input-output table, or a pattern: OECD ICIO, WIOD, FIGARO, ADB MRIO, EXIOBASE, Eora26, or one's own; .csv, .gz, .zip, .xlsx; repeatable for several years",
      )
        .argParser(collect)
        .default([], "the world of 2011 in 8 regions"),
    )
    .option("--period <list>", "the year of each table, where it does not say itself");
  return addReadOptions(command);
}

const collect = (value: string, previous: readonly string[] = []) => [...previous, value];

function addReadOptions(command: Command): Command {
  return command
    .option("--entry <name>", "the table to read from a .zip that holds several")
    .option("--economies <list>", "of a table without a header: its economies, in order")
    .option("--industries <list>", "of a table without a header: the industries of each economy")
    .addOption(
      new Option("--unit <unit>", "the unit of a table of one's own").choices([...moneyUnits]),
    )
    .option("--allow-unbalanced", "compute in spite of impossible cells, such as negative output")
    .option("--progress", "report progress even if standard error is not a terminal");
}

function finish<Options extends AnswerOptions & FrozenOptions>(
  command: Command,
  metric: MetricDefinition,
  answer: (options: Options) => Promise<Answer>,
): void {
  addFrozenOptions(command);
  addOrderOptions(command);
  addAnswerOptions(command);
  addMetricHelp(command, metric);
  command.action(async (options: Options) => {
    const answered = await answer(options);
    await refuseOthers(answered.result.data, options);
    await writeAnswer(answered, options);
  });
}
