import { isMap, isSeq, LineCounter, type ParsedNode, parseDocument } from "yaml";
import type { z } from "zod";
import { InputError } from "../../errors.ts";
import { formulaParts } from "../formula.ts";
import { type Claim, type ClaimFile, claimFileSchema, type Formula } from "./schema.ts";

/**
 * Reads a claim file, in YAML or in JSON, which YAML includes.
 * @param name the file, for messages.
 * @throws InputError that names line and key: where the text is not YAML, where it does not fit the
 *   layout, where an id stands twice, where a formula names what is not there or goes in a circle.
 */
export function readClaimFile(text: string, name: string): ClaimFile {
  if (text.trim() === "") throw new InputError(`${name}: the file is empty`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [problem] = document.errors;
  if (problem) {
    const { line } = lines.linePos(problem.pos[0]);
    throw new InputError(`${name}:${line}: not valid YAML: ${problem.message.split("\n")[0]}`);
  }
  const place = (path: readonly PropertyKey[]) => {
    const offset = offsetOf(document.contents, path);
    return offset === null ? name : `${name}:${lines.linePos(offset).line}`;
  };
  const parsed = claimFileSchema.safeParse(document.toJS());
  if (!parsed.success) throw schemaError(parsed.error, place);
  checkReferences(parsed.data, place);
  return parsed.data;
}

function schemaError(
  error: z.ZodError,
  place: (path: readonly PropertyKey[]) => string,
): InputError {
  const [first, ...others] = error.issues.map((issue) => {
    const key = issue.path.map(String).join(".") || "file";
    return `${place(issue.path)}: ${key}: ${issue.message}`;
  });
  const hint = others.slice(0, 9).join("\n");
  return new InputError(first!, hint === "" ? null : hint);
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

function checkReferences(file: ClaimFile, place: (path: readonly PropertyKey[]) => string): void {
  const known = new Map<string, Claim | null>();
  for (const [index, fact] of file.facts.entries()) {
    refuseTwice(known.has(fact.id), fact.id, place(["facts", index, "id"]));
    known.set(fact.id, null);
  }
  for (const [index, claim] of file.claims.entries()) {
    refuseTwice(known.has(claim.id), claim.id, place(["claims", index, "id"]));
    known.set(claim.id, claim);
  }
  for (const [index, claim] of file.claims.entries()) {
    for (const name of referencesOf(claim)) {
      if (known.has(name) || isNumber(name)) continue;
      throw new InputError(
        `${place(["claims", index])}: ${claim.id}: the formula names "${name}", which is no claim, fact or number`,
      );
    }
    const circle = circleFrom(claim, known, []);
    if (circle) {
      throw new InputError(
        `${place(["claims", index])}: ${claim.id}: its formula goes in a circle: ${circle.join(" → ")}`,
      );
    }
  }
}

function refuseTwice(known: boolean, id: string, place: string): void {
  if (known) throw new InputError(`${place}: the id "${id}" stands twice (rename one)`);
}

/** The claims, facts and numbers that the checks of a claim draw on. */
export function referencesOf({ formula, consistency }: Claim): string[] {
  const of = (one: Formula | undefined) => (one ? [...formulaParts(one)[1]] : []);
  const to = consistency?.to;
  return [...of(formula), ...(typeof to === "string" ? [to] : of(to))];
}

/** Formulas take numbers as printed, so a circle could be computed; but it would prove nothing. */
function circleFrom(
  claim: Claim,
  known: ReadonlyMap<string, Claim | null>,
  path: readonly string[],
): string[] | null {
  if (path.includes(claim.id)) return [...path, claim.id];
  if (!claim.formula) return null;
  for (const name of formulaParts(claim.formula)[1]) {
    const next = known.get(name);
    const circle = next ? circleFrom(next, known, [...path, claim.id]) : null;
    if (circle) return circle;
  }
  return null;
}

function isNumber(text: string): boolean {
  return /^-?\d/.test(text);
}
