import type { Answer } from "../calculation/result.ts";
import type { NamedExporter, TableEconomies } from "../calculation/value-added/economies.ts";
import { tracedFinalDemandAnswer } from "../calculation/value-added/final-demand-answer.ts";
import { industriesOf } from "../calculation/value-added/industries.ts";
import { homeOf, originAnswer } from "../calculation/value-added/origin-answer.ts";
import { type TraceQuestion, tracePart } from "../calculation/value-added/trace-rows.ts";
import { InputError } from "../errors.ts";
import { quotedList } from "../question/quoted-list.ts";
import { commaList } from "../question/words.ts";
import type { OpenTable } from "../sources/input-output.ts";
import type { TraceDimension } from "../value-added/index.ts";
import {
  type ExporterOptions,
  economiesOf,
  ofEachTable,
  required,
  rowOrder,
} from "./value-added-tables.ts";

/** What is asked of the origin of value added, in exports or in final demand. */
export interface TraceOptions extends ExporterOptions {
  readonly importer?: string;
  readonly partner?: string;
  readonly origin?: string;
  readonly destination?: string;
  readonly industry?: string;
  readonly originIndustry?: string;
  readonly by?: string;
}

/** The words of `--by`. */
const words: Readonly<Record<string, TraceDimension>> = {
  origin: "origin",
  country: "origin",
  "origin-industry": "origin-industry",
  exporter: "exporter",
  industry: "industry",
  "exporting-industry": "industry",
  partner: "partner",
  destination: "destination",
};

const OF_FINAL_DEMAND = ["origin", "origin-industry", "exporter", "industry", "destination"];

function dimensions(by: string | undefined, allowed: readonly string[]): TraceDimension[] {
  return commaList(by ?? "").map((word) => {
    if (allowed.includes(word)) return words[word]!;
    throw new InputError(`--by: "${word}" is not possible here (use ${allowed.join(", ")})`);
  });
}

/** Named members are rows of their own; then what `--by` names; then the origin, if it is not there. */
function rowsBy(
  named: readonly (readonly [TraceDimension, string | undefined])[],
  by: readonly TraceDimension[],
): TraceDimension[] {
  const listed = named.filter(([, list]) => list !== undefined).map(([dimension]) => dimension);
  const first = listed.filter((dimension) => !by.includes(dimension));
  const all = [...first, ...by];
  const tellsOrigin = all.includes("origin") || all.includes("origin-industry");
  return [...new Set(tellsOrigin ? all : [...all, "origin" as const])];
}

/** What `--top` chooses members of: what `--by` names, and the last; not what is named one by one. */
function chosenBy(
  asked: readonly TraceDimension[],
  by: readonly TraceDimension[],
): TraceDimension[] {
  return by.filter((one, at) => asked.includes(one) || at === by.length - 1);
}

/** The filters that exports and final demand share. */
function filtersOf(
  options: TraceOptions,
  { table }: OpenTable,
  economies: TableEconomies,
): Pick<
  TraceQuestion,
  "origins" | "originIndustries" | "industries" | "destinations" | "partners" | "warnings"
> {
  const origins = economiesOf(economies, options.origin, "--origin");
  const destinations = economiesOf(economies, options.destination, "--destination");
  const buyers = options.importer ?? options.partner;
  const name = options.importer === undefined ? "--partner" : "--importer";
  const partners = economiesOf(economies, buyers, name);
  return {
    origins: origins.codes,
    originIndustries: industriesOf(options.originIndustry, table, "--origin-industry"),
    industries: industriesOf(options.industry, table, "--industry"),
    destinations: destinations.codes,
    partners: partners.codes,
    warnings: [...origins.warnings, ...destinations.warnings, ...partners.warnings],
  };
}

/** What was asked, as the document repeats it. */
function parametersOf(options: TraceOptions, by: readonly TraceDimension[]) {
  const { importer, partner, origin, destination, industry, originIndustry } = options;
  const asked = { exporter: options.exporter, importer, partner, origin, destination };
  const given = Object.entries(asked).filter(([, list]) => list !== undefined);
  return {
    ...Object.fromEntries(given.map(([name, list]) => [name, commaList(list!)])),
    ...(industry !== undefined && { industry: quotedList(industry, "--industry") }),
    ...(originIndustry !== undefined && {
      originIndustry: quotedList(originIndustry, "--origin-industry"),
    }),
    by: by.join(","),
  };
}

export async function answerOrigin(options: TraceOptions): Promise<Answer> {
  const { importer } = options;
  if (importer !== undefined && options.partner !== undefined) {
    throw new InputError("--partner and --importer both name who buys (use one)");
  }
  const list =
    importer === undefined
      ? required(options.exporter, "origin", "--exporter")
      : (options.exporter ?? "all");
  const asked = dimensions(options.by, Object.keys(words));
  const by = rowsBy(
    [
      ["exporter", importer === undefined ? options.exporter : undefined],
      ["partner", importer ?? options.partner],
      ["origin", options.origin],
      ["destination", options.destination],
    ],
    asked,
  );
  let home: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  const parts = await ofEachTable(options, (source, economies) => {
    const { exporters, warnings } = economies.select(list, "--exporter", options.together ?? false);
    home = new Map([...home, ...homeOf(exporters, economies)]);
    return partOfTrace(source, economies, { of: "exports", exporters, by, options, warnings });
  });
  const parameters = parametersOf(options, by);
  const chosen = chosenBy(asked, by);
  return originAnswer(parts, { ...rowOrder(options), by, chosen, parameters, home });
}

/** Whether more is asked of final demand than where each origin's value added ends. */
export function tracesFinalDemand(options: TraceOptions): boolean {
  const { by, destination, industry, originIndustry, exporter } = options;
  return [by, destination, industry, originIndustry, exporter].some((one) => one !== undefined);
}

export async function tracedFinalDemand(options: TraceOptions): Promise<Answer> {
  if (options.together) {
    throw new InputError("--together takes origins as one, which --by does not (leave one out)");
  }
  const origin = options.origin === "all" ? undefined : options.origin;
  const asked = dimensions(options.by, OF_FINAL_DEMAND);
  const by = rowsBy(
    [
      ["exporter", options.exporter],
      ["origin", origin],
      ["destination", options.destination],
    ],
    asked,
  );
  const { origin: _, ...others } = options;
  const kept: TraceOptions = origin === undefined ? others : { ...others, origin };
  const parts = await ofEachTable(options, (source, economies) => {
    const { exporters, warnings } = economies.select(
      options.exporter ?? "all",
      "--exporter",
      false,
    );
    return partOfTrace(source, economies, {
      ...{ of: "final-demand" as const, exporters, by, warnings },
      options: kept,
    });
  });
  const parameters = parametersOf(kept, by);
  const chosen = chosenBy(asked, by);
  return tracedFinalDemandAnswer(parts, { ...rowOrder(options), by, chosen, parameters });
}

function partOfTrace(
  source: OpenTable,
  economies: TableEconomies,
  asked: Pick<TraceQuestion, "of" | "by" | "warnings"> & {
    readonly exporters: readonly NamedExporter[];
    readonly options: TraceOptions;
  },
) {
  const { options, ...question } = asked;
  const filters = filtersOf(options, source, economies);
  return tracePart(source, economies, {
    ...filters,
    ...question,
    warnings: [...question.warnings, ...filters.warnings],
  });
}
