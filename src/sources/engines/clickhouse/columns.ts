/** A column of a table of ClickHouse, by what its type means for text and sums. */
export interface ClickHouseColumn {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  /** `whole`: an integer; `decimal`: with the number of digits after its point; else its text is read. */
  readonly kind: "text" | "fixed" | "whole" | "decimal" | "other";
  readonly scale: number;
  /** Whether the server keeps its texts in a list, so that each of them is looked at but once. */
  readonly isListed: boolean;
  /** Whether the type that the server gives their sum holds it, however many there are. */
  readonly isSmall: boolean;
}

/** What a type of ClickHouse means, such as `LowCardinality(Nullable(String))`. */
export function clickhouseColumn(name: string, type: string): ClickHouseColumn {
  let inner = type;
  let isNullable = false;
  for (;;) {
    const [, outer, within] = /^(LowCardinality|Nullable)\((.*)\)$/.exec(inner) ?? [];
    if (within === undefined) break;
    isNullable ||= outer === "Nullable";
    inner = within;
  }
  const [, precision, scale] = /^Decimal\((\d+), *(\d+)\)$/.exec(inner) ?? [];
  const whole = /^U?Int(\d+)$/.exec(inner);
  return {
    ...{ name, type, isNullable },
    isListed: type === "LowCardinality(String)",
    kind: kindOf(inner, whole !== null, scale !== undefined),
    scale: Number(scale ?? 0),
    isSmall: whole ? Number(whole[1]) <= 16 : Number(precision) <= 18,
  };
}

function kindOf(type: string, isWhole: boolean, isDecimal: boolean): ClickHouseColumn["kind"] {
  if (isWhole) return "whole";
  if (isDecimal) return "decimal";
  if (type === "String") return "text";
  return type.startsWith("FixedString(") ? "fixed" : "other";
}
