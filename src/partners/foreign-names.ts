/** The languages of statistical offices whose names of countries are known. */
const LANGUAGES = [
  ...["de", "fr", "es", "pt", "it", "nl", "pl", "tr", "sv", "da", "nb", "fi", "cs", "hu", "ro"],
  ...["ru", "uk", "el", "zh", "zh-Hant", "ja", "ko", "id", "vi"],
];

/** Names that offices write and the directory of languages has otherwise. */
const OTHERS: Readonly<Record<string, string>> = {
  ...{ "estados unidos da america": "US", "estados unidos de america": "US", eua: "US" },
  ...{ eeuu: "US", "ee uu": "US", "etats unis d amerique": "US", "stati uniti d america": "US" },
  ...{
    "vereinigte staaten von amerika": "US",
    "russische foderation": "RU",
    "russie federation": "RU",
  },
  ...{ "federacion de rusia": "RU", "federation de russie": "RU", "federacao da russia": "RU" },
  ...{ "republica de corea": "KR", "republique de coree": "KR", "republik korea": "KR" },
  ...{ "china volksrepublik": "CN", "republica popular china": "CN", "viet nam": "VN" },
  ...{ holanda: "NL", hollanda: "NL", "republica checa": "CZ", "republique tcheque": "CZ" },
  ...{
    米国: "US",
    英国: "GB",
    中華人民共和国: "CN",
    大韓民国: "KR",
    中国香港: "HK",
    中国台湾: "TW",
  },
};

let known: ReadonlyMap<string, string | null> | null = null;

/**
 * The ISO 3166 alpha-2 code of a country by its name in another language than English, such as
 * `Estados Unidos`, `Vereinigte Staaten` or `美国`; null for other text, and for a name that languages
 * give to several countries. Source: the Unicode Common Locale Data Repository, which the runtime holds.
 */
export function countryInAnyLanguage(name: string): string | null {
  if (!/\p{L}/u.test(name)) return null;
  known ??= gathered();
  return known.get(keyOf(name)) ?? null;
}

function gathered(): Map<string, string | null> {
  const names = new Map<string, string | null>(Object.entries(OTHERS));
  const all = codes();
  for (const language of Intl.DisplayNames.supportedLocalesOf(LANGUAGES)) {
    for (const style of ["long", "short"] as const) {
      const told = new Intl.DisplayNames([language], { type: "region", style, fallback: "none" });
      for (const code of all) {
        const key = keyOf(told.of(code) ?? "");
        if (key.length < (/[a-z]/.test(key) ? 3 : 1)) continue;
        const before = names.get(key);
        names.set(key, before === undefined || before === code ? code : null);
      }
    }
  }
  return names;
}

/** The pairs of letters that have a name. */
function codes(): string[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const told = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  return pairs.filter((code) => !NO_COUNTRIES.test(code) && told.of(code) !== undefined);
}

/** Unions, unknown regions and countries of the past, some of whose codes were given again. */
const NO_COUNTRIES =
  /^(EU|EZ|UN|ZZ|QO|XA|XB|AN|BU|CS|CT|DD|DY|FQ|FX|HV|JT|MI|NH|NQ|NT|PC|PU|PZ|RH|SU|TP|UK|VD|WK|YD|YU|ZR)$/;

function keyOf(name: string): string {
  return name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();
}
