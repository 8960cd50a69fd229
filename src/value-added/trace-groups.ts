import { InputError } from "../errors.ts";
import { type Exporter, economyIndex } from "./border.ts";
import { exportFlows, type Flow, finalDemandFlows } from "./flows.ts";
import type { Model } from "./model.ts";
import type { InputOutputTable } from "./tables/table.ts";
import type { TraceDimension, TraceOptions } from "./trace.ts";

type Filter = ReturnType<typeof filterOf>;

export function filterOf(table: InputOutputTable, options: TraceOptions) {
  const economies = (names: readonly string[] | undefined) =>
    names === undefined ? null : new Set(names.map((name) => economyIndex(table, name)));
  const industries = (names: readonly string[] | undefined) =>
    names === undefined ? null : new Set(names.map((name) => industryIndex(table, name)));
  const filter = {
    origins: economies(options.origins),
    originIndustries: industries(options.originIndustries),
    industries: industries(options.industries),
    partners: economies(options.partners),
    destinations: economies(options.destinations),
  };
  const { origins, originIndustries, ...ofFlows } = filter;
  return {
    ...filter,
    isOfAllOrigins: origins === null && originIndustries === null,
    isOfAllFlows: Object.values(ofFlows).every((one) => one === null),
  };
}

function industryIndex(table: InputOutputTable, industry: string): number {
  const index = table.industries.indexOf(industry);
  if (index >= 0) return index;
  throw new InputError(
    `${table.source}: no industry "${industry}" in the table`,
    `It has ${table.industries.join(", ")}.`,
  );
}

interface Groups {
  /** The indexes of each group's members, by dimension. */
  readonly groups: readonly Readonly<Partial<Record<TraceDimension, number>>>[];
}

export interface OriginGroups extends Groups {
  /** The group of each row of the table; -1 where it is left out. */
  readonly groupOf: Int32Array;
}

export interface FlowGroups extends Groups {
  readonly rows: readonly number[][];
  readonly amounts: readonly number[][];
  readonly wholes: readonly number[];
}

export function groupOrigins(
  table: InputOutputTable,
  by: ReadonlySet<TraceDimension>,
  filter: Filter,
): OriginGroups {
  const groups = new Grouping();
  const groupOf = table.economyOf.map((origin, i) => {
    const industry = table.industryOf[i]!;
    if (filter.origins?.has(origin) === false) return -1;
    if (filter.originIndustries?.has(industry) === false) return -1;
    return groups.index({
      ...(by.has("origin") && { origin }),
      ...(by.has("origin-industry") && { "origin-industry": industry }),
    });
  });
  return { groups: groups.list, groupOf };
}

export function groupFlows(
  model: Model,
  of: {
    readonly options: TraceOptions;
    readonly exporters: readonly Exporter[];
    readonly by: ReadonlySet<TraceDimension>;
    readonly filter: Filter;
    readonly splits: boolean;
  },
): FlowGroups {
  const { options, exporters, by, filter, splits } = of;
  const { industryOf } = model.table;
  const groups = new Grouping();
  const rows: number[][] = [];
  const amounts: number[][] = [];
  const wholes: number[] = [];
  const flows: Iterable<Flow> =
    options.of === "final-demand"
      ? finalDemandFlows(model, exporters)
      : exportFlows(model, exporters, splits);
  for (const { row, exporter, partner, destination, amount } of flows) {
    const industry = industryOf[row]!;
    if (filter.industries?.has(industry) === false) continue;
    if (filter.partners?.has(partner) === false) continue;
    if (filter.destinations?.has(destination) === false) continue;
    const group = groups.index({
      ...(by.has("exporter") && { exporter }),
      ...(by.has("industry") && { industry }),
      ...(by.has("partner") && { partner }),
      ...(by.has("destination") && { destination }),
    });
    if (group === wholes.length) {
      rows.push([]);
      amounts.push([]);
      wholes.push(0);
    }
    rows[group]!.push(row);
    amounts[group]!.push(amount);
    wholes[group]! += amount;
  }
  return { groups: groups.list, rows, amounts, wholes };
}

/** Numbers for combinations of members, in the order in which they are met. */
class Grouping {
  readonly list: Partial<Record<TraceDimension, number>>[] = [];
  readonly #at = new Map<string, number>();

  index(members: Partial<Record<TraceDimension, number>>): number {
    const key = Object.values(members).join(",");
    const known = this.#at.get(key);
    if (known !== undefined) return known;
    this.#at.set(key, this.list.length);
    return this.list.push(members) - 1;
  }
}
