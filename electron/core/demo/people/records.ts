/** What a demo hotel records about a guest over time: documents, preferences, tags, a note, an alert, a consent. */

import type { DemoPerson } from '#core/demo/data/person.ts'
import { type Random, randomOf } from '#core/demo/data/random.ts'
import type { DemoWords } from '#core/demo/data/words.ts'
import { flag } from '#db/schema/flag.ts'
import type { Part } from '#shared/domain/change/change.ts'
import type { AlertPart, ConsentPart, DocumentPart, PreferencePart } from '#shared/domain/guest/image.ts'
import type { AlertId, DocumentId, GuestId, NoteId, PreferenceId } from '#shared/values/index.ts'
import type { Author, When } from '../diary.ts'
import { PEOPLE_RANDOM, type PeopleContext } from './context.ts'
import { drawPreferences, type Preference } from './preferences.ts'

/** One thing recorded about a guest at a moment: one row of the log, and its own row. `author`: whom it names itself. */
export type GuestRecord = When & { operation: string; part: Part; write: () => void; author?: Author }

/** Everything recorded about a new guest until now, by day; `when` and `author`: how the guest was made. */
export function drawRecords(
  context: PeopleContext,
  id: GuestId,
  person: DemoPerson,
  when: When,
  author: Author,
): GuestRecord[] {
  const { seed, today, now, words } = context
  const random = randomOf(seed, PEOPLE_RANDOM, id, 2)
  const { day } = when
  const records: GuestRecord[] = []
  for (const document of person.documents) records.push(recordDocument(context, id, when, document))
  for (const { day: wished, preference } of drawPreferences(seed, id, person.habit, day)) {
    const at = wished === day ? when : { day: wished, seconds: drawDeskTime(random) }
    const source = wished === day ? 'guest' : 'stay'
    if (wished <= today) records.push(recordPreference(context, id, at, source, preference))
  }
  const tags = drawTags(random, words.tags, person)
  if (tags.length > 0)
    records.push(recordTags(context, id, random.chance(0.5) ? when : drawLater(random, day, 60), tags))
  const often = person.habit !== 'once' && person.habit !== 'occasional'
  if (random.chance(often ? 0.45 : 0.05))
    records.push(recordNote(context, random, id, drawLater(random, day, 400)))
  if (random.chance(often ? 0.06 : 0.015))
    records.push(recordAlert(context, random, id, drawLater(random, day, 300)))
  if (random.chance(often ? 0.7 : 0.3)) records.push(recordConsent(context, random, id, when, author))
  return records
    .filter((record) => record.day < today || (record.day === today && record.seconds < now))
    .sort((a, b) => a.day - b.day)
}

function recordDocument(
  { bulk }: PeopleContext,
  id: GuestId,
  when: When,
  document: DocumentPart,
): GuestRecord {
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

function recordPreference(
  { bulk, diary }: PeopleContext,
  id: GuestId,
  when: When,
  source: PreferencePart['source'],
  [group, value]: Preference,
): GuestRecord {
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

function drawTags(random: Random, words: DemoWords['tags'], person: DemoPerson): string[] {
  const tags: string[] = []
  if (person.habit === 'frequent' || person.habit === 'weekly')
    tags.push(random.chance(0.3) ? words.vip : words.regular)
  else if (person.habit === 'regular' && random.chance(0.6)) tags.push(words.regular)
  if (person.business && random.chance(0.2)) tags.push(words.business)
  if (!person.business && random.chance(0.12)) tags.push(words.family)
  if (person.nationality !== 'CHN' && random.chance(0.25)) tags.push(words.foreign)
  if (!person.business && random.chance(0.01)) tags.push(words.honeymoon)
  if (random.chance(0.012)) tags.push(words.care)
  return tags
}

function recordTags({ bulk }: PeopleContext, id: GuestId, when: When, tags: readonly string[]): GuestRecord {
  return {
    ...when,
    operation: 'guest.setTags',
    part: { tags: Object.fromEntries(tags.map((tag) => [tag, true as const])) },
    write: () => {
      for (const tag of tags) bulk.into.guest_tags({ guest_id: id, tag })
    },
  }
}

function recordNote(context: PeopleContext, random: Random, id: GuestId, when: When): GuestRecord {
  const { bulk, diary, words, seed } = context
  const key = bulk.nextId('guest_notes') as NoteId
  const author = diary.author(randomOf(seed, PEOPLE_RANDOM, id, when.day), when)
  const note = { text: random.of(words.notes), at: diary.momentAt(when), by: author.actor }
  return {
    ...when,
    author,
    operation: 'guest.saveNote',
    part: { notes: { [key]: note } },
    write: () => bulk.into.guest_notes({ id: key, guest_id: id, ...note }),
  }
}

function recordAlert({ bulk, words }: PeopleContext, random: Random, id: GuestId, when: When): GuestRecord {
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

function recordConsent(
  { bulk, diary, words }: PeopleContext,
  random: Random,
  id: GuestId,
  when: When,
  author: Author,
): GuestRecord {
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

function drawLater(random: Random, day: number, maxDays: number): When {
  return { day: day + random.between(1, maxDays), seconds: drawDeskTime(random) }
}

/** Seconds of a day between 8 and 22 o'clock. */
function drawDeskTime(random: Random): number {
  return random.between(8 * 3600, 22 * 3600)
}
