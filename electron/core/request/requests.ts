import type { Writer } from '#db/handles.ts'
import { readUserNames } from '#db/queries/change/labels.ts'
import { type OpenKey, readOpenRequests } from '#db/queries/request/list.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { refusalOfAct } from '#shared/domain/booking/acts.ts'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { refusalOfRequestAct } from '#shared/domain/request/acts.ts'
import { moveRequest, newRequest, type RequestImage } from '#shared/domain/request/image.ts'
import { departmentOf, type RequestAction } from '#shared/domain/request/request.ts'
import {
  type BusinessDate,
  ok,
  type Refused,
  type RequestId,
  type Result,
  refuse,
} from '#shared/values/index.ts'
import { create, edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writes } from '../kernel/handler.ts'
import { keyOf, keyText } from '../kernel/page-key.ts'
import { requestAggregate } from './request-aggregate.ts'
import { requestView } from './view.ts'

type Stay = { arrival: BusinessDate; departure: BusinessDate }

export const createRequest = writes('request.create', async (tx, ctx, input) => {
  const booking = await loadBooking(tx, input.bookingId)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id: input.bookingId })
  const { arrival } = booking.image
  const ended = refusalOfAct('request', booking.image, ctx.businessDate)
  if (ended) return ended as Refused<'BOOKING_ENDED'>
  const { kind, text, dueTime } = input
  const department = input.department ?? departmentOf(kind)
  const wish = { kind, text, department, dueOn: input.dueOn ?? arrival, dueTime }
  const image = newRequest(input.bookingId, wish, ctx, false)
  const wrong = checkWish(image, booking.image)
  if (!wrong.ok) return wrong
  return create(tx, ctx, requestAggregate, await nextId(tx, 'requests'), image)
})

export const updateRequest = writes('request.update', (tx, ctx, { id, version, ...fields }) =>
  edit(tx, ctx, requestAggregate, id, version, async (image) => {
    const kind = fields.kind ?? image.kind
    // Another kind goes to its own department, unless one is named.
    const department = fields.department ?? (kind === image.kind ? image.department : departmentOf(kind))
    const dueTime = fields.dueTime === undefined ? image.dueTime : fields.dueTime
    const next: RequestImage = {
      ...image,
      kind,
      text: fields.text ?? image.text,
      department,
      dueOn: fields.dueOn ?? image.dueOn,
      dueTime,
    }
    const booking = await bookingOf(tx, id, image)
    return (
      refusalOfRequestAct('update', booking) ?? checkWish(next, fields.dueOn === undefined ? null : booking)
    )
  }),
)

export const advanceRequest = writes('request.advance', (tx, ctx, input) => advanceOne(tx, ctx, input))

type Advance = {
  id: RequestId
  version: number
  action: RequestAction
  reason?: string | undefined
  alternative?: string | undefined
}

/** One request at its next status, alone or among several. */
export function advanceOne(tx: Writer, ctx: Context, { id, version, action, ...said }: Advance) {
  return edit(tx, ctx, requestAggregate, id, version, async (image) => {
    const ended = refusalOfRequestAct(action, await bookingOf(tx, id, image))
    return ended ?? moveRequest(image, action, ctx, said)
  })
}

async function bookingOf(tx: Writer, id: RequestId, { bookingId }: RequestImage): Promise<BookingImage> {
  const booking = await loadBooking(tx, bookingId)
  if (!booking) throw new Error(`request ${id} without its booking`)
  return booking.image
}

/** `other` says what it is; the due day is in the stay, the day of departure with it. */
function checkWish(
  image: RequestImage,
  stay: Stay | null,
): Result<RequestImage, 'TEXT_NEEDED' | 'DUE_OUTSIDE_STAY'> {
  if (image.kind === 'other' && image.text === '') return refuse('TEXT_NEEDED')
  if (stay && (image.dueOn < stay.arrival || image.dueOn > stay.departure)) {
    return refuse('DUE_OUTSIDE_STAY', {
      dueOn: image.dueOn,
      arrival: stay.arrival,
      departure: stay.departure,
    })
  }
  return ok(image)
}

export const listOpenRequests = reads('request.listOpen', async (db, input) => {
  const found = await readOpenRequests(db, {
    department: input.department,
    after: keyOf<OpenKey>(input.after),
    limit: input.limit + 1,
  })
  const page = found.slice(0, input.limit)
  const last = page.at(-1)
  const nameOf = await readUserNames(db)
  const rows: OutputOf<'request.listOpen'>['rows'] = page.map((row) => ({
    ...requestView(row, row.guest_id, nameOf),
    ...bothNames(row),
    confirmationNo: row.confirmation_no,
    roomNumber: row.room_number,
  }))
  const more = found.length > page.length && last
  return { rows, next: more ? keyText([last.due_on, last.department, last.booking_id, last.id]) : null }
})
