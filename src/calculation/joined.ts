type Fields = Record<string, unknown>;

/** The names of some fields in their order, and an object that has them. */
interface Shape {
  readonly next: Map<string, Shape>;
  readonly names: readonly string[];
  made: Fields | null;
}

const start: Shape = { next: new Map(), names: [], made: null };

/**
 * The fields of several objects in one, as if they were spread; null and false have none. Objects of
 * many fields that are made so one by one would take ten times as much memory.
 */
export function joined(...parts: readonly (object | false | null | undefined)[]): object {
  let shape = start;
  for (const part of parts) {
    if (!part) continue;
    for (const name in part) {
      let next = shape.next.get(name);
      if (!next) {
        next = { next: new Map(), names: [...shape.names, name], made: null };
        shape.next.set(name, next);
      }
      shape = next;
    }
  }
  shape.made ??= JSON.parse(`{${shape.names.map((name) => `"${name}":0`)}}`) as Fields;
  const all = { ...shape.made };
  for (const part of parts) {
    if (part) for (const name in part) all[name] = (part as Fields)[name];
  }
  return all;
}
