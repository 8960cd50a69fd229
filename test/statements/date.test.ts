import { expect, it } from "vitest";
import { dateOf } from "../../src/statements/date.ts";

it.each([
  ["Published on April 10, 2025 by the staff", "2025-04-10"],
  ["By A. Author\nApril 10, 2025\n\nThe treaty was signed on November 30, 2018.", "2025-04-10"],
  ["The treaty was signed on November 30, 2018.\n\nMarch 4, 2025", "2025-03-04"],
  ["WASHINGTON, Feb. 5, 2025 - The deficit widened.", "2025-02-05"],
  ["From January 1, 1994 to December 31, 2023. Last updated: 3 May 2024", "2024-05-03"],
  ["A short history of deficits\nupdated may 2024\n\nThe deficit grew.", "2024-05"],
  ["The bureau said on Wednesday, February 5, 2025, that it widened.", "2025-02-05"],
])("a document is of the day on which it was written: %s", (text, day) => {
  expect(dateOf(text)?.label).toBe(day);
});

it.each([
  "Duties of 7.5% took effect on February 14, 2020.",
  "Imports have grown since 2020-07-01.",
  "It applies from January 1, 2026 until 30 June 2026.",
])("a day on which something happened does not date it: %s", (text) => {
  expect(dateOf(text)).toBeNull();
});
