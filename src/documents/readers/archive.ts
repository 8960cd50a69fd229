import { unzipSync } from "fflate";

/** The names of the files in a zip archive and their size unpacked, or null where it cannot be read. */
export function archiveContents(bytes: Uint8Array): { names: string[]; size: number } | null {
  const names: string[] = [];
  let size = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        size += originalSize;
        return false;
      },
    });
  } catch {
    return null;
  }
  return { names, size };
}
