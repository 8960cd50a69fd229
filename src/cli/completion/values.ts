import { glossary } from "../../definitions/glossary.ts";
import { metrics } from "../../metrics/registry.ts";
import { partnerGroups } from "../../partners/groups.ts";
import { productSets } from "../../products/product-sets.ts";
import { valueAddedMeasures } from "../../records/value-added-measures.ts";
import { countries, embeddedCatalog, openEmbedded } from "../../sources/embedded/embedded.ts";
import { embeddedReports } from "../../sources/embedded/reports.ts";
import { type Candidate, type Candidates, starting } from "./candidate.ts";
import { claimCandidates, groupCandidates } from "./claims.ts";
import { periodCandidates } from "./periods.ts";

/** Where on the line a value is asked for. */
export interface Asked {
  readonly command: string;
  /** The arguments of the command that stand before it. */
  readonly given: readonly string[];
}

type Source = (typed: string, asked: Asked) => Candidates;
type Find = (typed: string, asked: Asked) => readonly Candidate[];

const nothing: Source = () => ({ values: [], files: false, open: false });

/** What the value of an option, or an argument, may be, by its name. */
const sources: Readonly<Record<string, Source>> = {
  partner: list(partners),
  whole: list((typed) => [
    ...starting([{ value: "all-products", meaning: "all products of the same partner" }], typed),
    ...partners(typed),
  ]),
  reporter: one(partners),
  exporter: list(partners),
  origin: list(partners),
  region: list(partners),
  period: (typed) => ({ values: periodCandidates(typed), files: false, open: true }),
  from: one(periodCandidates),
  to: one(periodCandidates),
  index: one(periodCandidates),
  data: (typed, asked) => ({ ...one(datasets)(typed, asked), files: true }),
  id: one(datasets),
  claims: (typed) => ({
    values: starting(
      embeddedReports().map((value) => ({ value, meaning: "an embedded report" })),
      typed,
    ),
    files: true,
    open: false,
  }),
  only: list((typed, { given }) => starting(claimCandidates(given[0]), typed)),
  group: one((typed, { given }) => starting(groupCandidates(given[0]), typed)),
  text: () => ({ values: [], files: true, open: false }),
  table: () => ({ values: [], files: true, open: false }),
  product: one((typed) => products(typed)),
  excludeProduct: one((typed) => products(typed)),
  petroleum: one((typed) => products(typed, "petroleum")),
  measure: list((typed) =>
    starting(
      valueAddedMeasures.map(({ code, title }) => ({ value: code, meaning: title })),
      typed,
    ),
  ),
  exports: one(flowBases("export")),
  imports: one(flowBases("import")),
  sort: one(fields),
  fields: list(fields),
  output: () => ({ values: [], files: true, open: false }),
  file: () => ({ values: [], files: true, open: false }),
  words: one((typed) =>
    starting(
      glossary().map(({ id, title }) => ({ value: id, meaning: title })),
      typed,
    ),
  ),
  shell: one((typed) =>
    starting(
      ["bash", "zsh", "fish"].map((value) => ({ value, meaning: "" })),
      typed,
    ),
  ),
};

export function valuesOf(name: string, asked: Asked, typed: string): Candidates {
  return (sources[name] ?? nothing)(typed, asked);
}

function one(find: Find): Source {
  return (typed, asked) => ({ values: find(typed, asked), files: false, open: false });
}

/** A list with commas: what has been typed of it stays, and its last member is completed. */
function list(find: Find): Source {
  return (typed, asked) => {
    const at = typed.lastIndexOf(",") + 1;
    const kept = typed.slice(0, at);
    const taken = new Set(kept.toLowerCase().split(","));
    const values = find(typed.slice(at), asked)
      .filter(({ value }) => !taken.has(value.toLowerCase()))
      .map(({ value, meaning }) => ({ value: kept + value, meaning }));
    return { values, files: false, open: true };
  };
}

/** From here on a word is taken for the beginning of a name as well as of a code. */
const NAME_BEGINS = 3;

/**
 * Codes and groups that begin with what has been typed, and names too once it is longer than a
 * code. Names are found in any case, so what was typed stays as it is: a shell would otherwise cut
 * it back to what all candidates share.
 */
function partners(typed: string): Candidate[] {
  const trade = embeddedCatalog().filter(({ kind }) => kind === "trade");
  const known = new Map(countries().map(({ code, name }) => [code, name]));
  for (const { id } of trade) {
    for (const { code, name } of openEmbedded(id).partners) known.set(code, name);
  }
  for (const { id, name } of partnerGroups) known.set(id, name);
  const all = [...known].sort(([a], [b]) => a.localeCompare(b, "en"));
  const codes = all.map(([value, meaning]) => ({ value, meaning }));
  const byCode = starting(codes, typed);
  const names =
    typed.length < NAME_BEGINS ? [] : all.map(([code, name]) => ({ value: name, meaning: code }));
  const byName = starting(names, typed).filter(({ value }) => !value.includes(","));
  const found = [...byCode, ...byName];
  if (found.length === 1 || byName.length === 0) return found;
  return found.map(({ value, meaning }) => ({
    value: typed + value.slice(typed.length),
    meaning,
  }));
}

function datasets(typed: string, { command }: Asked): Candidate[] {
  const shown = embeddedCatalog().filter(({ kind }) => command === "show" || kind === "trade");
  return starting(
    shown.map(({ id, title }) => ({ value: id, meaning: title })),
    typed,
  );
}

function products(typed: string, subject?: string): Candidate[] {
  const sets = productSets.filter((set) => subject !== "petroleum" || set.subject === subject);
  const systems = [...new Set(embeddedCatalog().flatMap(({ productSystems }) => productSystems))];
  return starting(
    [
      ...sets.map(({ id, title }) => ({ value: id, meaning: title })),
      ...systems.map((system) => ({ value: `${system}:`, meaning: `a code of ${system}` })),
    ],
    typed,
  );
}

function flowBases(flow: "export" | "import") {
  const names = flow === "export" ? ["total", "domestic"] : ["general", "consumption"];
  return (typed: string) =>
    starting(
      names.map((value) => ({ value, meaning: "" })),
      typed,
    );
}

/** The fields of a metric's rows; a minus in front, where one was typed, stays. */
function fields(typed: string, { command }: Asked): Candidate[] {
  const metric = metrics.find(({ id }) => id === command);
  const declared = [...(metric?.inputs ?? []), ...(metric?.derived ?? [])];
  const sign = typed.startsWith("-") ? "-" : "";
  const all = ["value", "partner", "partnerName", "period", ...declared.map(({ name }) => name)];
  return starting(
    [...new Set(all)].map((name) => ({
      value: sign + name,
      meaning: declared.find((each) => each.name === name)?.title ?? "",
    })),
    typed,
  );
}
