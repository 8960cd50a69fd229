import type { Here } from "./context.ts";
import { type Told, told } from "./flows.ts";

/** "We sold Mexico $1.7 billion more than we bought": what one flow is more than the other. */
const MORE_THAN =
  /^\s(?:(?:worth|of\s\w+)\s)?(more|less)\s(?:\w+\s){0,3}?than\s(?:(?:we|it|they|she|he|the\s\w+|[A-Z]\w+)\s)?(?:\w+\s)?(?:bought|imported|sold|exported|shipped|spent|buys?|imports?|sells?|exports?|ships?|takes?|took|purchased)\b/;

/** The balance that a number states so; null where it states none. */
export function excessOf(here: Here): Told | null {
  const match = MORE_THAN.exec(here.text.slice(here.to));
  if (!match) return null;
  const verb = here.marks
    .filter(({ slot, value, end }) => slot === "verb" && value !== "none" && end <= here.at)
    .at(-1);
  const flow = verb && told(verb, here, null)?.flow;
  if (!flow) return null;
  const isMore = match[1] === "more";
  return { flow: "balance", as: (flow === "imports") === isMore ? "deficit" : "value" };
}
