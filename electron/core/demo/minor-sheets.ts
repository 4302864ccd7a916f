/**
 * The sheets of minors of a demo hotel, the five musts: the document that was looked at, the guardian who was spoken to, what
 * everyone in the room is to the minor, the rounds of the night and the visitors, and what was told to the police.
 */
import { type MinorWords, minorWords } from '#core/demo/data/minor-words.ts'
import type { DemoPerson } from '#core/demo/data/person.ts'
import { personOf } from '#core/demo/data/person.ts'
import { randomOf } from '#core/demo/data/random.ts'
import type { DemoLanguage } from '#core/demo/data/words.ts'
import { minorSheetColumns } from '#db/repositories/registration/minors.ts'
import { displayName } from '#shared/domain/name/name.ts'
import type { MinorEntryKind, MinorSheetImage } from '#shared/domain/registration/minor.ts'
import type { GuestId, MinorSheetId } from '#shared/values/index.ts'
import type { Author, When } from './diary.ts'
import type { Kin, SheetTruth } from './hands.ts'
import { minorTruth } from './minors.ts'
import { createShelf, type ShelfItem } from './shelf.ts'
import { alongWith, departureOf, type Stay } from './stay.ts'
import type { World } from './world.ts'

const SHEETS = 173
const HOUR = 3600

export type MinorSheets = {
  /** The desk sees a minor's document before the check-in: it asks for the guardian and for who shares the room. */
  open: (stay: Stay, guest: GuestId, when: When, author: Author) => void
  of: (stay: Stay, guest: GuestId) => MinorSheetImage | null
  /** What the guest of the booking is to the minor, in the desk's words. */
  kinship: (stay: Stay, guest: GuestId) => string
  visited: (stay: Stay, purpose: string, when: When, author: Author) => void
  finish: () => void
}

type Parts = Pick<World, 'bulk' | 'diary' | 'agenda' | 'seed' | 'minors'>
type Sheet = ShelfItem<MinorSheetImage>
type Book = Parts & {
  words: MinorWords
  person: (id: GuestId) => DemoPerson
  sheets: ReturnType<typeof shelfOf>
  kept: Map<string, Sheet>
}

export function createMinorSheets(
  parts: Parts,
  person: (id: GuestId) => DemoPerson,
  language: DemoLanguage,
): MinorSheets {
  const book: Book = {
    ...parts,
    words: minorWords[language],
    person,
    sheets: shelfOf(parts),
    kept: new Map(),
  }
  const { kept, sheets } = book
  return {
    open: (stay, guest, when, author) => openSheet(book, stay, guest, when, author),
    of: (stay, guest) => kept.get(keyOf(stay, guest))?.image ?? null,
    kinship: (stay, guest) => relationOf(book, stay, guest, stay.guest),
    visited: (stay, purpose, when, author) => {
      for (const guest of stay.minors) {
        const sheet = kept.get(keyOf(stay, guest))
        if (sheet) note(book, sheet, 'visit', purpose, when, author)
      }
    },
    finish: sheets.finish,
  }
}

const keyOf = ({ id }: Stay, guest: GuestId) => `${id} ${guest}`

function shelfOf({ bulk, diary }: Parts) {
  return createShelf<MinorSheetImage>(
    bulk,
    diary,
    'minor-sheet',
    'minor_sheets',
    ({ id, image, version }) => {
      bulk.into.minor_sheets({ id: id as MinorSheetId, ...minorSheetColumns(image), version })
      for (const [entry, said] of Object.entries(image.entries))
        bulk.into.minor_entries({ id: Number(entry), sheet_id: id as MinorSheetId, ...said })
    },
  )
}

/** The same for a family each time it comes. */
function kinOf({ seed }: Pick<Parts, 'seed'>, stay: Stay, guest: GuestId): Kin {
  if (!stay.minors.includes(guest)) return 'alone'
  return randomOf(seed, SHEETS, stay.guest).chance(minorTruth.parent) ? 'parent' : 'relative'
}

/** What somebody who shares the room is to the minor. */
function relationOf(book: Book, stay: Stay, minor: GuestId, other: GuestId): string {
  const { words, person, seed } = book
  const kin = kinOf(book, stay, minor)
  if (kin === 'alone') return words.friend
  const { sex } = person(other)
  // Who travels with a class has no parent and no sibling in the room
  const relative = randomOf(seed, SHEETS, stay.guest, 1).of([
    'grandparent',
    'aunt',
    'aunt',
    'teacher',
  ] as const)
  if (stay.minors.includes(other))
    return kin === 'relative' && relative === 'teacher' ? words.classmate : words.sibling[sex]
  if (kin === 'relative') return words[relative][sex]
  return other === stay.guest || sex !== person(stay.guest).sex ? words.parent[sex] : words.aunt[sex]
}

