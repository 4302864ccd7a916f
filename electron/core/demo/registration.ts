/**
 * Registration in a demo hotel, as the law of its country wants it: documents looked at, details asked, events of the last
 * weeks sent in batches, a few not taken or late, and the register of visitors.
 */
import { address, type DemoPerson, personOf } from '#core/demo/data/person.ts'
import { type Random, randomOf } from '#core/demo/data/random.ts'
import { type ServiceWords, serviceWords } from '#core/demo/data/service-words.ts'
import type { DemoLanguage } from '#core/demo/data/words.ts'
import { loadGuest, saveGuest } from '#db/repositories/guest/repository.ts'
import { registrantColumns } from '#db/repositories/registration/registrants.ts'
import { registrationColumns } from '#db/repositories/registration/registrations.ts'
import { visitorColumns } from '#db/repositories/registration/visitors.ts'
import { settlePrimaries } from '#shared/domain/guest/contacts.ts'
import type { DocumentPart, GuestImage } from '#shared/domain/guest/image.ts'
import type { RegistrationEvent } from '#shared/domain/registration/fields.ts'
import { registrationData } from '#shared/domain/registration/person.ts'
import type { RegistrantImage, RegistrationImage } from '#shared/domain/registration/registration.ts'
import {
  classOf,
  type GuestClass,
  isMinor,
  isRegistered,
  type RegistrationRule,
} from '#shared/domain/registration/rule.ts'
import type { VisitorImage } from '#shared/domain/registration/visitor.ts'
import {
  type BookingId,
  type BusinessDate,
  fromDayNumber,
  type GuestId,
  type RegistrationId,
  type VisitorId,
} from '#shared/values/index.ts'
import { countryRuleOn } from '../registration/public.ts'
import { presentOf } from './companions.ts'
import type { Author, When } from './diary.ts'
import type { Registrar, StayAct } from './hands.ts'
import { createMinorSheets, type MinorSheets } from './minor-sheets.ts'
import type { People } from './people/people.ts'
import { personToImage } from './people/rows.ts'
import { createShelf, type ShelfItem } from './shelf.ts'
import { alongWith, departureOf, roomId, roomOn, type Stay } from './stay.ts'
import type { World } from './world.ts'

const REGISTRATION = 131
const HOUR = 3600

/** What is true of it: over how many days, how often the police client takes nothing, and who is sent too late. */
export const registrationTruth = {
  days: 45,
  failed: 0.04,
  /** Of what failed, taken at each later batch. */
  mended: 0.8,
  /** Of guests from overseas, sent after 24 hours. */
  late: 0.03,
  /** Visitors a day for each room that is taken. */
  visitors: 0.03,
  batches: [8.5, 11.5, 17.5, 22.5],
} as const

type Parts = Pick<
  World,
  'bulk' | 'diary' | 'agenda' | 'house' | 'today' | 'seed' | 'open' | 'occupied' | 'population' | 'minors'
>
type Waiting = {
  kept: ShelfItem<RegistrationImage>
  stay: Stay
  from: number
  fails: boolean
  random: Random
}

type Known = { person: DemoPerson; guest: GuestImage; class: GuestClass }
type Desk = Parts & {
  people: People
  country: string
  rule: RegistrationRule
  words: ServiceWords
  registrations: ReturnType<typeof shelvesOf>['registrations']
  visitors: ReturnType<typeof shelvesOf>['visitors']
  minorSheets: MinorSheets
  /** What is on file for the authorities, by guest. */
  asked: Map<GuestId, RegistrantImage>
  documents: Map<GuestId, { key: number; document: DocumentPart; birthDate: BusinessDate }>
  /** Who is registered as arrived, by booking. */
  arrived: Map<BookingId, GuestId[]>
  waiting: Waiting[]
}

export const noRegistrar: Registrar = {
  openDay: () => undefined,
  expects: () => undefined,
  joined: () => undefined,
  parted: () => undefined,
  happened: () => undefined,
  finish: () => undefined,
  finishGuests: async () => undefined,
}

