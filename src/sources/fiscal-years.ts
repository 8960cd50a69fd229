/** What is to be said of labels that were read as months and are rather fiscal years. */
export function fiscalYears(label: string): string {
  const year = Number(label.slice(0, 4));
  return `periods such as ${label} look like fiscal years (April ${year} to March ${year + 1}), and were read as months (write ${year}-04/${year + 1}-03 for a fiscal year)`;
}
