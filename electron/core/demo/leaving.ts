/**
 * What the desk of a demo hotel does about guests who stay away: every Monday a few are taken on, called or left for
 * later, and in the end closed as won back, lost, or a false alarm. It follows the rules of the program's own commands.
 */
import { offersMade, wonBackBy } from '#core/demo/data/effects.ts'
import { type Random, randomOf } from '#core/demo/data/random.ts'
import type { DemoWords } from '#core/demo/data/words.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import { leavingCaseColumns } from '#db/repositories/insight/leaving-cases.ts'
import { difference } from '#shared/domain/change/change.ts'
import {
  type Closing,
  close,
  type LeavingCaseImage,
  lossReasons,
  makeOffer,
  maxSnoozeDays,
  newCase,
  type Offer,
  snooze,
  takeOn,
} from '#shared/domain/insight/leaving/case.ts'
import type { GuestId, LeavingCaseId, Result } from '#shared/values/index.ts'
import type { Agenda } from './agenda.ts'
import type { Author, Diary, When } from './diary.ts'
import type { Population } from './population.ts'
import type { Stay } from './stay.ts'

const LEAVING = 91
const HOUR = 3600
/** The desk began to look after guests who stay away so long ago. */
const WEEKS = 40
/** Minor units of the hotel's currency that an offer costs, times the price of a night. */
const COST: Partial<Record<Offer, number>> = {
  upgrade: 0.3,
  breakfast: 0.12,
  dinner: 0.5,
  points: 0.1,
  transfer: 0.25,
  'late-check-out': 0,
  call: 0,
  letter: 0,
}

/** One case while the hotel lives. */
type Case = {
  id: LeavingCaseId
  image: LeavingCaseImage
  version: number
  random: Random
  author: Author
  day: number
}

/** Whom an offer was made to, and whether it was decided that it brings them back. */
export type LeavingOfferTruth = { guest: GuestId; offer: Offer; day: number; brings: boolean }

export type Leaving = {
  /** Plans the Mondays on which somebody looks at the list. */
  plan: (from: number) => void
  /** A stay has ended: if it began after its guest's case was opened, the case is closed soon. */
  stayed: (stay: Stay, when: When) => void
  /** Writes the rows of all cases. */
  finish: () => void
  readonly offers: readonly LeavingOfferTruth[]
}

export type LeavingOptions = {
  seed: number
  rooms: number
  today: number
  words: DemoWords
  /** Minor units of a mean night. */
  night: number
  open: ReadonlyMap<number, Stay>
  excluded: ReadonlySet<GuestId>
}

/** What the cases of one hotel share. */
type Book = LeavingOptions & {
  bulk: Bulk
  diary: Diary
  agenda: Agenda
  population: Population
  cases: Case[]
  openOf: Map<GuestId, Case>
  /** The arrival of the first stay since a case was opened. */
  returns: Map<Case, number>
  offers: LeavingOfferTruth[]
  /** The guest at whom the last look ended. */
  place: number
}

export function createLeaving(
  bulk: Bulk,
  diary: Diary,
  agenda: Agenda,
  population: Population,
  options: LeavingOptions,
): Leaving {
  const book: Book = {
    ...options,
    bulk,
    diary,
    agenda,
    population,
    cases: [],
    openOf: new Map(),
    returns: new Map(),
    offers: [],
    place: 0,
  }
  return {
    offers: book.offers,
    plan: (from) => {
      for (let day = Math.max(from + 1, book.today - WEEKS * 7); day <= book.today; day += 1) {
        // Mondays: the fifth day of the count was one (1970-01-05).
        if (day % 7 === 4)
          agenda.add(day, 9 * HOUR + 1800, (seconds) => takeOnOverdue(book, { day, seconds }))
      }
    },
    stayed: (stay, when) => noteReturn(book, stay, when),
    finish: () => {
      for (const { id, image, version } of book.cases)
        bulk.into.leaving_cases({ id, ...leavingCaseColumns(image), version })
    },
  }
}

/** Somebody looks through the list from where the last look ended, and begins with a few. */
function takeOnOverdue(book: Book, when: When): void {
  const { population, openOf, excluded, seed } = book
  const random = randomOf(seed, LEAVING, when.day)
  const most = Math.min(6, Math.max(1, Math.round(book.rooms / 15)))
  for (let taken = 0, looked = 0; taken < most && looked < most * 20; looked++) {
    const guest = population.overdue(when.day, book.place) as GuestId
    book.place = guest
    if (guest === 0) return
    if (openOf.has(guest) || excluded.has(guest) || !random.chance(0.5)) continue
    taken += 1
    begin(book, guest, when)
  }
}

