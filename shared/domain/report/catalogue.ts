import type { Right } from '../access/rights.ts'
import { reportFigures } from './figures.ts'

/** The groups that the catalogue is shown in. */
export const reportGroups = ['house', 'bookings', 'guests', 'requests', 'money', 'plan', 'control'] as const
export type ReportGroup = (typeof reportGroups)[number]

/** Parameters are texts, as they stand in an address, on the command line and in what is remembered. */
export type Parameters = { readonly [name: string]: string }

/**
 * `period`: the parameters `from` and `to`, both days included, or a word for both (`this-month`). `moment`: a moment or a
 * business date, whose end is meant. `choice`: one of `choices`, the first unless `usual` says another; `orPeriod`: or two dates,
 * `2024-10-01..2024-10-31`. `filter`: a dimension's value. `order`: how rows are ordered, see order.ts.
 */
export type ParameterSpec =
  | { kind: 'period'; usual: PeriodWord }
  | { kind: 'date'; name: string; usual: 'today' }
  | { kind: 'moment'; name: string; usual: string }
  | { kind: 'choice'; name: string; choices: readonly string[]; usual?: string; orPeriod?: true }
  | { kind: 'filter'; name: string }
  | { kind: 'order'; name: 'order' }
  | { kind: 'year'; name: string }

export const periodWords = [
  'today',
  'yesterday',
  'this-week',
  'last-week',
  'this-month',
  'last-month',
  'month-to-date',
  'this-quarter',
  'last-quarter',
  'this-year',
  'last-year',
  'year-to-date',
  'next-7-days',
  'next-30-days',
  'next-90-days',
  'last-30-days',
  'last-90-days',
  'last-12-months',
] as const
export type PeriodWord = (typeof periodWords)[number]

export type ReportSpec = {
  group: ReportGroup
  parameters: readonly ParameterSpec[]
  /** The right to open it. Without `reports-all` it shows revenue only where the hotel wishes. */
  permission: Right
}

/** What occupancy and revenue can be cut by. */
export const cuts = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'weekday',
  'roomType',
  'floor',
  'segment',
  'channel',
  'agency',
  'company',
  'country',
  'ratePlan',
  'meal',
  'leadTime',
  'stayLength',
  'tier',
  'valueClass',
  'guestSegment',
] as const

/** What a period is held against, unless it is another period. */
export const comparisons = ['none', 'last-year', 'same-weekday', 'festival', 'budget'] as const
export type Comparison = (typeof comparisons)[number]

/** The two definitions of rooms available. */
export const bases = ['usali', 'operational'] as const
export type Basis = (typeof bases)[number]

const by = (...choices: readonly string[]): ParameterSpec[] => [
  { kind: 'choice', name: 'by', choices },
  { kind: 'order', name: 'order' },
]
/** Which figure is drawn and said first: `usual` is the report's own. */
const figure = ({
  main,
  beside = [],
}: {
  main: readonly string[]
  beside?: readonly string[]
}): ParameterSpec => ({
  kind: 'choice',
  name: 'figure',
  choices: ['usual', ...main, ...beside],
})
const basis: ParameterSpec = { kind: 'choice', name: 'basis', choices: bases }
const compare: ParameterSpec = { kind: 'choice', name: 'compare', choices: comparisons, orPeriod: true }
const cohort: ParameterSpec = { kind: 'choice', name: 'cohort', choices: ['arrival', 'creation'] }
const filters: readonly ParameterSpec[] = (
  ['roomType', 'floor', 'segment', 'channel', 'agency', 'company', 'country', 'ratePlan'] as const
).map((name) => ({ kind: 'filter', name }))

