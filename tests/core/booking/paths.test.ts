import { expect, test } from 'vitest'
import { changeBooking } from '#core/booking/change.ts'
import { changeGuests } from '#core/booking/change-guests.ts'
import { bookingHandlers } from '#core/booking/handlers.ts'
import {
  type BookingChange,
  bookingChange,
  type ChangeCommand,
  commandOfChange,
} from '#shared/contract/booking.ts'
import { type InputOf, operations, type RefusalOf } from '#shared/contract/index.ts'
import type { BookingChangeKind, ChangeCode } from '#shared/domain/booking/change.ts'
import { difference } from '#shared/domain/change/change.ts'
import { isKey, operationWords } from '#shared/i18n/index.ts'
import { languages } from '#shared/i18n/language.ts'
import { type BookingHotel, eachBookingHotel } from './hotel.ts'
import * as steps from './steps.ts'

const kinds = bookingChange.options.map(({ shape }) => ({ kind: shape.kind.value, shape }))

test('every kind of change that is previewed has its command, and no command changes a booking otherwise', () => {
  expect(kinds.map(({ kind }) => kind)).toEqual(Object.keys(commandOfChange))
  const commands = Object.values(operations)
    .filter(
      ({ kind, name }) =>
        kind === 'command' &&
        name.startsWith('booking.') &&
        // One makes bookings; the other puts several of these changes together
        name !== 'booking.create' &&
        name !== 'booking.changeTogether',
    )
    .map(({ name }) => name)
  expect(commands.toSorted()).toEqual(Object.values(commandOfChange).toSorted())
})

test('every code that the planner may answer is named by a command', () => {
  const named = (code: ChangeCode): RefusalOf<ChangeCommand> => code
  expect(named('BOOKING_ENDED')).toBe('BOOKING_ENDED')
})

test.each(kinds)(
  '$kind: what is previewed is what its command takes, plans and can undo',
  ({ kind, shape }) => {
    const name = commandOfChange[kind]
    const command = operations[name]
    const { kind: _kind, ...fields } = shape
    const { id: _id, version: _version, kind: taken, reason: _reason, ...own } = command.input.shape
    expect(taken.parse(undefined)).toBe(kind)
    expect(Object.keys(own)).toEqual(Object.keys(fields))
    for (const [field, schema] of Object.entries(fields)) expect(own).toHaveProperty(field, schema)
    expect(command.undoable).toBe(true)
    // Who joins in the house is registered beside
    expect(bookingHandlers[name].run).toBe(name === 'booking.changeGuests' ? changeGuests.run : changeBooking)
  },
)

type Sample<K extends BookingChangeKind> = {
  /** What the booking has that the change is made of; else the hotel's plain one. */
  booked?: Partial<InputOf<'booking.create'>>
  before?: BookingChange
  /** Every field of the change, each with another value than the booking has. */
  change: Required<Omit<Extract<BookingChange, { kind: K }>, 'kind'>>
}

/** A change of each kind: a new kind gets preview, words and undo tested by its sample. */
async function samplesOf(t: BookingHotel): Promise<{ [K in BookingChangeKind]: Sample<K> }> {
  let accounts = 0
  const account = async (kind: 'agency' | 'company') =>
    (await t.must('account.save', { kind, code: `${kind}${accounts++}`, name: kind })).id
  const night = steps.date('2026-03-11')
  const span = { from: night, until: steps.date('2026-03-12') }
  return {
    dates: { change: { arrival: night, departure: steps.date('2026-03-14'), keepRates: true } },
    'room-type': {
      change: {
        roomTypeId: t.dlx,
        keepCharge: false,
        roomId: t.rooms['201'],
        from: night,
        until: undefined as never,
      },
    },
    room: { change: { roomId: t.rooms['101'], ...span } },
    rate: {
      change: {
        ratePlanId: t.breakfast,
        rates: [{ night, rateMinor: 1 }],
        agencyId: await account('agency'),
        companyId: await account('company'),
      },
    },
    guests: {
      booked: { roomTypeId: t.dlx },
      change: { guestId: t.anna, bookerId: t.zhang, companions: [t.li], adults: 2, children: 1, infants: 1 },
    },
    details: {
      change: {
        meal: 'half-board',
        segment: 'corporate',
        channel: 'telephone',
        guarantee: 'deposit',
        expectedTime: '15:30',
        holdUntil: '18:00',
        depositMinor: 30_000,
        depositDueOn: steps.date('2026-03-05'),
        agencyId: await account('agency'),
        companyId: await account('company'),
        comment: 'late',
      },
    },
    confirm: { booked: { status: 'enquiry' }, change: { status: 'waitlisted' } },
    cancel: { change: {} },
    reinstate: { before: { kind: 'cancel' }, change: {} },
  }
}
/** How a change is made or which nights it is of: nothing that the booking has afterwards. */
const noFacts = ['keepRates', 'keepCharge', 'from', 'until', 'rates']

const t = eachBookingHotel()

test.each(kinds)('$kind: is previewed, done, shown, worded and taken back whole', async ({ kind }) => {
  const { booked, before, change } = (await samplesOf(t))[kind]
  const what = { kind, ...change } as BookingChange
  const id = await t.book(booked)
  if (before) await steps.change(t, id, before)
  const first = await t.must('booking.get', { id })

  const { facts, nights } = await t.must('booking.previewChange', { id, change: what })
  const fields = facts.map(({ field }) => field)
  const named = Object.keys(change).filter((field) => !noFacts.includes(field))
  expect(fields, 'fields that the preview shows').toEqual(expect.arrayContaining(named))
  expect(fields.length + nights.filter((night) => night.change !== 'same').length).toBeGreaterThan(0)
  expect(
    fields.filter((field) => !isKey(`field.name.${field}`)),
    'fields of the preview without words',
  ).toEqual([])

  const after = await steps.change(t, id, what)
  const { version: _version, ...shown } = difference(first, after as typeof first)?.after ?? {}
  expect(Object.keys(shown).length, 'fields that booking.get shows otherwise').toBeGreaterThanOrEqual(
    Math.max(named.length, 1),
  )

  const [row] = (await t.must('booking.changes', { id, limit: 1 })).rows
  const operation = commandOfChange[kind]
  expect(row).toMatchObject({ operation, undoable: true })
  for (const language of languages) expect(operationWords(operation, language)).not.toBe(operation)
  await t.must('change.undo', { change: row?.command ?? 0 })
  expect(await t.must('booking.get', { id })).toEqual({ ...first, version: first.version + 2 })
})
