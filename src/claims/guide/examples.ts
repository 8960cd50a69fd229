/** A sentence, and the claims that it makes; each is a part of one claim file, which a test verifies. */
export const guideExamples: readonly { readonly sentence: string; readonly claims: string }[] = [
  {
    sentence:
      "The US goods deficit with Mexico was $152.5 billion in 2023, 47.2 percent of exports.",
    claims: `- { id: deficit-mexico-2023, where: { line: 1 }, says: US goods deficit with Mexico in 2023,
    reported: "152.5", unit: USD, scale: billion,
    compute: { metric: balance, partner: MX, period: "2023", as: deficit } }
- { id: ratio-mexico-2023, where: { line: 1 }, says: It in percent of US exports to Mexico,
    reported: "47.2", unit: percent,
    compute: { metric: deficit-ratio, partner: MX, period: "2023", as: deficit } }
`,
  },
  {
    sentence: "It was more than $100 billion, while imports from China were $427 billion.",
    claims: `- { id: deficit-mexico-bound, where: { line: 2 }, says: "The same deficit, as a bound",
    reported: "100", unit: USD, scale: billion, comparator: more-than,
    compute: { metric: balance, partner: MX, period: "2023", as: deficit } }
- { id: imports-china-2023, where: { line: 2 }, says: US imports of goods from China in 2023,
    reported: "427", unit: USD, scale: billion,
    compute: { metric: flow, of: imports, partner: CN, period: "2023" } }
`,
  },
  {
    sentence:
      "They fell 20.4 percent in 2023; Mexico, with 15.4 percent of US imports, ranked 1st.",
    claims: `- { id: growth-china-2023, where: { line: 3 }, says: Imports from China fell in 2023,
    reported: "20.4", unit: percent,
    compute: { metric: growth, of: imports, partner: CN, from: "2022", to: "2023" } }
- { id: share-mexico-2023, where: { line: 3 }, says: Mexico's share of US goods imports in 2023,
    reported: "15.4", unit: percent,
    compute: { metric: share, of: imports, partner: MX, period: "2023" } }
- { id: rank-mexico-2023, where: { line: 3 }, says: Mexico's rank among them, lines: [3],
    reported: "1", unit: rank,
    compute: { metric: flow, of: imports, partner: MX, period: "2023", rank: {} } }
`,
  },
  {
    sentence: "Deficit and imports amount to $579.5 billion; they support 5 million jobs.",
    claims: `- { id: sum-of-two, where: { line: 4 }, says: "The two, added",
    reported: "579.5", unit: USD, scale: billion,
    formula: { sum: [deficit-mexico-2023, imports-china-2023] } }
- { id: jobs, where: { line: 4 }, says: Jobs that depend on this trade,
    reported: "5", unit: jobs, scale: million,
    needs: employment by industry (Bureau of Labor Statistics) with a model of jobs per export }
`,
  },
];

/** What stands above the claims of a file. */
export const guideHead = `report: { id: my-report, title: A report on trade, publisher: Somebody, date: "2025-03-14" }
claims:
`;
