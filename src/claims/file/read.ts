import { isMap, isSeq, LineCounter, type ParsedNode, parseDocument } from "yaml";
import type { z } from "zod";
import { faultOf, InputError } from "../../errors.ts";
import { issueWords } from "../../issue-words.ts";
import { formulaParts } from "../formula.ts";
import { formulaProblems, unitsOfNumbers } from "../guards/formula-units.ts";
import { isWord, readNumber } from "../reported.ts";
import { type Places, Problems } from "./problems.ts";
import { type Claim, type ClaimFile, claimFileSchema, type Formula } from "./schema.ts";

/** Where a key of a claim file stands, for messages: `report.yaml:12`. */
export type PlaceOf = Places["place"];

/** A claim file, and where its keys stand. */
export interface PlacedClaimFile extends Places {
  readonly file: ClaimFile;
}

/** A claim file that may be wrong: what can be understood of it, and what is wrong with the rest. */
export interface InspectedClaimFile extends Places {
  readonly file: ClaimFile | null;
  /** Where an entry of what is left stands in the text: faulty ones before it are left out. */
  readonly pathOf: PathOf;
  readonly problems: Problems;
}

/**
 * Reads a claim file, in YAML or in JSON, which YAML includes.
 * @param name the file, for messages.
 * @throws InputError that names line and key of everything that is wrong: where the text is not
 *   YAML, does not fit the layout, has a number that cannot be read, an id twice, a formula that
 *   names what is not there, mixes units or goes in a circle.
 */
export function readClaimFile(text: string, name: string): PlacedClaimFile {
  const { file, problems, place, lineOf } = inspectClaimFile(text, name);
  problems.throwIfAny();
  return { file: file!, place, lineOf };
}

/** The same without an error: claims that do not fit the layout are left out of the file. */
export function inspectClaimFile(text: string, name: string): InspectedClaimFile {
  if (text.trim() === "") throw new InputError(`${name}: the file is empty`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [problem] = document.errors;
  if (problem) {
    const { line } = lines.linePos(problem.pos[0]);
    throw new InputError(`${name}:${line}: not valid YAML: ${faultOf(problem)}`);
  }
  const lineOf = (path: readonly PropertyKey[]) => {
    const offset = offsetOf(document.contents, path);
    return offset === null ? null : lines.linePos(offset).line;
  };
  const place: PlaceOf = (path) => {
    const line = lineOf(path);
    return line === null ? name : `${name}:${line}`;
  };
  const problems = new Problems({ place, lineOf });
  const content = contentOf(document, name);
  const parsed = claimFileSchema.safeParse(content, { error: issueWords });
  if (!parsed.success) addSchemaProblems(parsed.error, problems);
  const left = parsed.success ? null : withoutFaults(content, parsed.error);
  const file = parsed.success ? parsed.data : (left?.file ?? null);
  const pathOf: PathOf = (list, index) => [list, left?.places[list]?.[index] ?? index];
  if (file) {
    checkNumbers(file, pathOf, problems);
    checkReferences(file, new Set(left?.lost ?? []), pathOf, problems);
  }
  return { file, pathOf, problems, place, lineOf };
}

/** Where an entry of a list stands in the text, whose faulty entries are left out of the file. */
export type PathOf = (list: List, index: number) => PropertyKey[];
const lists = ["facts", "claims", "charts"] as const;
type List = (typeof lists)[number];

interface Remainder {
  readonly file: ClaimFile;
  /** For each list, the positions of its entries in the text. */
  readonly places: Readonly<Record<string, readonly number[]>>;
  /** The ids of what was left out, which others may name. */
  readonly lost: readonly string[];
}

/** What is left of a file without the entries that do not fit; null where nothing can be checked. */
function withoutFaults(content: unknown, { issues }: z.ZodError): Remainder | null {
  if (typeof content !== "object" || content === null) return null;
  // A key that nobody knows is left out alone, and the rest of its entry is looked at.
  const faulty = (list: List, index: number) =>
    issues.some(
      ({ path, code }) => code !== "unrecognized_keys" && path[0] === list && path[1] === index,
    );
  const places: Record<string, number[]> = {};
  const lost: string[] = [];
  const rest = structuredClone(content) as Record<string, unknown>;
  for (const issue of issues) {
    if (issue.code !== "unrecognized_keys") continue;
    let node: unknown = rest;
    for (const step of issue.path) node = (node as Record<PropertyKey, unknown>)[step];
    for (const key of issue.keys) delete (node as Record<string, unknown>)[key];
  }
  for (const list of lists) {
    const entries = rest[list];
    if (!Array.isArray(entries)) continue;
    const kept = entries.map((_, index) => index).filter((index) => !faulty(list, index));
    places[list] = kept;
    rest[list] = kept.map((index) => entries[index]);
    for (const [index, entry] of entries.entries()) {
      if (faulty(list, index)) lost.push(String((entry as { id?: unknown } | null)?.id));
    }
  }
  const parsed = claimFileSchema.safeParse(rest, { error: issueWords });
  return parsed.success ? { file: parsed.data, places, lost } : null;
}

/** Aliases can name what is not there, or unfold without end. */
function contentOf(document: { toJS(): unknown }, name: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new InputError(`${name}: not valid YAML: ${faultOf(error as Error)}`);
  }
}

