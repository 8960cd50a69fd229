import type { GroupPublisher } from "../../partners/published-members.ts";
import type { CodeScheme } from "../../partners/schemes.ts";
import type { RecordDefaults } from "../description.ts";
import type { NumberSpelling } from "./numbers.ts";

/** One column under the names that it goes by; the first that the header has is taken. */
export type Column = string | readonly string[];

/**
 * What a file says of one attribute of a record: a constant, or a column, whose codes are turned
 * into the words of the record layout. A code that is not listed makes its row invalid.
 */
export type Fact =
  | { readonly is: string }
  /** The first group of a pattern in the text above the header. */
  | { readonly above: RegExp }
  | {
      readonly column: Column;
      readonly codes?: Readonly<Record<string, string>>;
      /** Other texts are given back as they are. */
      readonly others?: "kept";
      /** The texts name units of money in any words, such as `Millions of US dollars`. */
      readonly units?: true;
      /** Columns that say the currency and the power of ten of a unit, beside it or in its place. */
      readonly beside?: { readonly currency: Column; readonly power: Column };
    };

/** Where the period stands: a column, or a year and the month beside it, or the header itself. */
export type PeriodFact =
  | {
      readonly column: Column;
      readonly month?: Column;
    }
  | "columns";

/** A partner: the first of these columns whose text is the name or code of one. */
export interface PartnerFact {
  readonly columns: readonly Column[];
  /**
   * How codes are to be read: Census codes, M49 with or without leading zeros, UN Comtrade's own
   * numbers and letters before M49, or only by the table of codes that comes beside the files.
   */
  readonly codes?: "census" | "m49" | "table" | CodeScheme;
  /** Names of the publisher's own, beside those of the directory. */
  readonly names?: Readonly<Record<string, string>>;
  /** The partner where the file has none of the columns: as the text around the table says, or this. */
  readonly around?: RegExp;
  readonly otherwise?: string;
}

/** The first column of products that the header has, and the codes that stand for all products. */
export interface ProductFact {
  readonly column: Column;
  /** The system of the codes, or what tells it; without it codes say it themselves. */
  readonly system?: Fact;
  /** The system where neither the table nor its user tells one. */
  readonly usual?: string;
  readonly all: readonly string[];
  /** Digits to which codes that lost their leading zeros are filled up again. */
  readonly digits?: number;
  /** The codes are words, such as `Capital goods`. */
  readonly words?: true;
}

/** A column of figures and what it says of them. */
export interface FigureColumn {
  readonly column: Column;
  readonly says?: RecordDefaults;
  /** The figure counts the year from January to the month of its period. */
  readonly yearToDate?: true;
  /** Why figures of this column are no records, such as shipments by air alone. */
  readonly aside?: string;
  /** Swaps reporter and partner: the same trade as the other side's flow. */
  readonly mirrored?: true;
  /** The period, the partner or the month that the column is for. */
  readonly period?: string;
  readonly partner?: string;
  readonly month?: number;
  /** The column of the year, where the column is for a month. */
  readonly year?: Column;
}

/**
 * Columns of figures whose header carries part of the record, in named groups: `year`, `month`
 * (its name), `period` in any spelling, `wholeYear`, `partner`, `flow`.
 */
interface WideColumns {
  readonly header: RegExp;
  /** The column of the year, where the header holds only the month. */
  readonly year?: Column;
  readonly flows?: Readonly<Record<string, RecordDefaults>>;
  /** What every one of these columns says. */
  readonly says?: RecordDefaults;
}

/** Rows that are no records, by the text of a column (or of the first), and why. */
export interface SetAside {
  readonly column: Column | { readonly first: true };
  readonly when: readonly string[] | RegExp;
  readonly because: string;
}

/** A column that breaks a figure down; `whole` are the codes of the row that counts every part. */
export interface Breakdown {
  readonly column: Column;
  readonly whole: readonly string[];
}

/** A phrase in or around a table: what it says of the figures, or why they are no records. */
export interface ContextFact {
  readonly text: RegExp;
  readonly says?: RecordDefaults;
  readonly aside?: string;
  /** Looked for only around the table: sheets of parameters, and the text above the header. */
  readonly around?: true;
  /** Says nothing where the header has one of these columns, or where this stands around as well. */
  readonly unless?: readonly string[];
  readonly butFor?: RegExp;
}

