import type { Where } from '#db/queries/report/cube.ts'
import type { FilterAsk } from '#shared/domain/report/explore/ask.ts'
import { ok, type Result } from '#shared/values/index.ts'
import { whereOf } from '../where.ts'

/** Filters of several values as they are put to the store. Refuses a code that nobody has, naming the nearest. */
export function whereAny(
  desk: Parameters<typeof whereOf>[0],
  filters: readonly FilterAsk[],
): Result<Where[], 'REPORT_CHOICE_UNKNOWN'> {
  const where: Where[] = []
  for (const { dimension, values } of filters) {
    const each = whereOf(
      desk,
      values.map((value) => ({ dimension, value })),
    )
    if (!each.ok) return each
    const [first, ...others] = each.value
    if (first) where.push({ ...first, others: others.map(({ value }) => value) })
  }
  return ok(where)
}
