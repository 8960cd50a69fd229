/** Trade statistics from official data, for programs on Node; see docs/library.md. */
export type { Result, ResultRow } from "./calculation/result.ts";
export type { Explanation, VerifiedClaim, VerifyReport } from "./claims/report.ts";
export { InputError } from "./errors.ts";
export { ask, type QuestionWords } from "./library/ask.ts";
export { type VerifyWords, verify } from "./library/verify.ts";
export * from "./metrics/functions.ts";
export type { Warning } from "./warning.ts";
