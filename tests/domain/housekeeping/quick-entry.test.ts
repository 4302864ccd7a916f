import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readQuickEntry } from '#shared/domain/housekeeping/quick-entry.ts'

const rooms = ['301', '303', '305', '307', '308', '309', '310', '312', '1001', '3A', 'B-1', '401c'].map(
  (number) => ({ number }),
)

/** `305 clean, 307 dirty`, and behind a bar what is wrong. */
function read(typed: string): string {
  const { entries, problems } = readQuickEntry(typed, rooms)
  const said = entries.map(({ room, state }) => `${room.number} ${state}`).join(', ')
  const wrong = problems.map(({ code, text }) => `${code}:${text}`).join(', ')
  return wrong ? `${said} | ${wrong}`.trim() : said
}

test.each([
  ['', ''],
  ['305 c', '305 clean'],
  ['305c', '305 clean'],
  ['305 C', '305 clean'],
  ['305 307 c', '305 clean, 307 clean'],
  ['305,307 c;309 d', '305 clean, 307 clean, 309 dirty'],
  ['305 c 307-312 d', '305 clean, 307 dirty, 308 dirty, 309 dirty, 310 dirty, 312 dirty'],
  ['307 - 309 p', '307 pickup, 308 pickup, 309 pickup'],
  ['307–309 i', '307 inspected, 308 inspected, 309 inspected'],
  ['305 干净 307到309 脏', '305 clean, 307 dirty, 308 dirty, 309 dirty'],
  ['３０５，３０７ ｃ', '305 clean, 307 clean'],
  ['305、307 已查', '305 inspected, 307 inspected'],
  ['305 dirty', '305 dirty'],
  // Rooms between, whatever ends the range; none of the thousands
  ['306-400 c', '307 clean, 308 clean, 309 clean, 310 clean, 312 clean'],
  ['31* d', '310 dirty, 312 dirty'],
  ['3a p', '3A pickup'],
  // Its own number, and no range from B to 1
  ['b-1 d', 'B-1 dirty'],
  // A room is called so, and is not 401 clean
  ['401c d', '401c dirty'],
  ['305 c 305 c', '305 clean'],
  ['999 c', '| room:999'],
  ['305 999 c', '305 clean | room:999'],
  ['312-307 d', '| room:312-307'],
  ['305', '| no-state:305'],
  ['305 c 307 308', '305 clean | no-state:307 308'],
  ['c', '| no-rooms:c'],
  ['305 c d', '305 clean | no-rooms:d'],
  ['305 c 305 d', '305 dirty | twice:305'],
  ['305 c oops', '305 clean | room:oops, no-state:oops'],
  ['*', '| room:*, no-state:*'],
])('%s → %s', (typed, said) => {
  expect(read(typed)).toBe(said)
})

test('whatever is typed, no room has two states and each is one of the hotel’s', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'305179*-c dpi,A') }), (typed) => {
      const { entries } = readQuickEntry(typed, rooms)
      expect(new Set(entries.map(({ room }) => room)).size).toBe(entries.length)
      expect(entries.every(({ room }) => rooms.includes(room))).toBe(true)
    }),
  )
})
