/** The part of a statement that a phrase says something of. */
export type Slot =
  | "flow"
  | "verb"
  | "sector"
  | "product"
  | "without"
  | "up"
  | "down"
  | "more"
  | "less"
  | "share"
  | "equals"
  | "value-added"
  | "together"
  | "world"
  | "back"
  | "span"
  | "average"
  | "reporter"
  | "base"
  | "boundary"
  | "hedge"
  | "passed"
  | "elsewhere"
  | "narrow"
  | "publisher"
  | "projected";

/**
 * What phrases say, by slot and value. Words of a phrase are parted by spaces, which also match
 * hyphens; `a/b` is either word. Of phrases that overlap the one that begins first counts, then the
 * longest. None is made for one text.
 */
export const lexicon: readonly (readonly [Slot, string, string])[] = [
  ["flow", "deficit", "deficit/deficits/shortfall/shortfalls/gap/gaps/imbalance/imbalances"],
  ["flow", "deficit", "trade deficit/deficits/shortfall/shortfalls/gap/gaps/imbalance/imbalances"],
  [
    "flow",
    "deficit",
    "in the red, red ink, hole/holes, the difference, that/which leaves, leaving/leaves us",
  ],
  [
    "flow",
    "surplus",
    "surplus/surpluses, trade surplus/surpluses, in the black, left over, in our/america's/washington's favor/favour",
  ],
  ["flow", "balance", "balance/balances, trade balance/balances, balance of trade, net exports"],
  [
    "flow",
    "total",
    "trade, two way trade, total trade, overall trade, bilateral trade, commerce, imports and/plus exports, exports and/plus imports, two way commerce, trade flows, trade turnover, combined trade, trade relationship, exchanged goods, exchange of goods, goods exchanged, two way account",
  ],
  [
    "flow",
    "exports",
    "export/exports, sales to/there/abroad, sold/sells/sell abroad, shipments to/abroad, gross exports, outbound shipments, export sales, export market/markets, deliveries to, foreign sales, customer/customers/buyer/buyers, destination/destinations, export earnings, exporting, receipts, going/goes/go/went north/south/overseas",
  ],
  ["flow", "sales", "sales, shipments, deliveries"],
  ["flow", "purchases", "purchases"],
  [
    "flow",
    "imports",
    "import/imports, purchases from/abroad, bought/buys/buy abroad, shipments from, inbound shipments/cargo/goods, northbound, supplier/suppliers, supplies from, source of, origin of, deliveries from, import bill, importing, payments, coming/comes/come/came north/south",
  ],
  [
    "flow",
    "opposite",
    "in the other/opposite/reverse direction, the other way, going the other way, flowing/moving the other way, in return",
  ],
  [
    "flow",
    "none",
    "trade policy/strategy/strategies/plan/plans/agenda/rules/regime/law/laws/act/debate/framework/treaty/envoy/minister/expert/experts/union/unions/court/preferences/liberalization/facilitation/deal/deals/war/wars/agreement/agreements/representative/correspondent/strategy/relations/partner/partners/pact/talks/bill/barriers/practices/data/figures/statistics/negotiations/negotiators/tensions/economist/economists/desk/report/reports/release/officials/numbers/ministry/secretary/lawyers/analyst/analysts/group/association/show/dispute/disputes/remedies/restrictions/adviser/official/hawks/lane/lanes/routes/route",
  ],
  [
    "flow",
    "none",
    "free trade, export/import controls/control/licence/licences/license/duties/duty/tariff/tariffs/restrictions/ban/prices/price, current account deficit/balance, budget/fiscal deficit/deficits/gap, account balance, balance of payments, fair trade, wage gap, on balance",
  ],
  [
    "verb",
    "sell",
    "sell/sells/sold/selling, ship/ships/shipped/shipping, send/sends/sent/sending, supply/supplies/supplied, deliver/delivers/delivered, exported, exports to, earned/earns from",
  ],
  [
    "verb",
    "buy",
    "buy/buys/bought/buying, purchase/purchases/purchased/purchasing, imported, take/takes/took/taken, absorb/absorbs/absorbed, import, sourced, pay/pays/paid, receives/received, took/take/takes in, spent/spend/spends, gets/get/got from",
  ],
  [
    "verb",
    "none",
    "take/takes/took effect/place/over/advantage/office/note/account/aim/part/shape/hold/a/stock/time/up/into/steps, supply chain/chains, buy american/america, sold off",
  ],
  [
    "sector",
    "both",
    "goods and services, goods as well as services, services and goods, goods plus services, goods included, services included, put/putting/add/adding goods/services in, add/adding/adds/added services, add/adding goods, goods and services together/combined, services are/were thrown/added/counted in, services are/were counted/included/added, throw/throwing in services/goods, the broader/broadest measure, both combined, including goods, including services",
  ],
  ["sector", "services", "services/service"],
  [
    "sector",
    "none",
    "service sector jobs, in service, news service, customs service, research service, postal service",
  ],
  ["sector", "goods", "goods/merchandise, physical goods, goods side, goods only, goods alone"],
  [
    "without",
    "hs:27",
    "excluding/without petroleum/oil/energy/fuels, except for/petroleum/oil/energy, leaving/leave out petroleum/oil/energy/fuels, leave petroleum/oil/energy out, leave petroleum/oil/energy imports out, stripping/strip/stripped out petroleum/oil/energy/fuels, net of petroleum/oil/energy, apart from petroleum/oil/energy, other than petroleum/oil/energy, non petroleum/oil/energy, excluding mineral fuels, take out oil/petroleum/energy/fuels, set aside oil/petroleum/energy/fuels",
  ],
  ["without", "", "with/including petroleum/oil/energy/fuels"],
  [
    "up",
    "verb",
    "rose/rise/rises/risen/rising, grew/grow/grows/grown/growing, increase/increases/increased/increasing, climb/climbs/climbed/climbing, jump/jumps/jumped/jumping, surge/surges/surged/surging, soar/soars/soared/soaring, widen/widens/widened/widening, expand/expands/expanded/expanding, advance/advances/advanced/advancing, gain/gains/gained/gaining, added/adding, swell/swells/swelled/swollen, balloon/ballooned/ballooning, rebounded, deepened/deepening, leapt/leaped/leap, edged up, ticked up, went/gone/going up, crept up, picked up, shot up, rocketed, mushroomed, exploded, improved, spiked, accelerated, inched up, moved up, recovered, bounced back",
  ],
  ["up", "adverb", "up, upward, upwards"],
  ["up", "noun", "growth, swing, expansion, upturn, uptick, gain, improvement, advance"],
  [
    "down",
    "verb",
    "fell/fall/falls/fallen/falling, drop/drops/dropped/dropping, decline/declines/declined/declining, decrease/decreases/decreased/decreasing, shrink/shrinks/shrank/shrunk/shrinking, narrow/narrows/narrowed/narrowing, slip/slips/slipped/slipping, slide/slides/slid/sliding, shed/sheds/shedding, lose/loses/lost/losing, contract/contracts/contracted/contracting, plunge/plunges/plunged/plunging, tumble/tumbles/tumbled/tumbling, slump/slumps/slumped, sank/sink/sinks/sunk, eased/ease/eases/easing, dip/dips/dipped, retreat/retreated, reduced/reducing/reduce/reduces, collapsed/collapse/collapsing, weakened, went/gone/going down, edged down, ticked down, cut, crashed, receded, came down, pulled back, halved, dwindled, sagged, softened, fell back, cratered",
  ],
  ["down", "adverb", "down, downward, downwards, off"],
  ["down", "noun", "contraction, loss, losses, downturn, reduction, cuts, setback, pullback"],
  [
    "more",
    "more",
    "more/higher/larger/greater/bigger/better/wider/deeper/larger, ahead of, in excess of",
  ],
  ["less", "less", "less/lower/smaller/fewer/short/narrower"],
  [
    "share",
    "noun",
    "share/shares, proportion, fraction, slice, portion, market share, part in, weight in",
  ],
  [
    "share",
    "verb",
    "account for, accounts/accounted/accounting for, make/makes/made/making up, represent/represents/represented/representing, constitute/constitutes/constituted, comprise/comprises/comprised, claimed/claims, supplied/supplies, provided/provides, contributed/contributes, was responsible for, responsible for, came from, come/comes from, went to, goes/go to, amounted to/amounts to, originated in, held/holds, took/takes",
  ],
  [
    "equals",
    "equals",
    "equal/equals/equalled/equaled to, equivalent to, which is/was, that is/was, as a share/percentage/percent/proportion of, in percent of, relative to, in relation to, measured against, set against, worth, works out at/to, corresponds to, as % of, ratio of, for every/each dollar, against every dollar, divided by, in proportion to, cents on the dollar, cents per dollar",
  ],
  [
    "value-added",
    "EXGR_FVA",
    "foreign value added, foreign content, foreign share, foreign value added content",
  ],
  [
    "value-added",
    "EXGR_DVA",
    "domestic value added, domestic content, domestic share, domestic value added content",
  ],
  ["value-added", "", "value added"],
  [
    "together",
    "together",
    "together, combined, jointly, in total, both, in sum, collectively, between them, put together, taken together, combining",
  ],
  ["together", "each", "each, respectively, in turn, apiece"],
  [
    "world",
    "WORLD",
    "overall, worldwide, with the world, with the rest of the world, with all countries/partners, all countries, all partners, total us/u.s./american, total, global, america's total, the nation's, nationwide, from all sources, from all countries, to all countries, from everywhere, foreign goods/products/services, everybody, everyone, to the world, from the world, world, the country's overall, all trading partners, nation's total, as a whole, across all partners, all other countries, entire, aggregate",
  ],
  [
    "back",
    "two",
    "the two, both countries/neighbors/neighbours/partners/economies/nations/markets/suppliers, these/those two, the pair, the duo, both of them",
  ],
  ["back", "three", "the three, all three, these/those three, the trio"],
  ["back", "four", "the four, all four, these/those four, the quartet"],
  ["back", "five", "the five, all five, these/those five, the quintet"],
  ["back", "six", "the six, all six, these/those six"],
  ["back", "first", "the former, the first"],
  ["back", "second", "the latter, the second"],
  ["back", "group", "the bloc, the union, the group, the region, the 27, the single market"],
  [
    "back",
    "one",
    "the country, its, it, there, that country, her, the nation's neighbor, the island, the kingdom, the republic, that market, this market, the market, that partner, the partner, the same country, that economy",
  ],
  [
    "span",
    "cumulative",
    "cumulative, cumulatively, added up, adding up, adds/add up, summed, sum of, running total, in all years",
  ],
  [
    "average",
    "average",
    "on average, average/averaged/averages/averaging, a month, per month, monthly average, each month, every month, an/the average month, average monthly",
  ],
  [
    "projected",
    "projected",
    "projected/project/projects/projection, forecast/forecasts, expected/expects, on course/track/pace for/to, annualized, annualised, will reach/widen/rise/grow/fall/narrow/shrink/hit, would reach/be/rise, estimated/estimates/estimate, target/targets, goal, at this/that pace, if current trends, pledged, pledge, consensus, polled, surveyed, pencilled/penciled in, had looked for, analysts had",
  ],
  [
    "reporter",
    "US",
    "us, u.s., united states, america/american/americans, washington, we, our, uncle sam, the nation, usa, home",
  ],
  [
    "base",
    "base",
    "compared with/to, up/down from, versus, vs, vs., against, as against, as opposed to, after, from a peak/high/low of, previous/prior, in contrast to, than the, instead of, rather than, from just/only/about/roughly/nearly/some",
  ],
  [
    "boundary",
    "boundary",
    "while, whereas, but, although, though, yet, meanwhile, however, by contrast, even as, and then, including, of which, among them, followed by",
  ],
  [
    "hedge",
    "hedge",
    "about, around, roughly, nearly, almost, some, approximately, only, just, an, a, the, at least, as much as, up to, close to, exactly, fully, further, another, additional, a further, a total of, a record, record, an estimated, total, worth, barely, slightly, little, well, sharply, steeply, modestly, clear, solid, staggering, mere, whopping, full, combined, additional, extra, even, again, year, on, annual, approaching, in excess of, an even, still, now, already, today, each, apiece, strong, steep, sharp, slight, modest, hefty, tidy, small, big, large, net, cool, precisely, a mere, a modest, a hefty, goods, dramatically, markedly, slightly above, slightly below, a little, comfortably, itself, alone, in all, on paper, on the books, the art of, state of the art, glass ceiling, paper trail, tariff schedule/code/heading/line/lines/chapter",
  ],
  [
    "passed",
    "passed",
    "overtook/overtaken/overtakes/overtaking, surpassed/surpasses/surpassing, passed/passes/passing, replaced/replacing/replaces, ahead of, behind, unlike, trailing, displaced/displacing, dwarfed/dwarfs, exceeds/exceeded/exceeding, eclipsed, topped, edged out, outpaced, followed, beating, beat, like",
  ],
  [
    "elsewhere",
    "elsewhere",
    "investment/investments/invested/invest/invests, fdi, wages/wage, hourly, jobs/job, workers/worker/workforce/employees/staff, employment/unemployment, productivity, tariff/tariffs, duty/duties, gdp, gross domestic product, output, production/produced/produce, firms/firm, smes, small businesses, price/prices/priced, inflation, revenue/revenues, profit/profits, subsidy/subsidies, remittances, debt, lending, spending, income, population, incentives, capacity, containers/container, tons/tonnes/ton, barrels/barrel, acres, bushels, units, vehicles sold, passengers, visitors, tourists, students, plants, factories/factory, market capitalization, stock/shares of stock, exchange rate, peso/yen/euro/yuan, the won, korean won, billion/trillion/million won, interest rate/rates, gross output, sales tax, taxes/tax, fine/fines, penalty, budget, grants/grant, loans/loan, aid, reserves, inventories, survey/poll/respondents, poverty, households, consumers, retail sales, farm income, factory orders, levy/levies, patents, bilateral investment, margin/margins, rail cars, trucks crossed, crossings, trucks a day, capital spending, venture capital, funding, fund, employ/employs/employed, hired, turnout, vote/votes, approval, growth forecast, rate of duty, megawatts, gigawatts, miles, kilometers, hectares, flights, growth of the economy, economy grew, consumption, wholesale, freight rates, cost/costs, fees, fee, bond/treasury yield/yields, yield/yields on, treasury, bonds, holdings, equity, stake, rebates",
  ],
  [
    "narrow",
    "narrow",
    "light duty, medium duty, heavy duty, electric, passenger, used, diesel, duty free, dutiable, related party, agricultural, inflation adjusted, real terms, in volume, by volume, travel, tourism, education, financial services, royalties, intellectual property, software, insurance, transport services, consulting, semiconductor/semiconductors/chips, soybeans/soybean, corn, beef, pork, crude/crude oil, natural gas, lng, lumber, smartphones, laptops, computers, advanced technology, capital goods, consumer goods, industrial supplies, foods/food, state of, texas/california/michigan/ohio/florida, district, port of, ports, preferential, under usmca/nafta, usmca compliant, air freight, e commerce, de minimis, gold, batteries/battery, solar, car parts, auto parts, trucks, tractors, engines, avocados, tequila, tomatoes, almonds, wheat, medical devices, apparel, textiles, steel and aluminum, machine tools, personal care, defence/defense, arms, civilian aircraft, nonmonetary gold, re exports, domestic exports, imports for consumption",
  ],
  [
    "publisher",
    "other",
    "own data/figures/numbers/statistics/count/books, eurostat, finance ministry, statistics canada, inegi, comtrade, customs data, general administration of customs, wto/imf/oecd data/figures/numbers, according to the wto/imf/oecd, according to wto/imf/oecd, world bank data/figures, according to the world bank, ministry of, banxico, statcan, customs administration, by mexican/canadian/chinese/japanese/korean/vietnamese/german count, according to chinese/mexican/vietnamese/japanese/korean/canadian/german/european customs/data/officials/figures/statistics, census of, federal reserve, bureau of labor statistics, destatis, office for national statistics",
  ],
];
