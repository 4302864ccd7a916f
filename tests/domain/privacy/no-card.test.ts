import { getCountries, getExampleNumber } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { expect, test } from 'vitest'
import { residentIdCheck } from '#shared/domain/document/resident-id.ts'
import { findCardNumber } from '#shared/domain/privacy/card-number.ts'

/** A generator of numbers from 0 to 1 that is the same each time (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const random = randomFrom(7)
const below = (count: number) => Math.floor(random() * count)
const digits = (count: number) => Array.from({ length: count }, () => below(10)).join('')
const one = <T>(of: readonly T[]): T => of[below(of.length)] as T
const two = (number: number) => String(number).padStart(2, '0')

const provinces =
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  )
const mobiles = getCountries().flatMap((country) => getExampleNumber(country, examples) ?? [])

/** What hotels write down beside cards, as it is typed and exported. */
const kinds: Record<string, () => string> = {
  'a Chinese mobile': () => {
    const number = `1${one([3, 5, 7, 8, 9])}${digits(9)}`
    const [a, b, c] = [number.slice(0, 3), number.slice(3, 7), number.slice(7)]
    return one([number, `86${number}`, `+86 ${a} ${b} ${c}`, `0086-${a}-${b}-${c}`, `(86)${a}-${b}-${c}`])
  },
  'a telephone of any country': () => {
    const { number } = one(mobiles)
    const changed = number.slice(0, -5) + digits(5)
    return one([changed, changed.slice(1), `00${changed.slice(1)}`, `${changed} ext. ${digits(3)}`])
  },
  'two telephones': () => `0${below(999)}-${digits(8)} / 1${digits(10)}`,
  'a resident ID': () => {
    const birth = `${1930 + below(90)}${two(1 + below(12))}${two(1 + below(28))}`
    const body = `${one(provinces)}${digits(4)}${birth}${digits(3)}`
    return body + residentIdCheck(body)
  },
  'a membership number': () =>
    one([`KR${digits(8)}`, digits(9), digits(10), `M-${digits(6)}-${digits(4)}`, digits(12)]),
  'a confirmation number': () =>
    one([
      digits(10),
      `HM${digits(8)}`,
      `${20 + below(7)}${two(1 + below(12))}${two(1 + below(28))}-${digits(5)}`,
      `RES-2026-${digits(6)}`,
      digits(11),
    ]),
  'dates and amounts': () =>
    `2026-0${1 + below(9)}-${two(1 + below(28))} 14:0${below(10)}, ${digits(3)}.${digits(2)}, ${digits(1)},${digits(3)}.00`,
}

test.each(Object.entries(kinds))('%s is taken for a card at most once in a thousand', (_kind, write) => {
  const alarms = new Set<string>()
  for (let index = 0; index < 15_000; index++) {
    const text = write()
    if (findCardNumber(text)) alarms.add(text)
  }
  expect(alarms.size, [...alarms].slice(0, 5).join(' | ')).toBeLessThanOrEqual(15)
})
