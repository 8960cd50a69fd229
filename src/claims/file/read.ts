import { isMap, isSeq, LineCounter, type ParsedNode, parseDocument } from "yaml";
import type { z } from "zod";
import { InputError } from "../../errors.ts";
import { formulaParts } from "../formula.ts";
import { readNumber } from "../reported.ts";
import { type Claim, type ClaimFile, claimFileSchema, type Formula } from "./schema.ts";

/** Where a key of a claim file stands, for messages: `report.yaml:12`. */
export type PlaceOf = (path: readonly PropertyKey[]) => string;

/** A claim file, and where its keys stand. */
export interface PlacedClaimFile {
  readonly file: ClaimFile;
  readonly place: PlaceOf;
  /** The line of a key, or null. */
  readonly lineOf: (path: readonly PropertyKey[]) => number | null;
}

/**
 * Reads a claim file, in YAML or in JSON, which YAML includes.
 * @param name the file, for messages.
 * @throws InputError that names line and key: where the text is not YAML, where it does not fit the
 *   layout, where a number cannot be read, where an id stands twice, where a formula names what is
 *   not there or goes in a circle.
 */
export function readClaimFile(text: string, name: string): PlacedClaimFile {
  if (text.trim() === "") throw new InputError(`${name}: the file is empty`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [problem] = document.errors;
  if (problem) {
    const { line } = lines.linePos(problem.pos[0]);
    throw new InputError(`${name}:${line}: not valid YAML: ${problem.message.split("\n")[0]}`);
  }
  const lineOf = (path: readonly PropertyKey[]) => {
    const offset = offsetOf(document.contents, path);
    return offset === null ? null : lines.linePos(offset).line;
  };
  const place: PlaceOf = (path) => {
    const line = lineOf(path);
    return line === null ? name : `${name}:${line}`;
  };
  const parsed = claimFileSchema.safeParse(contentOf(document, name));
  if (!parsed.success) throw schemaError(parsed.error, place);
  checkNumbers(parsed.data, place);
  checkReferences(parsed.data, place);
  return { file: parsed.data, place, lineOf };
}

/** Aliases can name what is not there, or unfold without end. */
function contentOf(document: { toJS(): unknown }, name: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new InputError(`${name}: not valid YAML: ${(error as Error).message.split("\n")[0]}`);
  }
}

function schemaError(error: z.ZodError, place: PlaceOf): InputError {
  const [first, ...others] = error.issues.map((issue) => {
    const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]!] : issue.path;
    return `${place(path)}: ${issue.path.map(String).join(".") || "file"}: ${messageOf(issue)}`;
  });
  const hint = others.slice(0, 9).join("\n");
  return new InputError(first!, hint === "" ? null : hint);
}

function messageOf({ message }: z.core.$ZodIssue): string {
  return /expected string, received number$/.test(message)
    ? 'expected text, got a number (put it in quotes: "17.10" and "17.1" differ)'
    : message;
}

/** Where the node at a path, or its nearest ancestor, begins. */
function offsetOf(node: ParsedNode | null, path: readonly PropertyKey[]): number | null {
  let current: unknown = node;
  let offset = node?.range?.[0] ?? null;
  for (const step of path) {
    if (!isMap(current) && !isSeq(current)) break;
    const pair = isMap(current)
      ? current.items.find(({ key }) => String(key) === String(step))
      : undefined;
    const key = pair?.key as { range?: [number, number, number] } | undefined;
    current = current.get(step as string | number, true);
    const range = key?.range ?? (current as { range?: [number, number, number] })?.range;
    if (!range) break;
    offset = range[0];
  }
  return offset;
}

/** Every number that is written as text can be read as one. */
function checkNumbers({ claims, facts }: ClaimFile, place: PlaceOf): void {
  for (const [index, { id, value }] of facts.entries()) {
    readAt(place(["facts", index, "value"]), `${id}: value`, () => readNumber(value, ""));
  }
  for (const [index, claim] of claims.entries()) {
    readAt(place(["claims", index, "reported"]), `${claim.id}: reported`, () =>
      readNumber(claim.reported, "", claim.decimals),
    );
  }
}

function readAt(place: string, what: string, read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new InputError(`${place}: ${what}${error.message}`, error.hint);
  }
}

function checkReferences(file: ClaimFile, place: PlaceOf): void {
  const known = new Map<string, Claim | null>();
  for (const [index, fact] of file.facts.entries()) {
    refuseTwice(known.has(fact.id), fact.id, place(["facts", index, "id"]));
    known.set(fact.id, null);
  }
  for (const [index, claim] of file.claims.entries()) {
    refuseTwice(known.has(claim.id), claim.id, place(["claims", index, "id"]));
    known.set(claim.id, claim);
  }
  for (const [index, chart] of file.charts.entries()) {
    const shown = chart.kind === "bars" ? chart.claims : chart.printed;
    const unknown = shown.find(({ claim }) => !known.get(claim));
    if (unknown) {
      throw new InputError(
        `${place(["charts", index])}: ${chart.id}: there is no claim "${unknown.claim}" to draw`,
      );
    }
  }
  const straight = new Set<string>();
  for (const [index, claim] of file.claims.entries()) {
    for (const [key, name] of referencesOf(claim)) {
      if (known.has(name) || isNumber(name)) continue;
      throw new InputError(
        `${place(["claims", index, key])}: ${claim.id}: the formula names "${name}", which is no claim, fact or number`,
      );
    }
    const circle = circleFrom(claim, known, [], straight);
    if (circle) {
      throw new InputError(
        `${place(["claims", index, "formula"])}: ${claim.id}: its formula goes in a circle: ${circle.join(" → ")}`,
      );
    }
  }
}

function refuseTwice(known: boolean, id: string, place: string): void {
  if (known) throw new InputError(`${place}: the id "${id}" stands twice (rename one)`);
}

/** The claims, facts and numbers that the checks of a claim draw on, each with its key. */
export function referencesOf({ formula, consistency }: Claim): [string, string][] {
  const of = (key: string, one: Formula | undefined): [string, string][] =>
    one ? formulaParts(one)[1].map((name) => [key, name]) : [];
  const to = consistency?.to;
  return [
    ...of("formula", formula),
    ...(typeof to === "string" ? [["consistency", to] as [string, string]] : of("consistency", to)),
  ];
}

/**
 * Formulas take numbers as printed, so a circle could be computed; but it would prove nothing.
 * @param straight claims from which no circle starts, so that each is followed once.
 */
function circleFrom(
  claim: Claim,
  known: ReadonlyMap<string, Claim | null>,
  path: readonly string[],
  straight: Set<string>,
): string[] | null {
  if (straight.has(claim.id) || !claim.formula) return null;
  if (path.includes(claim.id)) return [...path.slice(path.indexOf(claim.id)), claim.id];
  for (const name of formulaParts(claim.formula)[1]) {
    const next = known.get(name);
    const circle = next ? circleFrom(next, known, [...path, claim.id], straight) : null;
    if (circle) return circle;
  }
  straight.add(claim.id);
  return null;
}

function isNumber(text: string): boolean {
  try {
    readNumber(text, "");
    return true;
  } catch {
    return false;
  }
}
