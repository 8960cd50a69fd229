import { z } from "zod";

/** As much of JSON Schema as the layout of a claim file uses. */
interface Schema {
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** The keys of one map of a layout: `scale?: million | billion`, the words of a choice with them. */
export interface KeysOfMap {
  readonly title: string;
  readonly keys: readonly string[];
}

/** Words of at most so many letters together are told beside their key. */
const SHORT = 70;

/** The maps of a layout that stand at some paths, with their keys; those that may be left out have a `?`. */
export function keysOf(schema: z.ZodType, paths: readonly string[]): KeysOfMap[] {
  const whole = z.toJSONSchema(schema, { io: "input" }) as Schema;
  return paths.map((path) => {
    const map = path
      .split(".")
      .filter((name) => name !== "")
      .reduce<Schema>((at, name) => mapIn(at)!.properties![name]!, whole);
    return { title: path.split(".").at(-1)!, keys: keysIn(mapIn(map)!) };
  });
}

function keysIn({ properties = {}, required = [] }: Schema): string[] {
  return Object.entries(properties)
    .filter(([key]) => !key.startsWith("$"))
    .map(([key, value]) => `${key}${required.includes(key) ? "" : "?"}${contentOf(value)}`);
}

/** The choice of words that a value is, or the keys of a small map. */
function contentOf(value: Schema): string {
  const words = value.enum?.join(" | ") ?? "";
  if (words !== "" && words.length <= SHORT) return `: ${words}`;
  const map = mapIn(value);
  const names = Object.keys(map?.properties ?? {}).join(", ");
  if (names !== "" && names.length <= SHORT) return `: {${names}}`;
  return value.type === "array" ? ": a list" : "";
}

/** The map that a value is, or that its items or alternatives are. */
function mapIn(schema: Schema): Schema | null {
  if (schema.properties) return schema;
  if (schema.items) return mapIn(schema.items);
  for (const one of [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])]) {
    const found = mapIn(one);
    if (found) return found;
  }
  return null;
}
