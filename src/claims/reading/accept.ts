import { isMap, isSeq, parseDocument } from "yaml";
import { InputError } from "../../errors.ts";
import { readClaimFile } from "../file/read.ts";
import { DRAFTS_HEAD } from "./drafts-yaml.ts";

/** Which drafts of a claim file are confirmed. */
export interface Acceptance {
  /** Their ids; null for those that a person marked `draft: confirmed`. */
  readonly only: readonly string[] | null;
  /** Those that agree under the reading of their words, too. */
  readonly agreeing: boolean;
}

export interface Accepted {
  readonly text: string;
  readonly accepted: number;
  readonly left: number;
}

/**
 * The claim file of the drafts that are confirmed, without the key `draft`; claims without it are kept.
 * @throws InputError where the text is no claim file, an id is not in it, or nothing is confirmed.
 */
export function acceptDrafts(text: string, name: string, { only, agreeing }: Acceptance): Accepted {
  const { file } = readClaimFile(text, name);
  const ids = file.claims.map(({ id }) => id);
  const missing = only?.find((id) => !ids.includes(id));
  if (missing !== undefined) throw new InputError(`--only: ${name} has no claim "${missing}"`);
  const isAccepted = ({ id, draft }: (typeof file.claims)[number]) =>
    draft === undefined ||
    draft === "confirmed" ||
    (only?.includes(id) ?? false) ||
    (agreeing && draft === "agrees");
  const kept = new Set(file.claims.filter(isAccepted).map(({ id }) => id));
  if (kept.size === 0) {
    throw new InputError(
      `${name}: no draft is confirmed (write "draft: confirmed", or name some with --only, or take --agreeing)`,
    );
  }
  const document = parseDocument(text);
  if (document.commentBefore?.startsWith(DRAFTS_HEAD)) document.commentBefore = null;
  const claims = document.get("claims");
  if (!isSeq(claims)) throw new TypeError("claims: expected a sequence");
  claims.items = claims.items.filter((claim) => isMap(claim) && kept.has(String(claim.get("id"))));
  for (const claim of claims.items) if (isMap(claim)) claim.delete("draft");
  const [first] = claims.items;
  if (isMap(first)) first.spaceBefore = false;
  return {
    text: document.toString({ lineWidth: 0 }),
    accepted: kept.size,
    left: ids.length - kept.size,
  };
}
