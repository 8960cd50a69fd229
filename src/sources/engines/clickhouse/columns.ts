/** A column of a table of ClickHouse, by what its type means for text and sums. */
export interface ClickHouseColumn {
  readonly name: string;
  readonly type: string;
  readonly isNullable: boolean;
  /** `whole`: an integer; `decimal`: with the number of digits after its point; else its text is read. */
  readonly kind: "text" | "fixed" | "whole" | "decimal" | "other";
  readonly scale: number;
  /** Whether sums of its values need no more than 64 bits, however many there are. */
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
  const [, scale] = /^Decimal\(\d+, *(\d+)\)$/.exec(inner) ?? [];
  const whole = /^U?Int(\d+)$/.exec(inner);
  return {
    ...{ name, type, isNullable },
    kind: kindOf(inner, whole !== null, scale !== undefined),
    scale: Number(scale ?? 0),
    isSmall: whole !== null && Number(whole[1]) <= 32,
  };
}

function kindOf(type: string, isWhole: boolean, isDecimal: boolean): ClickHouseColumn["kind"] {
  if (isWhole) return "whole";
  if (isDecimal) return "decimal";
  if (type === "String") return "text";
  return type.startsWith("FixedString(") ? "fixed" : "other";
}
