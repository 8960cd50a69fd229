import type { BreakdownQuestion } from "../calculation/breakdown-question.ts";
import type { ProductLevel } from "../calculation/trade-table.ts";
import { InputError } from "../errors.ts";
import type { BreakdownMetric, Dimension, FlowMeasure } from "../metrics/breakdown.ts";
import type { PartnerDirectory, PartnerSelection } from "../partners/directory.ts";
import type { OpenSources } from "../sources/open.ts";
import { numberInputs } from "./numbers.ts";
import type { MetricOptions, SelectionOptions } from "./options.ts";
import { flowBases, onePeriod, periodsFrom, productsOf, sortOrder } from "./question.ts";
import { underOption } from "./under-option.ts";

export interface BreakdownOptions
  extends Omit<SelectionOptions, "total">,
    Omit<MetricOptions, "of"> {
  readonly of?: FlowMeasure;
  readonly by?: string;
  readonly region?: string;
  readonly absentAsZero?: true;
}

/** Turns the options of the command line into a question about the make-up of trade. */
export function breakdownQuestionFrom(
  metric: BreakdownMetric,
  options: BreakdownOptions,
  sources: OpenSources,
): BreakdownQuestion {
  const product = productsOf(options);
  const { by, level } = dimensionOf(metric, options.by);
  const directory = sources.directoryFor(product);
  return {
    metric,
    directory,
    reporters: selected(options.reporter, "--reporter", directory),
    partners: partnersOf(metric, options, directory),
    region: regionOf(metric, options, directory),
    periods: periodsOf(options),
    of: options.of ?? metric.measures[0] ?? "exports",
    by,
    level,
    product,
    from: options.from !== undefined ? onePeriod(options.from, "--from") : null,
    over: options.over ?? "previous",
    absentAsZero: options.absentAsZero ?? false,
    project: options.project ?? false,
    preferences: {
      reporter: null,
      sector: options.sector ?? null,
      ...flowBases(options, numberInputs(metric)),
      valuation: options.valuation ?? null,
      basis: options.basis ?? null,
    },
    sort: sortOrder(options.sort),
    top: options.top ?? null,
  };
}

const LEVEL = /^([a-z]+)(\d{1,2})?$/;

/** `partner`, `product`, or products at a level such as `hs2`. */
function dimensionOf(
  metric: BreakdownMetric,
  text: string | undefined,
): { by: Dimension; level: ProductLevel } {
  const none: ProductLevel = { system: null, digits: null };
  const [first] = metric.dimensions;
  if (text === undefined || first === undefined) return { by: first ?? "product", level: none };
  const word = text.trim().toLowerCase();
  const named = (["partner", "product"] as const).find((dimension) => dimension === word);
  if (named && metric.dimensions.includes(named)) return { by: named, level: none };
  const match = LEVEL.exec(word);
  if (named || !match) {
    const allowed = [...metric.dimensions, "a level of products such as hs2"].join(", ");
    throw new InputError(`--by: "${text}" does not break ${metric.id} down (use ${allowed})`);
  }
  const digits = match[2] === undefined ? null : Number(match[2]);
  if (digits === 0)
    throw new InputError(`--by: "${text}": a level has at least one digit (use hs2)`);
  return { by: "product", level: { system: match[1]!, digits } };
}

function partnersOf(
  metric: BreakdownMetric,
  { partner, reporter }: BreakdownOptions,
  directory: PartnerDirectory,
): PartnerSelection | null {
  if (metric.about === "region") return null;
  if (partner === undefined) {
    if (metric.about === "reporter") return null;
    throw new InputError(`${metric.id}: which partner? (use --partner MX, a list or a group)`);
  }
  // A group of partners leaves out the reporter, which is the United States unless said otherwise.
  const only = selected(reporter ?? "US", "--reporter", directory)!.partners;
  return directory.select(partner, only.length === 1 ? only[0]!.code : null);
}

function regionOf(
  metric: BreakdownMetric,
  { region }: BreakdownOptions,
  directory: PartnerDirectory,
): PartnerSelection | null {
  if (metric.about !== "region") return null;
  if (region === undefined) {
    throw new InputError(`${metric.id}: which region? (use --region USMCA, a group or a list)`);
  }
  const selection = selected(region, "--region", directory)!;
  const whole = selection.partners.find(({ kind }) => kind === "aggregate");
  if (whole || selection.partners.length < 2) {
    throw new InputError(
      `--region: "${region}" is not a list of members (use USMCA, EU27 or a list such as CA,MX,US)`,
    );
  }
  return selection;
}

function selected(
  text: string | undefined,
  option: string,
  directory: PartnerDirectory,
): PartnerSelection | null {
  return text === undefined ? null : underOption(option, () => directory.select(text, null));
}

function periodsOf({ to, period }: BreakdownOptions) {
  if (to !== undefined && period !== undefined) {
    throw new InputError("--to and --period both say which period is meant (use one)");
  }
  if (to !== undefined) return [onePeriod(to, "--to")];
  return periodsFrom(period);
}
