import { type Dimension, ONLY_REPORTER } from "../metrics/cell.ts";
import type { NamedPartner } from "../partners/directory.ts";
import type { ProductSelection } from "../products/product.ts";
import { witsGroups } from "../products/wits-groups.ts";
import type { Place, Question } from "../question/question.ts";
import { WORLD } from "../records/record.ts";

type Fields = Readonly<Record<string, string | null>>;

/** What a row is called: the fields that say whose trade it is. */
export interface Names {
  readonly fields: {
    readonly partner: string | null;
    readonly partnerName: string | null;
  } & Fields;
}

/** The names of a place whose partner is called so. */
export function namesOf(question: Question, { reporter }: Place, partner: NamedPartner): Names {
  const { metric, by, product, directory, asked } = question;
  const { about } = metric.asks;
  const several = by.includes("reporter") || (asked.reporter !== null && manyOf(asked.reporter));
  const reporters = reporterOf(question, reporter, partner);
  return {
    fields: {
      ...((about !== "partner" || several) && { reporter: reporters }),
      ...(several && { reporterName: reporters && directory.nameOf(reporters) }),
      partner: partner.code,
      partnerName: partner.name,
      ...(by.includes("product") && {
        product: product.id,
        productName: selectionTitle(product, question.titleOf),
      }),
    },
  };
}

function manyOf(reporter: string | readonly string[]): boolean {
  return typeof reporter !== "string" && reporter.length > 1;
}

function reporterOf(
  { metric }: Question,
  reporter: Place["reporter"],
  partner: NamedPartner,
): string | null {
  if (metric.asks.about === "region") return partner.code;
  if (reporter === "all") return WORLD;
  if (reporter === ONLY_REPORTER) return null;
  return reporter.length === 1 ? reporter[0]! : reporter.join("+");
}

/** The title of a selection, with the name of its one product. */
export function selectionTitle(
  { title, codes, excluded }: ProductSelection,
  titleOf: Question["titleOf"],
): string {
  const [only] = codes;
  const isPlain = codes.length === 1 && excluded.length === 0 && title === productName(only!);
  return isPlain ? titledProduct(only!, titleOf) : title;
}

/** The same for one member of a dimension. */
export function withMember(
  names: Names,
  by: Dimension,
  member: string,
  { directory, titleOf }: Question,
): Names {
  const name = by === "product" ? titledProduct(member, titleOf) : directory.nameOf(member);
  return renamed(names, by, member, name);
}

/**
 * The same for what is left of a dimension: a number of other members, or what none of them has.
 * @param others null where it is not known how many they are.
 */
export function withRest(names: Names, by: Dimension, others: number | null): Names {
  if (others === null) return renamed(names, by, null, "all others");
  const rest = others > 0 ? `${others} other${others === 1 ? "" : "s"}` : "not broken down";
  return renamed(names, by, null, rest);
}

/** The same for a number of members together. */
export function withCount(names: Names, by: Dimension, members: number): Names {
  const count = `${members || "no"} ${by}${members === 1 ? "" : "s"}`;
  return { fields: { ...names.fields, [`${by}Name`]: count } };
}

function renamed({ fields }: Names, by: Dimension, code: string | null, name: string): Names {
  return { fields: { ...fields, [by]: code, [`${by}Name`]: name } };
}

/** `HS 87, vehicles` for `hs:87`; without a name the same as `productName`. */
export function titledProduct(code: string, titleOf: Question["titleOf"]): string {
  const title = titleOf?.(code) ?? null;
  return title === null ? productName(code) : `${productName(code)}, ${title}`;
}

/** `HS 87` for `hs:87`. */
export function productName(code: string): string {
  const at = code.indexOf(":");
  const group = code.startsWith("wits:")
    ? witsGroups.find((one) => one.code === code.slice(5))
    : null;
  if (group) return `WITS ${group.name}`;
  return at < 0 ? code : `${code.slice(0, at).toUpperCase()} ${code.slice(at + 1)}`;
}
