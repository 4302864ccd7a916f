/** Makes the guests of a demo hotel: their rows, their search tokens, and the rows of the log that made them. */

import { type DemoPerson, habitOf, type PersonOptions, personOf } from '#core/demo/data/person.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { guestColumns } from '#db/repositories/guest/repository.ts'
import { settlePrimaries } from '#shared/domain/guest/contacts.ts'
import type { GuestImage } from '#shared/domain/guest/image.ts'
import type { GuestId } from '#shared/values/index.ts'
import type { Agenda } from '../agenda.ts'
import type { Author, Diary, When } from '../diary.ts'
import type { PeopleContext, PeopleOptions } from './context.ts'
import { logGuest } from './log.ts'
import { preferencesOn } from './preferences.ts'
import { drawRecords } from './records.ts'
import { personToImage, writeGuest } from './rows.ts'

export type People = {
  /** Makes a guest with its rows; `membership`: a number search finds them by. */
  make: (when: When, author: Author, options: MakeOptions) => DemoPerson & { id: GuestId }
  /** Makes somebody of a guest's family who comes along, under an id that nobody else gets. */
  makeRelative: (
    id: GuestId,
    when: When,
    author: Author,
    options: Pick<PersonOptions, 'nationality' | 'relative'>,
  ) => void
  /** The habit of the guest that `make` makes next: needed before, because a member's number is a search token. */
  habitOfNext: () => DemoPerson['habit']
  /** Preferences on file on that day: they become requests of a booking. */
  preferencesOf: (
    id: GuestId,
    habit: DemoPerson['habit'],
    madeOn: number,
    day: number,
  ) => { group: string; value: string }[]
  /** The person again, without having been kept in mind. */
  recall: (id: GuestId, made: { madeOn: number; business: boolean }) => DemoPerson
  /** How often the log has written of a guest so far: the version that the profile has now. */
  versionOf: (id: GuestId) => number
  /** A row of the log of a guest that something else than their records wrote. */
  written: (id: GuestId) => void
}

type MakeOptions = {
  nationality?: string
  sex?: 'male' | 'female'
  business?: boolean
  membership: string | null
}

/** Starts making guests, numbered from 1. */
export function createPeople(bulk: Bulk, diary: Diary, agenda: Agenda, options: PeopleOptions): People {
  const versions = new Uint8Array(options.guests + 1)
  const written = (id: GuestId) => {
    versions[id] = (versions[id] ?? 0) + 1
  }
  const context: PeopleContext = { ...options, bulk, diary, agenda, written }
  const { seed, domestic } = options
  /** Whose country was that of somebody they travel with. */
  const likened = new Map<number, string>()
  const relatives = new Map<number, PersonOptions>()
  let count = 0
  return {
    habitOfNext: () => habitOf(seed, count + 1),
    make: (when, author, { membership, ...like }) => {
      count += 1
      if (like.nationality !== undefined) likened.set(count, like.nationality)
      const person = personOf({ seed, number: count, day: when.day, domestic, ...like })
      return { ...person, id: makeGuest(context, person, when, author, membership) }
    },
    makeRelative: (id, when, author, like) => {
      const person: PersonOptions = { seed, number: id, day: when.day, domestic, ...like }
      relatives.set(id, person)
      makeRelative(context, id, personOf(person), when, author)
    },
    preferencesOf: (id, habit, madeOn, day) => preferencesOn(seed, id, habit, madeOn, day),
    recall: (id, { madeOn, business }) => {
      const relative = relatives.get(id)
      if (relative) return personOf(relative)
      const nationality = likened.get(id)
      const like = nationality === undefined ? { business } : { business, nationality }
      return personOf({ seed, number: id, day: madeOn, domestic, ...like })
    },
    versionOf: (id) => versions[id] ?? 0,
    written,
  }
}

function makeGuest(
  context: PeopleContext,
  person: DemoPerson,
  when: When,
  author: Author,
  membership: string | null,
): GuestId {
  const { bulk, diary, takeover } = context
  const id = bulk.nextId('guests') as GuestId
  const contacts: GuestImage['contacts'] = {}
  for (const contact of person.contacts)
    contacts[bulk.nextId('guest_contacts')] = { ...contact, primary: false }
  const image = personToImage(person, diary.momentAt(when), settlePrimaries(contacts))
  const records = drawRecords(context, id, person, when, author)
  const takenOver = when.day < takeover.day
  const edits = takenOver ? records.filter(({ day }) => day >= takeover.day) : records
  writeGuest(bulk, id, person, image, membership, 1 + edits.length)
  for (const record of records) record.write()
  logGuest(context, id, when, author, image, records)
  return id
}

/** The words that search finds them by follow with their document: rows of that index are to come in the order of ids. */
function makeRelative(
  context: PeopleContext,
  id: GuestId,
  person: DemoPerson,
  when: When,
  author: Author,
): void {
  const { bulk, diary } = context
  const image = personToImage(person, diary.momentAt(when), {})
  bulk.insertGuest({ id, ...guestColumns(image), version: 1 }, '')
  logGuest(context, id, when, author, image, [])
}
