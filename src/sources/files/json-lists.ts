import { InputError } from "../../errors.ts";

/** Where publishers and we ourselves keep a list of records: a key, or keys one in the other. */
export const LISTS = ["records", "data", "dataset", "value", "BEAAPI.Results.Data"];

/**
 * The list that an object holds at one of these places; one record that stands there alone, below
 * other keys, is a list of one.
 */
export function heldList(value: unknown): unknown[] | undefined {
  for (const path of LISTS) {
    const keys = path.split(".");
    const held = keys.reduce<unknown>((one, key) => memberOf(one, key), value);
    if (Array.isArray(held)) return held;
    if (keys.length > 1 && typeof held === "object" && held !== null) return [held];
  }
  return undefined;
}

function memberOf(value: unknown, key: string): unknown {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject ? (value as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** The place whose first key is this one. */
export function listAt(key: string): string {
  return LISTS.find((path) => path === key || path.startsWith(`${key}.`)) ?? key;
}

/** Stands for the key of a list that no object holds. */
export const ONLY_LIST = "";

/** The error for JSON that holds no list. */
export function noList(name: string): InputError {
  return new InputError(`${name}: expected a list of records, or an object with the key "records"`);
}

/** @param place the file and, where it is known, the line. */
export function notJson(place: string): InputError {
  return new InputError(`${place}: this is not valid JSON`);
}
