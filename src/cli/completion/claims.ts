import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { parse } from "yaml";
import { findConfiguration, located } from "../../configuration/find.ts";
import { safeText } from "../../render/safe-text.ts";
import { embeddedReports, readEmbeddedReport } from "../../sources/embedded/reports.ts";
import type { Candidate } from "./candidate.ts";

const ID = /^[a-z0-9-]+$/;

interface ListedClaim {
  readonly id: string;
  readonly says: string;
  readonly group: string | null;
}

/** The ids of the claims on the line, with what each says. */
export function claimCandidates(named: string | undefined): Candidate[] {
  return claimsOf(named).map(({ id, says }) => ({ value: id, meaning: safeText(says) }));
}

/** The groups of the claims on the line, with how many each has. */
export function groupCandidates(named: string | undefined): Candidate[] {
  const sizes = new Map<string, number>();
  for (const { group } of claimsOf(named)) {
    if (group !== null) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  }
  return [...sizes].map(([value, size]) => ({ value, meaning: `${size} claims` }));
}

/**
 * The claims of a claim file, an embedded report, or the file that the configuration names. A file
 * that is being written may not be valid: what can be read of it counts.
 */
function claimsOf(named: string | undefined): ListedClaim[] {
  try {
    const name = named ?? configured();
    if (name === null) return [];
    const document: unknown = parse(textOf(name), { logLevel: "silent" });
    const claims = field(document, "claims");
    return Array.isArray(claims) ? claims.flatMap(listed) : [];
  } catch {
    // Whoever presses Tab asks for no error.
    return [];
  }
}

function configured(): string | null {
  const found = findConfiguration(process.cwd());
  const claims = field(found?.content, "claims");
  return found && typeof claims === "string" ? located(claims, found.folder) : null;
}

/** A shell hands over the line as it was typed, before it puts the home folder in. */
function textOf(name: string): string {
  if (embeddedReports().includes(name)) return readEmbeddedReport(name);
  return readFileSync(name.replace(/^~(?=\/)/, homedir()), "utf8");
}

function listed(claim: unknown): ListedClaim[] {
  const [id, says, group] = ["id", "says", "group"].map((key) => field(claim, key));
  if (!isId(id)) return [];
  return [{ id, says: typeof says === "string" ? says : "", group: isId(group) ? group : null }];
}

function isId(value: unknown): value is string {
  return typeof value === "string" && ID.test(value);
}

function field(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[key]
    : undefined;
}
