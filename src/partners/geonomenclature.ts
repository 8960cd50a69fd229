/**
 * The letters of Eurostat's Geonomenclature, which is that of Comext, where they are not ISO 3166's
 * alpha-2 of today. Codes of Q are of no country; of each three, the first is of all trade, the second
 * of trade within the European Union and the third of trade outside it.
 *
 * Source: Commission Implementing Regulation (EU) 2020/1470, annex I, and its later amendments; Eurostat's
 * own letters for Greece and the United Kingdom.
 */
export const geonomenclatureLetters: Readonly<Record<string, string>> = {
  EL: "GR",
  UK: "GB",
  XS: "RS",
  XK: "XK",
  XC: "CEUTA",
  XL: "MELILLA",
  // Since 2021 the United Kingdom is in two, of which Northern Ireland is counted inside the Union.
  XI: "NORTHERN-IRELAND",
  XU: "GREAT-BRITAIN",
  QP: "HIGH-SEAS",
  QQ: "STORES-AND-PROVISIONS",
  QR: "STORES-AND-PROVISIONS-INTRA-EU",
  QS: "STORES-AND-PROVISIONS-EXTRA-EU",
  QU: "COUNTRIES-NOT-SPECIFIED",
  QV: "COUNTRIES-NOT-SPECIFIED-INTRA-EU",
  QW: "COUNTRIES-NOT-SPECIFIED-EXTRA-EU",
  QX: "SECRET-COUNTRIES",
  QY: "SECRET-COUNTRIES-INTRA-EU",
  QZ: "SECRET-COUNTRIES-EXTRA-EU",
};
