import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BookingImage } from '#shared/domain/booking/booking.ts'
import { noArrivalTerms } from '#shared/domain/booking/hold.ts'
import { type Merge, mergeBooking } from '#shared/domain/import/merge-booking.ts'
import {
  type ImportedBooking,
  type ImportField,
  importFields,
  unnamedGuest,
} from '#shared/domain/import/row.ts'
import { matchRows, recordOf, type SourceRecord, saysTheSame } from '#shared/domain/import/source-record.ts'
import { type BusinessDate, nightsBetween, nightsOf } from '#shared/values/index.ts'

const digest = (text: string) => `#${text}`
const all: ReadonlySet<ImportField> = new Set(importFields)
const day = (text: string) => text as BusinessDate
const types = ['DBL', 'KING', 'TWIN']
const rooms = ['101', '102']

function said(over: Partial<ImportedBooking> = {}): ImportedBooking {
  const arrival = over.arrival ?? day('2026-03-20')
  const departure = over.departure ?? day('2026-03-22')
  const roomType = over.roomType ?? 'DBL'
  return {
    status: 'confirmed',
    arrival,
    departure,
    rates: nightsOf(arrival, departure).map(() => 30_000),
    roomType,
    bookedRoomType: roomType,
    chargedRoomType: roomType,
    room: '',
    ratePlan: '',
    adults: 2,
    children: 0,
    infants: 0,
    meal: 'BB',
    segment: 'undefined',
    channel: 'undefined',
    guarantee: 'none',
    ...noArrivalTerms,
    agency: '',
    company: '',
    createdOn: day('2026-03-01'),
    cancelledOn: null,
    comment: '',
    source: { confirmationNo: 'R1' },
    guest: { ...unnamedGuest, familyName: 'Lee', givenName: 'Ann' },
    booker: null,
    ...over,
  }
}

/** The booking as an import writes it. */
function imageOf(booking: ImportedBooking, guestId = 1): BookingImage {
  const typeId = (types.indexOf(booking.roomType) + 1) as never
  const nights = nightsOf(booking.arrival, booking.departure).map((night, at) => [
    night,
    { roomTypeId: typeId, roomId: roomId(booking.room), rateMinor: booking.rates[at] as number },
  ])
  return {
    confirmationNo: '10000001',
    status: booking.status,
    arrival: booking.arrival,
    departure: booking.departure,
    guestId: guestId as never,
    bookerId: null,
    agencyId: accountId(booking.agency),
    companyId: accountId(booking.company),
    roomTypeId: typeId,
    chargedRoomTypeId: typeId,
    ratePlanId: null,
    adults: booking.adults,
    children: booking.children,
    infants: booking.infants,
    meal: booking.meal,
    segment: booking.segment,
    channel: booking.channel,
    guarantee: booking.guarantee,
    ...noArrivalTerms,
    comment: booking.comment,
    createdOn: booking.createdOn,
    cancelledOn: booking.cancelledOn,
    cancelReason: null,
    source: { line: 2, ...booking.source },
    importBatchId: 1 as never,
    nights: Object.fromEntries(nights),
    companions: {},
  }
}

const roomId = (words: string) => (words === '' ? null : ((rooms.indexOf(words) + 1) as never))
const accountId = (words: string) => (words === '' ? null : (words.length as never))

function merge(mine: BookingImage, base: ImportedBooking, now: ImportedBooking, over: Partial<Merge> = {}) {
  return mergeBooking({
    mine,
    base: { ...recordOf(base, all, digest), guestId: 1 },
    now: recordOf(now, all, digest),
    booking: now,
    isTouched: true,
    codes: {
      knownType: (words) => (types.includes(words) ? ((types.indexOf(words) + 1) as never) : null),
      makeType: (words) => (types.indexOf(words) + 1) as never,
      knownAccount: (_kind, words) => accountId(words),
      makeAccount: (_kind, words) => accountId(words),
      plan: () => null,
      room: (words) => (rooms.includes(words) ? roomId(words) : null),
    },
    digest,
    guest: () => 7 as never,
    ...over,
  })
}

const anyDay = fc.integer({ min: 10, max: 24 }).map((date) => `2026-03-${date}`)
const anySaid = fc
  .record({
    from: anyDay,
    nights: fc.integer({ min: 0, max: 4 }),
    roomType: fc.constantFrom(...types),
    room: fc.constantFrom('', ...rooms),
    rate: fc.constantFrom(10_000, 20_000),
    status: fc.constantFrom('confirmed' as const, 'cancelled' as const),
    adults: fc.integer({ min: 1, max: 3 }),
    comment: fc.constantFrom('', 'late'),
    company: fc.constantFrom('', 'Acme', 'Globe Ltd'),
  })
  .map(({ from, nights, rate, ...rest }) => {
    const arrival = day(from)
    const departure = day(`2026-03-${Number(from.slice(8)) + nights}`)
    return said({ ...rest, arrival, departure, rates: Array.from({ length: nights }, () => rate) })
  })

