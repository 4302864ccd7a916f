import type { Writer } from '#db/handles.ts'
import { countTraces, traceConditions } from '#db/queries/house/list.ts'
import { traces } from '#db/repositories/house/records.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { changeTrace, markTrace, planTraces, type TraceImage } from '#shared/domain/house/trace.ts'
import { isRefused, type TraceId } from '#shared/values/index.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import type { Change } from '../kernel/outcome.ts'
import { traceAggregate } from './aggregates.ts'
import { bookingFor } from './booking-of.ts'
import { createEach } from './create-each.ts'
import { readList } from './lists.ts'

export const addTrace = writes('house.addTrace', async (tx, ctx, input) => {
  const { bookingId, from, to = from } = input
  const booking = await bookingFor(tx, bookingId)
  if (isRefused(booking)) return booking
  const planned = planTraces(input, from, to, ctx)
  if (!planned.ok) return planned
  return createEach<TraceImage, TraceId>(tx, traceAggregate, await nextId(tx, 'traces'), planned.value)
})

/** Traces that another act leaves to departments, of today or of the day on which they are to be done. */
export async function leaveTraces(
  tx: Writer,
  ctx: Context,
  tasks: readonly Pick<TraceImage, 'bookingId' | 'department' | 'text'>[],
  on = ctx.businessDate,
): Promise<Change[]> {
  if (tasks.length === 0) return []
  const made = tasks.flatMap((task) => {
    const planned = planTraces({ ...task, dueTime: null }, on, on, ctx)
    return planned.ok ? planned.value : []
  })
  return (await createEach<TraceImage, TraceId>(tx, traceAggregate, await nextId(tx, 'traces'), made)).changes
}

export const changeTraceOf = writes('house.changeTrace', (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, traceAggregate, id, version, (image) => changeTrace(image, fields, ctx)),
)

export const markTraceOf = writes('house.markTrace', (tx, ctx, { id, version, action }) =>
  edit(tx, ctx, traceAggregate, id, version, (image) => markTrace(image, action, ctx)),
)

export const listTraces = reads('house.traces', (db, input, ctx) =>
  readList(db, ctx, traces, input, traceConditions(input.department, input.until)),
)

export const countOpenTraces = reads('house.traceCounts', (db, _input, ctx) =>
  countTraces(db, ctx.businessDate),
)
