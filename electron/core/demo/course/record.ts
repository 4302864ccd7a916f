/** The record of a stay: when its guest came and went and in which room they are, as the desk's commands keep it. */
import { difference } from '#shared/domain/change/change.ts'
import { cameUnrecorded } from '#shared/domain/stay/check-out.ts'
import { noStay, type StayImage } from '#shared/domain/stay/stay.ts'
import type { Author, When } from '../diary.ts'
import { imageOf, roomId, roomOn, type Stay } from '../stay.ts'
import type { Desk } from './schedule.ts'

type Act = { stay: Stay; when: When; author: Author; operation: string; command?: number }

type RecordDesk = Pick<Desk, 'house' | 'diary'>

/** The guest is here, in the room of the night. */
export function recordArrival(desk: Desk, act: Act): void {
  const { stay, when, author } = act
  const room = roomOn(stay, stay.arrival)
  // Who was there before may leave later than the next one comes: a room has one guest in it
  const free = room >= 0 && !desk.occupied.has(room)
  if (free) desk.occupied.set(room, stay.id)
  put(desk, act, {
    roomId: roomId(desk.house, free ? room : -1),
    checkedInAt: desk.diary.momentAt(when),
    checkedInOn: desk.diary.date(when.day),
    checkedInBy: author.actor,
  })
}

/** The guest stands at the desk and waits for a room. */
export function recordWait(desk: Desk, stay: Stay, when: When, author: Author): void {
  const arrivedAt = desk.diary.momentAt(when)
  put(desk, { stay, when, author, operation: 'stay.noteArrival' }, { arrivedAt })
}

/** The guest is in the room that the nights have from this day on. */
export function recordMove(desk: Desk, act: Act, room: number): void {
  vacate(desk, act.stay)
  const free = !desk.occupied.has(room)
  if (free) desk.occupied.set(room, act.stay.id)
  put(desk, act, { roomId: roomId(desk.house, free ? room : -1) })
}

/** The guest is gone; the room they had last stays on record. */
export function recordDeparture(desk: Desk, act: Act): void {
  vacate(desk, act.stay)
  put(desk, act, {
    checkedOutAt: desk.diary.momentAt(act.when),
    checkedOutOn: desk.diary.date(act.when.day),
    checkedOutBy: act.author.actor,
  })
}

/** What the guest says of the stay. */
export function recordFeedback(desk: RecordDesk, act: Act, mark: number, text: string): void {
  const moment = desk.diary.momentAt(act.when)
  const by = { feedbackAt: moment, feedbackBy: act.author.actor }
  put(desk, act, { feedbackMark: mark, feedbackText: text || null, ...by })
}

/** What the guest wishes of the house while they are in it. */
export function recordWish(
  desk: RecordDesk,
  act: Act,
  wish: Partial<Pick<StayImage, 'doNotDisturb' | 'incognito'>>,
): void {
  put(desk, act, wish)
}

/** Who stays along for a part of the nights; answers with the row of it. */
export function recordPersons(desk: RecordDesk, act: Act, persons: StayImage['persons']): number {
  return put(desk, act, { persons: { ...act.stay.record?.image.persons, ...persons } })
}

function vacate({ occupied }: Desk, stay: Stay): void {
  for (const [room, id] of occupied) if (id === stay.id) occupied.delete(room)
}

/** Who came before the log began is on record from what happens next. */
function baseOf({ house, diary }: RecordDesk, stay: Stay, { day }: When, to: Partial<StayImage>): StayImage {
  return to.checkedInAt === undefined && stay.status !== 'confirmed'
    ? cameUnrecorded(imageOf(stay, house, diary.date), diary.date(day))
    : noStay
}

/** Of a stay that ended before the log began nothing is on record; answers with the row, 0 where none was written. */
function put(
  desk: RecordDesk,
  { stay, when, author, operation, command }: Act,
  to: Partial<StayImage>,
): number {
  if (!stay.logged) return 0
  const before = stay.record?.image ?? null
  const image: StayImage = { ...(before ?? baseOf(desk, stay, when, to)), ...to }
  const found = difference(before, image)
  if (!found) return 0
  stay.record = { image, version: (stay.record?.version ?? 0) + 1 }
  return desk.diary.write(
    when,
    author,
    operation,
    { entity: 'stay', entityId: stay.id, bookingId: stay.id, ...found },
    command === undefined ? {} : { command },
  )
}