function addSchemaProblems(error: z.ZodError, problems: Problems): void {
  const { issues } = error;
  const misspelt = issues.filter(({ code }) => code === "unrecognized_keys");
  for (const issue of issues) {
    // What seems to be missing is then most likely the key that is misspelt.
    const isMissing = issue.code === "custom";
    const stands = issue.path.join("/");
    if (isMissing && misspelt.some(({ path }) => path.join("/") === stands)) continue;
    const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]!] : issue.path;
    problems.add(path, `${issue.path.map(String).join(".") || "file"}: ${messageOf(issue)}`);
  }
}

function messageOf({ message }: z.core.$ZodIssue): string {
  return message === "expected text, got a number"
    ? `${message} (put it in quotes: "17.10" and "17.1" differ)`
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
function checkNumbers({ claims, facts }: ClaimFile, pathOf: PathOf, problems: Problems): void {
  for (const [index, { id, value }] of facts.entries()) {
    problems.catch([...pathOf("facts", index), "value"], `${id}: value`, () =>
      readNumber(value, ""),
    );
  }
  for (const [index, claim] of claims.entries()) {
    problems.catch([...pathOf("claims", index), "reported"], `${claim.id}: reported`, () =>
      isWord(claim.reported) ? null : readNumber(claim.reported, "", claim.decimals),
    );
  }
}

function checkReferences(
  file: ClaimFile,
  lost: ReadonlySet<string>,
  pathOf: PathOf,
  problems: Problems,
): void {
  const known = new Map<string, Claim | null>();
  const enter = (id: string, claim: Claim | null, path: PropertyKey[]) => {
    if (known.has(id)) problems.add([...path, "id"], `the id "${id}" stands twice (rename one)`);
    known.set(id, claim);
  };
  for (const [index, fact] of file.facts.entries()) enter(fact.id, null, pathOf("facts", index));
  for (const [index, claim] of file.claims.entries()) {
    enter(claim.id, claim, pathOf("claims", index));
  }
  for (const [index, chart] of file.charts.entries()) {
    const shown = chart.kind === "bars" ? chart.claims : chart.printed;
    for (const { claim } of shown) {
      if (known.get(claim) || lost.has(claim)) continue;
      problems.add(pathOf("charts", index), `${chart.id}: there is no claim "${claim}" to draw`);
    }
  }
  const straight = new Set<string>();
  const units = unitsOfNumbers(file);
  for (const [index, claim] of file.claims.entries()) {
    const path = pathOf("claims", index);
    const missing = referencesOf(claim).filter(
      ([, name]) => !known.has(name) && !lost.has(name) && !isNumber(name),
    );
    for (const [key, name] of missing) {
      const message = `the formula names "${name}", which is no claim, fact or number`;
      problems.add([...path, key], `${claim.id}: ${message}`);
    }
    if (missing.length === 0 && lost.size === 0) {
      for (const { key, message } of formulaProblems(claim, units)) {
        problems.add([...path, key], `${claim.id}: ${message}`);
      }
    }
    const circle = circleFrom(claim, known, [], straight);
    if (circle) {
      const message = `its formula goes in a circle: ${circle.join(" → ")}`;
      problems.add([...path, "formula"], `${claim.id}: ${message}`);
    }
  }
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
