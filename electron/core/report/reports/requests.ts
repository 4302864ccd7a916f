import { type RequestFact, readRequests } from '#db/queries/report/requests.ts'
import { timeKey } from '#shared/domain/report/fold.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import { countNumbers, medianOf } from '#shared/domain/report/median.ts'
import type { Period, WeekStart } from '#shared/domain/report/period.ts'
import type { Cell, Column, Row } from '#shared/domain/report/result.ts'
import { isOpen } from '#shared/domain/request/request.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { bookingsIn, groupBy, sumOf } from '../group.ts'
import { emptyNote, partialNote, totalOf } from '../notes.ts'
import type { Report } from '../report.ts'
import { dimensionColumn, figureColumn, makeTable, namesIn, ownColumn } from '../table.ts'

const hourMs = 3_600_000

/** Special requests due in a period: what became of them, and how long it took. */
export const requests: Report = {
  run: (desk, read) => {
    const { by } = read
    const period = read.period as Period
    const facts = readRequests(desk.store, desk.source, period)
    const { today } = desk.source
    const groups = groupBy(facts, (fact) => keyOf(fact, by, desk.starts))
    const rows = groups.map(({ key, of }) => ({ [by]: key, ...cellsOf(of, today) }))
    const table = makeTable({
      key: 'main',
      by: columnOf(by),
      columns: figures,
      rows,
      most: 'requests',
      total: cellsOf(facts, today),
    })
    return {
      tables: [table],
      says:
        facts.length === 0
          ? null
          : {
              code: 'requests',
              params: {
                count: facts.length,
                done: totalOf(table, 'doneRequests'),
                declined: totalOf(table, 'declined'),
                overdue: totalOf(table, 'overdue'),
                hours: totalOf(table, 'medianHours'),
              },
            },
      notes: [...partialNote(table, by, period), ...emptyNote(table, 'noRequests')],
      charts: [chartOf(table, by === 'day' ? 'line' : 'bars', 'requests')],
      names: namesIn(desk.store, [table]),
    }
  },
  bookings: ({ store, source, starts }, { by, period }, row, limit) => {
    const facts = readRequests(store, source, period as Period)
    return bookingsIn(
      facts.filter((fact) => row[by] === undefined || keyOf(fact, by, starts) === row[by]),
      limit,
    )
  },
}

const figures: readonly Column[] = [
  figureColumn('requests', 'count'),
  figureColumn('openRequests', 'count'),
  figureColumn('overdue', 'count'),
  figureColumn('doneRequests', 'count'),
  figureColumn('declined', 'count'),
  figureColumn('declinedShare', 'share'),
  figureColumn('meanHours', 'hours'),
  figureColumn('medianHours', 'hours'),
  figureColumn('fromPreference', 'count'),
  figureColumn('preferenceMet', 'share'),
]

function columnOf(by: string): Column {
  if (by === 'kind') return ownColumn('kind', 'request.kind')
  if (by === 'department') return ownColumn('department', 'request.department')
  if (by === 'user') return ownColumn('user')
  return dimensionColumn(by === 'day' || by === 'week' || by === 'month' ? by : 'roomType')
}

/** Who saw to it: nobody did to an open one. */
function keyOf(fact: RequestFact, by: string, starts: WeekStart): Cell {
  if (by === 'kind' || by === 'department') return fact[by]
  if (by === 'roomType') return fact.roomTypeId
  if (by === 'user') return isOpen(fact.status) ? null : fact.statusBy
  return timeKey(by as 'day' | 'week' | 'month', fact.dueOn, starts)
}

function cellsOf(facts: readonly RequestFact[], today: BusinessDate): Row {
  const open = facts.filter(({ status }) => isOpen(status))
  const done = facts.filter(({ status }) => status === 'done')
  const declined = facts.filter(({ status }) => status === 'declined')
  const hours = done.map(hoursOf)
  const wished = (some: readonly RequestFact[]) =>
    some.filter(({ fromPreference }) => fromPreference === 1).length
  return {
    requests: facts.length,
    openRequests: open.length,
    overdue: open.filter(({ dueOn }) => dueOn < today).length,
    doneRequests: done.length,
    declined: declined.length,
    declinedShare: ratioOf(declined.length, done.length + declined.length),
    meanHours: ratioOf(sumOf(hours), hours.length),
    medianHours: medianOf(countNumbers(hours)),
    fromPreference: wished(facts),
    preferenceMet: ratioOf(wished(done), wished(done) + wished(declined)),
  }
}

function hoursOf({ createdAt, statusAt }: RequestFact): number {
  return (Date.parse(statusAt) - Date.parse(createdAt)) / hourMs
}
