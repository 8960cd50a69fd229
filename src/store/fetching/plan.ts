import { createHash } from "node:crypto";
import type { PlannedRequest } from "../publishers/publisher.ts";
import type { Source } from "../publishers/registry.ts";
import type { Keys } from "./keys.ts";
import { shortestTime } from "./pace.ts";
import { parametersOf, type Setting } from "./parameters.ts";

/** What an update would do, as `--dry-run` shows it. */
export interface FetchPlan {
  readonly dataset: string;
  readonly publisher: string;
  readonly terms: string;
  readonly requests: readonly (PlannedRequest & { readonly method: "GET" | "POST" })[];
  /** The variable of the key, and whether there is one. */
  readonly key: {
    readonly variable: string;
    readonly found: boolean;
    readonly optional: boolean;
  } | null;
  /** Seconds that the limits of the service ask for. */
  readonly seconds: number;
  readonly parameters: Readonly<Record<string, string>>;
  /** The hash of the requests: by it an unfinished run is known again. */
  readonly hash: string;
}

/** Plans the requests of a dataset without sending any. */
export function planFetch(
  { publisher, dataset }: Source,
  settings: readonly Setting[],
  keys: Keys,
  today: string,
): FetchPlan {
  const parameters = parametersOf(dataset, settings);
  const requests = dataset.plan(parameters, today);
  const { key, limits, terms } = publisher.service;
  return {
    dataset: dataset.id,
    publisher: publisher.title,
    terms,
    requests: requests.map((request) => ({
      method: request.body === undefined ? "GET" : "POST",
      ...request,
    })),
    key: key && {
      variable: key.variable,
      found: keys.of(key) !== null,
      optional: key.optional ?? false,
    },
    seconds: shortestTime(requests.length, limits) / 1000,
    parameters,
    hash: createHash("sha256").update(requests.map(requestId).join("\n")).digest("hex"),
  };
}

/** By what a request is known. */
export function requestId({ url, body }: PlannedRequest): string {
  return body === undefined ? url : `${url} ${body}`;
}
