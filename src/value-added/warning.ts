/** Something the reader of an answer should know; the code is stable, the message is for people. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}
