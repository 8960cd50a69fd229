import type { Definition } from "../definitions/definition.ts";
import { wrapWords } from "./layout.ts";

const LABEL = 12;

/** A definition for the terminal: what it is called, what it means, and who says so. */
export function definitionText(definition: Definition, width: number): string {
  const { id, title, kind, text, details, sources } = definition;
  const labelled = [...details, ...sources.map((source) => ["Source", source] as const)];
  return [
    `${title} (${id}, ${kind})`,
    "",
    ...wrapWords(text, width),
    "",
    ...labelled.flatMap(([label, line]) =>
      wrapWords(line, width - LABEL).map(
        (part, index) => `${(index === 0 ? label : "").padEnd(LABEL)}${part}`,
      ),
    ),
    "",
  ].join("\n");
}

/** All words that can be explained, by kind. */
export function glossaryText(definitions: readonly Definition[], width: number): string {
  const kinds = [...new Set(definitions.map(({ kind }) => kind))];
  const label = Math.max(...definitions.map(({ id }) => id.length)) + 2;
  return kinds
    .map((kind) => {
      const own = definitions.filter((definition) => definition.kind === kind);
      const lines = own.flatMap(({ id, title }) =>
        wrapWords(title, Math.max(20, width - label - 2)).map(
          (part, index) => `  ${(index === 0 ? id : "").padEnd(label)}${part}`,
        ),
      );
      return `${kind[0]!.toUpperCase()}${kind.slice(1)}\n${lines.join("\n")}\n`;
    })
    .join("\n");
}
