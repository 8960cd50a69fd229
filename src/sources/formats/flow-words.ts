/**
 * Words for flows that mean the same wherever they stand. Numbers do not: 1 is imports in Eurostat's
 * and UN Comtrade's files and exports in Japan's.
 */
export const flowWords: Readonly<Record<string, string>> = {
  ...words("export", ["EXPORT", "EXPORTS", "X", "EXP", "EXPORTED", "EXPORTACIÓN", "EXPORTACIONES"]),
  ...words("export", ["EXPORTATIONS", "EXPORTAÇÃO", "EXPORTAÇÕES", "AUSFUHR", "TOTAL EXPORTS"]),
  ...words("import", ["IMPORT", "IMPORTS", "M", "IMP", "IMPORTED", "IMPORTACIÓN", "IMPORTACIONES"]),
  ...words("import", ["IMPORTATIONS", "IMPORTAÇÃO", "IMPORTAÇÕES", "EINFUHR", "TOTAL IMPORTS"]),
  ...words("re-export", ["RE-EXPORT", "RE-EXPORTS", "REEXPORT", "REEXPORTS", "RX"]),
  ...words("re-import", ["RE-IMPORT", "RE-IMPORTS", "REIMPORT", "REIMPORTS", "RM"]),
};

function words(flow: string, texts: readonly string[]): Record<string, string> {
  return Object.fromEntries(texts.map((text) => [text, flow]));
}
