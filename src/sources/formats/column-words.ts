/** A name in small letters without accents, its words apart: `tradeValue_usd` as `trade value usd`. */
export function wordsOf(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .normalize("NFC")
    .replace(/[^\p{L}\d%$€£¥]+/gu, " ")
    .trim();
}

/** Words of exports and imports in names of columns, in the languages of statistical offices. */
export const EXPORT =
  /(^| )(re )?exp(ort(s|ed|ac\p{L}+|at\p{L}+)?|[a-z]{2}|\d{4})?( |$)|(^| )exporten?( |$)|ausfuhr|exporta[cz]|esporta|eksport|ihracat|uitvoer|vyvoz|vienti|kivitel|экспорт|експорт|(?<!进|進)出口|輸出(?!入)|수출(?!입)/iu;
export const IMPORT =
  /(^| )(re )?imp(ort(s|ed|ac\p{L}+|at\p{L}+)?|[a-z]{2}|\d{4})?( |$)|einfuhr|importa[cz]|ithalat|invoer|dovoz|tuonti|behozatal|импорт|імпорт|进口|進口|(?<!出)輸入|(?<!출)수입/iu;

/** What is counted in tonnes, pieces or percent, or is told of figures, and is no value of trade. */
export const QUANTITY =
  /quant|qty|weight|wgt|\bkg\b|netmass|net mass|tonn|gewicht|menge|cantidad|quilo|kilogram|\bpeso (neto|bruto|liquido)|数量|數量|重量|수량|중량|share|percent|%|growth|\brank|\bchange\b|\bindex\b|unit value|per capita/;

/** A balance, of which exports and imports cannot be told. */
export const BALANCE = /balance|saldo|surplus|deficit|net exports|差额|差額|差引|무역수지|denge/;

/** What numbers are that are no amounts of trade. */
export const NO_VALUES =
  /flag|code|duty|duties|\bid\b|\biso\b|iso3num|\bnum\b|^no$|^s no$|^nr$|serial|level|decimals|unit$|mult$|scal(e|ar)|supp|status|count$|\bhs\b|year$|month$|\bgdp|\bpop\b|^dist|^contig|^lat|^lon|\brca$|^pci$|^cog$|순번|序号|序號|番号|번호/;

export const VALUES =
  /value|amount|obs|usd|us\$|dollar|fob|cif|wert|valor|valeur|trade v|trade ?flow|eur|million|billion|thousand|mn|bn|金額|金额|금액|美元/;

export const PERIOD_NAMES =
  /^(period|time ?period|time|date|obs(ervation)? date|ref (date|year|period)|year ?month|month(id| id)?|quarter|fecha|periodo|periode|zeit|zeitraum|datum|t|data|年月|数据年月|期間|时间|時間|年月次|년월|기간|период|okres|obdobi)$/;
export const YEAR_NAMES =
  /^(year|ref year|ano|anio|jahr|annee|yr|yıl|yil|calendar year|anno|jaar|rok|ar|vuosi|tahun|год|рік|年|年份|年次|年度|연도|년도|년)$/;
export const MONTH_NAMES =
  /^(month( ?(number|no|num))?|mes( numero)?|monat|mois|mo|ay|ref month|mese|maand|miesiac|mesic|manad|maned|kuukausi|bulan|месяц|місяць|月|月份|월)$/;
export const REPORTERS = /report|declar|exporter|from country|home/;
export const PARTNERS =
  /partner|partenaire|counterpart|destination|origin|importer|to country|market|supplier|socio|伙伴|夥伴|相手/;
export const COUNTRIES =
  /countr|ctry|cty|pais|pays|land|economy|entity|nation|location|area|geo|ulke|region|\biso3?\b|paese|kraj|strana|zeme|negara|стран|країн|国|國|나라|국가/;
/** The two ends of a flow, where a row says from where to where it goes. */
export const ORIGINS = /exporter|( |^)orig(en|em|ine?)?( |$)|( |^)o$/;
export const DESTINATIONS = /importer|( |^)dest(ino|inations?)?( |$)|( |^)d$/;
export const FLOWS =
  /flow|flux|trade type|direction|movement|regime|exp or imp|flujo|fluxo|type of trade|indicator|^trade$|element|进出口|進出口|輸出入|수출입/;
export const PRODUCTS =
  /product|commodit|^(hs|sh|hts|cn|kn|ncm|sitc|naics)( ?\d+)?( (code|number|no))?$|^code$|hs ?code|cmd ?code|hts ?number|sitc|naics|^tariff( (code|item|line|heading|number))?$|^item$|^cn ?8?( ?code)?$|posicion|商品编码|商品編碼|品目|품목/;
/** Names of classifications whose codes look like those of goods and are others. */
export const OTHER_PRODUCTS =
  /\bcpc\b|\bbec\b|isic|\bcpa\b|\bhts? ?desc|description|\bdesc\b|label|name$/;

/** What says how amounts or quantities are counted, in letters that may look like those of a country. */
export const UNITS = /(^| )(units?|uom|currency|currencies|einheit|unidad(es)?|unite)( ?\d)?( |$)/;

/** Of what a table counts all, where it lists parts. */
export const TOTALS: readonly string[] = [
  ...[
    "total",
    "grand total",
    "totale",
    "totaal",
    "totalt",
    "insgesamt",
    "gesamt",
    "summe",
    "toplam",
  ],
  ...[
    "razem",
    "ogółem",
    "celkem",
    "spolu",
    "összesen",
    "yhteensä",
    "итого",
    "всего",
    "разом",
    "усього",
  ],
  ...["总计", "總計", "合计", "合計", "总值", "總值", "총계", "합계"],
];
export const TOTAL = new RegExp(
  `^(?:${TOTALS.join("|")})( \\d{4})?:?$|^all (countries|partners)$|^world total$`,
  "iu",
);

/** What stands in place of a figure that is not there. */
export const NO_FIGURE = /^(-+|–|—|\.{1,3}|:|n\.?[ad]\.?|n\/a|x|c|\*+|\([A-Z*]\))$/i;

/** By which power of ten figures are to be multiplied, where a column says it. */
export const MULTIPLIERS = /^(unit mult(iplier)?|power ?code|scalar id|scale)$/;
