import { readUserNames } from '#db/queries/change/labels.ts'
import { countTraces, readHouseList, traceConditions } from '#db/queries/house/list.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { traces } from '#db/repositories/house/records.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { changeTrace, markTrace, planTraces } from '#shared/domain/house/trace.ts'
import { refuse, type TraceId } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { changeOf, done } from '../kernel/outcome.ts'
import { traceAggregate } from './aggregates.ts'
import { cutList, signedView, whoseView } from './view.ts'

/** A list is looked through, not paged: who wants more types what to find. */
export const listLimit = 500

export const addTrace = writes('house.addTrace', async (tx, ctx, input) => {
  const { bookingId, from, to = from } = input
  if (bookingId !== null && !(await loadBooking(tx, bookingId)))
    return refuse('BOOKING_UNKNOWN', { id: bookingId })
  const planned = planTraces(input, from, to, ctx)
  if (!planned.ok) return planned
  const first = await nextId(tx, 'traces')
  const ids = planned.value.map((_image, at) => (first + at) as TraceId)
  for (const [at, image] of planned.value.entries()) await traces.save(tx, first + at, null, image)
  return done(
    { ids },
    planned.value.flatMap((image, at) => changeOf('trace', first + at, null, image, bookingId ?? undefined)),
  )
})

export const changeTraceOf = writes('house.changeTrace', (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, traceAggregate, id, version, (image) => changeTrace(image, fields, ctx)),
)

export const markTraceOf = writes('house.markTrace', (tx, ctx, { id, version, action }) =>
  edit(tx, ctx, traceAggregate, id, version, (image) => markTrace(image, action, ctx)),
)

export const listTraces = reads('house.traces', async (db, input, ctx) => {
  const { businessDate } = ctx
  const found = await readHouseList(
    db,
    'traces',
    { ...input, businessDate, limit: listLimit + 1 },
    traceConditions(input.department, input.until),
  )
  const nameOf = await readUserNames(db)
  const { rows, more } = cutList(found, listLimit)
  return {
    rows: rows.map((row) => ({
      id: row.id,
      ...signedView(traces.imageOf(row), nameOf),
      ...whoseView(row),
      version: row.version,
    })),
    more,
  }
})

export const countOpenTraces = reads('house.traceCounts', (db, _input, ctx) =>
  countTraces(db, ctx.businessDate),
)
