/** The first of many names, and how many there are beside them: `CA, MX and 3 more`. */
export function firstNames(names: readonly string[], most: number, between = ", "): string {
  const more = names.length > most ? ` and ${names.length - most} more` : "";
  return `${names.slice(0, most).join(between)}${more}`;
}
