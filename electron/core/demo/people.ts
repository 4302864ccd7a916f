/** Makes the guests of a demo hotel: their rows, their search tokens, and the rows of the log that tell how they came to be. */

import { type DemoPerson, habitOf, personOf } from '#core/demo/data/person.ts'
import { type Random, randomOf, weighted } from '#core/demo/data/random.ts'
import type { DemoWords } from '#core/demo/data/words.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { flag } from '#db/schema/flag.ts'
import type { Image, Part } from '#shared/domain/change/change.ts'
import { settlePrimaries } from '#shared/domain/guest/contacts.ts'
import type {
  AlertPart,
  ConsentPart,
  ContactPart,
  DocumentPart,
  GuestImage,
  PreferencePart,
} from '#shared/domain/guest/image.ts'
import type { PreferenceGroup } from '#shared/domain/guest/preferences.ts'
import { sortKey } from '#shared/domain/name/pinyin.ts'
import { guestTokens } from '#shared/domain/search/tokens.ts'
import type { AlertId, ContactId, DocumentId, GuestId, NoteId, PreferenceId } from '#shared/values/index.ts'
import type { Agenda } from './agenda.ts'
import type { Author, Diary, When } from './diary.ts'

const MARKS = 51

/** Something noted about a guest at some time: one row of the log, and its own row. */
type Mark = { day: number; seconds: number; operation: string; part: Part; write: () => void }

export type People = {
  /** Makes a guest with its rows; `membership`: a number it is found by. */
  make: (when: When, author: Author, options: MakeOptions) => DemoPerson & { id: GuestId }
  /** The habits of the guest that `make` makes next: asked first, because a member's number is among its tokens. */
  habitOfNext: () => DemoPerson['habit']
  /** Preferences on file on that day: they become requests of a booking. */
  preferencesOf: (
    id: GuestId,
    habit: DemoPerson['habit'],
    madeOn: number,
    day: number,
  ) => { group: string; value: string }[]
}

export type MakeOptions = {
  nationality?: string
  sex?: 'male' | 'female'
  business?: boolean
  membership: string | null
}

type Wish = readonly [PreferenceGroup, string]
const WISHES = weighted<Wish>([
  [['floor', 'high'], 20],
  [['floor', 'low'], 5],
  [['floor', 'medium'], 3],
  [['bed', 'king'], 14],
  [['bed', 'twin'], 9],
  [['room-feature', 'quiet'], 15],
  [['room-feature', 'away-from-elevator'], 7],
  [['room-feature', 'near-elevator'], 4],
  [['room-feature', 'bathtub'], 5],
  [['room-feature', 'shower'], 3],
  [['room-feature', 'crib'], 3],
  [['room-feature', 'accessible'], 1],
  [['room-feature', 'view'], 6],
  [['smoking', 'non-smoking'], 14],
  [['smoking', 'smoking'], 3],
  [['pillow', 'firm'], 4],
  [['pillow', 'soft'], 3],
  [['pillow', 'memory-foam'], 2],
  [['diet', 'vegetarian'], 3],
  [['diet', 'halal'], 2],
  [['diet', 'no-spice'], 3],
  [['diet', 'nut-allergy'], 1],
  [['newspaper', 'local'], 2],
  [['newspaper', 'financial'], 2],
  [['temperature', 'cool'], 3],
  [['drink', 'green-tea'], 4],
  [['drink', 'no-alcohol'], 2],
  [['drink', 'coffee'], 2],
])

export type PeopleOptions = {
  seed: number
  today: number
  words: DemoWords
  /** Share of guests from the mainland. */
  domestic: number
  /** When the log begins: who was known before came over with all that was known then. */
  takeover: When
  /** Seconds of the last day that have passed. */
  now: number
}

