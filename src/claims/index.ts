export { type PlacedClaimFile, type PlaceOf, readClaimFile } from "./file/read.ts";
export type { Claim, ClaimFile, Comparator, Verdict } from "./file/schema.ts";
export type {
  Explanation,
  OpenInterval,
  TextNumbers,
  VerifiedClaim,
  VerifyReport,
} from "./report.ts";
export { type ClaimSources, openClaimSources } from "./sources.ts";
export type { Check } from "./verdict.ts";
export { defaultFailOn, type VerifyOptions, verify } from "./verify.ts";
