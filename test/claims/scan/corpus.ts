/**
 * Sentences of our own in many styles, with every number that a reader finds in them, in order:
 * `[comparator] value unit [scale]`, then `~` for a rounded word and `up` or `down` for a change;
 * `#reason value` for a number that is no claim.
 */
export type Sentence = readonly [text: string, numbers: readonly string[]];

export const wire: readonly Sentence[] = [
  [
    "WASHINGTON, March 7 - The U.S. trade gap widened 34 percent to $131.4 billion in January.",
    ["#date 7", "34 percent up", "131.4 USD billion"],
  ],
  [
    "The share rose from 11 percent in 2016 to 13 percent in 2021.",
    ["11 percent", "#year 2016", "13 percent", "#year 2021"],
  ],
  ["Exports fell 9 percent to $1.1 trillion.", ["9 percent down", "1.1 USD trillion"]],
  [
    "Exports fell 9.2% to $1.06tn, the lowest since 2020.",
    ["9.2 percent down", "1.06 USD trillion", "#year 2020"],
  ],
  [
    "Imports were $2.4 billion a year earlier and $2.9 billion now.",
    ["2.4 USD billion", "2.9 USD billion"],
  ],
  ["Shipments dropped by nearly a third in May.", ["nearly 1/3 ratio ~ down"]],
  [
    "Soybean sales slid 12% in the first 11 months of 2024.",
    ["12 percent down", "#duration 11", "#year 2024"],
  ],
  ["The deficit narrowed by $1.2-1.4 billion.", ["1.2 USD billion down", "1.4 USD billion"]],
  ["The deficit narrowed to between $60 and $65 billion.", ["60 USD billion", "65 USD billion"]],
  [
    "Imports totaled US$3.2 trillion; exports, US$2.1 trillion.",
    ["3.2 USD trillion", "2.1 USD trillion"],
  ],
  [
    "Car imports climbed 4.5 percent year on year to 1.2 million units.",
    ["4.5 percent up", "1.2 count million"],
  ],
  ["The surplus shrank to -$5 billion from +$2 billion.", ["-5 USD billion", "+2 USD billion"]],
  ["Trade in services added $24.9bn.", ["24.9 USD billion up"]],
  [
    "Imports from Vietnam were up 2.1 points to 6.8 percent of the total.",
    ["2.1 percentage-points up", "6.8 percent"],
  ],
];

export const brief: readonly Sentence[] = [
  [
    "A 25 percent tariff on steel took effect on March 12, 2025.",
    ["#tariff 25", "#date 12", "#date 2025"],
  ],
  ["Tariffs of 10, 25 and 50 percent were announced.", ["#tariff 10", "#tariff 25", "#tariff 50"]],
  ["The MFN rate of 2.5 percent applies to cars.", ["#tariff 2.5"]],
  ["Duties on trucks rose from 2.5% to 25%.", ["#tariff 2.5", "#tariff 25"]],
  ["The tariff stayed at 25 percent.", ["#tariff 25"]],
  ["Levies jumped to 145%, then dropped.", ["#tariff 145"]],
  ["Tariffs were raised to 25 percent from 10 percent.", ["#tariff 25", "#tariff 10"]],
  ["Ireland ranks fourth, and ranked only fifth before.", ["#ordinal 4", "#ordinal 5"]],
  ["After the tariffs took effect, imports fell 12 percent.", ["12 percent down"]],
  ["Tariff revenue rose 30 percent to $9 billion.", ["30 percent up", "9 USD billion"]],
  ["The pause lasts 90 days, or about three months.", ["#duration 90"]],
  ["In fiscal 2023 and FY2024, sales doubled.", ["#year 2023", "#year 2024", "2 times ~"]],
  ["The 2023/24 season brought in $1.5 million.", ["#year 2023", "#year 24", "1.5 USD million"]],
  [
    "Mexico, a country of 130 million people, buys 16 percent of US exports.",
    ["#population 130", "16 percent"],
  ],
  ["With a population of 1.4 billion, India takes 2 percent.", ["#population 1.4", "2 percent"]],
  [
    "HS 8703.23 and heading 8708 make up $102 billion.",
    ["#code 8703.23", "#code 8708", "102 USD billion"],
  ],
  ["Subheading 9903.88.15 covers $120 billion.", ["#code 9903.88", "#code 15", "120 USD billion"]],
  [
    "Call 202-555-0187 or see www.example.org/2023/07/trade-101.",
    ["#code 202", "#code 555", "#code 0187", "#url 2023", "#url 07", "#url 101"],
  ],
  ["See section 3.2, Table 4 and page 17.", ["#statute 3.2", "#label 4", "#page 17"]],
  ["Section 232 duties cover 25% of imports.", ["#statute 232", "25 percent"]],
  ["Imports reached $152.5\u00a0billion³ in 2023.", ["152.5 USD billion", "#year 2023"]],
  ["Exports came to 152\u2009473 million dollars.", ["152473 USD million"]],
  ["The ratio is 47.2\u202f% of exports.", ["47.2 percent"]],
];

