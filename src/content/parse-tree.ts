import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from "yaml";
import { faultOf, InputError } from "../errors.ts";
import type { RawPart } from "./raw-part.ts";

const LAYOUT = "give a list of parts, or the final good with its nested parts";

interface Waiting {
  readonly node: unknown;
  /** The id of the part in whose `parts` it stands; null at the top. */
  readonly parent: string | null;
}

/**
 * The parts of a YAML or JSON text (JSON is read as YAML 1.2, which contains it, so that errors
 * have lines): a list of parts, or the final good; `parts` holds what goes into a part.
 * @throws InputError where the text does not parse or has another shape.
 */
export function parseTree(text: string, file: string): RawPart[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number) => `${file}:${lines.linePos(offset).line}`;
  const [fault] = document.errors;
  if (fault) {
    throw new InputError(`${lineOf(fault.pos[0])}: ${faultOf(fault)} (correct the text)`);
  }
  const placeOf = (node: unknown) => {
    const range = (node as Node | null)?.range;
    return range ? lineOf(range[0]) : file;
  };
  const parts: RawPart[] = [];
  const top = document.contents;
  const waiting: Waiting[] = (isSeq(top) ? top.items : [top])
    .map((node) => ({ node, parent: null }))
    .reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, parent } = next;
    if (!isMap(node)) throw new InputError(`${placeOf(node)}: this is not a part (${LAYOUT})`);
    const { part, inside } = partOf(node, parent, placeOf);
    parts.push(part);
    const id = typeof part.fields.id === "string" ? part.fields.id : "";
    for (const child of inside.toReversed()) waiting.push({ node: child, parent: id });
  }
  return parts;
}

function partOf(
  map: YAMLMap,
  parent: string | null,
  placeOf: (node: unknown) => string,
): { part: RawPart; inside: readonly unknown[] } {
  const fields: Record<string, unknown> = {};
  const places: Record<string, string> = {};
  let inside: readonly unknown[] = [];
  for (const { key, value } of map.items) {
    const name = String(isScalar(key) ? key.value : key);
    places[name] = placeOf(key);
    if (name === "parts") {
      if (!isSeq(value))
        throw new InputError(`${places[name]}: parts: expected a list (${LAYOUT})`);
      inside = value.items;
    } else if (value === null || isScalar(value)) {
      fields[name] = scalarValue(name, value === null ? null : value.value);
    } else {
      throw new InputError(`${places[name]}: ${name}: expected one value (${LAYOUT})`);
    }
  }
  if (parent !== null) {
    if (fields.parent !== undefined && fields.parent !== parent) {
      throw new InputError(
        `${places.parent}: parent: "${fields.parent}" is not the part around it, "${parent}" (leave the key out)`,
      );
    }
    fields.parent = parent;
  }
  return { part: { place: placeOf(map), fields, places }, inside };
}

/** A number may serve as an id; a key without a value is a key left out. */
function scalarValue(key: string, value: unknown): unknown {
  if (value === null) return undefined;
  return (key === "id" || key === "parent") && typeof value === "number" ? String(value) : value;
}
