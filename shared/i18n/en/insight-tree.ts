/** Words of the decision tree: its rules, its targets, its figures, and its command line. */
export const insightTree = {
  rule: {
    all: 'All guests',
    and: ' and ',
    or: ' or ',
    comma: ', ',
    is: '{{name}}: {{value}}',
    equals: '{{name}} {{value}}',
    atMost: '{{name}} at most {{value}}',
    atLeast: '{{name}} at least {{value}}',
    above: '{{name}} more than {{value}}',
    from: '{{name}} {{low}} to {{high}}',
    between: '{{name}} more than {{low}}, at most {{high}}',
    unknown: '{{name}} not known',
    known: '{{name}} known',
    orUnknown: '{{rule}} or not known',
    other: 'other',
    missing: 'not known',
  },
  target: {
    comesBack12: 'Comes back within 12 months',
    highValue: 'High value in the next 12 months',
    breakfast: 'Takes breakfast on the next stay',
    cancels: 'Cancels a booking within 12 months',
    longStay: 'Stays 5 nights or more within 12 months',
    direct: 'Books the next stay directly',
  },
  about: {
    comesBack12: 'Of guests who have stayed: a new stay begins in the 365 days after the date.',
    highValue:
      'Of guests who have stayed: total revenue of the 365 days after the date is among the best fifth of guests with revenue in the 365 days before it.',
    breakfast:
      'Of guests who have stayed and come again in the 365 days after the date: the first of these stays includes breakfast.',
    cancels:
      'Of guests who have booked before and book again in the 365 days after the date: at least one of these bookings is cancelled by then.',
    longStay:
      'Of guests who have stayed and come again in the 365 days after the date: a stay of 5 nights or more begins in them.',
    direct:
      'Of guests who have stayed and come again in the 365 days after the date: the first of these stays was booked directly.',
  },
  key: {
    compute: 'Compute the tree',
    rules: 'Go to the rules',
    guests: 'Go to the guests under the rule',
  },
  pick: 'Target',
  running: 'Computing the tree',
  notYet:
    'Rules towards this target: who meets it, and how often. They are learned from the hotel’s own past.',
  sentence:
    'Of {{guests}} guests on {{day}}, {{share}} met the target by {{until}}. Of two guests, one who met it and one who did not, the rules put the right one first in {{pairs}} of cases; the tenth with the highest shares met it {{lift}} times as often as all.',
  fit: {
    title: 'How far to trust it',
    note: 'Checked on {{day}} to {{until}}, which neither model had seen',
    trained: 'Learned from {{guests}} guests: what was known on {{day}}, and what they did until {{until}}.',
    trainedPart:
      'Learned from {{guests}} of {{all}} guests, drawn by chance: what was known on {{day}}, and what they did until {{until}}.',
    protected: 'Age was allowed; nationality, gender and language are never used.',
    unprotected: 'Age, nationality, gender and language are not used.',
    highCut: 'High value begins at {{amount}} in 12 months.',
    model: 'Model',
    tree: 'These rules',
    second: 'Boosted trees',
    chance: 'Base rate alone ({{share}})',
    aucAbout:
      'Of two guests, one who met the target and one who did not: how often the right one has the higher share. 0.5 is chance, 1 is always.',
    lift: 'Lift of the best tenth',
    liftAbout: 'How many times as often as all guests the tenth with the highest shares met the target.',
    off: 'Share off by',
    offAbout:
      'Mean distance between the share given and the share that came, over ten classes of width 10 %.',
  },
  rules: {
    title: 'Rules',
    note: 'Highest share first; choose one to see its guests',
    none: 'No rule tells those who meet the target from the others. All guests have the same share.',
    when: 'When',
    share: 'Share',
    judged: 'In the check',
    judgedAbout: 'Share among the guests of the year that the rules had not seen.',
    covers: 'Learned from',
    today: 'Guests today',
  },
  outline: { title: 'The tree', note: 'Share and number of guests it was learned from' },
  guests: {
    earlier:
      'Guests are listed for the newest tree alone. A tree of an earlier day shows which rules could have been known then.',
    title: 'Guests under the rule',
    none: 'Choose a rule to see its guests.',
    nobody: 'Nobody falls under this rule today.',
  },
  csv: {
    id: 'Profile',
    name: 'Name',
    latin: 'Latin name',
    tier: 'Tier',
    stays: 'Stays',
    lastStay: 'Last stay',
    share: 'Share of the rule',
  },
  cli: {
    noTarget: '--target is missing: which column, or with --store which of {{targets}}?',
    noColumn: '{{file}} has no column “{{column}}”. Its columns: {{columns}}.',
    unknown: 'Column “{{column}}” has no value in any row.',
    constant: 'Column “{{column}}” is “{{value}}” in every row: there is nothing to tell apart.',
    many: 'Column “{{column}}” has more than two values ({{values}}). Say which one counts with --positive.',
    noSuch: 'Column “{{column}}” has no value “{{given}}”. Its values: {{values}}.',
    little:
      'Too little to say anything: {{rows}} rows, {{positives}} of them met the target. Needed: {{needRows}} rows, {{needEach}} that met it and {{needEach}} that did not, in the training part and in the held-out part together; {{needHeld}} of each in the held-out part.',
    nothingToLearn: 'No column is left to learn from: all others are constant or differ in every row.',
    partTwice: '--held-out and --held-out-column are one or the other.',
    note: 'Learned from {{trained}} rows, AUC measured on {{heldOut}} held-out rows; covers and share are of the rows learned from.',
    leftOut: 'Left out: {{column}} ({{why}})',
    why: {
      constant: 'the same in every row',
      identifier: 'different in almost every row',
      manyWords: 'more than 65,000 different words',
    },
  },
}
