import { InputError } from "../../errors.ts";

/** Keys under which publishers and we ourselves keep a list of records, the first one first. */
export const LISTS = ["records", "data", "dataset"];

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