/** One shape of a publisher's files: how to know it, and where each part of a record stands. */
export interface Layout {
  readonly title: string;
  /** Columns that the header must have. */
  readonly header: readonly Column[];
  /** A pattern that one more column of the header must fit. */
  readonly headerLike?: RegExp;
  /** Columns that the header must not have. */
  readonly without?: readonly string[];
  /** What the rows above the header must say. */
  readonly above?: RegExp;
  /** What the cells of the header must be, joined by `|`; then the columns take these names. */
  readonly named?: { readonly like: RegExp; readonly names: readonly string[] };
  /**
   * What the row below reads from a column on where its values stand one column to the left of their
   * names: programs take the first value for the name of a row where rows end with an empty field.
   */
  readonly shifted?: { readonly column: Column; readonly like: RegExp };
  /** What the first row below the header must say. */
  readonly rowsLike?: RegExp;
  /** Columns that are known and may be left out; any other is named in a warning. */
  readonly optional?: readonly string[];
  /** Columns that are not read, one of which may tell rows of one figure apart. */
  readonly unread?: readonly string[];
  readonly period: PeriodFact;
  readonly partner: PartnerFact | Fact | "columns";
  readonly reporter: PartnerFact | Fact;
  readonly flow?: Fact;
  readonly products?: readonly ProductFact[];
  readonly sector?: Fact;
  readonly flowBasis?: Fact;
  readonly valuation?: Fact;
  /** Columns that repeat the figure on a stated valuation: where equal, that is the valuation. */
  readonly valuedLike?: Readonly<Record<string, string>>;
  readonly basis?: Fact;
  /** The edition of the classification of products. */
  readonly edition?: Fact;
  /** ISO 4217; the currency of the unit where it is left out. */
  readonly currency?: Fact;
  /** The edition of the products by the name of a file; said where files of several are read together. */
  readonly editionInName?: {
    readonly like: RegExp;
    readonly codes: Readonly<Record<string, string>>;
  };
  /** `yes` or `no`: whether figures are seasonally adjusted. */
  readonly adjusted?: Fact;
  /** At which prices, such as `constant prices`; empty or `current` for those of the period. */
  readonly prices?: Fact;
  readonly unit: Fact;
  readonly figures: readonly FigureColumn[] | WideColumns;
  /** Text that stands for a missing figure. */
  readonly missing: readonly string[];
  /** Text in the place of a figure that is held back, beside the marks that all publishers share. */
  readonly heldBack?: readonly string[];
  /** Columns whose text says that a figure without a value is held back. */
  readonly suppressed?: readonly { readonly column: Column; readonly when: RegExp }[];
  /** The column that says whether a figure is provisional or estimated, and codes of its own. */
  readonly status?: { readonly column: Column; readonly codes?: Readonly<Record<string, string>> };
  readonly aside?: readonly SetAside[];
  readonly breakdowns?: readonly Breakdown[];
  /** The column whose text is looked through for the context; else what stands above the header. */
  readonly contextColumn?: Column;
  readonly context?: readonly ContextFact[];
  /**
   * Columns of codes of which several may fall to one figure, such as West Bank and Gaza, or the
   * ports of entry of a file without a total: rows that differ in them add up.
   */
  readonly addedUpBy?: readonly string[];
  /** A row that repeats an earlier one to the last digit is counted once instead of being an error. */
  readonly repeats?: "once";
  /** Whether it lists only flows above zero, so that a flow without a row is zero. */
  readonly absentIsZero?: true;
  /** Rows of which only the first cell is filled are notes. */
  readonly notesBelow?: true;
  /** Every row may end with one empty field that the header lacks. */
  readonly trailingField?: true;
  /** How figures are written, where that is not plain. */
  readonly numbers?: NumberSpelling;
  /** What the file does not say and the user must, by the names of the record layout. */
  readonly asks?: readonly ("reporter" | "partner" | "flow" | "product" | "unit")[];
  /** Written from documentation: no file of it was at hand. */
  readonly unverified?: true;
  /** Zeros after the last published month of the latest year are unpublished, not zero. */
  readonly zerosAtEndAreUnpublished?: true;
  /** Partners that cannot be placed are counted and named instead of being errors. */
  readonly unplaced?: "named";
  /** Shares and other indicators, not records of trade. */
  readonly shares?: true;
}

/** A publisher's format: its layouts, the most specific first. */
export interface Format {
  /** The name for `--as`. */
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  readonly layouts: readonly Layout[];
  /** What a query that was posted says of its answer, in the words that stand beside tables. */
  readonly queryWords?: (query: string) => string;
  /** The name under which the members of its groups were measured. */
  readonly groups?: GroupPublisher;
  /** A table of codes and names that comes beside the files, with its columns, and what it is called. */
  readonly codeTable?: { readonly code: Column; readonly name: Column; readonly file: string };
}
