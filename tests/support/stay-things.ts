import type { OpenDesk } from '#core/compose.ts'
import { usualCloseSettings } from '#shared/domain/audit/settings.ts'
import { usualSettings } from '#shared/domain/housekeeping/settings.ts'
import { usualTerms } from '#shared/domain/stay/terms.ts'

type Row = { id: number; guestId: number }

/**
 * Makes one of everything that stays bring, by the commands of the desk: a role, a note of a shift, what is registered of a
 * guest and a minor, what the house keeps, rules of the hotel, and a close that began.
 */
export async function makeStayThings(desk: OpenDesk): Promise<void> {
  const done = async <T>(operation: string, input: object): Promise<T> => {
    const reply = await desk.call(operation, input)
    if (!reply.ok) throw new Error(`${operation}: ${JSON.stringify(reply)}`)
    return reply.output as T
  }
  const { businessDate: today } = await done<{ businessDate: string }>('hotel.state', {})
  await done('access.saveRole', { name: 'Porter', rights: ['house'] })
  await done('today.addNote', { text: 'The lift is stuck on floor 3.' })
  await done('housekeeping.saveSettings', { ...usualSettings, linenEvery: 2, version: 0 })
  await done('registration.saveSettings', { columns: [], confirmAfterDays: 90, version: 0 })
  await done('device.saveDesk', { version: 0, reader: 'desk/reader', encoder: '', printer: '' })
  await done('stay.saveSettings', { ...usualTerms, departBy: '11:00', version: 0 })
  await done('audit.saveSettings', { ...usualCloseSettings, earliest: null, version: 0 })
  await admit(done, today)
  await bookHours(done, today)
  await settle(done, today)
  await done('audit.begin', { from: today })
}

type Do = <T>(operation: string, input: object) => Promise<T>

/** Somebody books some hours in a room. */
async function bookHours(done: Do, today: string): Promise<void> {
  const { rows } = await done<{ rows: Row[] }>('booking.list', { view: 'in-house', limit: 50 })
  const stay = { arrival: today, departure: today }
  const hours = { from: '13:00', to: '13:30' }
  const [room] = await done<{ id: number; roomTypeId: number }[]>('room.free', { ...stay, hours })
  const [plan] = await done<{ id: number }[]>('rate.list', {})
  if (!room || !plan) throw new Error('no room is free for some hours')
  await done('booking.create', {
    ...stay,
    guestId: rows[0]?.guestId,
    roomTypeId: room.roomTypeId,
    roomId: room.id,
    ratePlanId: plan.id,
    dayUse: hours,
    status: 'confirmed',
  })
}

/** A family comes: the child has a sheet, and the house has something of each kind for them. */
async function admit(done: Do, today: string): Promise<void> {
  const { rows } = await done<{ rows: Row[] }>('booking.list', { view: 'in-house', limit: 50 })
  const [host] = rows
  if (!host) throw new Error('nobody is in house')
  const child = await done<Row>('guest.create', {
    familyName: 'Vale',
    givenName: 'Tim',
    birthDate: '2016-05-01',
  })
  const { version } = await done<{ version: number }>('booking.get', { id: host.id })
  await done('booking.changeGuests', { id: host.id, version, companions: [child.id], adults: 1, children: 1 })
  const bookingId = host.id
  const { persons } = await done<{ persons: { guestId: number; detailsVersion: number }[] }>(
    'registration.persons',
    {
      bookingId,
    },
  )
  await done('registration.saveDetails', {
    guestId: host.guestId,
    version: persons.find(({ guestId }) => guestId === host.guestId)?.detailsVersion ?? 0,
    visaKind: 'L',
    visaNumber: 'V1',
    visaUntil: '2026-12-01',
    entryOn: today,
    entryPort: 'Shanghai',
  })
  await done('registration.record', { bookingId })
  await done('registration.saveMinor', {
    bookingId,
    guestId: child.id,
    version: 0,
    guardianName: 'Ann Vale',
    guardianPhone: '13800138000',
  })
  const room = await done<{ roomNumber: string }>('stay.get', { id: bookingId })
  await done('registration.noteVisitor', {
    name: 'Ann Vale',
    documentKind: 'passport',
    documentNumber: 'P1234567',
    roomNumber: room.roomNumber,
  })
  await done('house.addTrace', { bookingId, department: 'concierge', from: today, text: 'Taxi' })
  await done('house.addMessage', { bookingId, text: 'Call home' })
  await done('house.addWakeCall', { bookingId, callAt: '23:50', from: today })
  await done('house.addParcel', { bookingId, keptIn: 'Safe 2' })
  await done('house.addFoundItem', { what: 'Scarf', keptIn: 'Desk', foundAt: 'Bar' })
  await done('house.giveKeys', { bookingId, keys: 1 })
  await done('house.addLuggage', { bookingId, keptIn: 'Rack 4' })
}

/** Arrivals and departures of the day are out of the way of the close. */
async function settle(done: Do, today: string): Promise<void> {
  const of = async (view: string) => {
    const { rows } = await done<{ rows: Row[] }>('booking.list', { view, date: today, limit: 200 })
    const bookings: { id: number; version: number }[] = []
    for (const { id } of rows)
      bookings.push({ id, version: (await done<{ version: number }>('booking.get', { id })).version })
    return bookings
  }
  const awaited = await of('due-in')
  if (awaited.length > 0)
    await done('audit.noShow', { bookings: awaited, fee: 'none', reason: 'Nobody came' })
  const leaving = await of('due-out')
  if (leaving.length > 0) await done('audit.extendStays', { bookings: leaving, reason: 'Stays on' })
}
