/** Languages of statistical offices whose months do not begin as those of English, French or Spanish do. */
const LANGUAGES = [
  "tr",
  "pl",
  "cs",
  "fi",
  "hu",
  "ro",
  "ru",
  "uk",
  "el",
  "id",
  "it",
  "nl",
  "sv",
  "da",
];

let known: ReadonlyMap<string, number> | null = null;

/** 1 to 12 for the name of a month, such as `ocak` or `styczeń`, in small letters; null for other text. */
export function monthInAnyLanguage(name: string): number | null {
  known ??= gathered();
  return known.get(bare(name)) ?? null;
}

function gathered(): Map<string, number> {
  const months = new Map<string, number>();
  for (const language of Intl.DateTimeFormat.supportedLocalesOf(LANGUAGES)) {
    for (const month of ["long", "short"] as const) {
      // Beside a year some languages decline the name of the month.
      for (const year of [undefined, "numeric"] as const) {
        const format = new Intl.DateTimeFormat(language, { month, year, timeZone: "UTC" });
        for (let number = 1; number <= 12; number += 1) {
          const parts = format.formatToParts(Date.UTC(2001, number - 1, 1));
          const name = bare(parts.find(({ type }) => type === "month")?.value ?? "");
          if (name.length >= 3 && !months.has(name)) months.set(name, number);
        }
      }
    }
  }
  return months;
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.$/, "")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "");
}
