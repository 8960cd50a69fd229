/** A part as a file gives it, before any check. */
export interface RawPart {
  /** `file:line`, where the part begins. */
  readonly place: string;
  readonly fields: Readonly<Record<string, unknown>>;
  /** The `file:line` of a key, where it differs from `place`. */
  readonly places: Readonly<Record<string, string>>;
}