/** Without what the file does not decide of a booking that is on file: which line it came from. */
const comparable = (image: BookingImage) => ({ ...image, source: null })

describe('a later export over a booking on file', () => {
  test('that nobody here touched, it becomes what the export says', () => {
    fc.assert(
      fc.property(anySaid, anySaid, (base, now) => {
        const { next, kept } = merge(imageOf(base), base, now)
        expect(kept).toEqual([])
        const expected = comparable(imageOf(now))
        // A room that the export takes away, or a new night without one, is where the booking had a room before.
        expect({ ...comparable(next), nights: {} }).toEqual({ ...expected, nights: {} })
        for (const [night, part] of Object.entries(expected.nights)) {
          const { roomId: room, ...rest } = next.nights[night] as typeof part
          expect(rest).toEqual({ roomTypeId: part.roomTypeId, rateMinor: part.rateMinor })
          if (part.roomId !== null) expect(room).toBe(part.roomId)
        }
        expect(Object.keys(next.nights)).toHaveLength(nightsBetween(next.arrival, next.departure))
      }),
    )
  })

  test('that says what it said before changes nothing, whatever a desk did', () => {
    fc.assert(
      fc.property(anySaid, anySaid, (base, desk) => {
        const mine = { ...imageOf(desk, 9), source: { line: 2, confirmationNo: 'R1' } }
        expect(comparable(merge(mine, base, base).next)).toEqual(comparable(mine))
      }),
    )
  })

  test('keeps every field that a desk changed, and takes every other', () => {
    fc.assert(
      fc.property(anySaid, anySaid, (base, now) => {
        const mine = { ...imageOf(base), adults: 9, comment: 'by a desk', status: 'in-house' as const }
        const { next, kept } = merge(mine, base, now)
        expect(next).toMatchObject({ adults: 9, comment: 'by a desk', status: 'in-house' })
        expect(kept).toEqual(expect.arrayContaining(['adults', 'note', 'status']))
        expect(next.roomTypeId).toBe(imageOf(now).roomTypeId)
      }),
    )
  })

  test('a check-in done here is not undone by an older export', () => {
    const base = said()
    const mine = { ...imageOf(base), status: 'in-house' as const }
    const { next, kept } = merge(mine, base, said())
    expect(next.status).toBe('in-house')
    expect(kept).toEqual(['status'])
  })

  test('a rate that a desk set on one night stays on that night', () => {
    const base = said({ departure: day('2026-03-23') })
    const mine = imageOf(base)
    mine.nights['2026-03-21'] = { ...(mine.nights['2026-03-21'] as never as object), rateMinor: 1 } as never
    const now = said({ departure: day('2026-03-23'), rates: [40_000, 40_000, 40_000] })
    const { next, kept } = merge(mine, base, now)
    expect(Object.values(next.nights).map(({ rateMinor }) => rateMinor)).toEqual([40_000, 1, 40_000])
    expect(kept).toEqual(['rate'])
  })
})

