import type { Passage } from "./passage.ts";

const SPEAKER = /^\W{0,3}([A-Z][A-Za-z.'-]{0,20}(?:\s[A-Z][A-Za-z.'-]{0,20})?):\W{0,3}\s/;

/** Who speaks a paragraph of a conversation: `DEZ: In dollars, yes.`; nobody where that is not said. */
export function speakerOf({ kind, sentences }: Passage): string {
  const [first] = sentences;
  return (kind !== "row" && first && SPEAKER.exec(first.text)?.[1]) || "";
}

/** Those who speak several times. */
export function speakersOf(passages: readonly Passage[]): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const passage of passages) {
    const speaker = speakerOf(passage);
    if (speaker !== "") times.set(speaker, (times.get(speaker) ?? 0) + 1);
  }
  return new Set([...times].flatMap(([speaker, said]) => (said > 1 ? [speaker] : [])));
}
