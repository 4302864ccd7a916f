import type { Reader } from '#db/handles.ts'
import { checkExplore } from '#shared/domain/report/explore/ask.ts'
import { ok } from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import { askedOf } from '../run.ts'
import { withoutMoneyAsked } from './work-out.ts'

/** What the worker is asked: a pivot is read as the report of occupancy is, whose period and rights it has. */
export async function questionOf(
  db: Reader,
  ctx: Context,
  input: { ask?: unknown; asOf?: string | undefined },
) {
  const read = checkExplore(input.ask)
  if (!read.ok) return read
  const { period, basis } = read.value
  const asked = await askedOf(db, ctx, {
    name: 'occupancy',
    parameters: { ...period, basis },
    asOf: input.asOf,
  })
  if (!asked.ok) return asked
  const ask = asked.value.withoutRevenue ? withoutMoneyAsked(read.value) : read.value
  return ok({ ...asked.value, ask })
}
