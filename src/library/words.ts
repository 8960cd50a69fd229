/** A word of the command line, as text or as what the text means; several of a list. */
export type Word = string | number | boolean | undefined;

/** The options of a command without their dashes: `excludeProduct` for `--exclude-product`. */
export interface Words {
  readonly [option: string]: Word | readonly (string | number)[];
}

const DASHES = /(?<![\w-])--([a-z][a-z0-9]*(?:-[a-z0-9]+)*)/g;

/** The name of a key as an option of the command line. */
export function optionOf(key: string): string {
  return `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** A message of the command line with the names that a program uses. */
export function inKeys(message: string): string {
  return message.replace(DASHES, (option, name: string) =>
    // Where all are listed, for people.
    name === "help"
      ? option
      : name.replace(/-([a-z0-9])/g, (__, letter: string) => letter.toUpperCase()),
  );
}
