import { describe, expect, test } from 'vitest'
import { bookingStatuses } from '#shared/domain/booking/booking.ts'
import { factsAsOf } from '#shared/domain/insight/facts/facts-as-of.ts'
import type { History } from '#shared/domain/insight/facts/history.ts'
import { featureColumns, featureNames } from '#shared/domain/insight/kinds/features.ts'
import {
  highValueCut,
  outcomeOf,
  placesAsked,
  type TreeTarget,
  treeTargets,
} from '#shared/domain/insight/kinds/targets.ts'
import { seededRandom } from '#shared/domain/insight/learn/random.ts'
import { dayOf, historyOf, type WrittenBooking } from '#tests/support/history.ts'

const day = dayOf('2025-01-31')
const before: WrittenBooking = { guest: 1, arrival: '2024-06-01', departure: '2024-06-03', total: 500 }

/** The answer for guest 1, who has stayed before; null: the target is not about them. */
function answerOf(target: TreeTarget, after: Partial<WrittenBooking>[], highCut = 1000): boolean | null {
  const bookings = after.map((one) => ({ guest: 1, arrival: '2025-03-01', departure: '2025-03-02', ...one }))
  const history = historyOf(1, [before, ...bookings])
  const { places, target: met } = outcomeOf(target, history, day, highCut)
  return places.length === 0 ? null : met[0] === 1
}

