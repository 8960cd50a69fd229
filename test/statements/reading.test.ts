import { describe, expect, it } from "vitest";
import { checked, outcomes } from "./document.ts";

// US Census Bureau, U.S. Trade in Goods by Country, April 2025, billions of dollars: Mexico 2024 exports
// 334.0, imports 505.9, deficit 171.8; 2023 exports 322.7, imports 475.2, deficit 152.5; Canada 2024
// imports 412.7, deficit 63.3; imports from China 2024 438.9; all imports 2024 3,267.5.
describe("a number of a document", () => {
  it("agrees where the data say what its words say", async () => {
    expect(await outcomes("The goods deficit with Mexico was $171.8 billion in 2024.")).toEqual([
      "$171.8 billion: agrees",
    ]);
  });

  it("disagrees where they do not", async () => {
    expect(await outcomes("The goods deficit with Mexico was $178.1 billion in 2024.")).toEqual([
      "$178.1 billion: disagrees",
    ]);
  });

  it("is of the reporter's side, whoever is the subject", async () => {
    const text =
      "Mexico's exports to the United States reached $505.9 billion in 2024. The United States sold $334.0 billion of goods to Mexico in 2024.";
    expect(await outcomes(text)).toEqual(["$505.9 billion: agrees", "$334.0 billion: agrees"]);
  });

  it("is what a partner sells where its exports are told, and its surplus where that is in its favour", async () => {
    const text =
      "In 2024 Mexican exports of goods amounted to $505.9 billion, while imports from the United States were $334.0 billion. The surplus in favour of Mexico was $171.8 billion.";
    expect(await outcomes(text, "2025-05-01")).toEqual([
      "$505.9 billion: agrees",
      "$334.0 billion: agrees",
      "$171.8 billion: agrees",
    ]);
  });

  it("is the balance where it is what both flows leave", async () => {
    const text =
      "In 2024 we bought goods for $505.9 billion from Mexico and sold it $334.0 billion. That leaves $171.8 billion.";
    expect((await outcomes(text, "2025-05-01")).at(-1)).toBe("$171.8 billion: agrees");
  });

  it("takes what its sentence leaves out from the one before", async () => {
    const text =
      "In 2024 imports of goods from Mexico were $505.9 billion. Exports came to $334.0 billion, up from $322.7 billion a year earlier.";
    expect(await outcomes(text)).toEqual([
      "$505.9 billion: agrees",
      "$334.0 billion: agrees",
      "$322.7 billion: agrees",
    ]);
  });

  it("is a share, a growth or a change by the words that touch it", async () => {
    const text =
      "Mexico supplied 15.5 percent of US goods imports in 2024. Imports of goods from Mexico rose 6.4 percent in 2024, an increase of $30.6 billion.";
    const numbers = await checked(text);
    const kinds = numbers.map(({ trial }) => trial?.reading.statement.quantity);
    expect(kinds).toEqual(["share", "growth", "change"]);
    expect(numbers.map(({ outcome }) => outcome)).toEqual(["agrees", "agrees", "agrees"]);
  });

  // Imports from Vietnam 2024 136.6, from India 87.4; exports to Canada 2024 349.9, all 2,065.
  it("that its words leave open is read as what the data have to three digits, and says so", async () => {
    const text =
      "In 2024 imports of goods from Vietnam were $136.6 billion, and exports to Canada $349.9 billion. In India's case it was the former that mattered: $87.4 billion.";
    expect((await outcomes(text)).at(-1)).toMatch(/^\$87\.4 billion: agrees(?:-otherwise)?$/);
  });

  it("goes on with what the data confirmed of the number before it", async () => {
    const text =
      "Trade with Japan and Mexico grew in 2024. Imports were $505.9 billion, 6.4 percent more than in 2023.";
    const [imports, growth] = await checked(text);
    expect(imports!.trial?.reading.statement.subject.partners).toEqual(["MX"]);
    expect(growth!.outcome).toBe("agrees");
  });

  it("is read with what the data confirm behind it, where no word before says whose trade it is", async () => {
    const text =
      "Exports, at $334.0 billion, are the smaller part.\n\nIn 2024 imports of goods from Mexico were $505.9 billion.";
    const [exports] = await checked(text);
    expect(exports!.outcome).toMatch(/^agrees/);
    expect(exports!.trial?.reading.statement.subject.partners).toEqual(["MX"]);
  });

  // Exports of goods in 2024: Canada 349.4, Mexico 334.0, China 143.5.
  it("is a rank where a place in an order is told, in words or as No. 2", async () => {
    const text =
      "Exports of goods to Canada were $349.4 billion in 2024. Mexico came second at $334.0 billion, and China came third.";
    const [, second, , third] = await outcomes(text);
    expect([second, third]).toEqual(["second: agrees", "third: agrees"]);
    expect(await outcomes("In 2024 Mexico was our No. 2 export market.")).toEqual(["2: agrees"]);
  });

  // The same order of 2024, by imports: Mexico, China 438.9, Canada 412.7.
  it("is the rank of whom it is told of, and not of those whom it stands behind", async () => {
    const text =
      "Imports of goods from Canada were $412.7 billion in 2024. As a supplier it came third, behind Mexico and China.";
    expect((await outcomes(text)).at(-1)).toBe("third: agrees");
  });

  // The same, vehicles and parts (chapter 87) imported in 2024: Mexico 136.6, Canada 50.4, Japan 50.3.
  it("is a rank by a product where one is named", async () => {
    const text =
      "In 2024 imports of vehicles and parts from Japan were $50.3 billion. As a supplier of vehicles and parts Japan came third, behind Mexico and Canada.";
    expect((await outcomes(text)).at(-1)).toBe("third: agrees");
  });

  // Exports of goods 2024: Mexico 334.0, Canada 349.4, together 683.4.
  it("is of all that its sentence has listed where they are taken together", async () => {
    const text =
      "In 2024, take exports of goods to Canada, add those to Mexico, and all of them together are $683.4 billion.";
    const [number] = await checked(text, "2025-05-01");
    expect(number!.outcome).toMatch(/^agrees/);
    expect(number!.trial?.reading.statement.subject.partners).toEqual(["CA", "MX"]);
  });

  it("is a fall where a deficit improves", async () => {
    const [number] = await checked(
      "The goods deficit with the world improved by 13.5 percent in 2024.",
      "2025-05-01",
    );
    expect(number!.trial?.reading.statement.direction).toBe(-1);
  });

  // US Census Bureau, imports of chapter 30 in 2024: from Switzerland 18.9, from all countries 211.6.
  it("is a share of a product where its whole is what the reporter buys of it", async () => {
    const text =
      "In 2024 imports of pharmaceutical products from Switzerland were $18.9 billion, 8.9 percent of all US imports in that chapter.";
    const [, share] = await checked(text);
    expect(share).toMatchObject({ outcome: "agrees" });
    expect(share!.trial?.reading.statement.against).toMatchObject({
      partners: ["WORLD"],
      product: "hs:30",
    });
  });

  it("is of the year that the words right before it name, of a change too", async () => {
    const text =
      "The goods deficit with Mexico has grown since 2023, when it was $152.5 billion. In 2024 it was $171.8 billion.";
    expect(await outcomes(text, "2025-05-01")).toEqual([
      "$152.5 billion: agrees",
      "$171.8 billion: agrees",
    ]);
  });

  it("without a unit has that of the number before it, where the data have it so", async () => {
    const text =
      "Imports of goods from Mexico were $505.9 billion in 2024. Exports rose from $322.7 billion a year earlier, and are at 334.0 now. The trucks had 18 wheels.";
    const [, , exports, wheels] = await outcomes(text);
    expect(exports).toMatch(/^334\.0: agrees/);
    expect(wheels).toBe("18: not-read");
  });

  // Of 3,267.5 billion dollars Mexico's 505.9 are 15.5 percent.
  it("that no word calls a share or a growth is what the data have", async () => {
    const text =
      "Imports of goods from Mexico were $505.9 billion in 2024. That was 15.5 percent, nobody had more.";
    expect((await outcomes(text)).at(-1)).toMatch(/^15\.5 percent: agrees/);
  });

  // Imports in 2024: Mexico 505.9, Canada 412.7, China 438.9, Germany 160.4, together 1,517.9.
  it("of all four counts those that were named last together", async () => {
    const text =
      "In 2024 imports of goods from Mexico were $505.9 billion. Canada sold us $412.7 billion, China $438.9 billion and Germany $160.4 billion. All four sold us $1,517.9 billion.";
    expect((await outcomes(text)).at(-1)).toMatch(/^\$1,517\.9 billion: agrees/);
  });

  // 505.85 is 6.4 percent more than 475.22; the difference is 6.1 percent of 505.85.
  it("that is a change in percent of the end year disagrees, and the slip is named", async () => {
    const text =
      "Imports of goods from Mexico went from $475.2 billion in 2023 to $505.9 billion in 2024, an increase of 6.1 percent.";
    const growth = (await checked(text)).at(-1)!;
    expect(growth.outcome).toBe("disagrees");
    expect(growth.slip).toBe("in percent of the end year (6.4 of the first)");
  });

  // China's part of all imports of goods: 2018 21.2 percent, 2024 13.4 percent.
  it("that is points of a share told beside it disagrees as percent", async () => {
    const text =
      "China supplied 21.2 percent of US goods imports in 2018 and 13.4 percent in 2024. Its share fell 7.8 percent between 2018 and 2024.";
    const points = (await checked(text)).at(-1)!;
    expect(points.outcome).toBe("disagrees");
    expect(points.slip).toBe("percentage points, not percent");
  });

  const before = "Imports of goods from Mexico were $505.9 billion in 2024. ";

  it("is of the flow that its own clause says, though another one before it would agree", async () => {
    const [, number] = await checked(
      `${before}Exports of goods of all kinds to Mexico were $505.9 billion in 2024.`,
    );
    expect(number).toMatchObject({ outcome: "disagrees", slip: "imports, not exports" });
  });

  it("is of the partner that its own clause says, though another one before it would agree", async () => {
    const text = `${before}Imports of goods from Canada in all of the year 2024 were $505.9 billion.`;
    expect((await outcomes(text)).at(-1)).toBe("$505.9 billion: disagrees");
  });

  it("is of the year that its own clause says, though another one before it would agree", async () => {
    const [, number] = await checked(
      "In 2023 imports of goods from Mexico were $475.2 billion. By 2024 the deficit in goods with Mexico had reached $152.5 billion.",
    );
    expect(number).toMatchObject({ outcome: "disagrees", slip: "that of 2023" });
  });

  it("goes on with the time before it, and is not confirmed by the year beside that", async () => {
    const text = `Much has changed since 2023. ${before}The deficit came to `;
    expect((await outcomes(`${text}$171.8 billion.`)).at(-1)).toBe("$171.8 billion: agrees");
    expect((await outcomes(`${text}$152.5 billion.`)).at(-1)).not.toMatch(/: agrees/);
  });

  it("goes on with services where its paragraph speaks of nothing else", async () => {
    const services = "Exports of services to Canada grew by 2 percent in 2024. ";
    const imports = (text: string) =>
      outcomes(`${text}Imports from Canada came to $412.7 billion.`);
    expect((await imports(services)).at(-1)).not.toMatch(/: agrees/);
    expect((await imports(`${services}Goods are another story. `)).at(-1)).toMatch(/: agrees/);
  });

  // Exports to Mexico 334.0 of 2,065.2, 16.2 percent; the deficit from 152.5 to 171.8, 12.7 percent more.
  it.each([
    [
      "of the flow of the whole whose part it is",
      "Mexico supplied 15.5 percent of US goods imports and bought 16.2 percent of US exports in 2024.",
      "16.2 percent",
    ],
    [
      "a growth beside the two figures from which it is",
      "The goods deficit with Mexico widened from $152.5 billion in 2023 to $171.8 billion in 2024, or by 12.7 percent.",
      "12.7 percent",
    ],
    [
      "of a country whose people buy",
      "In 2024 Canadians bought $349.4 billion of US goods.",
      "$349.4 billion",
    ],
    [
      "of the verb behind it, where the one before it is another's",
      "In 2024 trade in goods with Mexico grew: $505.9 billion bought, $334.0 billion sold.",
      "$334.0 billion",
    ],
  ])("is %s", async (_, text, number) => {
    expect(await outcomes(text)).toContain(`${number}: agrees`);
  });

  it("is not read where its dollars are those of another country", async () => {
    expect(await outcomes("Goods imports from Australia were A$23.9 billion in 2024.")).toEqual([
      "$23.9 billion: not-read",
    ]);
  });

  // US Census Bureau: imports from Mexico 2024 505.9, all imports 3,267.5 billion dollars.
  it("is money without a sign of currency where its sentence speaks of trade", async () => {
    const text =
      "Imports of goods from Mexico were 505.9bn in 2024, exports 334.0bn. Total imports of goods were 3.3tn in 2024.\n\nThe plan costs 1.2tn and made 3.4 million jobs.";
    expect(await outcomes(text)).toEqual([
      ...["505.9bn: agrees", "334.0bn: agrees", "3.3tn: agrees"],
      ...["1.2tn: not-read", "3.4 million: not-read"],
    ]);
  });

  // The same, by month, of 2024: imports of the third and fourth quarter 129.8 and 127.0, deficit 42.8
  // and 46.3.
  it("is of the quarter that stands beside it, in brackets too", async () => {
    const text =
      "Imports of goods from Mexico were $129.8bn in Q3 2024 (Q4: $127.0bn). The deficit in goods with Mexico was $42.8bn in the third quarter of 2024 ($46.3bn in the fourth).";
    expect(await outcomes(text)).toEqual([
      ...["$129.8bn: agrees", "$127.0bn: agrees"],
      ...["$42.8bn: agrees", "$46.3bn: agrees"],
    ]);
    const swapped = "The deficit in goods with Mexico was $46.3bn in the third quarter of 2024.";
    expect(await outcomes(swapped)).toEqual(["$46.3bn: disagrees"]);
  });

  it("in a table has its column, row and caption for words", async () => {
    const text = [
      "US trade in goods, 2024, billions of dollars",
      "",
      "| Partner | Exports | Imports |",
      "|---|---|---|",
      "| Mexico | 334.0 | 505.9 |",
      "| Canada | 349.4 | 421.7 |",
    ].join("\n");
    expect((await outcomes(text)).slice(-4)).toEqual([
      "334.0: agrees",
      "505.9: agrees",
      "349.4: agrees",
      "421.7: disagrees",
    ]);
  });
});

