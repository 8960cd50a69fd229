import { Tokenizer, TokenParser, TokenType } from "@streamparser/json";
import { InputError } from "../../errors.ts";
import { isBlank } from "./first-bytes.ts";
import { LISTS, listAt, ONLY_LIST } from "./json-lists.ts";

/** Takes one element of a list, its number in the list or its line, and the list's key. */
export type TakeElement = (value: unknown, line: number, list: string) => void;

/** Records are flat; what is nested deeper than this only uses up memory. */
const DEEPEST = 64;

/** Longer than any figure or name; what grows further would take all memory. */
export const LONGEST_VALUE = 16 * 2 ** 20;

/** The line where a text stops being JSON; null where it is cut off. */
export function lineOfError(text: string): number | null {
  const bytes = Buffer.from(text);
  return new DocumentParser(bytes, () => {}).write(bytes);
}

/** Finds the elements of the lists that one document holds. */
export class DocumentParser {
  readonly #tokenizer = new Tokenizer();
  readonly #values: TokenParser;
  #depth = 0;
  /** Where the last token began. */
  #offset = 0;
  #written = 0;
  #line = 1;

  constructor(start: Uint8Array, take: TakeElement) {
    const isList = start.find((byte) => !isBlank(byte) && byte < 0x80) === OPEN_BRACKET;
    const paths = isList ? ["$.*"] : LISTS.map((key) => `$.${key}.*`);
    this.#values = new TokenParser({ paths, keepStack: false });
    this.#values.onValue = ({ value, key, stack }) => {
      // The members of an object are no elements, whatever its key is.
      if (typeof key !== "number") return;
      const list = String(stack[1]?.key ?? stack.at(-1)?.key);
      take(value, key + 1, isList ? ONLY_LIST : listAt(list));
    };
    this.#tokenizer.onToken = (token) => {
      this.#offset = token.offset;
      this.#measure(token.token);
      this.#values.write(token);
    };
  }

  get isEnded(): boolean {
    return this.#values.isEnded;
  }

  /** The line of a value that goes on for longer than any figure or name; null where none does. */
  get endlessLine(): number | null {
    return this.#written - this.#offset > LONGEST_VALUE ? this.#line : null;
  }

  /** @returns the line where it stops being JSON; null where it does not. */
  write(chunk: Uint8Array): number | null {
    try {
      this.#tokenizer.write(chunk);
    } catch (error) {
      if (error instanceof InputError) throw error;
      const found = /chunk position "(\d+)"/.exec((error as Error).message)?.[1];
      const at = found === undefined ? this.#offset - this.#written : Number(found);
      return this.#line + newlines(chunk.subarray(0, Math.max(0, at)));
    }
    this.#written += chunk.length;
    this.#line += newlines(chunk);
    return null;
  }

  #measure(token: TokenType): void {
    const opens = token === TokenType.LEFT_BRACKET || token === TokenType.LEFT_BRACE;
    const closes = token === TokenType.RIGHT_BRACKET || token === TokenType.RIGHT_BRACE;
    if (opens) this.#depth += 1;
    else if (closes) this.#depth -= 1;
    if (this.#depth > DEEPEST) throw new Error("is nested too deep");
  }
}

const OPEN_BRACKET = 0x5b;

function newlines(bytes: Uint8Array): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
