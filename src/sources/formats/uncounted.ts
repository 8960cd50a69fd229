import { type Aside, aside } from "./outcome.ts";

/** Why a row of a flow that is not counted is no record; null where it may be one. */
export function notARecord({ flow }: Readonly<Record<string, string>>): Aside | null {
  return /^re-?(ex|im)ports?$/i.test(flow ?? "") ? aside("re-exports-and-re-imports") : null;
}