function begin(book: Book, guest: GuestId, when: When): void {
  const { bulk, diary } = book
  const random = randomOf(book.seed, LEAVING, when.day, guest)
  const author = random.chance(0.3) ? diary.manager : diary.author(random, when, true)
  const id = bulk.nextId('leaving_cases') as LeavingCaseId
  const by = { on: diary.date(when.day), actor: author.actor }
  const one: Case = { id, image: newCase(guest, by), version: 0, random, author, day: when.day }
  book.cases.push(one)
  book.openOf.set(guest, one)
  if (random.chance(0.3)) {
    const until = when.day + random.between(20, 70)
    const latest = diary.date(when.day + maxSnoozeDays)
    put(book, one, when, 'leaving.snooze', (image) => snooze(image, diary.date(until), latest, by))
    later(book, one, until, approach)
    return
  }
  put(book, one, when, 'leaving.takeOn', (image) => takeOn(image, author.actor, null, by.on))
  later(book, one, when.day + random.below(5), approach)
}

/** Something that is done about a case at a time of a day. */
function later(book: Book, one: Case, day: number, act: (book: Book, one: Case, when: When) => void): void {
  const time = 10 * HOUR + one.random.below(7 * HOUR)
  book.agenda.add(day, time, (seconds) => act(book, one, { day, seconds }))
}

/** Puts an act on a case and writes its row of the log; an act that the rules refuse is not done. */
function put(
  { diary }: Book,
  one: Case,
  when: When,
  operation: string,
  act: (image: LeavingCaseImage) => Result<LeavingCaseImage>,
): boolean {
  const result = act(one.image)
  if (!result.ok) return false
  const found =
    one.version === 0 ? { before: null, after: result.value } : difference(one.image, result.value)
  if (!found) return false
  one.image = result.value
  one.version += 1
  diary.write(when, one.author, operation, {
    entity: 'leaving-case',
    entityId: one.id,
    bookingId: null,
    ...found,
  })
  return true
}

/** The guest is offered something, and comes again for it or does not. */
function approach(book: Book, one: Case, when: When): void {
  const { words, population, offers, night, diary } = book
  const { random, image, author } = one
  if (image.closedOn !== null) return
  const offer = offersMade.pick(random)
  const share = COST[offer]
  const costMinor = share === undefined ? null : Math.round((night * share) / 100) * 100
  const text = random.of(words.leaving.offer)
  const by = { on: diary.date(when.day), actor: author.actor }
  if (!put(book, one, when, 'leaving.offer', (now) => makeOffer(now, { offer, text, costMinor }, by))) return
  const brings = random.chance(wonBackBy[offer])
  offers.push({ guest: image.guestId, offer, day: when.day, brings })
  if (brings) population.invite(image.guestId, when.day + random.between(8, 40))
  later(book, one, when.day + random.between(45, 90), giveUp)
}

/** Nobody came: the guest is lost, or was never leaving. Who is in house or has come is not given up. */
function giveUp(book: Book, one: Case, when: When): void {
  const { random, image } = one
  if (image.closedOn !== null || isBack(book, one)) return
  const isWrong = random.chance(0.15)
  const { wrong, lost } = book.words.leaving
  end(book, one, when, {
    outcome: isWrong ? 'false-alarm' : 'lost',
    lossReason: isWrong ? null : random.of(lossReasons.slice(0, -1)),
    text: random.of(isWrong ? wrong : lost),
  })
}

function isBack({ returns, open }: Book, one: Case): boolean {
  if (returns.has(one)) return true
  for (const { guest, status, arrival } of open.values())
    if (guest === one.image.guestId && status === 'in-house' && arrival >= one.day) return true
  return false
}

/** A stay that began after its guest's case was opened; most are noticed within days, some wait to be. */
function noteReturn(book: Book, { guest, arrival }: Stay, when: When): void {
  const one = book.openOf.get(guest)
  if (!one || arrival < one.day) return
  book.returns.set(one, Math.min(arrival, book.returns.get(one) ?? arrival))
  if (one.random.chance(0.9)) later(book, one, when.day + one.random.between(1, 4), welcome)
}

function welcome(book: Book, one: Case, when: When): void {
  if (one.image.closedOn !== null) return
  const text = one.random.of(book.words.leaving.back)
  end(book, one, when, { outcome: 'won-back', lossReason: null, text })
}

function end(book: Book, one: Case, when: When, closing: Closing): void {
  const { diary, returns, openOf } = book
  const arrival = returns.get(one)
  const returnedOn = arrival === undefined ? null : diary.date(arrival)
  const by = { on: diary.date(when.day), actor: one.author.actor }
  if (put(book, one, when, 'leaving.close', (now) => close(now, closing, returnedOn, by)))
    openOf.delete(one.image.guestId)
}
