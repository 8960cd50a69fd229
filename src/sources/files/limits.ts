/** Beyond this many bytes a text file is read as a stream, and by an engine where there is one. */
export const LARGE_FILE = 32 * 2 ** 20;
/** The most that archives and workbooks may unpack to. */
export const UNPACKED_LIMIT = 512 * 2 ** 20;
/** The most entries that an archive may have. */
export const ENTRIES_LIMIT = 1000;
/** The most that one byte of a packed text may unpack to; text of trade data stays below fifty. */
export const RATIO_LIMIT = 200;
