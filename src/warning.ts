/** What an answer must not leave unsaid. The codes are stable; the messages are for people. */
export interface Warning {
  readonly code: string;
  readonly message: string;
}