export const pressRelease: readonly Sentence[] = [
  ["Two hundred and twelve billion dollars of goods crossed the border.", ["212 USD billion"]],
  ["Exports are two and a half times as large as in 2010.", ["2.5 times ~", "#year 2010"]],
  ["One dollar in seven is spent on imports.", ["1/7 ratio ~"]],
  ["One in five cars comes from Mexico.", ["1/5 ratio ~"]],
  ["Three out of every four trucks cross at Laredo.", ["3/4 ratio ~"]],
  ["A tenth of all exports, or $206 billion, went to China.", ["1/10 ratio ~", "206 USD billion"]],
  [
    "Over two-thirds of imports and three quarters of exports are intermediate goods.",
    ["more-than 2/3 ratio ~", "3/4 ratio ~"],
  ],
  ["Small firms account for ninety-seven percent of exporters.", ["97 percent"]],
  ["More than half a million jobs depend on it.", ["more-than 0.5 count million ~"]],
  [
    "Canada is the second-largest supplier and the third largest market.",
    ["#ordinal 2", "#ordinal 3"],
  ],
  ["It was the 5th straight rise and the 21st this century.", ["#ordinal 5", "#ordinal 21"]],
  ["Sales nearly tripled, to 3½ million tons.", ["nearly 3 times ~", "3 1/2 count million"]],
  ["Exports of twelve thousand five hundred vehicles were recorded.", ["12500 count"]],
  [
    "Imports grew threefold to twenty-one and a half billion dollars.",
    ["3 times ~ up", "21.5 USD billion ~"],
  ],
];

export const opEd: readonly Sentence[] = [
  ["We sell them 46 cents' worth for every dollar we buy.", ["46 US-cents"]],
  [
    "The gap is 1.9 times exports, and half again as large as before.",
    ["1.9 times", "1.5 times ~"],
  ],
  ["Barely 5 percent of firms export; fewer than 300,000 do.", ["5 percent", "< 300000 number"]],
  ["Not a third country, not a third party, but us.", []],
  ["All three countries met twice in 2018.", ["#year 2018"]],
  [
    "Since 1994, when 1 in 10 cars was built there, it has changed.",
    ["#year 1994", "1/10 ratio ~"],
  ],
  [
    "It is a $1.6 trillion question for 500 million consumers.",
    ["1.6 USD trillion", "500 count million"],
  ],
  ["Wages there are $2.76 an hour, a mere 10% of ours.", ["2.76 USD/hour", "10 percent"]],
  ["A half of nothing is nothing.", ["1/2 ratio ~"]],
];

export const speech: readonly Sentence[] = [
  ["We lost eight hundred billion dollars a year.", ["800 USD/year billion down"]],
  ["A loss of 7.8 percentage points is a lot.", ["7.8 percentage-points down"]],
  ["It is 10 to 12 percent, maybe 15.", ["10 percent", "12 percent", "15 number"]],
  [
    "They went from zero to a hundred and fifty billion dollars.",
    ["0 USD billion", "150 USD billion"],
  ],
  [
    "Minus 3 percent is no growth; a drop of 7 percent is a slump.",
    ["-3 percent", "7 percent down"],
  ],
  ["A 20 percent decline in exports would cost us.", ["20 percent down"]],
  ["Exports are down a quarter and imports by half.", ["1/4 ratio ~ down", "1/2 ratio ~ down"]],
];

export const academic: readonly Sentence[] = [
  [
    "The elasticity is estimated at 1.25 (Doe and Roe 2019, 412).",
    ["1.25 number", "#year 2019", "#citation 412"],
  ],
  [
    "Between 1990 and 2010, trade grew at 5.3 percent per year.",
    ["#year 1990", "#year 2010", "5.3 percent/year up"],
  ],
  [
    "The share increased by 2.3 percentage points (from 18.1 to 20.4 percent).",
    ["2.3 percentage-points up", "18.1 percent", "20.4 percent"],
  ],
  [
    "Domestic value added is 85–90 percent of gross exports.[12]",
    ["85 percent", "90 percent", "#note 12"],
  ],
  [
    "NAICS 336 accounts for USD 300 billion, roughly 25 basis points more.",
    ["#code 336", "300 USD billion", "about 25 basis-points up"],
  ],
  ["Growth of at least 3% and at most 4% was expected.", [">= 3 percent up", "<= 4 percent"]],
  ["Prices rose by a factor of two and a half.", ["2.5 times ~ up"]],
  ["Trade of 1,234.5 million euros is €1.2 billion.", ["1234.5 EUR million", "1.2 EUR billion"]],
];
