import type { Statement, Subject } from "../../statements/statement.ts";
import type { Compute } from "../file/schema.ts";
import { type Definition, partnerKeys } from "./figures.ts";

/** How a claim computes a statement; null where no one metric does. */
export function computeOf(
  statement: Statement,
  { keys }: Definition,
  unit: string,
): Compute | null {
  const { quantity, subject, period, from, measure } = statement;
  if (!period) return null;
  const when = { period: period.label };
  const claim = (own: Partial<Compute>): Compute => ({ as: "value", ...own }) as Compute;
  const level = (): Partial<Compute> => ({ ...metricOf(subject), ...keys, ...selection(subject) });
  const deficit = subject.as === "deficit" && subject.flow === "balance";
  const multiple = unit === "times" || unit === "ratio";
  switch (quantity) {
    case "level":
    case "average":
      return claim({
        ...level(),
        ...when,
        ...(quantity === "average" && { per: "month" }),
        as: deficit ? "deficit" : "value",
      });
    case "change":
      return (
        from &&
        claim({ ...level(), ...when, from: from.label, as: deficit ? "deficit-change" : "change" })
      );
    case "annual-growth":
      return null;
    case "growth":
    case "multiple":
      return from && subject.without === null
        ? claim({
            ...{ metric: "growth", of: subject.flow, ...keys, ...selection(subject) },
            ...{
              from: from.label,
              to: period.label,
              as: quantity === "growth" ? "value" : "times",
            },
          })
        : null;
    case "share":
    case "points": {
      const share = shareOf(statement);
      if (!share) return null;
      const own = { ...share, ...keys, ...when };
      if (quantity === "points") return from && claim({ ...own, from: from.label, as: "change" });
      return claim({ ...own, as: multiple ? "fraction" : "value" });
    }
    case "ratio":
      return ratioOf(statement, keys, multiple, claim);
    case "value-added":
      return claim({
        metric: "value-added",
        measure: measure!,
        partner: subject.partners.join(","),
        ...when,
      });
    case "rank":
      return claim({ ...level(), ...when, rank: {} });
  }
}

function metricOf({ flow }: Subject): Partial<Compute> {
  return flow === "balance" ? { metric: "balance" } : { metric: "flow", of: flow };
}

function selection({ partners, product, without }: Subject): Partial<Compute> {
  return {
    ...partnerKeys(partners),
    ...(product ? { product } : {}),
    ...(without ? { excludeProduct: without } : {}),
  };
}

/** A share of the world, of another partner or of all products. */
function shareOf({ subject, against }: Statement): Partial<Compute> | null {
  if (!against || subject.without || against.flow !== subject.flow) return null;
  const own = { metric: "share", of: subject.flow, ...selection(subject) } as Partial<Compute>;
  const [part, whole] = [subject.partners.join(), against.partners.join()];
  if (subject.product !== against.product)
    return part === whole ? { ...own, whole: "all-products" } : null;
  return whole === "WORLD" ? own : against.partners.length === 1 ? { ...own, whole } : null;
}

function ratioOf(
  { subject, against, period }: Statement,
  keys: Partial<Compute>,
  multiple: boolean,
  claim: (own: Partial<Compute>) => Compute,
): Compute | null {
  if (!against || subject.without || against.without || subject.product !== against.product)
    return null;
  const when = { period: period!.label };
  const isOfOne = subject.partners.join() === against.partners.join();
  if (isOfOne && subject.flow === "balance" && against.flow === "exports") {
    return claim({
      metric: "deficit-ratio",
      ...keys,
      ...selection(subject),
      ...when,
      as: multiple ? "times" : subject.as,
    });
  }
  if (!multiple || subject.flow === "balance" || against.flow === "balance") {
    if (!multiple || isOfOne || subject.flow !== against.flow) return null;
  }
  const own = { ...metricOf(subject), ...keys, ...selection(subject), ...when };
  const than = isOfOne
    ? { of: against.flow as "exports" | "imports" | "total" }
    : {
        ...partnerKeys(against.partners),
        ...(against.flow === subject.flow ? {} : { of: against.flow }),
      };
  return claim({ ...own, than: { ...than, as: "times" } } as Partial<Compute>);
}
