import type { Rule } from './rule.ts'

/** Rules that are offered where there are no segments yet; the demo hotel keeps them. Words: `segment.example.<name>`. */
export const exampleNames = ['silentMembers', 'summerFamilies', 'companyBreakfast'] as const
export type ExampleName = (typeof exampleNames)[number]

/** The rule of an example; null where the hotel has nothing to ask it of: no tier. `tiers`: from the lowest up. */
export function exampleRule(name: ExampleName, tiers: readonly string[]): Rule | null {
  switch (name) {
    case 'silentMembers': {
      const tier = tiers.includes('gold') ? 'gold' : tiers.at(-1)
      return tier === undefined ? null : silentMembers(tier)
    }
    case 'summerFamilies':
      return summerFamilies
    case 'companyBreakfast':
      return companyBreakfast
  }
}

/** Members of a tier whose last stay ended more than a year ago. */
function silentMembers(tier: string): Rule {
  return {
    kind: 'all',
    not: false,
    of: [
      { kind: 'word', not: false, fact: 'tier', values: [tier] },
      { kind: 'date', not: false, fact: 'lastDeparture', from: null, to: { ago: 12, unit: 'month' } },
    ],
  }
}

const summerFamilies: Rule = {
  kind: 'all',
  not: false,
  of: [
    { kind: 'amount', not: false, fact: 'childrenShare', from: 0.5, to: null },
    {
      kind: 'came',
      not: false,
      least: 1,
      from: { year: -1, month: 6, day: 1 },
      to: { year: -1, month: 8, day: 31 },
    },
    { kind: 'came', not: true, least: 1, from: { year: 0, month: 1, day: 1 }, to: null },
  ],
}

const companyBreakfast: Rule = {
  kind: 'all',
  not: false,
  of: [
    { kind: 'amount', not: false, fact: 'stays', from: 2, to: null },
    { kind: 'amount', not: false, fact: 'companyShare', from: 0.5, to: null },
    { kind: 'amount', not: false, fact: 'breakfastShare', from: 0.8, to: null },
  ],
}
