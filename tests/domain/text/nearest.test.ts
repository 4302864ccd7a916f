import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearest, nearestWords } from '#shared/domain/text/nearest.ts'

const words = ['arrival', 'departure', 'room', 'rate', 'guest-name']

test.each<[string, string | null]>([
  ['arrival', 'arrival'],
  ['ARRIVAL', 'arrival'],
  // One slip of each kind: left out, added, changed, swapped with its neighbour.
  ['arival', 'arrival'],
  ['arrrival', 'arrival'],
  ['arrivel', 'arrival'],
  ['arrivla', 'arrival'],
  ['rrival', 'arrival'],
  ['xarrival', 'arrival'],
  ['raarival', 'arrival'],
  // A third of the letters may be wrong, in a short word one.
  ['arxxval', 'arrival'],
  ['axxxval', null],
  ['rom', 'room'],
  ['raet', 'rate'],
  ['rxxm', null],
  ['orom', 'room'],
  ['omor', null],
  // Half a swap is none, and one beside another slip is the second slip.
  ['raxt', null],
  ['raex', null],
  ['xomo', null],
  ['xxxarrival', null],
  // The beginning of one word alone.
  ['depa', 'departure'],
  ['gu', 'guest-name'],
  ['Gu', 'guest-name'],
  ['ro', 'room'],
  ['r', null],
  ['d', null],
  ['', null],
  ['zz', null],
])('%j means %s', (given, word) => {
  expect(nearest(given, words)).toBe(word)
})

test('two words that begin so leave it open', () => {
  expect(nearest('de', ['deposit', 'departure'])).toBeNull()
  expect(nearest('dep', ['deposit', 'departure', 'arrival'])).toBeNull()
  expect(nearest('depo', ['deposit', 'departure'])).toBe('deposit')
})

test('of two words that are near, the nearer one; nothing where nothing is known', () => {
  expect(nearest('rate', ['rated', 'rate'])).toBe('rate')
  expect(nearest('Rates', ['RATE', 'DATES'])).toBe('RATE')
  expect(nearest('ab', [])).toBeNull()
})

test('a word of one or two letters bears one slip', () => {
  expect(nearest('on', ['in'])).toBe('in')
  expect(nearest('ox', ['in'])).toBeNull()
})

test('swapping two neighbours or leaving out a letter of a word is always seen', () => {
  fc.assert(
    fc.property(fc.constantFrom(...words), fc.nat(20), fc.boolean(), (word, place, swap) => {
      const at = place % (word.length - 1)
      const slip = swap
        ? `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`
        : word.slice(0, at) + word.slice(at + 1)
      expect(nearest(slip, words)).toBe(word)
    }),
  )
})

test.each<[string, readonly string[], readonly string[]]>([
  // Near in length and letters: not within a word, nor a third of it wrong
  ['done', ['indonesia', 'on'], []],
  ['gained', ['guinea'], []],
  ['rgi', ['georgia', 'argentina'], []],
  ['gap', ['singapore', 'map', 'cap'], []],
  ['declined', ['dec', 'decline'], ['decline']],
  ['chanel', ['changes', 'channel'], ['channel']],
  ['canceltion', ['cancellation', 'cancel'], ['cancellation']],
  ['germny', ['germany', 'guernsey'], ['germany']],
  // Its beginning, a phrase with such a word, a word within what was typed
  ['revenu', ['room revenue', 'revenue'], ['revenue', 'room revenue']],
  ['lst', ['last week', 'lost nights', 'list price'], ['last week', 'list price', 'lost nights']],
  ['royal suite', ['suite', 'sui'], ['suite']],
  ['chanels', ['channel'], ['channel']],
  // Chinese: the whole of it before one of two characters
  ['套餐', ['套房', '周末套餐'], ['周末套餐', '套房']],
  ['行政', ['中国香港特别行政区'], []],
  ['入注率', ['入住率', '出租率'], ['入住率']],
  ['渠到', ['渠道', '天气'], ['渠道']],
  ['x', ['x'], []],
])('%j may be meant for %j: %j', (given, known, near) => {
  const words = known.map((word) => ({ word, folded: word }))
  expect(nearestWords(given, words, 3)).toEqual(near)
})