describe('what stays with the booking', () => {
  test('the room that a desk gave goes along with a longer stay, and contradicts no export without rooms', () => {
    const base = said()
    const mine = imageOf({ ...base, room: '101' })
    const { next, kept } = merge(mine, base, said({ departure: day('2026-03-24') }))
    expect(Object.values(next.nights).map(({ roomId: room }) => room)).toEqual([1, 1, 1, 1])
    expect(kept).toEqual([])
    expect(merge(mine, said({ room: '102' }), said({ room: '102', adults: 1 })).kept).toEqual([])
    expect(merge(mine, said({ room: '102' }), said({ room: '102' })).next.nights).toEqual(mine.nights)
  })

  test('dates that would cross stay as they are', () => {
    const base = said({ arrival: day('2026-03-20'), departure: day('2026-03-22') })
    const mine = imageOf(said({ arrival: day('2026-03-10'), departure: day('2026-03-22') }))
    const { next, kept } = merge(
      mine,
      base,
      said({ arrival: day('2026-03-05'), departure: day('2026-03-08') }),
    )
    expect(next).toMatchObject({ arrival: '2026-03-10', departure: '2026-03-22' })
    expect(kept).toEqual(expect.arrayContaining(['arrival', 'departure']))
  })

  test('another guest is another guest, unless a desk named somebody else', () => {
    const now = said({ guest: { ...unnamedGuest, familyName: 'Kim', givenName: 'Bo' } })
    expect(merge(imageOf(said()), said(), now).next.guestId).toBe(7)
    const kept = merge(imageOf(said(), 5), said(), now)
    expect([kept.next.guestId, kept.kept]).toEqual([5, ['nativeName']])
    // Case, marks and order of spaces are no other name.
    const alike = said({ guest: { ...unnamedGuest, familyName: ' LÉE', givenName: 'ann' } })
    expect(merge(imageOf(said()), said(), alike).next.guestId).toBe(1)
  })

  test('a column that the export has for the first time fills what nobody touched', () => {
    const base = said()
    const { adults: _, ...record } = recordOf(base, all, digest)
    const now = said({ adults: 1 })
    const input = { base: { ...record, guestId: 1 } }
    expect(merge(imageOf(base), base, now, { ...input, isTouched: false }).next.adults).toBe(1)
    expect(merge(imageOf(base), base, now, { ...input, isTouched: true })).toMatchObject({
      next: { adults: 2 },
      kept: ['adults'],
    })
  })

  test('a booking that comes back is not cancelled any more', () => {
    const base = said({ status: 'cancelled', cancelledOn: day('2026-03-05') })
    const { next } = merge(imageOf(base), base, said())
    expect(next).toMatchObject({ status: 'confirmed', cancelledOn: null })
  })
})

describe('which row means which booking', () => {
  const record = (over: Partial<ImportedBooking>) => ({ record: recordOf(said(over), all, digest) })
  const guest = (familyName: string) => ({ ...unnamedGuest, familyName })

  test('the pair that agrees most goes first', () => {
    const [dbl, twin] = [record({ roomType: 'DBL' }), record({ roomType: 'TWIN' })]
    const [king, same] = [record({ roomType: 'KING' }), record({ roomType: 'DBL' })]
    const pairs = matchRows([king, same], [dbl, twin])
    expect([pairs.get(king), pairs.get(same)]).toEqual([twin, dbl])
  })

  test('the same guest, or the same arrival and type: the number alone is not enough', () => {
    const onFile = record({})
    const means = (over: Partial<ImportedBooking>) => matchRows([record(over)], [onFile]).size === 1
    expect(means({ arrival: day('2026-05-01'), departure: day('2026-05-02'), roomType: 'KING' })).toBe(true)
    expect(means({ guest: guest('Kim') })).toBe(true)
    expect(means({ guest: guest('Kim'), roomType: 'KING' })).toBe(false)
    expect(means({ guest: guest('Kim'), arrival: day('2026-03-19') })).toBe(false)
    expect(means({ guest: { ...guest('Kim'), phone: '+8613800138001' }, roomType: 'KING' })).toBe(false)
  })

  test('under a number that many share, the guest must come on the same day', () => {
    const many = Array.from({ length: 41 }, (_, at) => record({ guest: guest(`G${at}`) }))
    const later = record({ guest: guest('G7'), arrival: day('2026-05-01'), departure: day('2026-05-02') })
    const same = record({ guest: guest('G8'), roomType: 'KING' })
    expect(matchRows([later, same], many)).toEqual(new Map([[same, many[8]]]))
  })

  test('every booking is one row’s, and every row one booking’s', () => {
    fc.assert(
      fc.property(
        fc.array(anySaid, { maxLength: 6 }),
        fc.array(anySaid, { maxLength: 6 }),
        (rows, onFile) => {
          const of = (list: ImportedBooking[]) => list.map((one) => ({ record: recordOf(one, all, digest) }))
          const pairs = matchRows(of(rows), of(onFile))
          expect(new Set(pairs.values()).size).toBe(pairs.size)
          expect(pairs.size).toBe(Math.min(rows.length, onFile.length))
        },
      ),
    )
  })
})

test('a record has what the file has columns for, and names nobody', () => {
  const booking = said({
    comment: 'allergic',
    guest: { ...unnamedGuest, familyName: 'Lee', phone: '+861380' },
  })
  const few: SourceRecord = recordOf(booking, new Set(['arrival', 'nights', 'total'] as const), digest)
  expect(few).toEqual({ arrival: '2026-03-20', departure: '2026-03-22', rates: [30_000, 30_000] })
  const hidden = JSON.stringify(recordOf(booking, all, () => 'x'))
  for (const word of ['Lee', '1380', 'allergic']) expect(hidden).not.toContain(word)
  expect(saysTheSame(recordOf(booking, all, digest), few)).toBe(true)
  expect(saysTheSame(few, recordOf(booking, all, digest))).toBe(false)
})
