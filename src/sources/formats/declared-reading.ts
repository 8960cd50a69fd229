import { InputError } from "../../errors.ts";
import type { RecordDefaults } from "../description.ts";
import { flowWords } from "./flow-words.ts";
import type { NumberSpelling } from "./numbers.ts";
import { type DateOrder, type FiscalStart, monthNumber } from "./periods.ts";
import { unitIn, unitText } from "./units.ts";

/** What a column can be said to hold. `exports` and `imports` are columns of values of one flow. */
export const readingColumns = [
  ...["period", "month", "partner", "reporter", "flow", "value", "exports", "imports"],
  ...["product", "unit", "sector", "flowBasis", "valuation", "basis"],
] as const;

/** What can be said to hold for every row. */
export const readingConstants = [
  ...["period", "partner", "reporter", "flow", "product", "unit", "sector", "flowBasis"],
  ...["valuation", "basis", "system", "digits", "fiscalYear", "dates", "codes"],
] as const;

/** How a file is read, as its user says. */
export interface DeclaredReading {
  /** The name of the column of each attribute. */
  readonly columns: Readonly<Record<string, string>>;
  readonly constants: Readonly<Record<string, string>>;
  /** What texts mean: `export`, `import`, `re-export`, or the code of a partner. */
  readonly words: Readonly<Record<string, string>>;
  readonly decimal: "comma" | "point" | null;
  /** What may stand behind figures, such as `r` or `*`. */
  readonly marks: readonly string[];
  /** The line of the header, or its lines such as `3-4`, where the names of the columns do not tell. */
  readonly headerLine: string | null;
  /** Columns whose parts are added up. */
  readonly addUp: readonly string[];
  /** Texts that stand for a missing figure. */
  readonly missing: readonly string[];
}

export const nothingDeclared: DeclaredReading = {
  columns: {},
  constants: {},
  words: {},
  decimal: null,
  marks: [],
  headerLine: null,
  addUp: [],
  missing: [],
};

/** Whether it says where the columns are, so that no format is looked for. */
export function namesColumns({ columns, headerLine }: DeclaredReading): boolean {
  return Object.keys(columns).length > 0 || headerLine !== null;
}

/** How figures are written; null where nothing is said of it. */
export function declaredNumbers({ decimal, marks }: DeclaredReading): NumberSpelling | null {
  if (decimal === null && marks.length === 0) return null;
  return { decimal: decimal === "comma" ? "," : ".", marks };
}

/** What texts mean, by the texts in lower case. */
export function declaredWords({ words }: DeclaredReading): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).map(([text, meaning]) => [
      text.toLowerCase(),
      flowWords[meaning.toUpperCase()] ?? meaning,
    ]),
  );
}

/** The constants that are attributes of records, in the words of the record layout. */
export function declaredDefaults({ constants }: DeclaredReading): RecordDefaults {
  const { system, digits, fiscalYear, dates, codes, ...others } = constants;
  const defaults: Record<string, string> = { ...others };
  if (defaults.flow !== undefined) {
    const flow = flowWords[defaults.flow.toUpperCase()];
    if (flow === undefined) throw badConstant("flow", defaults.flow, "export or import");
    defaults.flow = flow;
  }
  if (defaults.unit !== undefined) {
    const unit = unitIn(defaults.unit);
    if (!unit) throw badConstant("unit", defaults.unit, "USD, USD million, EUR thousand …");
    defaults.unit = unitText(unit);
  }
  return defaults;
}

/** The system of product codes, and the digits to which they are filled up. */
export function declaredProducts({ constants: { system, digits } }: DeclaredReading): {
  readonly system: string | null;
  readonly digits: number;
} {
  if (digits !== undefined && !/^([1-9]|1\d)$/.test(digits)) {
    throw badConstant("digits", digits, "the digits of every product code, such as 6");
  }
  return { system: system?.toLowerCase() ?? null, digits: Number(digits ?? 0) };
}

/** When years begin; null for the calendar year, undefined where nothing is said. */
export function declaredFiscalYear({
  constants: { fiscalYear },
}: DeclaredReading): FiscalStart | null | undefined {
  if (fiscalYear === undefined) return undefined;
  if (fiscalYear === "none") return null;
  const [, name, calledBy = null] = /^(.*?)(?:-(first|last))?$/.exec(fiscalYear)!;
  const month = monthNumber(name!);
  if (month === null) {
    throw badConstant("fiscalYear", fiscalYear, "a month such as april or october-last, or none");
  }
  return { month, calledBy: calledBy as FiscalStart["calledBy"] };
}

/** Whose numbers of countries these are; undefined where nothing is said. */
export function declaredCodes({
  constants: { codes },
}: DeclaredReading): "comtrade" | "m49" | "census" | undefined {
  if (codes === undefined || codes === "comtrade" || codes === "m49" || codes === "census") {
    return codes;
  }
  throw badConstant("codes", codes, "comtrade, m49 or census");
}

/** Which number of a date is its month; null where nothing is said. */
export function declaredDates({ constants: { dates } }: DeclaredReading): DateOrder | null {
  if (dates === undefined) return null;
  if (dates === "day-first" || dates === "month-first") return dates;
  throw badConstant("dates", dates, "day-first or month-first");
}

function badConstant(name: string, text: string, expected: string): InputError {
  return new InputError(
    `--constant ${name}: "${text}" is not ${expected.startsWith("a") ? "" : "one of "}${expected}`,
  );
}