export function createPeople(bulk: Bulk, diary: Diary, agenda: Agenda, options: PeopleOptions): People {
  const { seed, today, words, takeover } = options
  let made = 0
  const noted = (mark: Mark) => mark.day < today || (mark.day === today && mark.seconds < options.now)

  /** What is recorded over time. The same for the same guest, whenever it is asked. */
  function wishesOf(id: GuestId, habit: DemoPerson['habit'], day: number): { day: number; wish: Wish }[] {
    const random = randomOf(seed, MARKS, id)
    const many = { once: 0.12, occasional: 0.35, regular: 1, frequent: 2, weekly: 2 }[habit]
    const count = Math.min(4, Math.floor(many + random.next()))
    const found: { day: number; wish: Wish }[] = []
    for (let i = 0; i < count; i++) {
      const [group, value] = WISHES.pick(random)
      const later = random.chance(0.4) ? random.between(3, 240) : 0
      // One of a group: a second would take its place.
      if (!found.some(({ wish }) => wish[0] === group)) found.push({ day: day + later, wish: [group, value] })
    }
    return found
  }

  function marksOf(id: GuestId, person: DemoPerson, when: When, author: Author): Mark[] {
    const random = randomOf(seed, MARKS, id, 2)
    const { day } = when
    const marks: Mark[] = []
    for (const document of person.documents) marks.push(documentMark(id, when, document))
    for (const { day: wished, wish } of wishesOf(id, person.habit, day)) {
      const at = wished === day ? when : { day: wished, seconds: timeOfDesk(random) }
      if (wished <= today) marks.push(preferenceMark(id, at, wished === day ? 'guest' : 'stay', wish))
    }
    const tags = tagsOf(random, person)
    if (tags.length > 0) marks.push(tagsMark(id, random.chance(0.5) ? when : later(random, day, 60), tags))
    const often = person.habit !== 'once' && person.habit !== 'occasional'
    if (random.chance(often ? 0.45 : 0.05)) marks.push(noteMark(random, id, later(random, day, 400)))
    if (random.chance(often ? 0.06 : 0.015)) marks.push(alertMark(random, id, later(random, day, 300)))
    if (random.chance(often ? 0.7 : 0.3)) marks.push(consentMark(random, id, when, author))
    return marks.filter(noted).sort((a, b) => a.day - b.day)
  }

  function documentMark(id: GuestId, when: When, document: DocumentPart): Mark {
    const key = bulk.nextId('guest_documents') as DocumentId
    const { kind, number, country, expiresOn } = document
    return {
      ...when,
      operation: 'guest.saveDocument',
      part: { documents: { [key]: { kind, number, country, expiresOn } } },
      write: () =>
        bulk.into.guest_documents({ id: key, guest_id: id, kind, number, country, expires_on: expiresOn }),
    }
  }

  function preferenceMark(
    id: GuestId,
    when: When,
    source: PreferencePart['source'],
    [group, value]: Wish,
  ): Mark {
    const key = bulk.nextId('guest_preferences') as PreferenceId
    const notedOn = diary.date(when.day)
    return {
      ...when,
      operation: 'guest.setPreference',
      part: { preferences: { [key]: { group, value, source, notedOn } satisfies PreferencePart } },
      write: () =>
        bulk.into.guest_preferences({
          id: key,
          guest_id: id,
          category: group,
          value,
          source,
          noted_on: notedOn,
        }),
    }
  }

  function tagsOf(random: Random, person: DemoPerson): string[] {
    const { tags } = words
    const found: string[] = []
    if (person.habit === 'frequent' || person.habit === 'weekly')
      found.push(random.chance(0.3) ? tags.vip : tags.regular)
    else if (person.habit === 'regular' && random.chance(0.6)) found.push(tags.regular)
    if (person.business && random.chance(0.2)) found.push(tags.business)
    if (!person.business && random.chance(0.12)) found.push(tags.family)
    if (person.nationality !== 'CHN' && random.chance(0.25)) found.push(tags.foreign)
    if (!person.business && random.chance(0.01)) found.push(tags.honeymoon)
    if (random.chance(0.012)) found.push(tags.care)
    return found
  }

  function tagsMark(id: GuestId, when: When, tags: string[]): Mark {
    return {
      ...when,
      operation: 'guest.setTags',
      part: { tags: Object.fromEntries(tags.map((tag) => [tag, true as const])) },
      write: () => {
        for (const tag of tags) bulk.into.guest_tags({ guest_id: id, tag })
      },
    }
  }

  function noteMark(random: Random, id: GuestId, when: When): Mark {
    const key = bulk.nextId('guest_notes') as NoteId
    const note = {
      text: random.of(words.notes),
      at: diary.momentAt(when),
      by: diary.author(randomOf(seed, MARKS, id, when.day), when).actor,
    }
    return {
      ...when,
      operation: 'guest.saveNote',
      part: { notes: { [key]: note } },
      write: () => bulk.into.guest_notes({ id: key, guest_id: id, ...note }),
    }
  }

  function alertMark(random: Random, id: GuestId, when: When): Mark {
    const key = bulk.nextId('guest_alerts') as AlertId
    const alert: AlertPart = random.of(words.alerts)
    const { area, text, blocks } = alert
    return {
      ...when,
      operation: 'guest.saveAlert',
      part: { alerts: { [key]: { area, text, blocks } } },
      write: () => bulk.into.guest_alerts({ id: key, guest_id: id, area, text, blocks }),
    }
  }

  function consentMark(random: Random, id: GuestId, when: When, author: Author): Mark {
    const channel = random.of(['sms', 'email', 'wechat', 'phone'] as const)
    const consent: ConsentPart = {
      granted: random.chance(0.8),
      at: diary.momentAt(when),
      wording: words.consent,
      by: author.actor,
    }
    const { granted, ...rest } = consent
    return {
      ...when,
      operation: 'guest.recordConsent',
      part: { consents: { [channel]: consent } },
      write: () => bulk.into.guest_consents({ guest_id: id, channel, granted: flag(granted), ...rest }),
    }
  }

  function writeMark(id: GuestId, when: When, author: Author, mark: Mark): void {
    const entry = { entity: 'guest', entityId: id, bookingId: null }
    diary.write(when, author, mark.operation, { ...entry, before: emptied(mark.part), after: mark.part })
  }

  /** The rows of the log: step by step for a guest of our own time, in one for one that came over. */
  function tell(id: GuestId, when: When, author: Author, image: GuestImage, marks: Mark[]): void {
    const entry = { entity: 'guest', entityId: id, bookingId: null, before: null }
    const cameOver = when.day < takeover.day
    if (cameOver) {
      const whole = { ...image } as unknown as Image
      for (const mark of marks) if (mark.day < takeover.day) addPart(whole, mark.part)
      diary.write(takeover, diary.manager, 'job.startDemo', { ...entry, after: whole })
    } else {
      diary.write(when, author, 'guest.create', { ...entry, after: image })
    }
    for (const mark of marks) {
      if (mark.day === when.day && !cameOver) writeMark(id, when, author, mark)
      else if (mark.day > when.day && mark.day >= takeover.day) writeLater(id, mark)
    }
  }

  function writeLater(id: GuestId, mark: Mark): void {
    agenda.add(mark.day, mark.seconds, (seconds) => {
      const at = { day: mark.day, seconds }
      writeMark(id, at, diary.author(randomOf(seed, MARKS, id, mark.day), at), mark)
    })
  }

  return {
    habitOfNext: () => habitOf(seed, made + 1),
    make: (when, author, { membership, ...like }) => {
      const id = bulk.nextId('guests') as GuestId
      made += 1
      const person = personOf({ seed, number: made, day: when.day, domestic: options.domestic, ...like })
      const contacts: GuestImage['contacts'] = {}
      for (const contact of person.contacts)
        contacts[bulk.nextId('guest_contacts')] = { ...contact, primary: false }
      const image = imageOfPerson(person, diary.momentAt(when), settlePrimaries(contacts))
      const marks = marksOf(id, person, when, author)
      const cameOver = when.day < takeover.day
      const edits = cameOver ? marks.filter((mark) => mark.day >= takeover.day) : marks
      writeGuest(bulk, id, person, image, membership, 1 + edits.length)
      for (const mark of marks) mark.write()
      tell(id, when, author, image, marks)
      return { ...person, id }
    },
    preferencesOf: (id, habit, madeOn, day) =>
      wishesOf(id, habit, madeOn)
        .filter((one) => one.day < day || one.day === madeOn)
        .map(({ wish: [group, value] }) => ({ group, value })),
  }
}

