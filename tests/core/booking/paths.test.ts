import { expect, test } from 'vitest'
import { changeBooking } from '#core/booking/change.ts'
import { bookingHandlers } from '#core/booking/handlers.ts'
import { bookingChange, commandOfChange } from '#shared/contract/booking.ts'
import { operations } from '#shared/contract/index.ts'

const kinds = bookingChange.options.map(({ shape }) => ({ kind: shape.kind.value, shape }))

test('every kind of change that is previewed has its command, and no command changes a booking otherwise', () => {
  expect(kinds.map(({ kind }) => kind)).toEqual(Object.keys(commandOfChange))
  const commands = Object.values(operations)
    .filter(
      ({ kind, name }) => kind === 'command' && name.startsWith('booking.') && name !== 'booking.create',
    )
    .map(({ name }) => name)
  expect(commands).toEqual(Object.values(commandOfChange))
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
    expect(bookingHandlers[name].run).toBe(changeBooking)
  },
)
