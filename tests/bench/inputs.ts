/** What the benchmark asks for: typed as clerks type, about guests and bookings drawn evenly from the store. */

import { randomOf } from '#core/demo/data/random.ts'
import type { RawDatabase } from '#db/dialect/sqlite/connection.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'

const SEED = 20_260_302

type Person = { id: number; native_name: string; family_name: string; given_name: string }

/** Every text that is in the search box while somebody types: one entry a key, or a character committed by an input method. */
export function keystrokes(raw: RawDatabase, people: number): string[] {
  const random = randomOf(SEED, 1)
  const person = raw.prepare('select id, native_name, family_name, given_name from guests where id = ?')
  const contact = raw.prepare('select value from guest_contacts where guest_id = ? and kind = ?').pluck()
  const document = raw.prepare('select number from guest_documents where guest_id = ?').pluck()
  const membership = raw.prepare('select number from memberships where guest_id = ?').pluck()
  const booking = raw.prepare('select confirmation_no from bookings where guest_id = ?').pluck()
  const rooms = raw.prepare('select number from rooms').pluck().all() as string[]
  const last = raw.prepare('select max(id) from guests').pluck().get() as number
  const typed: string[] = []
  const type = (text: string, least = 1) => {
    const letters = [...text]
    for (let i = least; i <= letters.length; i++) typed.push(letters.slice(0, i).join('').trim())
  }
  for (let i = 0; i < people; i++) {
    const one = person.get(1 + random.below(last)) as Person
    const family = one.family_name.toLowerCase()
    const given = one.given_name.toLowerCase()
    const ways: (() => void)[] = [
      () => type(one.native_name || `${given} ${family}`),
      () => type(family + given),
      () => type(`${family} ${given}`),
      () => type(`${given} ${family}`),
      () => type(family.charAt(0) + given.charAt(0) + (given.charAt(3) || '')),
      () => type(((contact.get(one.id, 'mobile') as string) ?? '').slice(-4)),
      () => type(((contact.get(one.id, 'mobile') as string) ?? '').replace('+86', '')),
      () => type((contact.get(one.id, 'email') as string) ?? ''),
      () => type((document.get(one.id) as string) ?? ''),
      () => type((membership.get(one.id) as string) ?? ''),
      () => type((booking.get(one.id) as string) ?? ''),
      () => type(random.of(rooms)),
      () => typed.push(one.native_name, `${family}${given}`),
      () => type('xqzw'),
      // Two letters swapped, a sound heard wrong, a telephone's last six.
      () => type(swapped(family + given)),
      () => type(`${family} ${given}`.replace(/(?<=[aei])n(g?)$/, (_, g) => (g ? 'n' : 'ng'))),
      () => type(((contact.get(one.id, 'mobile') as string) ?? '').slice(-6), 3),
    ]
    const way = ways[i % ways.length] as () => void
    way()
  }
  return typed.filter((text) => text !== '')
}

function swapped(word: string): string {
  const at = Math.floor(word.length / 2)
  return word.slice(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.slice(at + 1)
}

/** Guests who have come fifty times or more; where there are none, those who have come most. */
export function busyGuests(raw: RawDatabase, count: number): number[] {
  const ids = raw
    .prepare('select guest_id from bookings group by guest_id having count(*) >= 50 order by guest_id')
    .pluck()
    .all() as number[]
  if (ids.length >= 20) return drawn(2, ids, count)
  return raw
    .prepare('select guest_id from bookings group by guest_id order by count(*) desc, guest_id limit ?')
    .pluck()
    .all(count) as number[]
}

export function anyGuests(raw: RawDatabase, count: number): number[] {
  const random = randomOf(SEED, 3)
  const last = raw.prepare('select max(id) from guests').pluck().get() as number
  return Array.from({ length: count }, () => 1 + random.below(last))
}

export function anyBookings(raw: RawDatabase, count: number): number[] {
  const random = randomOf(SEED, 4)
  const last = raw.prepare('select max(id) from bookings').pluck().get() as number
  // Of a store that was taken together from several, numbers are missing
  const near = raw.prepare('select min(id) from bookings where id >= ?').pluck()
  return Array.from({ length: count }, () => near.get(1 + random.below(last)) as number)
}

export function anySequences(raw: RawDatabase, count: number): number[] {
  const random = randomOf(SEED, 5)
  const last = raw.prepare('select max(seq) from changes').pluck().get() as number
  return Array.from({ length: count }, () => last - Math.floor(last * random.next() ** 3))
}

export type Dates = { arrival: BusinessDate; departure: BusinessDate }

/** Stays to come, of a few nights. */
export function futureDates(today: BusinessDate, count: number): Dates[] {
  const random = randomOf(SEED, 6)
  return Array.from({ length: count }, () => {
    const arrival = addDays(today, random.between(0, 120))
    return { arrival, departure: addDays(arrival, random.between(1, 7)) }
  })
}

function drawn<T>(stream: number, from: readonly T[], count: number): T[] {
  const random = randomOf(SEED, stream)
  return Array.from({ length: Math.min(count, from.length * 3) }, () => random.of(from))
}
