import { readSettings } from '#db/queries/insight/worker-settings.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { VisitModelKind } from '#shared/domain/insight/future/model.ts'
import { parametersOf } from '#shared/domain/insight/future/model.ts'
import { judgeLeaving } from '#shared/domain/insight/leaving/judge.ts'
import { type BusinessDate, type GuestId, toDayNumber } from '#shared/values/index.ts'
import type { Task } from '../../heavy/public.ts'
import { openPast } from '../past.ts'
import { workOut } from './compute.ts'

export type FutureAsOfAsked = { asOf: BusinessDate; model: VisitModelKind }

/** Everybody's future and who is due, as of any date, for the command line: kept nowhere. */
export const futureAsOfTask: Task = (desk, { asOf, model }: FutureAsOfAsked) => {
  const { discountPercent, levels } = readSettings(desk.store).future
  const history = openPast(desk.store).history(desk.pulse)
  const { past, out, groups, rhythm, ahead } = workOut(history, toDayNumber(asOf), desk.pulse, {
    kind: model,
    discountPercent,
  })
  if (past.count === 0) return { failure: { code: 'NO_STAYS_YET', params: { date: asOf } } }
  const due = new Map(
    (rhythm ? [...judgeLeaving(past, out, ahead, rhythm, levels)] : []).map((one) => [one.row, one] as const),
  )
  const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
  const rounded = (value: number | undefined) => (known(value) === null ? null : Math.round(value as number))
  const guests = Array.from(past.id.keys()).flatMap((row) => {
    if (out.rows[row] === 1) return []
    const leaving = due.get(row)
    return [
      {
        id: past.id[row] as GuestId,
        pAlive: known(ahead.alive[row]),
        expected12: known(ahead.expected12[row]),
        value12Minor: rounded(ahead.value12[row]),
        level: leaving?.level ?? null,
        risk: leaving?.risk ?? null,
        daysSince: past.day - (past.end[row] as number),
        ownInterval: leaving?.interval ?? null,
        overdue: leaving?.overdue ?? null,
        atRiskMinor: leaving ? Math.round(leaving.atRisk) : null,
      },
    ]
  })
  const result: OutputOf<'future.asOf'> = {
    asOf,
    models: groups.map(({ group, visits, spending }) => ({
      group,
      parameters: visits.ok ? parametersOf(visits.model) : null,
      logLikelihood: visits.ok ? visits.logLikelihood : null,
      failure: visits.ok ? null : visits.failure.code,
      spending: spending.ok ? spending.spending : null,
    })),
    guests,
  }
  return { result }
}
