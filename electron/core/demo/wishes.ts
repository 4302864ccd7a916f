/** Special requests of a stay in a demo hotel: made, seen to, done or declined, by the departments that do it. */

import { wishesOf } from '#core/demo/data/effects.ts'
import { type Random, weighted } from '#core/demo/data/random.ts'
import type { DemoWords } from '#core/demo/data/words.ts'
import type { Bulk } from '#db/repositories/bulk/bulk.ts'
import {
  dueAfterMove,
  newRequest,
  type RequestImage,
  requestsOfPreferences,
  type Wish,
} from '#shared/domain/request/image.ts'
import { departmentOf, isOpen, type RequestKind, type RequestStatus } from '#shared/domain/request/request.ts'
import type { Author, Diary, When } from './diary.ts'
import type { Stay, StayRequest } from './stay.ts'

const KINDS = weighted<RequestKind>([
  ['high-floor', 20],
  ['quiet', 13],
  ['king', 9],
  ['twin', 8],
  ['away-from-elevator', 6],
  ['near-elevator', 3],
  ['low-floor', 3],
  ['medium-floor', 1],
  ['crib', 4],
  ['bathtub', 3],
  ['shower', 2],
  ['accessible', 1],
  ['no-alcohol', 1],
  ['other', 26],
])

export type Wishes = {
  /** Preferences on file become requests of the new booking; `command`: the row of its making. */
  fromPreferences: (
    stay: Stay,
    when: When,
    author: Author,
    preferences: readonly { group: string; value: string }[],
    command: number,
  ) => void
  /** How likely a stay of this kind asks for something beside its guest's preferences. */
  askChance: (stay: Stay) => number
  ask: (stay: Stay, when: When, author: Author) => void
  /** The guest takes a wish that the desk offered; `command`: the row of the booking's making where it was offered then. */
  take: (stay: Stay, wish: Wish, when: When, author: Author, command?: number) => void
  /** Some of what is open is taken note of. */
  acknowledge: (stay: Stay, when: When, author: Author) => void
  /** Most of what is open is done, a little can't be. */
  settle: (stay: Stay, when: When, author: Author) => void
  /** Nobody comes: what is open has no sense any more. */
  close: (stay: Stay, when: When, author: Author, reason: string) => void
  /** One row for each, as it came over. */
  takeOver: (stay: Stay, when: When, author: Author, command: number) => void
  /** Due days follow a stay that moves; `command`: the row of the move. */
  follow: (stay: Stay, when: When, author: Author, operation: string, command: number, from: number) => void
}

/** What is like no other kind of stay: nothing in particular is wished. */
const usual = { asks: 0.24, kind: null, share: 0 }

