import type { Answer } from "./answer.ts";

/** At most so many calls in so many seconds. */
export interface Limit {
  readonly calls: number;
  readonly seconds: number;
}

/** How a service knows its callers. */
export interface KeyUse {
  /** The environment variable, which is also the name in the file of keys. */
  readonly variable: string;
  readonly place: "query" | "header";
  /** The name of the parameter or header. */
  readonly name: string;
  /** What stands before the key in a header: `Bearer `. */
  readonly prefix?: string;
  /** Whether calls without a key are answered too. */
  readonly optional?: true;
  /** Where a key is given out. */
  readonly page: string;
}

/** What a publisher says about its service. This is the only place where a change of it is written. */
export interface Service {
  readonly address: string;
  /** Headers beyond those that every request has. */
  readonly headers: Readonly<Record<string, string>>;
  readonly limits: readonly Limit[];
  readonly key: KeyUse | null;
  /** What the publisher asks of those who use or pass on its figures. */
  readonly terms: string;
  /** The day on which all this was read on the publisher's pages. */
  readonly read: string;
}

/** One request, as it can be shown: without a key. */
export interface PlannedRequest {
  /** What it asks for, in a few words; also the name of its answer within the vintage. */
  readonly label: string;
  readonly url: string;
  /** The body of a POST; without one the request is a GET. */
  readonly body?: string;
}

/** What an answer means, told from its status, headers and bytes together. */
export type Outcome =
  | { readonly kind: "data" }
  /** The question was right, and nothing was found. */
  | { readonly kind: "empty" }
  /** Not ready: ask the next address, or the same again where there is none. */
  | { readonly kind: "wait"; readonly seconds: number; readonly next: PlannedRequest | null }
  /** Too many calls; the same request is right after a while. */
  | { readonly kind: "slow-down"; readonly seconds: number; readonly message: string }
  /** No further call is answered for hours. */
  | { readonly kind: "stop"; readonly message: string }
  | { readonly kind: "fix-key"; readonly message: string }
  | { readonly kind: "fix-query"; readonly message: string }
  /** More than the service gives at once: ask in parts. */
  | { readonly kind: "cut-off"; readonly message: string }
  /** Not the answer that the service should give; `again` where another try may get it. */
  | { readonly kind: "failed"; readonly message: string; readonly again: boolean };

/** A part of a question that a user may set with `--set name=value`. */
export interface Parameter {
  readonly name: string;
  readonly title: string;
  /** The value without `--set`; null where one must be given. */
  readonly usual: string | null;
}

/** A dataset that can be fetched. */
export interface FetchedDataset {
  readonly id: string;
  readonly title: string;
  /** Whether `data update` without a name fetches it. */
  readonly standard: boolean;
  /** The format by which its files are read; null where none is known yet. */
  readonly format: string | null;
  /** Whether every file of that format is of this dataset. */
  readonly soleOfFormat?: true;
  /** Days between two releases, as a rule. */
  readonly everyDays: number;
  readonly parameters: readonly Parameter[];
  /**
   * The requests that together make one vintage, in the order of the calls.
   * @param values every parameter by name.
   * @param today the day of the run, `2026-11-26`.
   */
  plan(values: Readonly<Record<string, string>>, today: string): readonly PlannedRequest[];
  /** Smaller requests that together ask the same; none where it cannot be split further. */
  split?(request: PlannedRequest): readonly PlannedRequest[];
}

/** A publisher: its service, its datasets, and how its answers are distinguished. */
export interface Publisher {
  readonly id: string;
  readonly title: string;
  readonly service: Service;
  readonly datasets: readonly FetchedDataset[];
  /** Never judges by status alone, and never follows where an answer points. */
  classify(answer: Answer, request: PlannedRequest): Outcome;
  /** The day on which the publisher released what the answer holds; null where it does not say. */
  released?(answer: Answer): string | null;
}
