import type { Reader, Writer } from '#db/handles.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import {
  type BoardClock,
  type BoardFilter,
  countLeftOpen,
  readBoard,
  readWorkDue,
} from '#db/queries/request/board.ts'
import type { OutputOf, ParsedOf } from '#shared/contract/index.ts'
import { markTrace } from '#shared/domain/house/trace.ts'
import { clockOfHouse } from '#shared/domain/house/wake-call.ts'
import { type BoardAction, isOverdue } from '#shared/domain/request/board.ts'
import { isOpen } from '#shared/domain/request/request.ts'
import { isRefused, momentOf, type RequestId, refuse } from '#shared/values/index.ts'
import { traceAggregate, whoseView } from '../house/public.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { tryEach } from '../kernel/each.ts'
import { reads, writes } from '../kernel/handler.ts'
import { firstAfter, hotelClock, momentAtClock } from '../kernel/hotel-clock.ts'
import { done, type Outcome } from '../kernel/outcome.ts'
import { advanceOne } from './requests.ts'

export type BoardRow = OutputOf<'request.board'>['rows'][number]
type Item = ParsedOf<'request.markTogether'>['items'][number]

/** A board is looked through, not paged: who wants more narrows it to a department or a day. */
const boardLimit = 1000

/** The clock that the work of departments goes by. */
export function boardClock(ctx: Pick<Context, 'moment' | 'hotel' | 'businessDate'>): BoardClock {
  const { businessDate } = ctx
  return { businessDate, ...clockOfHouse(hotelClock(ctx), businessDate) }
}

/** The rows of a board as pages and paper have them; one more than it holds where there are more. */
export async function readBoardRows(
  db: Reader,
  ctx: Context,
  asked: Pick<BoardFilter, 'department' | 'state' | 'day' | 'sort'>,
): Promise<BoardRow[]> {
  const clock = boardClock(ctx)
  const found = await readBoard(db, { ...asked, ...clock, limit: boardLimit + 1 })
  const nameOf = await readUserNames(db)
  return found.map((row) => ({
    of: row.of,
    id: row.id,
    bookingId: row.bookingId,
    ...whoseView(row),
    kind: row.kind,
    text: row.text,
    fromPreference: row.fromPreference === 1,
    department: row.department,
    dueOn: row.dueOn,
    dueTime: row.dueTime,
    status: row.status,
    overdue: asked.state !== 'left' && isOpen(row.status) && isOverdue(row, clock.businessDate, clock),
    reason: row.reason,
    alternative: row.alternative,
    createdAt: row.createdAt,
    createdBy: nameOf(row.createdBy),
    statusAt: row.statusAt,
    statusBy: nameOf(row.statusBy),
    version: row.version,
  }))
}

export const board = reads('request.board', async (db, { department, ...asked }, ctx) => {
  const found = await readBoardRows(db, ctx, { ...asked, department })
  const { work, changesAt } = await workDue(db, ctx)
  const left = await countLeftOpen(db, boardClock(ctx))
  return { rows: found.slice(0, boardLimit), more: found.length > boardLimit, work, left, changesAt }
})

const minuteMs = 60_000

/** What each department has due, and the moment at which more of it is overdue: when the minute by which it was due is over. */
export async function workDue(db: Reader, ctx: Context) {
  const found = await readWorkDue(db, boardClock(ctx))
  const turns = found.flatMap(({ nextDue }) => {
    const [date, time] = nextDue?.split(' ') ?? []
    if (!date || !time) return []
    return momentOf(Date.parse(momentAtClock(ctx.hotel, { date, time })) + minuteMs)
  })
  const work = found.map(({ department, overdue, today }) => ({ department, overdue, today }))
  return { work, changesAt: firstAfter(ctx.moment, turns) }
}

/** The same for several; each that can't be done stays as it is and is reported with its reason. */
export const markTogether = writes('request.markTogether', async (tx, ctx, { items, action, reason }) => {
  const each = await tryEach(tx, items, (one) => markOne(tx, ctx, one, action, reason))
  const failed = each.failed.map(({ one: { of, id }, answer }) => {
    const { code, params } = isRefused(answer) ? answer.refusal : { code: 'CONFLICT', params: {} }
    return { of, id, code, params }
  })
  return done({ done: each.done, failed }, each.changes)
})

async function markOne(
  tx: Writer,
  ctx: Context,
  { of, id, version }: Item,
  action: BoardAction,
  reason: string | undefined,
): Promise<Outcome<Item, string>> {
  const outcome =
    of === 'request'
      ? await advanceOne(tx, ctx, { id: id as RequestId, version, action, reason })
      : await edit(tx, ctx, traceAggregate, id, version, (image) =>
          action === 'acknowledge' || action === 'decline'
            ? refuse('STATUS_NOT_POSSIBLE', { status: image.status, action })
            : markTrace(image, action, ctx),
        )
  if (!('done' in outcome)) return outcome
  return done({ of, id, version: outcome.output.version }, outcome.changes)
}
