import { type Command, Option } from "commander";
import type { Answer } from "../../calculation/result.ts";
import type { MetricDefinition } from "../../metrics/metric.ts";
import {
  decompositionMetric,
  finalDemandMetric,
  originMetric,
  participationMetric,
} from "../../metrics/value-added-tables.ts";
import { moneyUnits } from "../../numbers/money.ts";
import { escapeUnsafe } from "../../render/safe-text.ts";
import { definitionText, exampleLines } from "../examples.ts";
import { host } from "../host.ts";
import { type AnswerOptions, addAnswerOptions, addOrderOptions } from "../options.ts";
import { printWarnings, terminal, writeAnswer, writeText } from "../output.ts";
import type {
  DecomposeOptions,
  ExporterOptions,
  FinalDemandOptions,
  OriginOptions,
  TableOptions,
} from "../value-added.ts";

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
  check(parent);
}

function origin(parent: Command): void {
  const command = parent
    .command("origin")
    .description("who made what an economy exports, from an input-output table");
  addExporterOptions(command)
    .option("--partner <list>", "only exports to these partners, one by one")
    .option("--origin <list>", "show only these origins")
    .addOption(
      new Option("--by <what>", "beside the origin: its industry, the exporting industry, partner")
        .choices(["country", "industry", "exporting-industry", "partner"])
        .default("country"),
    )
    .option("--total", "add rows for all domestic and all foreign value added");
  finish(command, originMetric, async (options: OriginOptions & AnswerOptions) =>
    (await computing()).answerOrigin(options),
  );
}

function decompose(parent: Command): void {
  const command = parent
    .command("decompose")
    .description("gross exports in terms: domestic and foreign, once and double counted");
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
    .description("backward and forward participation in global value chains");
  addExporterOptions(command);
  finish(command, participationMetric, async (options: ExporterOptions & AnswerOptions) =>
    (await computing()).answerParticipation(options),
  );
}

function finalDemand(parent: Command): void {
  const command = parent
    .command("final-demand")
    .description("value added by where it ends: in final demand at home or abroad")
    .option("--origin <list>", "whose value added: MX, a list, a group, or all", "all")
    .option("--together", "take them as one economy");
  addTableOptions(command);
  finish(command, finalDemandMetric, async (options: FinalDemandOptions & AnswerOptions) =>
    (await computing()).answerFinalDemand(options),
  );
}

function check(parent: Command): void {
  const command = parent
    .command("check <file>")
    .description("what an input-output table holds; exits with 1 where it does not balance")
    .option("--json", "as JSON");
  addReadOptions(command);
  command.action(async (file: string, options: TableOptions & { readonly json?: true }) => {
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

function addTableOptions(command: Command): Command {
  command.option(
    "--table <file>",
    "an input-output table: OECD ICIO, WIOD, or one's own; .csv, .gz, .zip (default: the world of 2011 in 8 regions)",
  );
  return addReadOptions(command);
}

function addReadOptions(command: Command): Command {
  return command
    .option("--entry <name>", "the table to read from a .zip that holds several")
    .option("--economies <list>", "of a table without a header: its economies, in order")
    .option("--industries <list>", "of a table without a header: the industries of each economy")
    .addOption(
      new Option("--unit <unit>", "the unit of a table of one's own").choices([...moneyUnits]),
    )
    .option("--progress", "say what goes on, also where standard error is no terminal");
}

function finish<Options extends AnswerOptions>(
  command: Command,
  metric: MetricDefinition,
  answer: (options: Options) => Promise<Answer>,
): void {
  addOrderOptions(command);
  addAnswerOptions(command);
  command.addHelpText("before", () => exampleLines(metric.examples));
  command.addHelpText("after", () => definitionText(metric));
  command.action(async (options: Options) => writeAnswer(await answer(options), options));
}
