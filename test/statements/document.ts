import { checkDocument } from "../../src/claims/reading/check-document.ts";
import type { CheckedNumber } from "../../src/claims/reading/checked.ts";
import { readDocument } from "../../src/documents/read.ts";
import { countries } from "../../src/sources/embedded/embedded.ts";

/** What becomes of the numbers of a text written on a day. */
export async function checked(
  text: string,
  day: string | null = "2025-05-01",
): Promise<readonly CheckedNumber[]> {
  const document = await readDocument(new TextEncoder().encode(text), "text.md");
  return (await checkDocument(document, countries(), day)).numbers;
}

/** The same, each number with its outcome. */
export async function outcomes(text: string, day?: string | null): Promise<readonly string[]> {
  return (await checked(text, day)).map(({ read, outcome }) => `${read.number.raw}: ${outcome}`);
}
