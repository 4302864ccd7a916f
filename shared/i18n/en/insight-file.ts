/** The command “insight”: what is wrong with a plain file, and why there is no answer. */
export const insightFile = {
  part: 'insight: there is no “{{given}}”. Known: {{known}}.',
  partNear: 'insight: there is no “{{given}}”. Did you mean “{{meant}}”? Known: {{known}}.',
  choice: '{{option}}: “{{given}}” is not valid. Known: {{known}}.',
  asOf: '--as-of: “{{given}}” is not a date. Write it like 2026-03-01.',
  asOfSummary: '--as-of: a summary has no dates. Use it with --transactions.',
  oneSource: 'Give exactly one of {{options}}.',
  beforeFirst: '{{file}} has no row up to {{date}}. Choose a later date.',
  needed: '{{option}} is needed with {{with}}.',
  allConstant:
    '{{file}}: every column has the same value in all rows. There is nothing to tell them apart by.',
  constant: 'Left out, because they have the same value in all rows: {{columns}}.',
  filled: 'Cells without a value, counted as the mean of their column: {{count}}.',
  tooFewDifferent: '{{file}}: fewer than {{k}} different rows. Choose a smaller --k.',
  empty: '{{file}} has no rows below its headings.',
  column: '{{file}} has no column {{column}}. Its columns: {{columns}}.',
  short: '{{file}}, line {{line}}: {{cells}} cells, but the headings are {{needed}}.',
  quote: '{{file}}, line {{line}}: a quote is opened and never closed.',
  number:
    '{{file}}, line {{line}}, column {{column}}: “{{given}}” is not a number. Use digits and a decimal point.',
  date: '{{file}}, line {{line}}, column {{column}}: “{{given}}” is not a date. Write it like 2026-03-01.',
  value: '{{file}}, line {{line}}, column {{column}}: “{{given}}” is not understood.',
  hotel: '--hotel: name one of the hotels in the file: {{hotels}}.',
  bar: 'Computing',
  noGuest: '{{file}}, line {{line}}, column {{column}}: the guest is missing.',
  belowZero: '{{file}}, line {{line}}, column {{column}}: {{given}} is below zero.',
  notWhole: '{{file}}, line {{line}}, column {{column}}: {{given}} repeat visits is not a whole number.',
  recencyBeyondAge:
    '{{file}}, line {{line}}, column {{column}}: the last visit at {{given}} is after the end of observation T = {{T}}.',
  recencyWithoutRepeat:
    '{{file}}, line {{line}}, column {{column}}: {{given}}, but without repeat visits the last one is the first: it must be 0.',
  share: '{{option}}: “{{given}}” is not a share. Give a decimal above 0 and up to 1, like 0.001.',
  notUtf8: '{{file}} is not UTF-8. Save it as UTF-8 and try again.',
  noBaskets: '{{file}} has no basket: no line names an item.',
  computing: 'Rules',
  unit: { week: 'weeks', day: 'days', month: 'months' },
  horizon:
    'expected12: visits within the next {{units}} {{unit}}; value: their worth discounted by {{percent}} % a year.',
  noModel: '{{model}}: {{why}} No number is given.',
  noSpending: 'No value is given: {{why}}',
  failure: {
    tooFewGuests: '{{guests}} guests are too few; {{needed}} are needed.',
    tooFewReturned: '{{returned}} guests who came again are too few; {{needed}} are needed.',
    tooFewBookings: '{{bookings}} bookings with a known outcome are too few; {{needed}} are needed.',
    notAsked: 'the value of a visit was not asked for.',
    notConverged: 'the fit found no best parameters for this data.',
  },
}
