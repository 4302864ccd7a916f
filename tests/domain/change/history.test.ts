import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { difference, type Image, samePlain } from '#shared/domain/change/change.ts'
import {
  beforeLog,
  forever,
  historyOf,
  type LoggedChange,
  versionsOf,
} from '#shared/domain/change/history.ts'

/** What has its creation in the log and nothing erased needs no tables: these have nothing. */
const nothingNow = () => null

const image: fc.Arbitrary<Image> = fc.record({
  status: fc.constantFrom('confirmed', 'cancelled'),
  name: fc.constantFrom('', 'Ann', 'Bo'),
  nights: fc.dictionary(
    fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-04'),
    fc.record({ rate: fc.integer({ min: 1, max: 3 }) }),
  ),
})
/** What a thing was one time after another; null while it is not there. */
const lives = fc.array(fc.option(image, { freq: 4 }), { minLength: 1, maxLength: 8 })

/** The log of such a life: a row where something differs. */
function logOf(life: readonly (Image | null)[]): LoggedChange[] {
  let before: Image | null = null
  return life.flatMap((after, index) => {
    const change = difference(before, after)
    before = after
    return change ? [{ ...change, seq: (index + 1) * 10 }] : []
  })
}

const nightsOf = ({ nights }: Image) =>
  new Map(
    Object.entries(nights as Record<string, { rate: number }>).map(([night, { rate }]) => [night, [rate]]),
  )

describe('the history of a thing', () => {
  test('is what it was after each change', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const history = historyOf(logOf(life), nothingNow)
        for (const [index, then] of life.entries()) {
          const last = history.findLast(({ seq }) => seq <= (index + 1) * 10)
          expect(samePlain(last?.image ?? null, then)).toBe(true)
        }
      }),
    )
  })

  test('of which the log has no creation begins with what is now and all changes taken back', () => {
    fc.assert(
      fc.property(image, lives, (first, life) => {
        const whole = logOf([first, ...life])
        const [, ...later] = whole
        const now = life.at(-1) ?? null
        const history = historyOf(later, () => now)
        expect(history[0]?.seq).toBe(later.length === 0 && now === null ? undefined : beforeLog)
        if (later.length > 0) expect(samePlain(history[0]?.image ?? null, first)).toBe(true)
      }),
    )
  })

  test('of which something was erased ends with what the tables have', () => {
    const changes: LoggedChange[] = [
      { seq: 1, before: null, after: { status: 'confirmed' }, erased: true },
      { seq: 2, before: { status: 'confirmed' }, after: { status: 'cancelled' } },
    ]
    const now = { status: 'cancelled', name: '' }
    expect(historyOf(changes, () => now)).toEqual([
      { seq: 1, image: { status: 'confirmed' } },
      { seq: 2, image: now },
    ])
  })
})

describe('the versions of its parts', () => {
  test('say at every change what the parts were, and meet without a gap', () => {
    fc.assert(
      fc.property(lives, (life) => {
        const history = historyOf(logOf(life), nothingNow).map(({ seq, image: then }) => ({
          seq,
          parts: then ? nightsOf(then) : new Map<string, number[]>(),
        }))
        const versions = versionsOf(history)
        for (const { seq, parts } of history) {
          const then = versions.filter(({ from, to }) => from <= seq && to > seq)
          expect(new Map(then.map(({ key, values }) => [key, values]))).toEqual(parts)
        }
        expect(versions.every(({ from, to }) => from < to)).toBe(true)
      }),
    )
  })

  test('are one where a change is of something else', () => {
    const nights = { '2026-03-02': { rate: 5 } }
    const history = [
      { seq: 1, parts: nightsOf({ nights, name: 'Ann' }) },
      { seq: 4, parts: nightsOf({ nights, name: 'Bo' }) },
    ]
    expect(versionsOf(history)).toEqual([{ key: '2026-03-02', from: 1, to: forever, values: [5] }])
  })
})