/** `suite`: the place of that type among the house's, −1 where it has none. */
export function createWishes(bulk: Bulk, diary: Diary, words: DemoWords, suite: number): Wishes {
  function leaning(stay: Stay): { asks: number; kind: RequestKind | null; share: number } {
    if (stay.children + stay.infants > 0) return wishesOf.family
    if (stay.plan === 'PKG') return wishesOf.package
    if (stay.type === suite) return wishesOf.suite
    return stay.working ? wishesOf.work : usual
  }

  function entry(stay: Stay, request: StayRequest, before: object | null, after: object) {
    return { entity: 'request', entityId: request.id, bookingId: stay.id, before, after }
  }

  function add(stay: Stay, image: RequestImage): StayRequest {
    const request = { id: bulk.nextId('requests'), image, version: 1 }
    stay.requests.push(request)
    return request
  }

  function move(
    stay: Stay,
    request: StayRequest,
    when: When,
    author: Author,
    status: RequestStatus,
    reason: string | null,
    alternative: string | null = null,
  ) {
    const { image } = request
    const before: Partial<RequestImage> = {
      status: image.status,
      statusAt: image.statusAt,
      statusBy: image.statusBy,
    }
    const after: Partial<RequestImage> = { status, statusAt: diary.momentAt(when), statusBy: author.actor }
    if (reason !== image.reason) {
      before.reason = image.reason
      after.reason = reason
    }
    if (alternative !== image.alternative) {
      before.alternative = image.alternative
      after.alternative = alternative
    }
    request.image = { ...image, ...after }
    request.version += 1
    if (stay.logged) {
      diary.write(when, author, 'request.advance', entry(stay, request, before, after), { reason })
    }
  }

  function dueFor(random: Random, stay: Stay, kind: RequestKind): Pick<RequestImage, 'dueOn' | 'dueTime'> {
    if (kind !== 'other' || stay.nights.length === 0)
      return { dueOn: diary.date(stay.arrival), dueTime: null }
    const day = stay.arrival + random.below(stay.nights.length + 1)
    const time = random.chance(0.6)
      ? `${String(random.between(6, 22)).padStart(2, '0')}:${random.of(['00', '15', '30'])}`
      : null
    return { dueOn: diary.date(day), dueTime: time }
  }

  return {
    fromPreferences: (stay, when, author, preferences, command) => {
      if (preferences.length === 0) return
      const by = { moment: diary.momentAt(when), actor: author.actor }
      for (const image of requestsOfPreferences(stay.id, preferences, diary.date(stay.arrival), by)) {
        const request = add(stay, image)
        if (stay.logged) {
          diary.write(when, author, 'booking.create', entry(stay, request, null, image), { command })
        }
      }
    },
    askChance: (stay) => leaning(stay).asks,
    ask: (stay, when, author) => {
      const { random } = stay
      const own = leaning(stay)
      const leans = own.kind !== null && random.chance(own.share)
      const kind = leans && own.kind !== null ? own.kind : KINDS.pick(random)
      if (kind !== 'other' && stay.requests.some(({ image }) => image.kind === kind)) return
      const wish =
        kind !== 'other'
          ? { text: '', department: departmentOf(kind) }
          : leans
            ? words.lateCheckOut
            : random.of(words.wishes)
      const by = { moment: diary.momentAt(when), actor: author.actor }
      const request = add(
        stay,
        newRequest(stay.id, { kind, ...wish, ...dueFor(random, stay, kind) }, by, false),
      )
      if (stay.logged) diary.write(when, author, 'request.create', entry(stay, request, null, request.image))
    },
    take: (stay, wish, when, author, command) => {
      const by = { moment: diary.momentAt(when), actor: author.actor }
      const due = { dueOn: diary.date(stay.arrival), dueTime: null }
      const request = add(stay, newRequest(stay.id, { ...wish, ...due }, by, false))
      const made = entry(stay, request, null, request.image)
      if (command === undefined) diary.write(when, author, 'request.create', made)
      else diary.write(when, author, 'booking.create', made, { command })
    },
    acknowledge: (stay, when, author) => {
      for (const request of stay.requests) {
        if (request.image.status === 'open' && stay.random.chance(0.7)) {
          move(stay, request, when, author, 'acknowledged', null)
        }
      }
    },
    settle: (stay, when, author) => {
      for (const request of stay.requests) {
        if (!isOpen(request.image.status)) continue
        const draw = stay.random.next()
        if (draw < 0.82) move(stay, request, when, author, 'done', null)
        else if (draw < 0.92) {
          const { reason, alternative } = stay.random.of(words.declined)
          move(stay, request, when, author, 'declined', reason, alternative || null)
        }
      }
    },
    close: (stay, when, author, reason) => {
      for (const request of stay.requests) {
        if (isOpen(request.image.status)) move(stay, request, when, author, 'declined', reason)
      }
    },
    takeOver: (stay, when, author, command) => {
      for (const request of stay.requests) {
        request.version = 1
        diary.write(when, author, 'job.startDemo', entry(stay, request, null, request.image), { command })
      }
    },
    follow: (stay, when, author, operation, command, from) => {
      const arrival = diary.date(stay.arrival)
      const to = { arrival, departure: diary.date(stay.arrival + stay.nights.length) }
      for (const request of stay.requests) {
        const { image } = request
        const dueOn = dueAfterMove(image, { arrival: diary.date(from) }, to)
        if (dueOn === image.dueOn) continue
        const before = { dueOn: image.dueOn }
        request.image = { ...image, dueOn }
        request.version += 1
        if (stay.logged)
          diary.write(when, author, operation, entry(stay, request, before, { dueOn }), { command })
      }
    },
  }
}
