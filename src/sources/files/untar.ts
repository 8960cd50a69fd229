import { parseTar } from "nanotar";
import { InputError } from "../../errors.ts";
import { ENTRIES_LIMIT } from "./limits.ts";

/** The files in a tar archive by name. @throws InputError where it is damaged or has too many. */
export function untar(bytes: Uint8Array, name: string): Map<string, Uint8Array> {
  try {
    const files = parseTar(bytes).filter(({ type, data }) => type === "file" && data);
    if (files.length > ENTRIES_LIMIT) {
      throw new InputError(
        `${name}: has more than ${ENTRIES_LIMIT} entries (unpack what you need)`,
      );
    }
    return new Map(files.map((file) => [file.name, file.data!]));
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${name}: is not a whole tar file (download it again)`);
  }
}