/** Of a parent who is there their own name and number, else those of one who is elsewhere. */
function guardianOf(book: Book, stay: Stay, minor: GuestId, kin: Kin) {
  const { person, words, seed } = book
  const random = randomOf(seed, SHEETS, minor, 2)
  const child = person(minor)
  const guardian =
    kin === 'parent'
      ? person(stay.guest)
      : personOf({
          seed: seed + 2,
          number: minor,
          day: stay.arrival,
          nationality: child.nationality,
          domestic: 1,
          relative: { days: random.between(36, 50) * 365, of: child },
        })
  const phone = guardian.contacts.find(({ kind }) => kind === 'mobile')?.value
  return {
    guardianName: displayName(guardian, guardian.language),
    guardianPhone: phone ?? `+86138${String(random.below(100_000_000)).padStart(8, '0')}`,
    guardianRelation: words.parent[guardian.sex],
  }
}

function openSheet(book: Book, stay: Stay, guest: GuestId, when: When, author: Author): void {
  const { diary, sheets, kept, minors, seed } = book
  const kin = kinOf(book, stay, guest)
  const told: SheetTruth = { booking: stay.id, guest, kin }
  minors.sheets.push(told)
  const at = diary.momentAt(when)
  const isHere = kin === 'parent'
  const others = [stay.guest, ...alongWith(stay)].filter((id) => id !== guest)
  const image: MinorSheetImage = {
    bookingId: stay.id,
    guestId: guest,
    identityAt: at,
    identityBy: author.actor,
    contactedAt: isHere ? at : null,
    contactedBy: isHere ? author.actor : null,
    ...guardianOf(book, stay, guest, kin),
    relations: Object.fromEntries(others.map((id) => [id, relationOf(book, stay, guest, id)])),
    entries: {},
  }
  const sheet = sheets.make(when, author, 'registration.saveMinor', image, stay.id)
  kept.set(keyOf(stay, guest), sheet)
  const random = randomOf(seed, SHEETS, stay.id, guest)
  if (!isHere && random.chance(minorTruth.reached))
    later(book, stay, { day: when.day, seconds: when.seconds + random.between(300, HOUR) }, (now, by) => {
      const contacted = { contactedAt: diary.momentAt(now), contactedBy: by.actor }
      sheets.change(sheet, now, by, 'registration.saveMinor', contacted)
    })
  if (kin === 'relative' && random.chance(minorTruth.reported))
    later(book, stay, { day: when.day, seconds: when.seconds + random.between(HOUR, 2 * HOUR) }, (now, by) =>
      note(book, sheet, 'report', book.words.report, now, by),
    )
  planRounds(book, stay, sheet)
}

/** Every evening but a few somebody walks the floor or calls the room. */
function planRounds(book: Book, stay: Stay, sheet: Sheet): void {
  for (let day = stay.arrival; day < departureOf(stay); day++) {
    const random = randomOf(book.seed, SHEETS, sheet.id, 3, day)
    if (!random.chance(minorTruth.patrolled)) continue
    const text = random.of(book.words.patrols)
    later(book, stay, { day, seconds: random.between(21.5 * HOUR, 22.9 * HOUR) }, (now, by) =>
      note(book, sheet, 'patrol', text, now, by),
    )
  }
}

/** By who is on shift then, where the guests are still in the house. */
function later(
  { agenda, diary, seed }: Book,
  stay: Stay,
  { day, seconds }: When,
  act: (when: When, author: Author) => void,
): void {
  agenda.add(day, Math.min(seconds, 23 * HOUR - 60), (now) => {
    const when = { day, seconds: now }
    if (stay.status === 'in-house')
      act(when, diary.cashier(randomOf(seed, SHEETS, stay.id, 4, day, now), when))
  })
}

function note(
  { bulk, diary, sheets }: Book,
  sheet: Sheet,
  kind: MinorEntryKind,
  text: string,
  when: When,
  author: Author,
): void {
  const entry = { kind, text, at: diary.momentAt(when), by: author.actor }
  const entries = { ...sheet.image.entries, [bulk.nextId('minor_entries')]: entry }
  sheets.change(sheet, when, author, 'registration.noteMinor', { entries })
}