/** Nobody is registered where the country has no rule. */
export function createRegistrar(
  parts: Parts,
  people: People,
  { country, language }: { country: string; language: DemoLanguage },
): Registrar {
  const { today, diary } = parts
  const first = today.day - registrationTruth.days
  const rule = countryRuleOn(country, diary.date(today.day))
  if (!rule) return noRegistrar
  const desk: Desk = {
    ...parts,
    people,
    country,
    rule,
    words: serviceWords[language],
    ...shelvesOf(parts),
    minorSheets: createMinorSheets(parts, (id) => people.recall(id, parts.population.get(id)), language),
    asked: new Map(),
    documents: new Map(),
    arrived: new Map(),
    waiting: [],
  }
  return {
    openDay: (day) => {
      if (day < first) return
      for (const hour of registrationTruth.batches)
        desk.agenda.add(day, hour * HOUR, (seconds) => send(desk, { day, seconds }))
      planVisits(desk, day)
    },
    expects: (stay, when, author) => {
      if (when.day < first || !stay.logged) return
      for (const guest of presentOf(stay, diary.date(when.day))) prepare(desk, stay, guest, when, author)
    },
    joined: (stay, guest, when, author) => {
      if (!desk.arrived.has(stay.id)) return
      prepare(desk, stay, guest, when, author)
      record(desk, 'arrival', guest, { stay, when, author, operation: 'registration.record' })
    },
    parted: (guest, act) => {
      const here = desk.arrived.get(act.stay.id) ?? []
      if (!here.includes(guest)) return
      record(desk, 'departure', guest, act)
      desk.arrived.set(
        act.stay.id,
        here.filter((id) => id !== guest),
      )
    },
    happened: (event, act) => {
      const { stay, when } = act
      if (when.day < first || !stay.logged || !rule.events.includes(event)) return
      const persons =
        event === 'arrival' ? presentOf(stay, diary.date(when.day)) : (desk.arrived.get(stay.id) ?? [])
      for (const guest of persons) record(desk, event, guest, act)
    },
    finish: () => {
      for (const shelf of [desk.registrations, desk.visitors, desk.minorSheets]) shelf.finish()
    },
    finishGuests: async (tx) => {
      for (const [id, { key, document, birthDate }] of desk.documents) {
        const found = await loadGuest(tx, id)
        if (!found) continue
        const before = found.image
        const documents = { ...before.documents, [key]: document }
        await saveGuest(tx, id, before, { ...before, birthDate: before.birthDate ?? birthDate, documents })
      }
    },
  }
}

function shelvesOf({ bulk, diary }: Parts) {
  return {
    registrations: createShelf<RegistrationImage>(
      bulk,
      diary,
      'registration',
      'registrations',
      ({ id, image, version }) =>
        bulk.into.registrations({ id: id as RegistrationId, ...registrationColumns(image), version }),
    ),
    visitors: createShelf<VisitorImage>(bulk, diary, 'visitor', 'visitors', ({ id, image, version }) =>
      bulk.into.visitors({ id: id as VisitorId, ...visitorColumns(image), version }),
    ),
  }
}

/** The guest as the desk sees them, with the document that they show. */
function knownOf({ people, population, documents, country, diary }: Desk, id: GuestId): Known {
  const person = people.recall(id, population.get(id))
  const contacts = Object.fromEntries(person.contacts.map((one, at) => [at + 1, { ...one, primary: false }]))
  const { document, birthDate } = person.carried
  const image = personToImage(person, diary.momentAt({ day: 0, seconds: 0 }), settlePrimaries(contacts))
  const taken = documents.has(id) || person.documents.length > 0
  const guest: GuestImage = {
    ...image,
    birthDate: image.birthDate ?? (taken ? birthDate : null),
    documents: taken ? { '1': document } : ({} as GuestImage['documents']),
  }
  return { person, guest, class: classOf({ ...guest, documents: [document] }, country) }
}

