import {
  type Basis,
  bases,
  CONFIDENT,
  type Explanation,
  type VerifiedClaim,
  type VerifyReport,
} from "../../claims/report.ts";
import { formatNumber } from "../figures.ts";

const scales: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
};

/** The number as the report prints it, with unit, scale and comparator: `> 50 %`. */
export function reportedText({ reported }: VerifiedClaim): string {
  const { comparator, text, unit, scale } = reported;
  const words = comparator === "=" ? [] : [comparator];
  const sign = unitText(unit);
  const after = text.endsWith(sign) ? [] : [sign];
  return [...words, text, ...(scale ? [scale] : []), ...after].join(" ").trim();
}

function unitText(unit: string): string {
  return unit === "percent" ? "%" : unit;
}

/** A computed number in the unit and scale of the report, with one digit more than it prints. */
export function inReportedUnit(claim: VerifiedClaim, value: number | null): string {
  if (value === null || !Number.isFinite(value)) return "-";
  const { text, scale } = claim.reported;
  const printed = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
  const digits = text.includes("/") ? 3 : Math.min(4, printed + 1);
  return formatNumber(value / (scale ? scales[scale]! : 1), digits);
}

/** What the verdict says about the number, in a sentence without a full stop. */
export function findingText(claim: VerifiedClaim): string {
  const { verdict, checks, needs, grave } = claim;
  const decisive = checks.find((check) => check.verdict === verdict);
  switch (verdict) {
    case "reproduced":
      return "reproduced";
    case "reproduced-by-rounding":
      return "holds only within the rounding of its inputs";
    case "mismatch": {
      const worse =
        grave === "sign"
          ? "; the sign is the other way"
          : grave === "inequality"
            ? "; the statement is false"
            : "";
      return `computed ${inReportedUnit(claim, claim.computed)}, off by ${inReportedUnit(claim, claim.difference)}${worse}`;
    }
    case "inconsistent":
      return `contradicts ${inReportedUnit(claim, claim.computed)}: ${decisive?.note ?? ""}`;
    case "definition-dependent":
      return `depends on the definition: ${decisive?.note ?? ""}`;
    case "not-checkable":
      return `needs ${needs ?? decisive?.note ?? "data that are not here"}`;
    case "error":
      return decisive?.note ?? "could not be computed";
  }
}

/** The number that should stand in place of a wrong one, in its digits; empty where none can. */
export function shouldReadText(claim: VerifiedClaim): string {
  const { verdict, computed, reported, needs } = claim;
  const bound = [">", ">=", "<", "<=", "more-than"].includes(reported.comparator);
  // Where other data would settle the claim, these do not say what it should read.
  if (
    verdict !== "mismatch" ||
    computed === null ||
    bound ||
    needs !== null ||
    reported.unit === "direction"
  ) {
    return "";
  }
  const { text, scale } = reported;
  const multiple = reported.unit === "times" || reported.unit === "ratio";
  const digits = text.includes("/")
    ? 2
    : multiple && !text.includes(".")
      ? 1
      : (/\.(\d+)/.exec(text)?.[1]?.length ?? 0);
  return formatNumber(computed / (scale ? scales[scale]! : 1), digits);
}

/** What later vintages make of a number that was right; empty where it stands. */
export function revisedText(claim: VerifiedClaim): string {
  const { revised } = claim;
  if (revised === null) return "";
  return `since revised to ${inReportedUnit(claim, revised.computed)} (${revised.data.join(", ")})`;
}

/** What is said of a mismatch that nothing explains. */
export const NO_CAUSE = "no ordinary mistake found";

/** The cause of a wrong number in a sentence without a full stop, with what it gives. */
export function explanationText(claim: VerifiedClaim, explanation: Explanation): string {
  const { says, computed, fits, group, difference, confidence } = explanation;
  const value = inReportedUnit(claim, computed);
  const outcome = fits
    ? `gives ${value}`
    : `gives ${value}, off by ${inReportedUnit(claim, difference)}`;
  const of = group.of > 1 ? `; fits ${group.fits} of ${group.of} claims of the group` : "";
  return `${says}: ${outcome}${of} (${confidence >= CONFIDENT ? "likely" : "possible"})`;
}

/** How the search for an explanation went, for who wants to know. */
export function searchText({ tried, expectedByChance }: Explanation): string {
  return `${formatNumber(tried, 0)} alternatives tried, ${chanceText(expectedByChance)} would fit by chance`;
}

function chanceText(expected: number): string {
  if (expected < 1e-6) return "less than 0.000001";
  const number = expected >= 0.1 ? formatNumber(expected, 1) : plainNumber(expected);
  return number;
}

/** One digit that counts, never in powers of ten. */
function plainNumber(value: number): string {
  return value.toFixed(Math.max(0, -Math.floor(Math.log10(value))));
}

/** Where the claim stands in its report. */
export function placeText({ where }: VerifiedClaim): string {
  const line = where.line === undefined ? "" : `line ${where.line}`;
  return [where.section, where.figure, line].filter(Boolean).join(", ");
}

/** The counts of a run in one line. */
export function summaryText({ summary }: VerifyReport): string {
  const verdicts = Object.entries(summary.verdicts).filter(([, count]) => count > 0);
  const counts = verdicts.map(([verdict, count]) => `${count} ${verdict}`).join(", ");
  const pinned = summary.expected > 0 ? `; ${summary.expected} as expected` : "";
  const broken = summary.unexpected > 0 ? `; ${summary.unexpected} not as expected` : "";
  return `${summary.claims} claim${summary.claims === 1 ? "" : "s"}: ${counts}${pinned}${broken}; ${summary.violations} violation${summary.violations === 1 ? "" : "s"}`;
}

const basisNames: Readonly<Record<Basis, string>> = {
  data: "recomputed from data",
  report: "computed from other printed numbers",
  fact: "compared with a stated fact",
};

/** From what the claims of a run were checked, in one line. */
export function basesText({ summary }: VerifyReport): string {
  const parts = bases
    .filter((basis) => summary.bases[basis].checked > 0)
    .map((basis) => {
      const { checked, reproduced } = summary.bases[basis];
      return `${checked} ${basisNames[basis]} (${reproduced} reproduced)`;
    });
  return `Checked: ${parts.join(", ") || "none"}`;
}

/** How a pinned verdict came out; empty where none is pinned. */
export function pinText({ expected }: VerifiedClaim): string {
  if (!expected) return "";
  return expected.met ? "as expected" : `expected ${expected.verdict}`;
}
