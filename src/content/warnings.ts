import { fromUnits } from "./amounts.ts";
import { type ContentWarning, isAutomotive } from "./part.ts";
import type { QualificationReason } from "./qualification.ts";
import type { TracedPart } from "./trace.ts";

const UNKNOWN: Partial<Record<QualificationReason, string>> = {
  "no-threshold": "there is no threshold for its class, vehicle, method and day (give `threshold`)",
  "before-entry-into-force": "the day is before the USMCA was in force (give `threshold`)",
  "no-net-cost":
    "its method is net cost and its net cost is not given (give `netCost`, or `method` where the rule of its product allows another)",
  "no-value": "its base is 0",
};

/** What a reader must know of the figures: what is not judged, and what a verdict rests on. */
export function contentWarnings(traced: readonly TracedPart[]): ContentWarning[] {
  return [
    ...traced.flatMap(unknownWarning),
    ...traced.flatMap(methodWarning),
    ...unverifiedWarnings(traced),
    ...traced.flatMap(outsideWarning),
    ...returnedWarning(traced[0]!),
  ];
}

function unknownWarning({ part, qualification }: TracedPart): ContentWarning[] {
  const { qualifies, reason } = qualification;
  if (qualifies !== null) return [];
  return [{ code: reason, message: `"${part.id}" counts as not originating: ${UNKNOWN[reason]}` }];
}

function methodWarning({ part, method, regional }: TracedPart): ContentWarning[] {
  if (!regional || !isAutomotive(part.class) || method === "net-cost" || part.threshold !== null) {
    return [];
  }
  return [
    {
      code: "method-of-product",
      message: `"${part.id}" is judged by ${method.replace("-", " ")}: only where the rule of its product has that method (General Note 11(o); subheading 8708.40, gearboxes, has net cost alone)`,
    },
  ];
}

function unverifiedWarnings(traced: readonly TracedPart[]): ContentWarning[] {
  const parts = traced.filter(
    ({ qualification }) => qualification.thresholdReading === "unverified",
  );
  const percents = new Map<number, string[]>();
  for (const { part, qualification } of parts) {
    const names = percents.get(qualification.threshold!) ?? [];
    percents.set(qualification.threshold!, [...names, `"${part.id}"`]);
  }
  return [...percents].map(([percent, names]) =>
    unverifiedThreshold(`${percent} % of ${names.join(", ")}`),
  );
}

/** The warning of a threshold that no public text was read for. */
export function unverifiedThreshold(what: string): ContentWarning {
  return {
    code: "unverified-threshold",
    message: `the threshold of ${what} was not checked against a public text (trade-metrics explain content)`,
  };
}

function outsideWarning({ part, regional }: TracedPart): ContentWarning[] {
  if (regional || part.originating !== true) return [];
  return [
    {
      code: "declared-outside-region",
      message: `"${part.id}" is declared originating and made in ${part.origin}, outside the region: it counts as not originating`,
    },
  ];
}

function returnedWarning({ returned }: TracedPart): ContentWarning[] {
  if (returned === 0) return [];
  return [
    {
      code: "returned-content",
      message: `${fromUnits(returned)} of regional content returns inside materials made outside the region: it is regional, and the rule does not count it`,
    },
  ];
}
