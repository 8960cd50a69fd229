import type { VerifyReport } from "../../claims/report.ts";
import type { Paint } from "../paint.ts";

export interface VerifyRenderOptions {
  readonly paint: Paint;
  readonly width: number;
  /** The claim file, for formats that point into it. */
  readonly file: string;
  /** The text of the report, where one was given. */
  readonly text: string | null;
  /** Of this program. */
  readonly version: string;
}

/** An output format for a verification; loaded when it is asked for. */
export interface VerifyFormat {
  readonly id: string;
  readonly summary: string;
  load(): Promise<(report: VerifyReport, options: VerifyRenderOptions) => string>;
}

export const verifyFormats: readonly VerifyFormat[] = [
  {
    id: "table",
    summary: "worst first, with explanations",
    load: async () => (await import("./table.ts")).verifyTable,
  },
  {
    id: "json",
    summary: "one document, schema trade-metrics/verify/v1",
    load: async () => (await import("../report-json.ts")).reportJson,
  },
  {
    id: "markdown",
    summary: "for a document or a step summary",
    load: async () => (await import("./markdown.ts")).verifyMarkdown,
  },
  {
    id: "github",
    summary: "annotations of a GitHub Actions run, and its step summary",
    load: async () => (await import("./github.ts")).verifyGithub,
  },
  {
    id: "junit",
    summary: "JUnit XML",
    load: async () => (await import("./junit.ts")).verifyJunit,
  },
  {
    id: "sarif",
    summary: "SARIF 2.1.0",
    load: async () => (await import("./sarif.ts")).verifySarif,
  },
  {
    id: "claimreview",
    summary: "ClaimReview of schema.org, as JSON-LD",
    load: async () => (await import("./claimreview.ts")).verifyClaimReview,
  },
  {
    id: "html",
    summary: "one self-contained page for the author of the report",
    load: async () => (await import("./html/page.ts")).verifyHtml,
  },
];
