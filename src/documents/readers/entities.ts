import { decodeHTMLStrict } from "entities";

/** The character of a reference such as `&nbsp;` or `&#8211;`; what is none stays as it is. */
export function decodeEntity(entity: string): string {
  return decodeHTMLStrict(entity);
}
