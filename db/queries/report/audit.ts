import { type AuditRow, auditOperations } from '#shared/domain/report/audit-acts.ts'
import type { Period } from '#shared/domain/report/period.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { rawOf } from '../../dialect/sqlite/long-read.ts'
import type { LongReader } from '../../handles.ts'
import { readSeqs } from './log.ts'
import type { Source } from './source.ts'

export type AuditCount = AuditRow & { day: BusinessDate; count: number }

/** How often each of the audited operations was carried out on the business dates of [from, to), by whom and on which day. */
export function readAudit(store: LongReader, source: Source, period: Period): AuditCount[] {
  return rawOf(store)
    .prepare(
      `select operation, actor, business_date as day, after ->> '$.wrongPassword' as wrongPassword, count(*) as count
       from changes indexed by changes_by_operation
       where operation in (select value from json_each(@operations)) and seq between @first and @last
       group by 1, 2, 3, 4 order by 3, 1, 2, 4`,
    )
    .all({
      ...readSeqs(store, source, period),
      operations: JSON.stringify(auditOperations),
    }) as AuditCount[]
}
