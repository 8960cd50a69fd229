/** What the library has of the command, which a package holds once. */
export { reportJson } from "../render/report-json.ts";
export { jsonOf } from "./json.ts";
export { verifyClaims } from "./verify.ts";