describe("a conversation", () => {
  // Exports to Mexico 2024 334.0, imports 505.9.
  it("is one paragraph: who speaks goes on with what the one before said", async () => {
    const text = [
      "ANN: In 2024 imports of goods from Mexico were $505.9 billion.",
      "BOB: And exports?",
      "ANN: Those were 334.0.",
      "BOB: So little?",
    ].join("\n\n");
    expect((await outcomes(text)).at(-1)).toMatch(/^334\.0: agrees/);
  });
});

describe("a multiple", () => {
  // Exports to Mexico: 41.6 in 1993, 334.0 in 2024.
  it("is of the time that was told before, and seldom of one year to the next", async () => {
    const text =
      "In 1993 exports of goods to Mexico were $41.6 billion. They have grown eightfold, to $334.0 billion in 2024.";
    const [, multiple] = await checked(text, "2025-05-01");
    expect(multiple!.trial?.reading.statement).toMatchObject({
      quantity: "multiple",
      from: { label: "1993" },
    });
  });
});

describe("a likely slip", () => {
  // Imports from Mexico 2024 505.9, 2023 475.2 (up 6.4 percent); exports 334.0.
  it.each([
    ["Imports of goods from Mexico were $509.5 billion in 2024.", "two digits exchanged (505.9)"],
    [
      "Imports of goods from Mexico were $505.9 million in 2024.",
      "a thousand times too much or too little (million for billion)",
    ],
    ["Imports of goods from Mexico fell 6.4 percent in 2024.", "a rise, not a fall"],
    ["Exports of goods to Mexico were $505.9 billion in 2024.", "imports, not exports"],
  ])("is named: %s", async (text, slip) => {
    const [number] = await checked(text);
    expect([number!.outcome, number!.slip]).toEqual(["disagrees", slip]);
  });
});

