import { z } from "zod";

/** As much of JSON Schema as the layout of a claim file uses. */
interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly const?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}

/** Maps of at most so many plain keys are told beside their key, others in a section of their own. */
const SHORT = 3;

/** A section for each map of a layout, with a line for each of its keys: type, whether required, meaning. */
export function outlineOf(schema: z.ZodType, title: string): Section[] {
  const sections: Section[] = [];
  const seen = new Map<string, string>();
  const visit = (map: Schema, name: string): void => {
    const lines: string[] = [];
    sections.push({ title: name, lines });
    const inner: [Schema, string][] = [];
    for (const [key, value] of Object.entries(map.properties ?? {})) {
      if (key.startsWith("$")) continue;
      const told = mapIn(value);
      const path = name === title ? key : `${name}.${key}`;
      let kind = typeOf(value);
      if (told && !isShort(told)) {
        const keys = JSON.stringify(told.properties);
        const known = seen.get(keys);
        kind += known ? `, keys as in ${known}` : `, see ${path}`;
        if (!known) {
          seen.set(keys, path);
          inner.push([told, path]);
        }
      } else if (told) kind += ` {${shortKeys(told)}}`;
      const required = map.required?.includes(key) ? "required; " : "";
      const initial =
        value.default === undefined || value.type === "array" ? "" : `, default ${value.default}`;
      const meaning = value.description ?? told?.description ?? "";
      lines.push(`${key}: ${required}${kind}${initial}${meaning === "" ? "" : `. ${meaning}`}`);
    }
    for (const [each, path] of inner) visit(each, path);
  };
  visit(z.toJSONSchema(schema, { io: "input" }) as Schema, title);
  return sections;
}

/** The map that a value is, or that its items or alternatives are. */
function mapIn(schema: Schema): Schema | null {
  if (schema.properties) return schema;
  if (schema.items) return mapIn(schema.items);
  for (const one of schema.anyOf ?? []) {
    const found = mapIn(one);
    if (found) return found;
  }
  const alternatives = schema.oneOf ?? [];
  if (alternatives.length === 0) return null;
  // Of several kinds of map, the keys of all; the one that tells the kinds apart lists them.
  const properties: Record<string, Schema> = {};
  for (const alternative of alternatives) {
    for (const [key, value] of Object.entries(alternative.properties ?? {})) {
      const known = properties[key];
      if (value.const === undefined) properties[key] ??= value;
      else properties[key] = withChoice(known, value);
    }
  }
  const required = alternatives
    .map((one) => one.required ?? [])
    .reduce((all, one) => all.filter((key) => one.includes(key)));
  return { ...schema, properties, required };
}

function withChoice(known: Schema | undefined, { const: word, description }: Schema): Schema {
  const told = description ? `${word}: ${description}` : "";
  const descriptions = [known?.description ?? "", told].filter((one) => one !== "");
  return { enum: [...(known?.enum ?? []), word!], description: descriptions.join("; ") };
}

/** Few keys that need no words. */
function isShort({ properties = {} }: Schema): boolean {
  const described = Object.values(properties).some(({ description }) => description);
  return Object.keys(properties).length <= SHORT && !described;
}

function shortKeys({ properties, required }: Schema): string {
  return Object.entries(properties!)
    .map(([key, value]) => `${key}${required?.includes(key) ? "" : "?"}: ${typeOf(value)}`)
    .join(", ");
}

function typeOf(schema: Schema): string {
  if (schema.enum) return schema.enum.map((word) => `"${word}"`).join(" | ");
  if (schema.const !== undefined) return `"${schema.const}"`;
  if (schema.prefixItems) return `list of ${schema.prefixItems.length}`;
  if (schema.items)
    return schema.items.properties || schema.items.oneOf
      ? "list of maps"
      : `list of ${typeOf(schema.items)}`;
  if (schema.properties) return "map";
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(" or ");
  return schema.type === "string" ? "text" : (schema.type ?? "value");
}
