import { describe, expect, it } from "vitest";
import { decode, encodingOf } from "../../../src/sources/files/encoding.ts";

/** Texts, and their bytes by the tables of the encoding, as another program (Python's codecs) writes them. */
const texts: readonly (readonly [encoding: string, what: string, text: string, bytes: string])[] = [
  [
    "gb18030",
    "China's customs",
    "数据年月,贸易伙伴名称,商品名称,美元\n202301,美国,智能手机,1234\n",
    "yv2+3cTq1MIsw7PS17vvsOnD+7PGLMnMxrfD+7PGLMPA1KoKMjAyMzAxLMPAufos1sfE3MrWu/osMTIzNAo=",
  ],
  [
    "shift_jis",
    "Japan's table of trade",
    "年月,国名,輸出額,輸入額\n2023年1月,アメリカ合衆国,100,60\n",
    "lE6MjiyNkZa8LJdBj2+KeiyXQZP8inoKMjAyM5ROMYyOLINBg4GDioNKjYePT42RLDEwMCw2MAo=",
  ],
  [
    "euc-kr",
    "Korea's customs service",
    "년월,국가,수출금액,수입금액\n2023.01,미국,8050000,5806000\n",
    "s+K/+SyxubChLLz2w+Kx3b7XLLz2wNSx3b7XCjIwMjMuMDEsucyxuSw4MDUwMDAwLDU4MDYwMDAK",
  ],
  [
    "big5",
    "Taiwan's customs",
    "年月,國家,出口金額,進口金額\n202301,美國,100,60\n",
    "pn6k6yyw6q5hLKVYpGaq98NCLLZppGaq98NCCjIwMjMwMSys/LDqLDEwMCw2MAo=",
  ],
  [
    "windows-1251",
    "Russia's customs",
    "Период,Страна,Экспорт,Импорт\n2023,Китай,100,60\n",
    "z+Xw6O7kLNHy8ODt4Czd6vHv7vDyLMjs7+7w8goyMDIzLMro8uDpLDEwMCw2MAo=",
  ],
  [
    "windows-1252",
    "INEGI in Spanish",
    "Período,País,Exportación,Importación\n2023,España y Japón,100,60\n",
    "UGVy7W9kbyxQYe1zLEV4cG9ydGFjafNuLEltcG9ydGFjafNuCjIwMjMsRXNwYfFhIHkgSmFw824sMTAwLDYwCg==",
  ],
  [
    "windows-1252",
    "a French table with printed apostrophes",
    "Année,Pays,Valeur d’échange – côté import\n2023,Côte d’Ivoire,1\n2023,Brésil,“2”\n",
    "QW5u6WUsUGF5cyxWYWxldXIgZJLpY2hhbmdlIJYgY/R06SBpbXBvcnQKMjAyMyxD9HRlIGSSSXZvaXJlLDEKMjAyMyxCculzaWwskzKUCg==",
  ],
  [
    "windows-1252",
    "a German table with names in capitals",
    "LÄNDER;AUSFÜHRER;GRÖSSE;MÜLLER ÄÖÜß\n2023;ÖSTERREICH;1\n",
    "TMROREVSO0FVU0bcSFJFUjtHUtZTU0U7TdxMTEVSIMTW3N8KMjAyMzvWU1RFUlJFSUNIOzEK",
  ],
  [
    "windows-1250",
    "Poland's office",
    "Rok;Miesiąc;Kraj;Eksport\n2023;styczeń;Łotwa;1\n",
    "Um9rO01pZXNpuWM7S3JhajtFa3Nwb3J0CjIwMjM7c3R5Y3pl8Tujb3R3YTsxCg==",
  ],
  [
    "windows-1250",
    "Czechia's office",
    "Rok;Měsíc;Země;Vývoz\n2023;říjen;Německo a Česko;1\n2023;červen;Řecko;2\n",
    "Um9rO03sc+1jO1plbew7Vv12b3oKMjAyMzv47WplbjtO7G1lY2tvIGEgyGVza287MQoyMDIzO+hlcnZlbjvYZWNrbzsyCg==",
  ],
  [
    "windows-1254",
    "TurkStat",
    "Yıl;Ülke;İhracat;İthalat\n2023;Güney Kıbrıs ve Şili;1;2\n",
    "Wf1sO9xsa2U73WhyYWNhdDvddGhhbGF0CjIwMjM7R/xuZXkgS/1icv1zIHZlIN5pbGk7MTsyCg==",
  ],
  [
    "windows-1252",
    "French and Danish names beside each other",
    "Pays;Année\nDanmark på Færøerne, Île-de-France près du Père, où\n",
    "UGF5cztBbm7pZQpEYW5tYXJrIHDlIEbmcvhlcm5lLCDObGUtZGUtRnJhbmNlIHBy6HMgZHUgUOhyZSwgb/kK",
  ],
  [
    "windows-1252",
    "Spanish ordinals and cubic metres",
    "País;Nº;m³;1ª y 3º\nEspaña;1º;2 m³/día;¿Qué?\n",
    "UGHtcztOujttszsxqiB5IDO6CkVzcGHxYTsxujsyIG2zL2TtYTu/UXXpPwo=",
  ],
];

describe("a text that is no Unicode", () => {
  it.each(texts)("is read as %s: %s", (encoding, _, text, bytes) => {
    const found = encodingOf(Buffer.from(bytes, "base64"));
    expect(found).toBe(encoding);
    expect(decode(Buffer.from(bytes, "base64"), found)).toBe(text);
  });
});
