/**
 * Whether labels that were read as months are rather fiscal years: 2010-11, 2011-12 and no month that
 * would not be one.
 */
export function areFiscalYears(labels: ReadonlySet<string>): boolean {
  if (labels.size < 2) return false;
  return [...labels].every((label) => {
    const [, year, month] = /^(\d{4})-(\d{2})$/.exec(label) ?? [];
    return year !== undefined && Number(month) === (Number(year) + 1) % 100;
  });
}

/** What is to be said of such labels. */
export function fiscalYears(label: string): string {
  const year = Number(label.slice(0, 4));
  return `periods such as ${label} look like fiscal years (April ${year} to March ${year + 1}), and were read as months (write ${year}-04/${year + 1}-03 for a fiscal year)`;
}
