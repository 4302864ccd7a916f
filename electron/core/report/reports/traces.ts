import { readClockTerms, readTraceFacts, type TraceFact } from '#db/queries/report/stays.ts'
import { timeKey } from '#shared/domain/report/fold.ts'
import { ratioOf } from '#shared/domain/report/measures.ts'
import type { Cell, Row } from '#shared/domain/report/result.ts'
import { businessDateInZone } from '#shared/values/index.ts'
import type { Report, ReportDesk } from '../report.ts'
import { figureColumn } from '../table.ts'
import { stayReport } from './stay-report.ts'

type Fact = TraceFact & { onDay: boolean }

/** What departments were to see to, and whether they did on its day. */
export const traces: Report = stayReport<Fact>({
  says: 'traces',
  empty: 'noTraces',
  figures: [
    figureColumn('traces', 'count'),
    figureColumn('tracesDone', 'count'),
    figureColumn('tracesOnDay', 'count'),
    figureColumn('tracesOnDayShare', 'share'),
    figureColumn('tracesOpen', 'count'),
    figureColumn('tracesOverdue', 'count'),
  ],
  most: 'traces',
  read: ({ store, source }, period) => {
    const { timeZone } = readClockTerms(store)
    return readTraceFacts(store, source, period).map((fact) => ({
      ...fact,
      onDay: fact.status === 'done' && businessDateInZone(Date.parse(fact.doneAt), timeZone) <= fact.dueOn,
    }))
  },
  keyOf: (fact, by, { starts }) => keyOf(fact, by, starts),
  cells: cellsOf,
  lists: { department: 'request.department' },
  params: { count: 'traces', done: 'tracesDone', onDay: 'tracesOnDay', overdue: 'tracesOverdue' },
})

function keyOf(fact: Fact, by: string, starts: ReportDesk['starts']): Cell {
  if (by === 'department') return fact.department
  if (by === 'user') return fact.status === 'done' ? fact.user : null
  return timeKey(by as 'day' | 'week' | 'month', fact.dueOn, starts)
}

function cellsOf(facts: readonly Fact[], { source }: ReportDesk): Row {
  const open = facts.filter(({ status }) => status === 'open')
  const onDay = facts.filter((fact) => fact.onDay).length
  const done = facts.length - open.length
  return {
    traces: facts.length,
    tracesDone: done,
    tracesOnDay: onDay,
    tracesOnDayShare: ratioOf(onDay, done),
    tracesOpen: open.length,
    tracesOverdue: open.filter(({ dueOn }) => dueOn < source.today).length,
  }
}