/** The document goes on file where there is none, and what the law asks beside the profile is written down once. */
function prepare(desk: Desk, stay: Stay, id: GuestId, when: When, author: Author): void {
  const { people, diary, bulk, rule, documents, asked, seed } = desk
  const known = knownOf(desk, id)
  if (!isRegistered(rule, { class: known.class, minor: false }, true)) return
  if (Object.keys(known.guest.documents).length === 0) {
    const { document, birthDate } = known.person.carried
    const key = bulk.nextId('guest_documents')
    documents.set(id, { key, document, birthDate })
    people.written(id)
    const born = known.guest.birthDate === null
    diary.write(when, author, 'registration.takeDocument', {
      entity: 'guest',
      entityId: id,
      bookingId: null,
      before: { ...(born ? { birthDate: null } : {}), documents: { [key]: null } },
      after: { ...(born ? { birthDate } : {}), documents: { [key]: document } },
    })
  }
  if (!asked.has(id)) {
    const random = randomOf(seed, REGISTRATION, 1, id)
    const image = stay.minors.includes(id)
      ? detailsOfMinor(desk, stay, id, random)
      : detailsOf(desk, known, stay, random)
    asked.set(id, image)
    const entry = { entity: 'registrant', entityId: id, bookingId: null, before: null, after: image }
    diary.write(when, author, 'registration.saveDetails', entry)
    bulk.into.registrants({ id, ...registrantColumns(image), version: 1 })
  }
  if (rule.guardian && isMinor(known.person.carried.birthDate, rule, diary.date(when.day)))
    desk.minorSheets.open(stay, id, when, author)
}

/** A child lives and came where the guest did. */
function detailsOfMinor(desk: Desk, stay: Stay, id: GuestId, random: Random): RegistrantImage {
  const { rule, minorSheets, asked } = desk
  const guest = knownOf(desk, stay.guest)
  const own = detailsOf(desk, knownOf(desk, id), stay, random)
  const like = asked.get(stay.guest)
  if (!like || guest.class !== knownOf(desk, id).class) return own
  const address = Object.values(guest.guest.contacts).find(({ kind }) => kind === 'address')?.value ?? ''
  const kinship = rule.fields.some(({ field }) => field === 'kinship') ? minorSheets.kinship(stay, id) : ''
  const { confirmedOn, visaNumber } = own
  return { ...like, confirmedOn, visaNumber, address: like.address || address, kinship }
}

function detailsOf(
  { diary, words, country }: Desk,
  known: Known,
  stay: Stay,
  random: Random,
): RegistrantImage {
  const isHome = known.class === 'domestic'
  const foreign = known.class === 'foreign'
  const entered = stay.arrival - random.below(12)
  const onFile = Object.values(known.guest.contacts).some(({ kind }) => kind === 'address')
  return {
    confirmedOn: diary.date(stay.arrival),
    ethnicity: isHome && country === 'CHN' ? random.of(words.ethnicity) : '',
    documentSupport: '',
    visaKind: foreign ? random.of(['L', 'L', 'M', 'M', 'F', 'Z', 'Q2']) : '',
    visaNumber: foreign ? `V${random.between(10_000_000, 99_999_999)}` : '',
    visaUntil: foreign ? fromDayNumber(entered + 30) : null,
    entryOn: isHome ? null : diary.date(entered),
    entryPort: isHome ? '' : random.of(words.ports),
    address: isHome && !onFile ? address(random) : '',
    postalCode: '',
    city: '',
    residence: isHome ? '' : known.guest.nationality,
    kinship: '',
  }
}

type Recorded = Omit<StayAct, 'command'> & { command?: number }

function record(desk: Desk, event: RegistrationEvent, guestId: GuestId, act: Recorded): void {
  const { diary, house, rule, people, asked, registrations, seed, arrived, waiting } = desk
  const { stay, when, author, operation, command } = act
  const known = knownOf(desk, guestId)
  if (!isRegistered(rule, { class: known.class, minor: false }, true)) return
  if (event === 'arrival') arrived.set(stay.id, [...(arrived.get(stay.id) ?? []), guestId])
  const moment = diary.momentAt(when)
  const image: RegistrationImage = {
    bookingId: stay.id,
    guestId,
    event,
    roomId: roomId(house, roomOn(stay, when.day)),
    at: moment,
    businessDate: diary.date(when.day),
    madeBy: author.actor,
    state: 'to-send',
    stateAt: moment,
    stateBy: author.actor,
    withdrawn: false,
    guestVersion: people.versionOf(guestId),
    registrantVersion: asked.has(guestId) ? 1 : 0,
    failure: '',
    data: dataOf(desk, known, stay, guestId, when.day),
  }
  const kept = registrations.make(when, author, operation, image, stay.id, { command })
  const random = randomOf(seed, REGISTRATION, 2, kept.id)
  const late = known.class !== 'domestic' && random.chance(registrationTruth.late)
  const from = when.day * 24 * HOUR + when.seconds + (late ? 26 * HOUR : 0)
  waiting.push({ kept, stay, from, fails: random.chance(registrationTruth.failed), random })
}