/** Every report there is. What points and the night bring joins this map with them. */
export const catalogue = {
  daily: {
    group: 'house',
    parameters: [{ kind: 'date', name: 'on', usual: 'today' }, figure(reportFigures.daily), basis],
    permission: 'reports',
  },
  occupancy: {
    group: 'house',
    parameters: [
      { kind: 'period', usual: 'month-to-date' },
      ...by(...cuts),
      figure({ main: reportFigures.occupancy.main }),
      basis,
      compare,
      ...filters,
    ],
    permission: 'reports',
  },
  onBooks: {
    group: 'house',
    parameters: [
      { kind: 'period', usual: 'next-90-days' },
      ...by('day', 'week', 'month', 'roomType', 'segment', 'channel'),
      figure({ main: reportFigures.onBooks.main }),
      { kind: 'moment', name: 'since', usual: 'yesterday' },
      basis,
      { ...compare, usual: 'same-weekday' },
    ],
    permission: 'reports',
  },
  pickup: {
    group: 'house',
    parameters: [
      { kind: 'period', usual: 'next-30-days' },
      ...by('day', 'week', 'month', 'roomType', 'segment', 'channel'),
      figure({ main: reportFigures.pickup.main }),
      { kind: 'moment', name: 'since', usual: 'yesterday' },
    ],
    permission: 'reports-all',
  },
  pace: {
    group: 'house',
    parameters: [
      { kind: 'period', usual: 'this-month' },
      {
        kind: 'choice',
        name: 'compare',
        choices: ['last-year', 'same-weekday', 'festival', 'none'],
        orPeriod: true,
      },
    ],
    permission: 'reports-all',
  },
  forecast: {
    group: 'house',
    parameters: [{ kind: 'period', usual: 'next-30-days' }, figure({ main: reportFigures.forecast.main })],
    permission: 'reports-all',
  },
  housekeeping: {
    group: 'house',
    parameters: [
      { kind: 'period', usual: 'last-30-days' },
      ...by('attendant', 'day', 'week', 'month', 'work', 'floor'),
      figure({ main: reportFigures.housekeeping.main }),
    ],
    permission: 'reports',
  },
  arrivalTimes: {
    group: 'house',
    parameters: [
      { kind: 'period', usual: 'last-30-days' },
      ...by('hour', 'day', 'week', 'month', 'roomType', 'user'),
      figure({ main: reportFigures.arrivalTimes.main }),
    ],
    permission: 'reports',
  },
  roomUse: {
    group: 'house',
    parameters: [
      { kind: 'period', usual: 'last-30-days' },
      ...by('room', 'floor', 'roomType', 'day', 'month'),
      figure({ main: reportFigures.roomUse.main }),
    ],
    permission: 'reports',
  },
  cancellations: {
    group: 'bookings',
    parameters: [
      { kind: 'period', usual: 'year-to-date' },
      ...by(
        'month',
        'week',
        'leadTime',
        'segment',
        'channel',
        'agency',
        'company',
        'country',
        'ratePlan',
        'roomType',
        'guarantee',
        'stayLength',
      ),
      figure({ main: reportFigures.cancellations.main }),
      cohort,
      ...filters,
    ],
    permission: 'reports',
  },
  stayLength: {
    group: 'bookings',
    parameters: [
      { kind: 'period', usual: 'year-to-date' },
      ...by('stayLength', 'segment', 'channel', 'country', 'roomType', 'month'),
      figure({ main: reportFigures.stayLength.main }),
      ...filters,
    ],
    permission: 'reports',
  },
  leadTime: {
    group: 'bookings',
    parameters: [
      { kind: 'period', usual: 'year-to-date' },
      ...by('leadTime', 'segment', 'channel', 'country', 'roomType', 'month'),
      figure({ main: reportFigures.leadTime.main }),
      cohort,
      ...filters,
    ],
    permission: 'reports',
  },
  changes: {
    group: 'bookings',
    parameters: [
      { kind: 'period', usual: 'last-30-days' },
      ...by('kind', 'user', 'channel', 'leadTime', 'day', 'month'),
      figure({ main: reportFigures.changes.main }),
    ],
    permission: 'reports-all',
  },
  upgrades: {
    group: 'bookings',
    parameters: [
      { kind: 'period', usual: 'year-to-date' },
      ...by('roomType', 'chargedType', 'tier', 'segment', 'month'),
      figure({ main: reportFigures.upgrades.main }),
    ],
    permission: 'reports-all',
  },
  overrides: {
    group: 'bookings',
    parameters: [
      { kind: 'period', usual: 'year-to-date' },
      ...by('user', 'ratePlan', 'roomType', 'channel', 'month'),
      figure({ main: reportFigures.overrides.main }),
    ],
    permission: 'reports-all',
  },
  requests: {
    group: 'requests',
    parameters: [
      { kind: 'period', usual: 'last-30-days' },
      ...by('kind', 'department', 'day', 'week', 'month', 'roomType', 'user'),
      figure({ main: reportFigures.requests.main }),
    ],
    permission: 'reports',
  },
  traces: {
    group: 'requests',
    parameters: [
      { kind: 'period', usual: 'last-30-days' },
      ...by('department', 'day', 'week', 'month', 'user'),
      figure({ main: reportFigures.traces.main }),
    ],
    permission: 'reports',
  },
  preferences: {
    group: 'requests',
    parameters: [
      ...by('value', 'group'),
      figure({ main: reportFigures.preferences.main }),
      { kind: 'choice', name: 'guests', choices: ['all', 'members', 'coming'] },
    ],
    permission: 'reports',
  },
  registration: {
    group: 'guests',
    parameters: [
      { kind: 'period', usual: 'last-30-days' },
      ...by('event', 'country', 'day', 'week', 'month', 'user'),
      figure({ main: reportFigures.registration.main }),
    ],
    permission: 'reports',
  },
  repeatGuests: {
    group: 'guests',
    parameters: [
      { kind: 'period', usual: 'last-12-months' },
      ...by('month', 'segment', 'channel', 'country', 'tier', 'valueClass', 'roomType'),
      figure({ main: reportFigures.repeatGuests.main }),
    ],
    permission: 'reports-all',
  },
  loyalty: {
    group: 'guests',
    parameters: [
      { kind: 'period', usual: 'last-12-months' },
      ...by('tier', 'month', 'channel'),
      figure({ main: reportFigures.loyalty.main }),
    ],
    permission: 'reports-all',
  },
  sources: {
    group: 'bookings',
    parameters: [
      { kind: 'period', usual: 'year-to-date' },
      ...by('channel', 'segment', 'agency', 'company', 'ratePlan', 'country'),
      figure({ main: reportFigures.sources.main }),
      ...filters,
    ],
    permission: 'reports-all',
  },
  commissions: {
    group: 'money',
    parameters: [
      { kind: 'period', usual: 'last-month' },
      ...by('agency', 'month'),
      figure({ main: reportFigures.commissions.main }),
    ],
    permission: 'reports-all',
  },
  revenue: {
    group: 'money',
    parameters: [
      { kind: 'period', usual: 'month-to-date' },
      ...by('code', 'revenueGroup', 'day', 'month'),
      figure({ main: reportFigures.revenue.main }),
    ],
    permission: 'reports-all',
  },
  payments: {
    group: 'money',
    parameters: [
      { kind: 'period', usual: 'month-to-date' },
      ...by('method', 'code', 'user', 'day', 'month'),
      figure({ main: reportFigures.payments.main }),
    ],
    permission: 'reports-all',
  },
  taxes: {
    group: 'money',
    parameters: [
      { kind: 'period', usual: 'last-month' },
      ...by('tax', 'day', 'month'),
      figure({ main: reportFigures.taxes.main }),
    ],
    permission: 'reports-all',
  },
  trialBalance: {
    group: 'money',
    parameters: [
      { kind: 'period', usual: 'month-to-date' },
      figure({ main: reportFigures.trialBalance.main }),
    ],
    permission: 'reports-all',
  },
  openBalances: {
    group: 'money',
    parameters: [{ kind: 'date', name: 'on', usual: 'today' }, figure(reportFigures.openBalances)],
    permission: 'reports-all',
  },
  depositsHeld: {
    group: 'money',
    parameters: [
      { kind: 'date', name: 'on', usual: 'today' },
      figure({ main: reportFigures.depositsHeld.main }),
    ],
    permission: 'reports-all',
  },
  budget: {
    group: 'plan',
    parameters: [
      { kind: 'year', name: 'year' },
      ...by('month', 'roomType', 'segment'),
      figure({ main: reportFigures.budget.main }),
      basis,
    ],
    permission: 'reports-all',
  },
  compSet: {
    group: 'plan',
    parameters: [
      { kind: 'period', usual: 'last-12-months' },
      ...by('month', 'day'),
      figure({ main: reportFigures.compSet.main }),
      basis,
    ],
    permission: 'reports-all',
  },
  guestNights: {
    group: 'plan',
    parameters: [
      { kind: 'period', usual: 'last-month' },
      ...by('country', 'month', 'day'),
      figure({ main: reportFigures.guestNights.main }),
    ],
    permission: 'reports-all',
  },
  yearbook: {
    group: 'plan',
    parameters: [{ kind: 'year', name: 'year' }, basis],
    permission: 'reports-all',
  },
  audit: {
    group: 'control',
    parameters: [
      { kind: 'period', usual: 'last-30-days' },
      ...by('user', 'act', 'day'),
      figure({ main: reportFigures.audit.main }),
    ],
    permission: 'users',
  },
} as const satisfies Record<string, ReportSpec>

export type ReportName = keyof typeof catalogue
export const reportNames = Object.keys(catalogue) as readonly ReportName[]

export function isReportName(name: string): name is ReportName {
  return Object.hasOwn(catalogue, name)
}

/** The parameters that a report takes. */
export function specOf(name: ReportName): ReportSpec {
  return catalogue[name]
}
