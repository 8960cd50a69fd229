import type { Remark } from "../comparison/identity.ts";
import type { FigureRequest } from "../metrics/cell.ts";
import type { Period } from "../records/period.ts";
import type { TradeDataset } from "../sources/dataset.ts";
import type { countedOnce, hasLargerWhole, notingEnded, withoutWholes } from "./counted-once.ts";
import type { Cube } from "./cube.ts";
import type { CubeFigure } from "./cube-figure.ts";
import type { noteGroups } from "./group-notes.ts";
import type { noteMembersAboveWhole } from "./member-notes.ts";
import type { noteMissing } from "./missing-notes.ts";
import type { WarningList } from "./warnings.ts";

/**
 * Whose members a group has in a question: those of today in every period, those that it had then,
 * or those that the publisher of its row counted.
 */
export type MemberRule = "today" | "then" | "published";

/**
 * What is known of areas over time. Its tables are loaded only for questions that can need them: of
 * groups, of areas of the past, and of more than one period in a row.
 */
export interface Areas {
  /** Whether a code may stand for others: a group, or an area of the past. */
  standsForOthers(code: string): boolean;
  /** Says of a row where a group was added up from its members, and what a published row would give. */
  noteGroups: typeof noteGroups;
  /** Says what only questions of files and of members can need said, so that it is loaded with the rest. */
  noteMembers: typeof noteMembersAboveWhole;
  noteMissing: typeof noteMissing;
  /** Areas of which none counts the trade of another: to be listed, and to be added up. */
  withoutWholes: typeof withoutWholes;
  countedOnce: typeof countedOnce;
  /** Says which areas had ended and stand beside their parts. */
  notingEnded: typeof notingEnded;
  hasLargerWhole: typeof hasLargerWhole;
  partnersOfGroup(
    dataset: TradeDataset,
    code: string,
    period: Period,
    rule: MemberRule,
  ): readonly string[];
  differenceOfRow(
    dataset: TradeDataset,
    code: string,
    period: Period,
  ): { readonly more: readonly string[]; readonly fewer: readonly string[] } | null;
  /** The area of the past, or the residual, in which a dataset counts a partner in a period. */
  countedIn(dataset: TradeDataset, code: string, period: Period): string | null;
  /** What is to be said where a sum of partners holds one area more than once; null where it does not. */
  countedTwice(
    requests: Readonly<Record<string, FigureRequest>>,
    inputs: ReadonlyMap<string, CubeFigure>,
  ): Remark | null;
  territoryIn(dataset: TradeDataset, code: string, period: Period): readonly string[] | null;
  /** Parts of the world under the names of today. */
  countriesOf(parts: readonly string[]): readonly string[];
  noteAreas(
    requests: Readonly<Record<string, FigureRequest>>,
    inputs: ReadonlyMap<string, CubeFigure>,
    cube: Cube,
    warnings: WarningList,
  ): void;
}
