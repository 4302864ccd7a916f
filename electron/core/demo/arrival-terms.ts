/** When a guest of the demo hotel says to come, until when the room is held, and what deposit was asked for. */
import { lateStays } from './data/effects.ts'
import type { Random } from './data/random.ts'
import type { Stay, StayNight } from './stay.ts'

type Of = {
  guarantee: string
  made: number
  arrival: number
  nights: readonly StayNight[]
  /** Whether the guest is one who comes late. */
  late: boolean
}
type Terms = Pick<Stay, 'expectedTime' | 'holdUntil' | 'depositMinor' | 'depositDueOn'>

/** Half of who books ahead says when; a room without a guarantee is mostly held until six; a deposit is the first night. */
export function arrivalTerms(random: Random, { guarantee, made, arrival, nights, late }: Of): Terms {
  const isAhead = arrival > made
  const said = isAhead && random.chance(0.5) ? halfHour(random.between(26, 46)) : null
  const expectedTime = late && isAhead && random.chance(lateStays) ? halfHour(random.between(40, 46)) : said
  const isHeld = guarantee === 'none' && isAhead && random.chance(0.8)
  const isAsked = guarantee === 'deposit' && arrival - made > 2 && nights.length > 0
  const usual = random.of(['18:00', '18:00', '18:00', '16:00', '20:00'])
  // Who says to come later is waited for
  const isLater = expectedTime !== null && expectedTime >= usual
  return {
    expectedTime,
    holdUntil: isHeld ? (isLater ? '23:30' : usual) : null,
    depositMinor: isAsked ? (nights[0]?.rateMinor ?? null) : null,
    depositDueOn: isAsked ? Math.max(made + 1, arrival - random.between(2, 7)) : null,
  }
}

function halfHour(count: number): string {
  return `${String(Math.floor(count / 2)).padStart(2, '0')}:${count % 2 === 0 ? '00' : '30'}`
}
