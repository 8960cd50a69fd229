import { shellWord } from "../records/mend.ts";

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

/** How a text that is no known flow is said to be one, or none. */
export function flowHint(text: string): string {
  const quote = shellWord(text) === text ? "" : "'";
  const said = (meaning: string) => `--word ${quote}${text}=${meaning}${quote}`;
  const flows = ["export", "import"].filter((flow) => text.toLowerCase().includes(flow));
  if (flows.length !== 1) {
    return /balance|deficit|surplus/i.test(text)
      ? ` (leave it out: ${said("none")})`
      : ` (say what it means: ${said("export")} or ${said("import")})`;
  }
  return /domestic/i.test(text)
    ? ` (leave out what is a part of all ${flows}s: ${said("none")}; or, where the file has no others, ${said(flows[0]!)})`
    : ` (say what it means: ${said(flows[0]!)})`;
}
