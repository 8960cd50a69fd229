/** Whether parts are above their whole by more than the rounding of both may be. */
export function isAbove(parts: number, whole: number): boolean {
  return parts > whole * 1.0001 + 1;
}
