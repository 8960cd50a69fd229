/** The twelve categories of EBOPS 2010, 1 to 12, which SDMX writes SA to SL. */
const categories = [
  ...["manufacturing on inputs owned by others", "maintenance and repair", "transport", "travel"],
  ...["construction", "insurance and pension", "financial services"],
  "charges for intellectual property",
  ...["telecommunications, computer and information", "other business services"],
  ...["personal, cultural and recreational", "government"],
];

/** The categories of EBOPS 2002. */
const categoriesOf2002: Readonly<Record<string, string>> = {
  ...{ 205: "transport", 236: "travel", 245: "communications", 249: "construction" },
  ...{ 253: "insurance", 260: "financial services", 262: "computer and information" },
  ...{ 266: "royalties and licence fees", 268: "other business services" },
  ...{ 287: "personal, cultural and recreational", 291: "government" },
};

/**
 * The plain name of a category of services, `travel` for `sd`, `4` and `236`; null for any other code.
 * Source: UN Comtrade, reference tables of EBOPS 2002 and 2010.
 */
export function serviceTitle(code: string): string | null {
  const letter = /^s([a-l])$/.exec(code)?.[1];
  const at = letter === undefined ? Number(/^\d+$/.exec(code)?.[0]) : letter.charCodeAt(0) - 96;
  return categories[at - 1] ?? categoriesOf2002[code] ?? null;
}
