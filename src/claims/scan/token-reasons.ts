import type { IgnoreReason } from "./scanned-number.ts";
import type { Token } from "./token.ts";

const COUNTED =
  /^\s(?:[A-Za-z.]{1,14}\s){0,1}(?:jobs|workers|people|companies|firms|employees|employers|SMEs|businesses|plants|factories|vehicles|cars|trucks|tons|tonnes|barrels|products|dollars)\b/;
const QUANTIFIED = /(?:more than|at least|up to|some|fewer than|nearly|almost)\s$/i;
const IN_YEAR = /\b(?:in|since|of|until|till|by|before|after|from|to|through|between|and)\s$/i;
const ENDS_CLAUSE = /^(?:\s*(?:[.,;:)\]"']|$|\n)|\s(?:and|to|through|the|a|when|while|but|as)\b)/;
const ALONE_BEFORE = /(?:^|\n)[^\S\n]*[-–—|]?[^\S\n]*$/;
const ALONE_AFTER = /^[^\S\n]*[-–—|]?[^\S\n]*(?:\n|$)/;

/**
 * Why a token without a unit of its own is no claim, by the characters that touch it, or null.
 * @param previous the reason of a token that ends right before the joining character, or null.
 */
export function tokenReason(
  plain: string,
  token: Token,
  previous: IgnoreReason | null,
): IgnoreReason | null {
  const { from, to } = token;
  const digits = plain.slice(from, to);
  const before = plain.slice(Math.max(0, from - 16), from);
  const after = plain.slice(to, to + 32);
  if (token.word) return halfOfPeriod(plain, token);
  if (isYear(digits, before, after)) return "year";
  if (!/^\d+$/.test(digits)) return joined(before, after) ? "code" : null;
  if (/(?:19|20)\d\d[-–/]$/.test(before) && digits.length === 2 && !/^\w/.test(after))
    return "year";
  if (/(?:^|[\s(])'$/.test(before) && digits.length === 2) return "year";
  if (/\b(?:FY|[Ff]iscal(?:\s[Yy]ear)?)\s?'?$/.test(before)) return "year";
  if (/(?:FY|[Ff]iscal\s|\s)(?:19|20)?\d\d\/$/.test(before) && digits.length === 2) return "year";
  if (isNoteMark(digits, before, after)) return "note";
  if (previous === "code" && /^[-./]$/.test(before.slice(-1))) return "code";
  if (joined(before, after)) return "code";
  if (digits.length <= 3 && isAlone(plain, token)) return "page";
  return null;
}

/** "the first half of 2024" is a time; "half of exports" is a share. */
function halfOfPeriod(plain: string, token: Token): IgnoreReason | null {
  const before = plain.slice(Math.max(0, token.start - 12), token.start);
  const half = /^half$/i.test(plain.slice(token.start, token.end));
  return half && /\b(?:first|second|latter|last|past|next|early)[\s-]$/i.test(before)
    ? "date"
    : null;
}

function isYear(digits: string, before: string, after: string): boolean {
  if (!/^(?:1[789]|20)\d\d$/.test(digits)) return false;
  if (/[\d][.,-]$|[A-Z][-/]?$|[$]\s?$/.test(before) && !/\bFY\s?$/.test(before)) return false;
  if (/^(?:[.,]\d(?!\d?(?:\s|$))|-[A-Z]{2})/.test(after) || /^[A-Zb-rt-z][A-Za-z]/.test(after))
    return false;
  if (COUNTED.test(after) && (QUANTIFIED.test(before) || !IN_YEAR.test(before))) return false;
  // Before 1900 a bare number is as often a count, so it needs the words of a date around it.
  return (
    digits >= "1900" || (IN_YEAR.test(before) && ENDS_CLAUSE.test(after)) || /\($/.test(before)
  );
}

/** The mark of a note: small digits glued to the end of a word, sentence or quotation. */
function isNoteMark(digits: string, before: string, after: string): boolean {
  if (digits.length > 3 || /^(?:[\w%$]|\.\d|-\w)/.test(after)) return false;
  return /[A-Za-z"')\]%][.,;!?"')\]]{1,3}$|\d,$|(?:19|20)\d\d\.$|[a-z]{4}$/.test(before);
}

/** Part of a name such as COVID-19, F-150, G7, 3.10.2 or MEX-31-01. */
function joined(before: string, after: string): boolean {
  if (/^[A-Za-z](?!\w*\s?['%])/.test(after) && !/^(?:km|kg|lbs?|mph|tons?)\b/.test(after))
    return true;
  if (/^-[A-Z]/.test(after)) return true;
  return /[A-Za-z]$|[A-Za-z][-/_]$|\d[./_]$|_$|#$/.test(before);
}

/** A number that has a line for itself is the number of the page. */
function isAlone(plain: string, token: Token): boolean {
  return (
    ALONE_BEFORE.test(plain.slice(Math.max(0, token.start - 6), token.start)) &&
    ALONE_AFTER.test(plain.slice(token.end, token.end + 6))
  );
}
