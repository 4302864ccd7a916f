/** The section “Lifetime value”: models, how they held, and who is expected to bring most. */
export const insightFuture = {
  sum: '{{guests}} guests are expected to stay {{stays12}} times in the next 12 months and {{stays36}} times in 36.',
  worth: 'Worth today, 12 months',
  worth36: 'Worth today, 36 months',
  ways: 'By model {{model}}, by rhythm {{rhythm}}, without a number {{none}}; excluded by hand {{excluded}}.',
  collective:
    '{{name}} has {{share}} of all stays: an agency or a collective name, not a guest. It is left out.',
  group: { individual: 'Individuals', corporate: 'Corporate travellers', all: 'All guests' },
  models: {
    title: 'Models',
    group: 'Group',
    guests: 'Guests',
    returned: 'Came again',
    parameters: 'Parameters (weeks)',
    spending: 'Spending p, q, v',
    ownMean: 'own mean',
    logLikelihood: 'Log-likelihood',
  },
  failure: {
    tooFewGuests:
      'No model: {{guests}} guests are too few, {{needed}} are needed. The guest’s own rhythm is used.',
    tooFewReturned:
      'No model: {{returned}} guests who came again are too few, {{needed}} are needed. The guest’s own rhythm is used.',
    notConverged: 'No model: the fit found no best parameters. The guest’s own rhythm is used.',
    notAsked: 'No model was asked for.',
    tooFewGaps: '{{gaps}} gaps between stays are too few to judge anybody; {{needed}} are needed.',
    tooShort: 'The store does not go back far enough for {{months}} months with a year after each.',
  },
  heldOut: {
    title: 'The year held out',
    sentence:
      'From what was known on {{cut}}, {{expected}} stays were expected of {{guests}} guests in the year after; {{actual}} came.',
    measure: 'Stays that came',
    expected: 'expected',
    stays: 'Stays until then',
    guests: 'Guests',
    expectedStays: 'Expected',
    actual: 'Came',
    more: '{{count}} and more',
    order:
      'A guest who came is put before one who did not in {{model}} of pairs by the model and in {{recency}} by recency alone; among guests with two stays and more in {{modelReturned}} and {{recencyReturned}}. The gain over recency is small as a rule; the model also says how often.',
    none: 'Too little is known to check the forecast on the last year.',
  },
  assumed: {
    title: 'What is assumed',
    visits:
      'Stays: MBG/NBD (Batislam 2007). Each guest comes at a rate of their own and may stop after any stay, the first too; so a guest with one stay is not treated as a regular. Seasons and prices are not in it.',
    value:
      'Value: Gamma-Gamma (Fader, Hardie 2013) over total revenue per stay; what a guest spends does not depend on how often they come. Later value is discounted by {{percent}} % a year.',
    apart:
      'Corporate travellers are fitted apart where at least 100 of them are on file and 30 came again; else all are one group.',
    rhythm:
      'Without a model: stays at the guest’s own interval, times the share of gaps in this hotel that were as long and still ended in a return. One stay alone gives no number.',
  },
  key: { guests: 'Go to the guests of whom most is expected' },
  best: {
    title: 'Most value expected',
    guest: 'Guest',
    stays: 'Stays',
    last: 'Last stay',
    alive: 'Comes again',
    expected12: 'Stays, 12 months',
    value12: 'Value, 12 months',
    value36: 'Value, 36 months',
    file: 'lifetime-value',
    none: 'Nobody has a number yet: too few stays are on file.',
  },
}
