/** What the library has of the command, which a package holds once. */
export { verifyJson } from "../render/verify/json.ts";
export { jsonOf } from "./json.ts";
export { verifyClaims } from "./verify.ts";
