import { InputError } from "../../errors.ts";

/** Records that fit into the memory of a process as Node starts it, with room to compute. */
export const MOST_RECORDS = 8_000_000;

/** Records of a table on a server that are fetched one by one, where only they can tell. */
export const MOST_FETCHED = 1_000_000;

/** More records than can be held at once. */
export class TooManyRecords extends InputError {}
