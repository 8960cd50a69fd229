// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to keep out
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/**
 * Text from data made harmless for a terminal: control characters and marks that turn the direction
 * of writing, with which a file could recolour, move or hide what is on the screen, become `?`.
 */
export function safeText(text: string): string {
  return text.replace(UNSAFE, "?");
}

/** Harmless text in one line, whatever spaces and line ends it had. */
export function oneLine(text: string): string {
  return safeText(text.replace(/\s+/g, " ").trim());
}

/** The same characters as JSON escapes, for JSON that may be shown on a terminal. */
export function escapeUnsafe(json: string): string {
  return json.replace(UNSAFE, (character) => {
    if (character === "\n") return character;
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}
