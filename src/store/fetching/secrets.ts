import { Transform } from "node:stream";

/** What stands where a key was. */
const MARK = "KEY";

/** The text without a key, in whatever case and spelling it stands there. */
export function withoutKey(text: string, key: string | null): string {
  if (key === null) return text;
  return text.replace(patternOf(key), MARK);
}

/** Cuts a key out of bytes that pass through; services repeat it in their answers. */
export function cutOut(key: string): Transform {
  const pattern = patternOf(key);
  const longest = Math.max(...spellings(key).map(({ length }) => length));
  let rest = "";
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const text = rest + chunk.toString("latin1");
      const clean = text.replace(pattern, MARK);
      // The end may be the beginning of a key that goes on in the next chunk.
      const held = Math.min(clean.length, longest - 1);
      rest = clean.slice(clean.length - held);
      done(null, Buffer.from(clean.slice(0, clean.length - held), "latin1"));
    },
    flush(done) {
      done(null, Buffer.from(rest.replace(pattern, MARK), "latin1"));
    },
  });
}

function spellings(key: string): string[] {
  return [...new Set([key, encodeURIComponent(key)])];
}

function patternOf(key: string): RegExp {
  const escaped = spellings(key).map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(escaped.join("|"), "gi");
}
