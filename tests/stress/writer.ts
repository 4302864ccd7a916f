/**
 * A desk that writes without rest until it is killed. Argument: the store and a number to draw from. Before each
 * command it says what it is about to do, after the reply what the reply was: one JSON line each, written at once.
 */
import { writeSync } from 'node:fs'
import { compose } from '#core/compose.ts'
import { type Random, randomOf } from '#core/demo/data/random.ts'
import { addDays, type BusinessDate } from '#shared/values/index.ts'
import { stressHotel } from './hotel.ts'

const [file = '', seed = '1'] = process.argv.slice(2)
const random = randomOf(Number(seed))
const say = (line: object) => writeSync(1, `${JSON.stringify(line)}\n`)

const app = await compose({
  file,
  mode: 'existing',
  log: { defect: (_incident, error) => say({ defect: String(error) }), info: () => undefined },
})
if ('trouble' in app) {
  say({ trouble: app.trouble })
  process.exit(2)
}
const desk = app.desk({
  workstation: 'STRESS',
  language: 'en',
  user: { id: null, login: 'cli:stress', name: 'stress', role: 'administrator', language: 'en' },
})

type Known = { id: number; version: number }
const bookings: Known[] = []
const guests: Known[] = stressHotel.guests.map((id) => ({ id, version: 0 }))
let done = 0

async function call(operation: string, input: object): Promise<{ id: number; version: number } | null> {
  done += 1
  const requestId = `${seed}-${done}`
  say({ begun: requestId, operation, input })
  const reply = await desk.call(operation, input, requestId)
  say({ answered: requestId, operation, reply })
  return reply.ok ? (reply.output as { id: number; version: number }) : null
}

function stay(from: Random): { arrival: BusinessDate; departure: BusinessDate } {
  const arrival = addDays(stressHotel.businessDate, from.between(1, 300))
  return { arrival, departure: addDays(arrival, from.between(1, 6)) }
}

async function book(): Promise<void> {
  const roomTypeId = random.of(stressHotel.types)
  const made = await call('booking.create', {
    ...stay(random),
    guestId: random.of(guests).id,
    roomTypeId,
    roomId: random.chance(0.4) ? random.of(stressHotel.rooms) : null,
    ratePlanId: stressHotel.plan,
  })
  if (made) bookings.push({ id: made.id, version: made.version })
}

async function change(): Promise<void> {
  const one = bookings.length > 0 ? random.of(bookings) : null
  if (!one) return book()
  const { id, version } = one
  const [operation, rest] = random.of<[string, object]>([
    ['booking.changeDates', stay(random)],
    ['booking.assignRoom', { roomId: random.of(stressHotel.rooms) }],
    ['booking.changeDetails', { comment: `no. ${done}` }],
    ['booking.cancel', { reason: 'stress' }],
    ['booking.reinstate', {}],
    ['request.create', { kind: 'quiet' }],
  ])
  const input = operation === 'request.create' ? { bookingId: id, ...rest } : { id, version, ...rest }
  const saved = await call(operation, input)
  if (saved && operation !== 'request.create') one.version = saved.version
}

async function welcome(): Promise<void> {
  const contacts = [{ kind: 'mobile', value: `138${String(random.below(100_000_000)).padStart(8, '0')}` }]
  const made = await call('guest.create', {
    nativeName: `压${done}`,
    familyName: 'Ya',
    givenName: `${done}`,
    contacts,
  })
  if (!made) return
  const saved = await call('guest.saveNote', {
    guestId: made.id,
    version: made.version,
    text: `note ${done}`,
  })
  guests.push({ id: made.id, version: saved?.version ?? made.version })
}

say({ ready: true })
for (;;) {
  const draw = random.next()
  if (draw < 0.45) await book()
  else if (draw < 0.85) await change()
  else await welcome()
}
