import { InputError } from "../../errors.ts";
import { quoted, quotedList } from "../../question/quoted-list.ts";
import type { InputOutputTable } from "../../value-added/index.ts";

/**
 * The industries of a list, by their names in the table; null where none is given. Names that have
 * commas, as those of EXIOBASE do, stand in quotes.
 * @throws InputError that begins with the option where the table has no such industry.
 */
export function industriesOf(
  list: string | undefined,
  { industries, source }: Pick<InputOutputTable, "industries" | "source">,
  option: string,
): string[] | null {
  if (list === undefined) return null;
  const words = quotedList(list, option);
  const unknown = words.find((word) => !industries.includes(word));
  if (unknown === undefined) return words;
  const cutUp = industries.find((name) => name.startsWith(`${unknown},`));
  const how = cutUp === undefined ? "use its codes" : `write '${quoted(cutUp)}', with the quotes`;
  throw new InputError(
    `${option}: ${source} has no industry "${unknown}" (${how})`,
    `It has ${industries.map(quoted).join(", ")}.`,
  );
}
