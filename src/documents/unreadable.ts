const SIGNATURES: readonly (readonly [start: readonly number[], reason: string])[] = [
  [[0x89, 0x50, 0x4e, 0x47], "is a picture (run text recognition first)"],
  [[0xff, 0xd8, 0xff], "is a picture (run text recognition first)"],
  [[0x47, 0x49, 0x46, 0x38], "is a picture (run text recognition first)"],
  [[0x49, 0x49, 0x2a, 0x00], "is a picture (run text recognition first)"],
  [[0x4d, 0x4d, 0x00, 0x2a], "is a picture (run text recognition first)"],
  [[0x52, 0x49, 0x46, 0x46], "is a picture, sound or film, not a text"],
  [
    [0xd0, 0xcf, 0x11, 0xe0],
    "is an old or encrypted Office file (save it as .docx without a password)",
  ],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], "is Rich Text (save it as .docx or plain text)"],
  [[0x1f, 0x8b], "is compressed (unpack it first)"],
  [[0x50, 0x4b], "is an archive and no Word document (unpack it, or save its text as .docx)"],
  [[0x25, 0x50, 0x44, 0x46], "is a PDF"],
];

/** Why bytes are no text, by how they begin; null where nothing speaks against one. */
export function whyUnreadable(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return "the file is empty";
  const known = SIGNATURES.find(([start]) => start.every((byte, at) => bytes[at] === byte));
  return known?.[1] ?? null;
}