function dataOf(
  { asked, diary, minorSheets }: Desk,
  known: Known,
  stay: Stay,
  id: GuestId,
  day: number,
): RegistrationImage['data'] {
  const travellers = Math.max(1 + alongWith(stay).length, stay.adults + stay.children + stay.infants)
  const own = stay.record?.image.persons[id]
  const dates = {
    arrival: own?.from ?? diary.date(stay.arrival),
    departure: own?.to ?? diary.date(departureOf(stay)),
  }
  const sheet = minorSheets.of(stay, id)
  const person = { guest: known.guest, registrant: asked.get(id) ?? null, sheet, class: known.class }
  return registrationData({ ...person, stay: { ...dates, travellers } }, diary.date(day))
}

/** What waits is sent together; what the client does not take waits for the next time, with its reason. */
function send(desk: Desk, when: When): void {
  const { seed, diary, words, registrations, people, asked } = desk
  const author = diary.cashier(randomOf(seed, REGISTRATION, 3, when.day, when.seconds), when)
  const now = when.day * 24 * HOUR + when.seconds
  const by = { stateAt: diary.momentAt(when), stateBy: author.actor }
  let sent: number | undefined
  const refused: Waiting[] = []
  const left = desk.waiting.filter((one) => {
    const { kept, stay, random } = one
    if (one.from > now) return true
    if (one.fails) {
      if (kept.image.state === 'failed') one.fails = !random.chance(registrationTruth.mended)
      else refused.push(one)
      return true
    }
    const { guestId } = kept.image
    const data = dataOf(desk, knownOf(desk, guestId), stay, guestId, when.day)
    const as = { guestVersion: people.versionOf(guestId), registrantVersion: asked.has(guestId) ? 1 : 0 }
    const to = { state: 'sent' as const, failure: '', data, ...as, ...by }
    const seq = registrations.change(kept, when, author, 'registration.mark', to, { command: sent })
    sent ??= seq
    return false
  })
  desk.waiting = left
  // Each refusal is an act of its own: what was sent together stands together in the log
  for (const { kept, random } of refused) {
    const failure = random.of(words.failures)
    registrations.change(kept, when, author, 'registration.mark', { state: 'failed', failure, ...by })
  }
}

/** Visitors of guests who are in the house, through the day. */
function planVisits(desk: Desk, day: number): void {
  const { seed, house, agenda, occupied, open, diary, words, visitors } = desk
  const random = randomOf(seed, REGISTRATION, 4, day)
  for (let number = 0; number < Math.ceil(house.rooms.length * registrationTruth.visitors); number++) {
    agenda.add(day, random.between(9.5 * HOUR, 21 * HOUR), (seconds) => {
      const [room, booking] = [...occupied][random.below(Math.max(1, occupied.size))] ?? [-1, 0]
      const stay = open.get(booking)
      const at = roomId(house, room)
      if (!stay || at === null) return
      const when = { day, seconds }
      const author = diary.cashier(random, when)
      const person = personOf({
        seed: seed + 1,
        number: day * 100 + number + 1,
        day,
        nationality: 'CHN',
        domestic: 1,
      })
      const { document } = person.carried
      const image: VisitorImage = {
        documentKind: document.kind,
        roomId: at,
        bookingId: stay.id,
        guestId: stay.guest,
        cameAt: diary.momentAt(when),
        leftAt: null,
        businessDate: diary.date(day),
        notedBy: author.actor,
        name: person.nativeName,
        documentNumber: document.number,
        purpose: random.of(words.visits),
      }
      const kept = visitors.make(when, author, 'registration.noteVisitor', image, null)
      desk.minorSheets.visited(stay, image.purpose, when, author)
      agenda.add(day, Math.min(23 * HOUR - 60, seconds + random.between(1800, 2 * HOUR)), (now) => {
        const gone = { day, seconds: now }
        const leftAt = diary.momentAt(gone)
        visitors.change(kept, gone, diary.cashier(random, gone), 'registration.visitorLeft', { leftAt })
      })
    })
  }
}
