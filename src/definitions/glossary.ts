import { distance } from "fastest-levenshtein";
import { InputError } from "../errors.ts";
import { contentMetric } from "../metrics/content.ts";
import { metricDefinitions } from "../metrics/definitions.ts";
import type { MetricDefinition } from "../metrics/metric.ts";
import { type Reason, reasonMeanings, reasons } from "../metrics/reason.ts";
import { valueAddedMetric } from "../metrics/value-added-shares.ts";
import { partnerGroups } from "../partners/groups.ts";
import { productSets } from "../products/product-sets.ts";
import { valueAddedMeasures } from "../records/value-added-measures.ts";
import { contentTables } from "./content-tables.ts";
import { contentTerms } from "./content-terms.ts";
import type { Definition } from "./definition.ts";
import { groupDefinition, partnerDefinitions } from "./partners.ts";
import { productDefinitions, setDefinition } from "./products.ts";
import { terms } from "./terms.ts";

/** Everything that can be explained; each definition has its one home, and is gathered here. */
export function glossary(): readonly Definition[] {
  return [
    ...metricDefinitions.map(metricDefinition),
    ...valueAddedMeasures.map(
      ({ code, title, formula }): Definition => ({
        ...{ id: code, title, kind: "value-added measure", text: "A published share, in percent." },
        details: [["Formula", formula]],
        sources: valueAddedMetric.sources,
        aliases: [],
      }),
    ),
    ...productSets.map(setDefinition),
    ...partnerGroups.map(groupDefinition),
    ...reasons.map(
      (id): Definition => ({
        ...{ id, title: `No value: ${id}`, kind: "reason", text: reasonMeanings[id] },
        details: givenBy(id),
        sources: ["the JSON Schema of answers (trade-metrics schema)"],
        aliases: [],
      }),
    ),
    ...terms,
    ...contentTerms,
  ];
}

/** What is decided of figures whatever the metric. */
const ofEveryMetric: readonly Reason[] = ["outside-coverage", "suppressed", "not-comparable"];

/** The metrics whose definition names the reason. */
function givenBy(reason: Reason): Definition["details"] {
  if (ofEveryMetric.includes(reason)) return [["Metrics", "all, before their formula is computed"]];
  const word = new RegExp(`[(, ]${reason}[),]`);
  const ids = metricDefinitions.filter(({ nullWhen }) => word.test(nullWhen)).map(({ id }) => id);
  return ids.length === 0 ? [] : [["Given by", ids.join(", ")]];
}

function metricDefinition(metric: MetricDefinition): Definition {
  return {
    ...{ id: metric.id, title: metric.title, kind: "metric" },
    text: `${metric.summary[0]!.toUpperCase()}${metric.summary.slice(1)}.`,
    details: [
      ["Formula", metric.formula],
      ["Unit", metric.unit === "USD" ? "US dollars" : metric.unit],
      ["Sign", metric.sign],
      ["Null", metric.nullWhen],
      ...(metric.alsoCalled ? [["Also", metric.alsoCalled.join(", ")] as const] : []),
    ],
    sources: metric.sources,
    aliases: metric.alsoCalled ?? [],
    ...(metric.id === contentMetric.id && { tables: contentTables() }),
  };
}

/**
 * The definitions that a word stands for; some words stand for several. Partners under any of their
 * names, product codes and plain words for products are looked up where the glossary has no entry.
 * @throws InputError with the nearest words where there is none.
 */
export function explain(word: string): Definition[] {
  const all = glossary();
  const wanted = key(word);
  const exact = all.filter(({ id }) => key(id) === wanted);
  if (exact.length > 0) return exact;
  const named = all.filter(({ title, aliases }) =>
    [title, ...aliases].some((name) => key(name) === wanted),
  );
  const looked = [
    ...named,
    ...(named.length > 0 ? [] : productDefinitions(word)),
    ...partnerDefinitions(word).filter(({ id }) => named.every((one) => one.id !== id)),
  ];
  if (looked.length > 0) return looked;
  throw new InputError(`explain: there is no definition of "${word}"`, nearest(wanted, all));
}

const MOST_SUGGESTIONS = 3;
/** Of a long text nothing is near, and to find that out takes long. */
const LONGEST_WORD = 100;

function nearest(wanted: string, all: readonly Definition[]): string {
  const near = (wanted.length > LONGEST_WORD ? [] : all)
    .map(({ id, title, aliases }) => ({
      id,
      score: Math.min(
        ...[id, title, ...aliases].map((name) =>
          wanted.length > 2 && key(name).includes(wanted) ? 0.5 : distance(wanted, key(name)),
        ),
      ),
    }))
    .filter(({ score }) => score <= Math.max(1, wanted.length / 3))
    .sort((a, b) => a.score - b.score)
    .slice(0, MOST_SUGGESTIONS)
    .map(({ id }) => id);
  return near.length > 0
    ? `Did you mean ${near.join(", ")}?`
    : "trade-metrics explain lists all words.";
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]/g, "");
}
