import { type Command, Option } from "commander";
import { revisionsMetric } from "../../../metrics/revisions.ts";
import type { QuestionWords } from "../../../question/words.ts";
import { addMetricHelp } from "../../examples.ts";
import {
  type AnswerOptions,
  addAnswerOptions,
  membersOption,
  sectorOption,
} from "../../options.ts";
import { writeAnswer } from "../../output.ts";

/** The dataset of which alone vintages are listed. */
export interface RevisionsOptions {
  readonly data?: string;
  readonly adjusted?: "yes" | "no";
}

/** `data revisions`: every vintage of a figure, and how it was revised. */
export function addRevisions(data: Command): void {
  const command = data
    .command("revisions")
    .description("Every vintage of a figure, and how it was revised")
    .requiredOption("--partner <list>", "partners by code or name: MX, CA,MX, WORLD")
    .requiredOption("--period <list>", "2023, 2024-11, 2024-01/2024-11, 2019..2024")
    .addOption(
      new Option("--of <measure>", "what is measured")
        .choices(["balance", "exports", "imports", "total"])
        .default("balance"),
    )
    .option("--product <list>", "product codes such as hs:27, or a named set (default: all)")
    .option("--exclude-product <list>", "products to leave out")
    .option("--exports <basis>", "total or domestic exports")
    .option("--imports <basis>", "general or consumption imports")
    .addOption(sectorOption())
    .addOption(
      new Option(
        "--basis <basis>",
        "accounting basis: census, or bop of the balance of payments",
      ).choices(["census", "bop"]),
    )
    .addOption(membersOption())
    .addOption(
      new Option(
        "--adjusted <word>",
        "figures that are seasonally adjusted, or not, where a dataset has both",
      ).choices(["yes", "no"]),
    )
    .option("--data <dataset>", "one dataset alone: an embedded one, or one that was fetched");
  addMetricHelp(command, revisionsMetric);
  addAnswerOptions(command);
  command.action(async (options: QuestionWords & AnswerOptions & RevisionsOptions) => {
    const { revisionsOf } = await import("../../revisions.ts");
    await writeAnswer(await revisionsOf(options), options);
  });
}
