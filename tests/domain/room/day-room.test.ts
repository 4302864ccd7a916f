import { describe, expect, it } from 'vitest'
import { claimOn } from '#shared/domain/room/day-room.ts'
import type { BusinessDate } from '#shared/values/index.ts'

const today = '2026-03-02' as BusinessDate

/** `in 03-02`: in house until then; `due 03-04`: due in until then. */
function holder(text: string) {
  const [status, departure] = text.split(' ')
  return { text, inHouse: status === 'in', departure: `2026-${departure}` as BusinessDate }
}

describe('the room of a guest on the business date', () => {
  it.each([
    ['due 03-04', [], 'free', null],
    ['due 03-04', ['in 03-02'], 'occupied', 'in 03-02'],
    // Should have left yesterday, and hasn't
    ['due 03-04', ['in 03-01'], 'occupied', 'in 03-01'],
    ['due 03-04', ['in 03-03'], 'twice', 'in 03-03'],
    ['due 03-04', ['due 03-02'], 'twice', 'due 03-02'],
    // What is worse is said
    ['due 03-04', ['in 03-02', 'due 03-05'], 'twice', 'due 03-05'],
    ['in 03-02', ['due 03-04'], 'awaited', 'due 03-04'],
    ['in 03-01', ['due 03-04'], 'awaited', 'due 03-04'],
    ['in 03-05', ['due 03-04'], 'twice', 'due 03-04'],
    ['in 03-02', ['in 03-04'], 'twice', 'in 03-04'],
    ['in 03-02', ['due 03-04', 'in 03-04'], 'twice', 'in 03-04'],
  ])('%s beside %j is %s by %s', (own, others, claim, by) => {
    const found = claimOn(holder(own), others.map(holder), today)
    expect({ claim: found.claim, by: found.by?.text ?? null }).toEqual({ claim, by })
  })
})
