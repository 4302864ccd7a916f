import {
  type FutureKey,
  readFutureGuests,
  readGuestFuture,
  readGuestName,
} from '#db/queries/insight/future.ts'
import { readRun } from '#db/queries/insight/runs.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { type BusinessDate, type Moment, refuse } from '#shared/values/index.ts'
import { reads } from '../../kernel/handler.ts'
import { keyOf, keyText } from '../../kernel/page-key.ts'
import type { FutureAsOfAsked } from './as-of-task.ts'

type Rows = OutputOf<'future.guests'>['rows']

export const futureSummary = reads('future.summary', async (db) => {
  const run = await readRun(db, 'future', '{}')
  if (!run) return null
  const output = run.output as RunOutputOf<'future'> | null
  const whole = output?.collective ?? null
  const person = whole && (await readGuestName(db, whole.guestId))
  return {
    asOf: run.asOf as BusinessDate,
    moment: run.moment as Moment,
    output,
    said: run.said,
    collective: whole && person ? { id: whole.guestId, ...bothNames(person) } : null,
  }
})

export const futureGuests = reads('future.guests', async (db, { after, limit }) => {
  const found = await readFutureGuests(db, { after: keyOf<FutureKey>(after), limit: limit + 1 })
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map(({ guestId, nativeName, familyName, givenName, ...figures }) => ({
      id: guestId,
      ...bothNames({ nativeName, familyName, givenName }),
      ...figures,
    })) as Rows,
    next: found.length > limit && last ? keyText([last.value36Minor as number, last.guestId]) : null,
  }
})

export const futureOfGuest = reads('future.ofGuest', async (db, { guestId }) => {
  const run = await readRun(db, 'future', '{}')
  const row = run && (await readGuestFuture(db, guestId))
  if (!row) return null
  const { guestId: _, ...figures } = row
  return { asOf: run.asOf, ...figures } as OutputOf<'future.ofGuest'>
})

/** Worked out while the caller waits, by the worker that answers questions. */
export const futureAsOf = reads('future.asOf', async (_db, { asOf, model }, ctx) => {
  const asked: FutureAsOfAsked = { asOf: asOf ?? ctx.businessDate, model }
  if (asked.asOf > ctx.businessDate)
    return refuse('AS_OF_AHEAD', { date: asked.asOf, businessDate: ctx.businessDate })
  const end = await ctx.heavy.ask('insight.futureAsOf', asked)
  if ('failure' in end) return refuse('NO_STAYS_YET', { date: asked.asOf })
  return end.result as OutputOf<'future.asOf'>
})

export const futureHandlers = {
  'future.asOf': futureAsOf,
  'future.summary': futureSummary,
  'future.guests': futureGuests,
  'future.ofGuest': futureOfGuest,
}
