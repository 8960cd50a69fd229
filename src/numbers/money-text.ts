/** Money in a message, such as `USD 97,871,600,000`; of no single currency, the number alone. */
export function moneyText(value: number, currency: string): string {
  return `${currency} ${value.toLocaleString("en-US")}`.trim();
}