describe("a number that does not agree", () => {
  // Exports to Canada 2024 349.4, imports from Canada 412.7.
  const before = "Imports of goods from Mexico were $505.9 billion in 2024. ";

  it("is not called wrong where another flow than the one carried over has it", async () => {
    const [, number] = await checked(`${before}Canada came next, with $349.4 billion.`);
    expect(number!.outcome).not.toBe("disagrees");
  });

  it("is called wrong where the words beside it say that flow", async () => {
    const [, number] = await checked(`${before}Imports from Canada in 2024 were $349.4 billion.`);
    expect(number).toMatchObject({ outcome: "disagrees", slip: "exports, not imports" });
  });

  it("is called wrong where its digits are a slip of those that were carried over", async () => {
    const [, number] = await checked(
      `${before}Canada came next, with $421.7 billion.`,
      "2025-05-01",
    );
    expect(number).toMatchObject({ outcome: "disagrees", slip: "two digits exchanged (412.7)" });
  });
});

describe("a long text", () => {
  it("takes no more for a number than for one of a short one: a sentence of numbers is a list", async () => {
    const list = Array.from({ length: 5000 }, (_, at) => `$${at}.5 billion`).join(", ");
    const numbers = await checked(`Imports from Mexico were ${list} in 2024.`);
    expect(numbers).toHaveLength(5000);
    expect(new Set(numbers.map(({ because }) => because))).toEqual(
      new Set(["its sentence is a list of numbers"]),
    );
  });

  it("tries no more than forty readings of a number, each under three definitions", async () => {
    const text = Array.from(
      { length: 40 },
      (_, at) =>
        `Trade with Mexico, Canada and China in ${1990 + (at % 30)} was told apart. It was $${at + 100}.7 billion.`,
    ).join(" ");
    const tried = (await checked(text)).map((number) => number.tried);
    expect(Math.max(...tried)).toBeLessThanOrEqual(120);
  });
});

