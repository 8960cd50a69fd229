import type { Command } from "commander";
import { answerFromNumbers } from "../../calculation/from-numbers.ts";
import type { Answer } from "../../calculation/result.ts";
import { InputError } from "../../errors.ts";
import { valueAddedMetric } from "../../metrics/value-added-shares.ts";
import { PartnerDirectory } from "../../partners/directory.ts";
import { hasNumbers } from "../../question/number-options.ts";
import { numbersFrom, textsOf } from "../../question/numbers.ts";
import { periodsFrom } from "../../question/periods.ts";
import { sortOrder } from "../../question/read.ts";
import { countries, embeddedCatalog } from "../../sources/embedded/embedded.ts";
import type { SharesDataset } from "../../sources/shares.ts";
import type { Warning } from "../../warning.ts";
import { refuseOthers } from "../frozen.ts";
import {
  type AnswerOptions,
  addAnswerOptions,
  addFormatOptions,
  addOrderOptions,
  type FormatOptions,
} from "../options.ts";
import { writeAnswer } from "../output.ts";
import { progressLine } from "../reading-progress.ts";

const DATASET = "tiva-shares";

interface SharesOptions extends AnswerOptions, FormatOptions {
  readonly partner?: string;
  readonly period?: string;
  readonly measure: string;
  readonly sort?: string;
  readonly top?: number;
}

/** `value-added shares`: published shares; the default of `value-added`. */
export function configureSharesCommand(parent: Command): Command {
  const shares = parent
    .command("shares", { isDefault: true })
    .description("Published shares of value added, by area and year (the default)")
    .option("--partner <list>", "areas by code or name, and groups: MX,CA,US, USMCA, OECD")
    .option("--period <list>", "2020, 2015..2020 (default: the five latest years)")
    .option("--measure <list>", "which shares, with commas", "EXGR_DVA")
    .option("--value-added <number>", "value added as a printed number")
    .option("--gross-exports <number>", "gross exports as a printed number")
    .option("--values <list>", "compute from printed numbers: valueAdded,grossExports");
  addFormatOptions(shares);
  addOrderOptions(shares);
  addAnswerOptions(shares);
  return shares.action(async (options: SharesOptions) => {
    const answered = await sharesAnswer(options);
    await refuseOthers(answered.result.data, options);
    await writeAnswer(answered, options);
  });
}

async function sharesAnswer(options: SharesOptions): Promise<Answer> {
  if (hasNumbers(valueAddedMetric, { ...options })) {
    const numbers = numbersFrom(valueAddedMetric, { ...options });
    return answerFromNumbers(valueAddedMetric, numbers, textsOf(numbers));
  }
  if (options.partner === undefined) {
    throw new InputError("value-added: which area? (use --partner MX, a list, or a group)");
  }
  const { dataset, warnings } = await openShares(options);
  const directory = new PartnerDirectory([...countries(), ...dataset.areas]);
  const { valueAddedAnswer } = await import("../../calculation/value-added-answer.ts");
  return valueAddedAnswer(
    {
      partners: directory.select(options.partner, null),
      periods: periodsFrom(options.period),
      measures: options.measure.split(",").map((measure) => measure.trim()),
      sort: sortOrder(options.sort),
      top: options.top ?? null,
    },
    dataset,
    warnings,
  );
}

/** The shares of the files that `--data` names, or else the embedded ones. */
async function openShares(
  options: SharesOptions,
): Promise<{ dataset: SharesDataset; warnings: readonly Warning[] }> {
  const files = options.data.filter((name) => name !== DATASET);
  if (files.length === 0) {
    const { sharesOfVintage } = await import("../shares-vintage.ts");
    return sharesOfVintage(DATASET, options);
  }
  if (files.length < options.data.length) {
    throw new InputError(
      `--data: ${DATASET} stands alone, since editions of shares are not comparable (name it or the files)`,
    );
  }
  const embedded = files.find((name) => embeddedCatalog().some(({ id }) => id === name));
  if (embedded !== undefined) {
    throw new InputError(`--data: ${embedded} holds no shares of value added (use ${DATASET})`);
  }
  const line = progressLine();
  const { openSharesFiles } = await import("../../sources/shares-files.ts");
  return openSharesFiles(files, {
    as: options.as ?? null,
    missing: options.missing,
    where: options.where,
    skipInvalid: options.skipInvalid ?? false,
    progress: line.tell,
  }).finally(line.done);
}
