import { describe, expect, it } from "vitest";
import { blocksOf, claimsIn, read, short } from "./read.ts";
import { type Placed, pdfOf } from "./write-pdf.ts";

describe("HTML", () => {
  it("is its visible text alone", async () => {
    const html = `<!doctype html><html><head><title>9</title><style>p{margin:12px}</style></head><body>
      <script>let share = "50 percent"</script><!-- $8 billion -->
      <p class="w-75" style="width:60%" data-x="3%">Exports rose <b>5</b>&nbsp;percent.</p>
      <p hidden>$1 billion</p><p style="display:none">$2 billion</p>
      <span class="sr-only">$3 billion</span><noscript>$4 billion</noscript>
      <img alt="$6 billion"><svg><text>$7 billion</text></svg></body></html>`;
    expect((await claimsIn(html)).map(short)).toEqual(["5 percent"]);
  });

  it("keeps a number together that elements and spaces part", async () => {
    const html =
      "<html><p>It was <b>$1</b><i>.2</i>&thinsp;<span>billion</span>, 5&#8239;%.</p></html>";
    expect((await claimsIn(html)).map(short)).toEqual(["1.2 USD billion", "5 percent"]);
  });

  it("parts the numbers of neighbouring elements", async () => {
    const html = "<html><ul><li>1.5%<li>2.5%</ul><div>3.5%</div><div>4.5%</div></html>";
    expect((await claimsIn(html)).map(short)).toEqual([
      ...["1.5 percent", "2.5 percent", "3.5 percent", "4.5 percent"],
    ]);
  });

  it("tells headings, items, captions, notes and tables apart, and a table that arranges a page", async () => {
    const html = `<html><table><tr><td><h1>Trade</h1><p>Up.</p></td></tr></table>
      <figure><figcaption>Figure 1. Exports</figcaption></figure><ul><li>One</li></ul>
      <ol><li id="fn1">A note.</li></ol><table><tr><th>A</th><th>B</th></tr><tr><td>x</td><td>2</td></tr></table></html>`;
    expect(blocksOf(await read(html))).toEqual([
      ["heading", "Trade"],
      ["paragraph", "Up."],
      ["caption", "Figure 1. Exports"],
      ["item", "One"],
      ["footnote", "A note."],
      ["table", "A | B\nx | 2"],
    ]);
  });

  it("takes the mark of a note for none of the number's digits, and keeps 21st", async () => {
    const html =
      "<html><p>It was $152.5<sup>3</sup> on the 21<sup>st</sup>.<sup>4</sup></p></html>";
    expect((await read(html)).text.trim()).toBe("It was $152.5³ on the 21st.⁴");
    expect((await claimsIn(html)).map(short)).toEqual(["152.5 USD"]);
  });
});

describe("Markdown", () => {
  it("is its text without marks, addresses, comments and program text", async () => {
    const markdown = [
      "---\ndate: 2025-03-14\n---",
      "# Trade with Mexico",
      "Exports _fell_ **9** percent to \\$5 million, see [the 3 tables](https://a.example/50%25).[^1]",
      "<!-- 77 percent -->",
      "```\nlet share = 88.8;\n```",
      "![chart of 12%](chart.png)",
      "[^1]: A note of 4 percent.",
    ].join("\n\n");
    expect((await claimsIn(markdown)).map(short)).toEqual([
      ...["9 percent", "5 USD million", "3 count", "4 percent"],
    ]);
  });

  it("reads a table with escaped bars and one in HTML", async () => {
    const markdown =
      "**Table 1. Goods, $ million**\n\n| Partner | 2023 |\n|---|---:|\n| A \\| B | 1,234.5 |\n\n<table><tr><th>C</th><th>Share (%)</th></tr><tr><td>D</td><td>7.5</td></tr></table>\n";
    const claims = await claimsIn(markdown);
    expect(claims.map(short)).toEqual(["1234.5 USD million", "7.5 percent"]);
    expect(claims[0]!.place).toMatchObject({ line: 5, column: 12 });
    expect(claims[1]!.place).toMatchObject({ line: 7, column: 63 });
  });
});

describe("CSV", () => {
  it("is one table, with quoted fields and any delimiter", async () => {
    const csv =
      'Partner;"Exports; 2023 (US$ billion)";Growth (%)\nMexico;"322.7";-0.5\nChina;147.8;-3.9\n';
    const document = await read(csv);
    expect(document.format).toBe("csv");
    const claims = await claimsIn(csv);
    expect(claims.map(short)).toEqual([
      ...["322.7 USD billion", "-0.5 percent", "147.8 USD billion", "-3.9 percent"],
    ]);
    expect(claims[0]).toMatchObject({ cell: { row: "Mexico" }, place: { line: 2, column: 9 } });
  });

  it("is not what prose with commas is", async () => {
    const prose = "Exports, in all, rose 5 percent.\nImports, in all, fell 3 percent.\n";
    expect((await read(prose)).format).toBe("text");
  });
});

describe("PDF", () => {
  const column = (x: number, lines: readonly string[]): Placed[] =>
    lines.map((text, at) => ({ x, y: 700 - 13 * at, size: 10, text }));

  it("reads one column after the other", async () => {
    const left = [
      ...["Goods exports to the two neighbours rose", "by 5 percent, and imports from them by"],
      ...["12 percent, so that the deficit in goods", "became larger than it had been before."],
      "Nothing else of note was said of goods.",
    ];
    const right = [
      ...["Services went the other way, with a rise", "of 3 percent in sales and of no more than"],
      ...["1 percent in purchases, so that a surplus", "of services went on to be larger than"],
      "in any of the earlier years on record.",
    ];
    const claims = await claimsIn(pdfOf([[...column(60, left), ...column(320, right)]]));
    expect(claims.map(short)).toEqual(["5 percent", "12 percent", "3 percent", "1 percent"]);
    expect(claims[1]!.context.sentence).toContain("imports from them by 12 percent, so that");
  });

  it("puts words together that a line end parts, and keeps the hyphen of compounds", async () => {
    const lines = [
      "The defi-",
      "cit in non-",
      "petroleum goods was two-",
      "thirds of $1.2",
      "billion.",
    ];
    expect((await read(pdfOf([column(60, lines)]))).text.trim()).toBe(
      "The deficit in non-petroleum goods was two-thirds of $1.2 billion.",
    );
  });

  it("goes on over the end of a page, past its number", async () => {
    const foot: Placed = { x: 300, y: 30, size: 9, text: "- 1 -" };
    const document = await read(
      pdfOf([
        [...column(60, ["Imports from Canada came to $1.2"]), foot],
        column(60, ["billion in that year."]),
      ]),
    );
    expect(document.text).toContain("came to $1.2 billion in that year.");
    expect(await claimsIn(pdfOf([[...column(60, ["It rose 5%."]), foot]]))).toHaveLength(1);
  });
});
