import { type RegistrationFact, readRegistrationFacts } from '#db/queries/report/stays.ts'
import type { RegistrationData } from '#shared/domain/registration/fields.ts'
import { classOfData, deadlineOf } from '#shared/domain/registration/rule.ts'
import { timeKey } from '#shared/domain/report/fold.ts'
import { countNumbers, medianOf } from '#shared/domain/report/median.ts'
import type { Cell, Row } from '#shared/domain/report/result.ts'
import { countryRuleOn } from '../../registration/public.ts'
import type { Report, ReportDesk } from '../report.ts'
import { figureColumn } from '../table.ts'
import { stayReport } from './stay-report.ts'

const hourMs = 3_600_000

/** What the authorities were to be told of guests, and when they were. */
export const registration: Report = stayReport<RegistrationFact>({
  says: 'registration',
  empty: 'noRegistrations',
  figures: [
    figureColumn('registrations', 'count'),
    figureColumn('registrationsSent', 'count'),
    figureColumn('registrationsOpen', 'count'),
    figureColumn('registrationsFailed', 'count'),
    figureColumn('registrationsLate', 'count'),
    figureColumn('medianHoursToSend', 'hours'),
  ],
  most: 'registrations',
  read: ({ store, source }, period) => readRegistrationFacts(store, source, period),
  keyOf: (fact, by, { starts }) => keyOf(fact, by, starts),
  cells: cellsOf,
  lists: { event: 'registration.event' },
  params: {
    count: 'registrations',
    sent: 'registrationsSent',
    failed: 'registrationsFailed',
    late: 'registrationsLate',
    hours: 'medianHoursToSend',
  },
})

function keyOf(fact: RegistrationFact, by: string, starts: ReportDesk['starts']): Cell {
  if (by === 'event' || by === 'user' || by === 'country') return fact[by]
  return timeKey(by as 'day' | 'week' | 'month', fact.day, starts)
}

function cellsOf(facts: readonly RegistrationFact[], { country }: ReportDesk): Row {
  const isSent = ({ state }: RegistrationFact) => state === 'sent' || state === 'changed'
  const sent = facts.filter(isSent)
  return {
    registrations: facts.length,
    registrationsSent: sent.length,
    registrationsOpen: facts.filter(({ state }) => state === 'to-send').length,
    registrationsFailed: facts.filter(({ state }) => state === 'failed').length,
    registrationsLate: sent.filter((fact) => isLate(fact, country)).length,
    medianHoursToSend: medianOf(
      countNumbers(sent.map(({ at, stateAt }) => (Date.parse(stateAt) - Date.parse(at)) / hourMs)),
    ),
  }
}

/** Sent after the time that the country sets for such a guest; where it sets none, nothing is late. */
function isLate(
  { day, at, stateAt, country: nationality, documentKind }: RegistrationFact,
  country: string,
): boolean {
  const rule = countryRuleOn(country, day)
  if (!rule) return false
  const data = { nationality: nationality ?? '', documentKind: documentKind ?? '' } satisfies RegistrationData
  const deadline = deadlineOf(rule, classOfData(data, country), at)
  return deadline !== null && stateAt > deadline
}
