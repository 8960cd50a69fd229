import { explain } from "../definitions/glossary.ts";
import { InputError } from "../errors.ts";
import { metricDefinitions } from "../metrics/definitions.ts";
import type { AnyFormula, DescribedMetric, MetricDefinition } from "../metrics/metric.ts";

const MOST = 3;

/** The metrics that words which are no command most likely mean; null where nobody can say. */
export function metricsMeantBy(words: readonly string[]): string | null {
  for (const phrase of phrasesOf(words)) {
    const found = metricsOf(key(phrase)).slice(0, MOST);
    if (found.length > 0) {
      return `Did you mean ${found.map(named).join(" or ")}?`;
    }
  }
  return null;
}

/** What to ask where words which are no command are a partner, or can be explained; else null. */
export function explainable(words: readonly string[]): string | null {
  for (const phrase of phrasesOf(words)) {
    const [what] = explained(phrase);
    if (what === undefined) continue;
    const [{ id, summary }] = metricDefinitions as readonly [MetricDefinition];
    return what.kind.startsWith("partner")
      ? `Which metric of ${what.title}? Its ${summary}: trade-metrics ${id} ${what.id}`
      : `What it is: trade-metrics explain ${phrase}`;
  }
  return null;
}

function phrasesOf(words: readonly string[]): string[] {
  return words.map((_, i) => words.slice(0, words.length - i).join(" "));
}

/**
 * The metrics that a word stands for: by another name, by how it begins, by a part of it, or the
 * first that shows it beside its value.
 */
function metricsOf(word: string): readonly MetricDefinition[] {
  const ways: readonly ((metric: MetricDefinition) => boolean)[] = [
    ({ title, alsoCalled = [] }) => [title, ...alsoCalled].some((name) => key(name) === word),
    ({ id, title, alsoCalled = [] }) =>
      word.length > 2 && [id, title, ...alsoCalled].some((name) => key(name).startsWith(word)),
    ({ id }) => id.split("-").includes(word),
  ];
  const found = ways.map((way) => metricDefinitions.filter(way)).find((some) => some.length > 0);
  const shows = (metric: MetricDefinition) => componentsOf(metric).includes(word);
  return found ?? metricDefinitions.filter(shows).slice(0, 1);
}

function componentsOf(definition: MetricDefinition): readonly string[] {
  const { components } = definition as AnyFormula | DescribedMetric;
  return components.map((one) => (typeof one === "string" ? one : one.name));
}

/** A metric as a command, with what it answers. */
function named({ id, command = id, summary }: MetricDefinition): string {
  return `${command} (${summary})`;
}

function explained(phrase: string) {
  try {
    return explain(phrase);
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

function key(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, " ");
}
