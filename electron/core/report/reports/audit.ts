import { readAudit } from '#db/queries/report/audit.ts'
import { type AuditAct, auditActOf, auditActs } from '#shared/domain/report/audit-acts.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { Column, Row } from '#shared/domain/report/result.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { chartOf } from '../chart.ts'
import { groupBy, sumOf } from '../group.ts'
import { emptyNote, totalOf } from '../notes.ts'
import type { Report, ReportDesk } from '../report.ts'
import { dimensionColumn, figureColumn, makeTable, namesIn, ownColumn } from '../table.ts'

type Fact = { act: AuditAct; user: string; day: BusinessDate; count: number }

/** Documents looked at, exports made, sign-ins and what else the log has of who got at the hotel's data. */
export const audit: Report = {
  run: (desk, read) => {
    const by = read.by as 'user' | 'act' | 'day'
    const facts = readFacts(desk, read.period as Period)
    const cellsOf = by === 'act' ? cellsOfAct : cellsOfAll
    const rows = groupBy(facts, (fact) => fact[by]).map(({ key, of }) => ({ [by]: key, ...cellsOf(of) }))
    const table = makeTable({
      key: 'main',
      by: columnOf(by),
      columns: by === 'act' ? ofAct : ofAll,
      rows,
      most: 'acts',
      total: cellsOf(facts),
    })
    return {
      tables: [table],
      says:
        facts.length === 0
          ? null
          : { code: 'audit', params: { acts: totalOf(table, 'acts'), ...countsOf(facts) } },
      notes: [...emptyNote(table, 'noAudit'), { code: 'notLogged', params: {} }],
      charts: [chartOf(table, by === 'day' ? 'line' : 'bars', 'acts')],
      names: namesIn(desk.store, [table]),
    }
  },
}

function readFacts({ store, source }: ReportDesk, period: Period): Fact[] {
  return readAudit(store, source, period).flatMap((row) => {
    const known = auditActOf(row)
    return known ? [{ ...known, day: row.day, count: row.count }] : []
  })
}

function columnOf(by: 'user' | 'act' | 'day'): Column {
  if (by === 'user') return ownColumn('user')
  return by === 'act' ? ownColumn('act', 'report.act') : dimensionColumn('day')
}

const ofAct: readonly Column[] = [figureColumn('acts', 'count'), figureColumn('actingUsers', 'count')]
const ofAll: readonly Column[] = [...auditActs, 'acts'].map((act) => figureColumn(act, 'count'))

function cellsOfAct(facts: readonly Fact[]): Row {
  return {
    acts: sumOf(facts.map(({ count }) => count)),
    actingUsers: new Set(facts.map(({ user }) => user)).size,
  }
}

function cellsOfAll(facts: readonly Fact[]): Row {
  const acts = auditActs.map((act) => [act, countOf(facts, act)] as const)
  return { ...Object.fromEntries(acts), acts: sumOf(facts.map(({ count }) => count)) }
}

function countOf(facts: readonly Fact[], act: AuditAct): number {
  return sumOf(facts.filter((fact) => fact.act === act).map(({ count }) => count))
}

function countsOf(facts: readonly Fact[]): { documents: number; exports: number; wrongPasswords: number } {
  return {
    documents: countOf(facts, 'documents'),
    exports: countOf(facts, 'exports'),
    wrongPasswords: countOf(facts, 'wrongPasswords'),
  }
}