describe("what is not the reporter's trade", () => {
  it.each([
    "Foreign direct investment from Mexico reached $171.8 billion in 2024.",
    "A worker there earns $4.50 an hour.",
    "Mexico's exports to Germany were $9.4 billion in 2024.",
    "Chinese exports to the European Union reached $516 billion in 2024.",
    "The tariff on imports from China was 25 percent in 2024.",
  ])("is not read, with the reason: %s", async (text) => {
    const numbers = await checked(text);
    expect(
      numbers.every(({ outcome, because }) => outcome === "not-read" && because !== null),
    ).toBe(true);
  });
});

describe("a revision", () => {
  // The deficit with Mexico of 2023 was 152.5 in April 2025 and 149.3 after the revision of June 2025.
  it("lies between a text and its data, and is no agreement", async () => {
    const text = "The goods deficit with Mexico was $149.3 billion in 2023.";
    expect(await outcomes(text, "2025-11-01")).toEqual(["$149.3 billion: agrees"]);
    expect(await outcomes(text, "2025-05-01")).toEqual(["$149.3 billion: near"]);
  });
});

describe("what is carried over", () => {
  // Imports from Mexico, Canada, China 2024: 505.9, 412.7, 438.9, together 1,357.5; exports 334.0.
  it("is the partners of the rows before, in a row that counts them", async () => {
    const text = [
      "US trade in goods, 2024, billions of dollars",
      "",
      "| Partner | Imports |",
      "|---|---|",
      "| Mexico | 505.9 |",
      "| Canada | 412.7 |",
      "| China | 438.9 |",
      "| All three | 1,357.5 |",
    ].join("\n");
    expect((await outcomes(text)).at(-1)).toBe("1,357.5: agrees");
  });

  it("is the unit in brackets behind a long line above a table", async () => {
    const text = [
      "Washington, 20 April 2025",
      "",
      "**U.S. goods trade with one of the two neighbors, 2024** (millions of dollars; exports f.a.s., imports customs value; not seasonally adjusted)",
      "",
      "| Partner | Exports | Imports |",
      "|---|---|---|",
      "| Mexico | 334,041.3 | 505,851.0 |",
    ].join("\n");
    const kinds = (await checked(text)).map(({ read }) => read.number.scale);
    expect(kinds).toEqual(["million", "million"]);
  });

  it("is the unit that stands below a table", async () => {
    const text = [
      "# US trade in goods, 2024",
      "",
      "Written 20 April 2025",
      "",
      "| Partner | Exports | Imports |",
      "|---|---|---|",
      "| Mexico | 334.0 | 505.9 |",
      "",
      "Billions of US dollars; Census basis.",
    ].join("\n");
    expect(await outcomes(text)).toEqual(["334.0: agrees", "505.9: agrees"]);
  });

  it("is who was named last without a number", async () => {
    const [, number] = await checked(
      "Imports of goods from Mexico were $505.9 billion in 2024. China went the other way. It sold Americans $438.9 billion.",
    );
    expect(number!.trial?.reading.statement.subject.partners).toEqual(["CN"]);
    expect(number!.outcome).toMatch(/^agrees/);
  });

  it("is no flow where one is told to be more than the other", async () => {
    // The deficit with Mexico of 2024 was 171.8.
    expect(
      await outcomes("In 2024 Mexico sold us $171.8 billion more in goods than it bought from us."),
    ).toEqual(["$171.8 billion: agrees"]);
  });
});
