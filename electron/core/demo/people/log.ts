/** The rows of the log that made a demo hotel's guest and everything recorded about them. */

import { randomOf } from '#core/demo/data/random.ts'
import type { Image, Part } from '#shared/domain/change/change.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import type { GuestId } from '#shared/values/index.ts'
import type { Author, When } from '../diary.ts'
import { PEOPLE_RANDOM, type PeopleContext } from './context.ts'
import type { GuestRecord } from './records.ts'

/** Writes a row for each step, but a single row for what was known before the log began. */
export function logGuest(
  context: PeopleContext,
  id: GuestId,
  when: When,
  author: Author,
  image: GuestImage,
  records: readonly GuestRecord[],
): void {
  const { takeover, diary } = context
  context.written(id)
  const entry = { entity: 'guest', entityId: id, bookingId: null, before: null }
  const takenOver = when.day < takeover.day
  if (takenOver) {
    const whole = { ...image } as unknown as Image
    for (const record of records) if (record.day < takeover.day) addPart(whole, record.part)
    diary.write(takeover, diary.manager, 'job.startDemo', { ...entry, after: whole })
  } else {
    diary.write(when, author, 'guest.create', { ...entry, after: image })
  }
  for (const record of records) {
    if (record.day === when.day && !takenOver) logRecord(context, id, when, author, record)
    else if (record.day > when.day && record.day >= takeover.day) scheduleRecord(context, id, record)
  }
}

function logRecord(
  { diary, written }: PeopleContext,
  id: GuestId,
  when: When,
  author: Author,
  { operation, part }: GuestRecord,
): void {
  const entry = { entity: 'guest', entityId: id, bookingId: null }
  written(id)
  diary.write(when, author, operation, { ...entry, before: partToAbsent(part), after: part })
}

function scheduleRecord(context: PeopleContext, id: GuestId, record: GuestRecord): void {
  const { agenda, diary, seed } = context
  agenda.add(record.day, record.seconds, (seconds) => {
    const when = { day: record.day, seconds }
    const author = record.author ?? diary.author(randomOf(seed, PEOPLE_RANDOM, id, record.day), when)
    logRecord(context, id, when, author, record)
  })
}

/** Adds the entries of a part to a whole image. */
function addPart(image: Image, part: Part): void {
  for (const [key, entries] of Object.entries(part)) {
    image[key] = { ...(image[key] as object), ...(entries as object) }
  }
}

/** The same entries as absent: the part before it was recorded. */
function partToAbsent(part: Part): Part {
  return Object.fromEntries(
    Object.entries(part).map(([key, entries]) => [
      key,
      Object.fromEntries(Object.keys(entries as object).map((entry) => [entry, null])),
    ]),
  )
}
