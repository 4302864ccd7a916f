import { readUserNames } from '#db/queries/change/labels.ts'
import { readInHousePersons } from '#db/queries/registration/list.ts'
import { findRoomByNumber, readVisitors } from '#db/queries/registration/visitors.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import { visitorImage } from '#db/repositories/registration/visitors.ts'
import { checkDocumentNumber } from '#shared/domain/document/document.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { maskDocument } from '#shared/domain/privacy/mask-document.ts'
import { leave, type VisitorImage } from '#shared/domain/registration/visitor.ts'
import { refuse } from '#shared/values/index.ts'
import { create, edit } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { visitorAggregate } from './aggregates.ts'

const mostRows = 300

export const listVisitors = reads('registration.visitors', async (db, input, ctx) => {
  const date = input.date ?? ctx.businessDate
  const found = await readVisitors(db, { date: input.show === 'day' ? date : null, limit: mostRows + 1 })
  const nameOf = await readUserNames(db)
  return {
    date,
    rows: found.slice(0, mostRows).map((row) => {
      const { documentNumber, notedBy, bookingId: _, businessDate: __, ...image } = visitorImage(row)
      return {
        id: row.id,
        version: row.version,
        ...image,
        maskedNumber: maskDocument(documentNumber),
        roomNumber: row.room_number,
        ...bothNames({
          nativeName: row.nativeName ?? '',
          familyName: row.familyName ?? '',
          givenName: row.givenName ?? '',
        }),
        notedBy: nameOf(notedBy),
      }
    }),
    more: found.length > mostRows,
  }
})

/** A visitor to whoever stays in the room; a room where nobody does has no visitors. */
export const noteVisitor = writes('registration.noteVisitor', async (tx, ctx, input) => {
  const room = await findRoomByNumber(tx, input.roomNumber)
  if (!room) return refuse('ROOM_UNKNOWN', { id: input.roomNumber })
  const host = (await readInHousePersons(tx, ctx.businessDate)).find(({ roomId }) => roomId === room.id)
  if (!host) return refuse('ROOM_VACANT', { room: room.number })
  const checked = checkDocumentNumber(input.documentKind, input.documentNumber, ctx.businessDate)
  if (!checked.ok) {
    const { code, params } = checked.refusal
    return refuse('DOCUMENT_INVALID', {
      ...params,
      kind: input.documentKind,
      field: 'documentNumber',
      why: code,
    })
  }
  const image: VisitorImage = {
    documentKind: input.documentKind,
    roomId: room.id,
    bookingId: host.bookingId,
    guestId: host.guestId,
    cameAt: ctx.moment,
    leftAt: null,
    businessDate: ctx.businessDate,
    notedBy: ctx.actor,
    name: input.name,
    documentNumber: checked.value.number,
    purpose: input.purpose,
  }
  return create(tx, ctx, visitorAggregate, await nextId(tx, 'visitors'), image)
})

export const visitorLeft = writes('registration.visitorLeft', (tx, ctx, { id, version }) =>
  edit(tx, ctx, visitorAggregate, id, version, (image) => leave(image, ctx.moment, ctx.moment)),
)
