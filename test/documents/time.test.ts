import { expect, test } from "vitest";
import { read } from "./read.ts";

/** Documents that no person wrote; each of the length that is asked for. */
const hostile: readonly (readonly [string, (length: number) => string])[] = [
  ["open brackets in Markdown", (length) => `# A\n${"[".repeat(length)}`],
  ["half-open links", (length) => `# A\n${"[a](".repeat(length / 4)}`],
  ["stars", (length) => `# A\n${"**a ".repeat(length / 4)}`],
  ["half-open tags in Markdown", (length) => `# A\n${"<a ".repeat(length / 3)}`],
  ["half-open comments", (length) => `# A\n${"<!-- ".repeat(length / 5)}`],
  ["references to characters", (length) => `<html><p>${"&nbsp;a".repeat(length / 7)}`],
  ["elements in a row", (length) => `<html>${"<b>a</b>".repeat(length / 8)}`],
  ["open paragraphs", (length) => `<html>${"<p>a".repeat(length / 4)}`],
  ["cells of one row", (length) => `<html><table><tr>${"<td>a".repeat(length / 5)}`],
  ["rows of cells", (length) => `<html><table>${"<tr><td>a<td>b".repeat(length / 14)}`],
  ["quotes in CSV", (length) => `a,b\n1,"${'""'.repeat(length / 2)}`],
  ["rows of CSV", (length) => `a,b\n${"a,1\n".repeat(length / 4)}`],
  ["bars", (length) => "| a ".repeat(length / 4)],
  ["aligned columns", (length) => "a  b\n".repeat(length / 5)],
  ["spaces", (length) => `a${" ".repeat(length)}`],
  ["dashes", (length) => "-".repeat(length)],
];

test.each(hostile)("reading takes time in proportion to the length: %s", async (_, make) => {
  const time = async (length: number): Promise<number> => {
    const text = make(length);
    const start = process.cpuUsage();
    // Some are refused as data, which takes its time too.
    await read(text).catch(() => null);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  await time(20_000);
  // Eight times the text: reading that is quadratic would take 64 times as long. The time is the
  // processor's, since a machine that is busy makes it wait.
  let best = Number.POSITIVE_INFINITY;
  for (let again = 0; again < 3 && best >= 40; again += 1) {
    const small = Math.min(await time(50_000), await time(50_000));
    best = Math.min(best, (await time(400_000)) / Math.max(small, 2));
  }
  expect(best).toBeLessThan(40);
});