describe('what counts as met', () => {
  test.each<[string, TreeTarget, Partial<WrittenBooking>[], boolean | null]>([
    ['a stay in the months after', 'comesBack12', [{}], true],
    ['no booking', 'comesBack12', [], false],
    ['a stay that was cancelled', 'comesBack12', [{ status: 'cancelled' }], false],
    ['a no-show', 'comesBack12', [{ status: 'no-show' }], false],
    ['a stay begun on the day itself', 'comesBack12', [{ arrival: '2025-01-31' }], false],
    [
      'a stay begun on the last day',
      'comesBack12',
      [{ arrival: '2026-01-31', departure: '2026-02-02' }],
      true,
    ],
    ['a stay begun a day later', 'comesBack12', [{ arrival: '2026-02-01', departure: '2026-02-02' }], false],
    ['revenue at the cut', 'highValue', [{ total: 600 }, { total: 400 }], true],
    ['revenue below it', 'highValue', [{ total: 999 }], false],
    [
      'revenue of a stay that ends later',
      'highValue',
      [{ arrival: '2026-01-30', departure: '2026-02-02', total: 5000 }],
      false,
    ],
    [
      'breakfast at the first stay',
      'breakfast',
      [{ meal: 'half-board' }, { arrival: '2025-05-01', departure: '2025-05-02' }],
      true,
    ],
    [
      'breakfast at a later one',
      'breakfast',
      [{}, { arrival: '2025-05-01', departure: '2025-05-02', meal: 'breakfast' }],
      false,
    ],
    [
      'breakfast of a guest who does not come',
      'breakfast',
      [{ status: 'cancelled', meal: 'breakfast' }],
      null,
    ],
    [
      'one of two bookings cancelled',
      'cancels',
      [{}, { status: 'cancelled', cancelledOn: '2025-02-20' }],
      true,
    ],
    [
      'cancelled after the months',
      'cancels',
      [
        {
          arrival: '2026-06-01',
          departure: '2026-06-02',
          createdOn: '2025-12-01',
          status: 'cancelled',
          cancelledOn: '2026-03-01',
        },
      ],
      false,
    ],
    [
      'only a booking made before',
      'cancels',
      [{ createdOn: '2025-01-01', status: 'cancelled', cancelledOn: '2025-02-01' }],
      null,
    ],
    ['five nights', 'longStay', [{ arrival: '2025-03-01', departure: '2025-03-06' }], true],
    ['four nights', 'longStay', [{ arrival: '2025-03-01', departure: '2025-03-05' }], false],
    ['booked directly', 'direct', [{ channel: 'direct' }], true],
    ['booked by an agency', 'direct', [{ channel: 'agency' }], false],
  ])('%s: %s', (_what, target, after, answer) => {
    expect(answerOf(target, after)).toBe(answer)
  })

  test('guests left out of automated judgement are not in it', () => {
    const history = historyOf(1, [before])
    history.guests.excluded[0] = 1
    for (const target of treeTargets) {
      expect(outcomeOf(target, history, day, 1).places.length).toBe(0)
      expect(placesAsked(target, history, day).length).toBe(0)
    }
  })

  test('prospects are asked of nothing, guests who only cancelled of cancelling alone', () => {
    const history = historyOf(2, [{ ...before, guest: 2, status: 'cancelled', cancelledOn: '2024-05-01' }])
    expect(treeTargets.map((target) => placesAsked(target, history, day).length)).toEqual([0, 0, 0, 1, 0, 0])
  })

  test('asked is who has a stay among the facts of the day, of cancelling who has a booking', () => {
    const history = randomHistory(seededRandom(3), 60)
    const { place, numbers } = factsAsOf(history, day)
    for (const target of treeTargets) {
      const had = target === 'cancels' ? numbers.bookings : numbers.stays
      const asked = [...place].filter((_, row) => had[row]! > 0)
      expect(asked.length).toBeGreaterThan(20)
      expect([...placesAsked(target, history, day)]).toEqual(asked)
    }
  })

  test('high value is what the best fifth brought', () => {
    const written = Array.from({ length: 10 }, (_, at) => ({
      ...before,
      guest: at + 1,
      total: (at + 1) * 100,
    }))
    const cut = highValueCut(historyOf(11, written), day)
    expect(cut).toBe(900)
    expect(written.filter(({ total }) => total >= cut).length).toBe(2)
    expect(highValueCut(historyOf(1, []), day)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('what a model may learn from', () => {
  test('no calendar dates, nothing without a date, nothing protected', () => {
    const names = featureNames(false)
    for (const name of [
      'firstArrival',
      'lastArrival',
      'lastDeparture',
      'nationality',
      'gender',
      'language',
      'age',
    ])
      expect(names).not.toContain(name)
    expect(names).toContain('stays')
    expect(names).toContain('tier')
  })

  test('age where a manager allows it, never what has no date', () => {
    expect(featureNames(true).filter((name) => !featureNames(false).includes(name))).toEqual(['age'])
  })

  test('whatever happens later changes no feature', () => {
    const random = seededRandom(11)
    const history = randomHistory(random, 40)
    const shuffled = withLaterShuffled(history, random)
    const of = (one: History) => featureColumns(factsAsOf(one, day), true)
    expect(of(shuffled)).toEqual(of(history))
    expect(outcomeOf('comesBack12', shuffled, day, 1)).not.toEqual(outcomeOf('comesBack12', history, day, 1))
  })
})

function randomHistory(random: () => number, guests: number): History {
  const dateOf = (number: number) => new Date(number * 86_400_000).toISOString().slice(0, 10)
  const written = Array.from({ length: guests * 6 }, (): WrittenBooking => {
    const arrival = day - 700 + Math.floor(random() * 1400)
    const createdOn = arrival - Math.floor(random() * 60)
    const status = random() < 0.2 ? 'cancelled' : random() < 0.1 ? 'no-show' : 'checked-out'
    return {
      guest: 1 + Math.floor(random() * guests),
      arrival: dateOf(arrival),
      departure: dateOf(arrival + 1 + Math.floor(random() * 6)),
      createdOn: dateOf(createdOn),
      status,
      ...(status === 'cancelled' ? { cancelledOn: dateOf(arrival - Math.floor(random() * 20)) } : {}),
      total: Math.floor(random() * 900),
      meal: random() < 0.5 ? 'breakfast' : 'room-only',
      channel: random() < 0.5 ? 'direct' : 'agency',
    }
  })
  return historyOf(guests, written)
}

/** The same history in which what came after the day went otherwise: how bookings ended, when, and what the later ones were. */
function withLaterShuffled(history: History, random: () => number): History {
  const changed = structuredClone(history)
  const { bookings, guests } = changed
  const [cancelled, out, noShow] = (['cancelled', 'checked-out', 'no-show'] as const).map((status) =>
    bookingStatuses.indexOf(status),
  )
  for (let b = 0; b < bookings.arrival.length; b++) {
    if (bookings.createdOn[b]! > day) {
      bookings.total[b] = random() * 5000
      bookings.meal[b] = 0
      bookings.channel[b] = 0
      bookings.adults[b] = 4
      bookings.status[b] = random() < 0.5 ? out! : cancelled!
    } else if (bookings.arrival[b]! > day) {
      const wasCancelled = bookings.status[b] === cancelled && bookings.cancelledOn[b]! <= day
      if (wasCancelled) continue
      bookings.status[b] = [cancelled, out, noShow][Math.floor(random() * 3)]!
      bookings.cancelledOn[b] = bookings.status[b] === cancelled ? day + 1 : -1
    }
  }
  // What is on file now, without a date
  guests.nationality.fill(0)
  guests.gender.fill(0)
  guests.language.fill(0)
  return changed
}