function later(random: Random, day: number, most: number): When {
  return { day: day + random.between(1, most), seconds: timeOfDesk(random) }
}

/** Seconds of a day between 8 and 22 o'clock. */
function timeOfDesk(random: Random): number {
  return random.between(8 * 3600, 22 * 3600)
}

function imageOfPerson(
  person: DemoPerson,
  createdAt: string,
  contacts: Record<string, ContactPart>,
): GuestImage {
  const { nativeName, familyName, givenName, salutation, gender, birthDate, nationality, language } = person
  return {
    nativeName,
    familyName,
    givenName,
    salutation,
    gender,
    birthDate,
    nationality,
    language,
    unnamed: false,
    createdAt,
    contacts,
    documents: {},
    preferences: {},
    tags: {},
    notes: {},
    alerts: {},
    consents: {},
  }
}

function writeGuest(
  bulk: Bulk,
  id: GuestId,
  person: DemoPerson,
  image: GuestImage,
  membership: string | null,
  version: number,
): void {
  const values = (...kinds: string[]) =>
    person.contacts.filter(({ kind }) => kinds.includes(kind)).map(({ value }) => value)
  const tokens = guestTokens({
    nativeName: person.nativeName,
    familyName: person.familyName,
    givenName: person.givenName,
    phones: values('mobile', 'phone'),
    emails: values('email'),
    documents: person.documents.map(({ number }) => number),
    memberships: membership === null ? [] : [membership],
  })
  const row = {
    id,
    native_name: image.nativeName,
    family_name: image.familyName,
    given_name: image.givenName,
    sort_key: sortKey(image),
    salutation: image.salutation,
    gender: image.gender,
    birth_date: image.birthDate,
    nationality: image.nationality,
    language: image.language,
    unnamed: flag(false),
    created_at: image.createdAt,
    version,
  }
  bulk.insertGuest(row, tokens)
  for (const [key, contact] of Object.entries(image.contacts)) {
    bulk.into.guest_contacts({
      id: Number(key) as ContactId,
      guest_id: id,
      kind: contact.kind,
      value: contact.value,
      is_primary: flag(contact.primary),
      agency_masked: flag(contact.agencyMasked),
    })
  }
}

/** Puts what a mark adds into a whole image. */
function addPart(image: Image, part: Part): void {
  for (const [key, entries] of Object.entries(part)) {
    image[key] = { ...(image[key] as object), ...(entries as object) }
  }
}

/** The same entries as absent: what was there before. */
function emptied(part: Part): Part {
  return Object.fromEntries(
    Object.entries(part).map(([key, entries]) => [
      key,
      Object.fromEntries(Object.keys(entries as object).map((entry) => [entry, null])),
    ]),
  )
}
