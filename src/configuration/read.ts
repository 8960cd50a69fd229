import type { z } from "zod";
import { InputError } from "../errors.ts";
import { issueWords } from "../issue-words.ts";
import { type FoundConfiguration, located } from "./find.ts";
import { configurationSchema } from "./schema.ts";

/**
 * A configuration as options: lists joined by commas, files named from its own folder.
 * @throws InputError that names the file and the key.
 */
export function readConfiguration(found: FoundConfiguration) {
  const { folder } = found;
  const { $schema: _, groups: __, data, claims, missing, ...more } = checkedConfiguration(found);
  const { partner, period, fields, ...others } = more;
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

/** @throws InputError that names the file and the key. */
export function checkedConfiguration({ place, content }: FoundConfiguration) {
  const checked = configurationSchema.safeParse(content, { error: issueWords });
  if (!checked.success) throw new InputError(problem(checked.error.issues[0]!, place));
  return checked.data;
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
  if (issue.code === "invalid_key") return `${place}: ${key}: ${issue.issues[0]!.message}`;
  return `${place}: ${key === "" ? "" : `${key}: `}${issue.message}`;
}
