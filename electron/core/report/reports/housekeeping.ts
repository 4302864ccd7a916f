import {
  type InspectionFact,
  readClosureFacts,
  readDiscrepancyFacts,
  readInspectionFacts,
  readTaskFacts,
  type TaskFact,
} from '#db/queries/report/stays.ts'
import { timeKey } from '#shared/domain/report/fold.ts'
import type { Period, WeekStart } from '#shared/domain/report/period.ts'
import type { Cell, Row, Table } from '#shared/domain/report/result.ts'
import { groupBy, sumOf } from '../group.ts'
import type { Report, ReportDesk } from '../report.ts'
import { figureColumn, makeTable } from '../table.ts'
import { stayReport } from './stay-report.ts'

/** A visit that was given to an attendant, or an inspection. */
type Fact = ({ is: 'task' } & TaskFact) | ({ is: 'inspection' } & InspectionFact)

/** Rooms that were given to attendants and what the visits came to, rooms that were closed, and what did not agree. */
export const housekeeping: Report = stayReport<Fact>({
  says: 'housekeeping',
  empty: 'noTasks',
  figures: [
    figureColumn('roomsGiven', 'count'),
    figureColumn('roomsCleaned', 'count'),
    figureColumn('roomsInspected', 'count'),
    figureColumn('creditsGiven', 'count'),
    figureColumn('creditsCleaned', 'count'),
    figureColumn('notDisturbed', 'count'),
    figureColumn('serviceRefused', 'count'),
    figureColumn('visitsOpen', 'count'),
  ],
  most: 'roomsCleaned',
  read: ({ store, source }, period) => [
    ...readTaskFacts(store, source, period).map((fact) => ({ is: 'task' as const, ...fact })),
    ...readInspectionFacts(store, source, period).map((fact) => ({ is: 'inspection' as const, ...fact })),
  ],
  keyOf: (fact, by, { starts }) => keyOf(fact, by, starts),
  cells: cellsOf,
  lists: { work: 'housekeeping.work' },
  params: { given: 'roomsGiven', cleaned: 'roomsCleaned', credits: 'creditsCleaned', shut: 'notDisturbed' },
  beside: (desk, period) => [closures(desk, period), discrepancies(desk, period)],
})

function keyOf(fact: Fact, by: string, starts: WeekStart): Cell {
  if (by === 'attendant') return fact.attendantId
  if (by === 'work') return fact.work
  if (by === 'floor') return fact.floor
  return timeKey(by as 'day' | 'week' | 'month', fact.day, starts)
}

function cellsOf(facts: readonly Fact[]): Row {
  const tasks = facts.filter((fact) => fact.is === 'task')
  const done = tasks.filter(({ outcome }) => outcome === 'done')
  const count = (which: TaskFact['outcome']) => tasks.filter(({ outcome }) => outcome === which).length
  return {
    roomsGiven: tasks.length,
    roomsCleaned: done.length,
    roomsInspected: facts.length - tasks.length,
    creditsGiven: sumOf(tasks.map(({ credits }) => credits)),
    creditsCleaned: sumOf(done.map(({ credits }) => credits)),
    notDisturbed: count('do-not-disturb'),
    serviceRefused: count('refused'),
    visitsOpen: count(null) + count('later'),
  }
}

function closures({ store, source }: ReportDesk, period: Period): Table {
  const facts = readClosureFacts(store, source, period)
  const cells = (of: typeof facts): Row => ({
    closures: of.length,
    closedNights: sumOf(of.map(({ nights }) => nights)),
  })
  return makeTable({
    key: 'closures',
    by: { key: 'reason', kind: 'text' },
    columns: [figureColumn('closures', 'count'), figureColumn('closedNights', 'count')],
    rows: groupBy(facts, ({ reason }) => reason).map(({ key, of }) => ({ reason: key, ...cells(of) })),
    most: 'closedNights',
    total: cells(facts),
  })
}

function discrepancies({ store, source }: ReportDesk, period: Period): Table {
  const facts = readDiscrepancyFacts(store, source, period)
  const cells = (of: typeof facts): Row => ({
    discrepancies: of.length,
    discrepanciesSettled: sumOf(of.map(({ settled }) => settled)),
  })
  return makeTable({
    key: 'discrepancies',
    by: { key: 'discrepancy', kind: 'code', list: 'housekeeping.discrepancy' },
    columns: [figureColumn('discrepancies', 'count'), figureColumn('discrepanciesSettled', 'count')],
    rows: groupBy(facts, ({ kind }) => kind).map(({ key, of }) => ({ discrepancy: key, ...cells(of) })),
    most: 'discrepancies',
    total: cells(facts),
  })
}
