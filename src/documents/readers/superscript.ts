const RAISED: Readonly<Record<string, string>> = Object.fromEntries(
  [..."0123456789abcdefghij"].map((one, at) => [one, [..."⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉᶠᵍʰⁱʲ"][at]!]),
);

/**
 * Text that stands above the line: the digits or the letter of a note's mark become raised characters,
 * so that they are not taken for digits of the number before them; "st" and "th" stay.
 */
export function raised(text: string): string {
  if (/^\s*[\d\s,;–-]{1,20}\s*$/.test(text)) return text.replace(/\d/g, (one) => RAISED[one]!);
  return /^[a-j]$/.test(text) ? RAISED[text]! : text;
}
