import type { Selectable } from 'kysely'
import type { StayImage } from '#shared/domain/stay/stay.ts'
import type { BookingId, GuestId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { prepared, preparedInsert, preparedUpdate } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import type { StaysTable } from '../../schema/stay.ts'

const stayById = prepared((db, at: { id: BookingId }) =>
  db.selectFrom('stays').selectAll().where('booking_id', '=', at.id),
)
const personsById = prepared((db, at: { id: BookingId }) =>
  db
    .selectFrom('stay_persons')
    .select(['guest_id', 'from_date', 'to_date'])
    .where('booking_id', '=', at.id)
    .orderBy('guest_id'),
)

/** The stay of a booking; null while nothing of it is on record. */
export async function loadStay(
  db: Reader,
  id: BookingId,
): Promise<{ image: StayImage; version: number } | null> {
  const row = await stayById.first(db, { id })
  if (!row) return null
  return { image: imageOf(row, await readOwnDates(db, id)), version: row.version }
}

/** By guest id: who stays for a part of a booking only, [from, to). */
export async function readOwnDates(db: Reader, id: BookingId): Promise<StayImage['persons']> {
  const persons: StayImage['persons'] = {}
  for (const one of await personsById.all(db, { id }))
    persons[one.guest_id] = { from: one.from_date, to: one.to_date }
  return persons
}

function imageOf(row: Selectable<StaysTable>, persons: StayImage['persons']): StayImage {
  return {
    roomId: row.room_id,
    arrivedAt: row.arrived_at,
    checkedInAt: row.checked_in_at,
    checkedInOn: row.checked_in_on,
    checkedInBy: row.checked_in_by,
    checkedOutAt: row.checked_out_at,
    checkedOutOn: row.checked_out_on,
    checkedOutBy: row.checked_out_by,
    doNotDisturb: row.do_not_disturb === 1,
    incognito: row.incognito === 1,
    accepted: JSON.parse(row.accepted),
    signature: row.signature,
    signedAt: row.signed_at,
    feedbackMark: row.feedback_mark,
    feedbackText: row.feedback_text,
    feedbackAt: row.feedback_at,
    feedbackBy: row.feedback_by,
    persons,
  }
}

/** The columns that an image fills; the demo writes whole rows with it. */
export function stayColumns(image: StayImage) {
  return {
    room_id: image.roomId,
    arrived_at: image.arrivedAt,
    checked_in_at: image.checkedInAt,
    checked_in_on: image.checkedInOn,
    checked_in_by: image.checkedInBy,
    checked_out_at: image.checkedOutAt,
    checked_out_on: image.checkedOutOn,
    checked_out_by: image.checkedOutBy,
    do_not_disturb: flag(image.doNotDisturb),
    incognito: flag(image.incognito),
    accepted: JSON.stringify(image.accepted),
    signature: image.signature,
    signed_at: image.signedAt,
    feedback_mark: image.feedbackMark,
    feedback_text: image.feedbackText,
    feedback_at: image.feedbackAt,
    feedback_by: image.feedbackBy,
  }
}

const stayFields = [
  'booking_id',
  'room_id',
  'arrived_at',
  'checked_in_at',
  'checked_in_on',
  'checked_in_by',
  'checked_out_at',
  'checked_out_on',
  'checked_out_by',
  'do_not_disturb',
  'incognito',
  'accepted',
  'signature',
  'signed_at',
  'feedback_mark',
  'feedback_text',
  'feedback_at',
  'feedback_by',
  'version',
] as const
const insertStay = preparedInsert('stays', stayFields)
const updateStay = preparedUpdate('stays', 'booking_id')
const insertPersons = preparedInsert('stay_persons', ['booking_id', 'guest_id', 'from_date', 'to_date'])

/** `before` null inserts at version 1, `after` null deletes; else writes over it and raises the version by one. */
export async function saveStay(
  tx: Writer,
  id: BookingId,
  before: StayImage | null,
  after: StayImage | null,
): Promise<void> {
  if (!after) {
    await writeWith(tx).deleteFrom('stay_persons').where('booking_id', '=', id).execute()
    await writeWith(tx).deleteFrom('stays').where('booking_id', '=', id).execute()
    return
  }
  if (before) await updateStay(tx, id, stayColumns(after))
  else await insertStay(tx, [{ booking_id: id, ...stayColumns(after), version: 1 }])
  await savePersons(tx, id, before?.persons ?? {}, after.persons)
}

async function savePersons(
  tx: Writer,
  id: BookingId,
  before: StayImage['persons'],
  after: StayImage['persons'],
): Promise<void> {
  if (JSON.stringify(before) === JSON.stringify(after)) return
  await writeWith(tx).deleteFrom('stay_persons').where('booking_id', '=', id).execute()
  await insertPersons(
    tx,
    Object.entries(after).map(([guest, { from, to }]) => ({
      booking_id: id,
      guest_id: Number(guest) as GuestId,
      from_date: from,
      to_date: to,
    })),
  )
}
