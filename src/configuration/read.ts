import type { z } from "zod";
import { InputError } from "../errors.ts";
import { type FoundConfiguration, located } from "./find.ts";
import { configurationSchema } from "./schema.ts";

/**
 * A configuration as options: lists joined by commas, files named from its own folder.
 * @throws InputError that names the file and the key.
 */
export function readConfiguration({ place, folder, content }: FoundConfiguration) {
  const checked = configurationSchema.safeParse(content);
  if (!checked.success) throw new InputError(problem(checked.error.issues[0]!, place));
  const { $schema: _, data, claims, missing, partner, period, fields, ...others } = checked.data;
  return {
    ...others,
    ...(data !== undefined && { data: array(data).map((name) => located(name, folder)) }),
    ...(claims !== undefined && { claims: located(claims, folder) }),
    ...(missing !== undefined && { missing: array(missing) }),
    ...(partner !== undefined && { partner: array(partner).join(",") }),
    ...(period !== undefined && { period: array(period).join(",") }),
    ...(fields !== undefined && { fields: array(fields).join(",") }),
  };
}

function array(list: string | readonly string[]): readonly string[] {
  return typeof list === "string" ? [list] : list;
}

function problem(issue: z.core.$ZodIssue, place: string): string {
  if (issue.code === "unrecognized_keys") {
    const known = Object.keys(configurationSchema.shape).filter((key) => key !== "$schema");
    return `${place}: ${issue.keys[0]}: unknown key (use ${known.join(", ")})`;
  }
  const key = issue.path.join(".");
  const message = issue.message.replace(/^Invalid (input|option): /, "");
  return `${place}: ${key === "" ? "" : `${key}: `}${message}`;
}
