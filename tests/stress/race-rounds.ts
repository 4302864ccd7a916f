/** Eight browsers, each a process of its own, that want the last room of a night at once: exactly one gets it. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compose } from '#core/compose.ts'
import { openRaw } from '#db/dialect/sqlite/connection.ts'
import { openLoopback } from '#hosts/loopback/server.ts'
import type { Reply } from '#shared/contract/index.ts'
import { addDays } from '#shared/values/index.ts'
import { makeStressHotel, stressHotel } from './hotel.ts'

const client = fileURLToPath(new URL('race-client.ts', import.meta.url))
const racers = 8

export type RaceFigures = { rounds: number; won: number; told: number; firstToAsk: number; seconds: number }

/** Throws unless every round has one winner and seven that get ROOM_TAKEN. */
export async function raceRounds(options: {
  folder: string
  rounds: number
  say: (text: string) => void
}): Promise<RaceFigures> {
  const file = join(options.folder, 'race.keyrack')
  await makeStressHotel(file)
  const raise = (error: unknown): never => {
    throw error
  }
  const app = await compose({
    file,
    mode: 'existing',
    log: { defect: (_incident, error) => raise(error), info: () => undefined },
  })
  if ('trouble' in app) throw new Error(app.trouble.code)
  const server = await openLoopback(app, { renderer: options.folder, port: 0, onDefect: raise })
  const { login, password } = stressHotel.administrator
  const started = performance.now()
  const clients = Array.from({ length: racers }, () => fork(client, [server.newLink(), login, password]))
  const figures: RaceFigures = { rounds: 0, won: 0, told: 0, firstToAsk: 0, seconds: 0 }
  try {
    await Promise.all(clients.map((one) => once(one, 'message')))
    for (let round = 0; round < options.rounds; round++) {
      const first = round % racers
      const replies = await race(clients, first, round)
      const winner = checked(replies, round)
      figures.rounds += 1
      figures.won += 1
      figures.told += racers - 1
      if (winner === first) figures.firstToAsk += 1
      if ((round + 1) % 100 === 0) options.say(`${round + 1} rounds, one winner each`)
    }
  } finally {
    for (const one of clients) one.disconnect()
    await server.close()
    await app.close()
  }
  checkNights(file, options.rounds)
  figures.seconds = Math.round((performance.now() - started) / 100) / 10
  return figures
}

/** The night's last room of one type; everybody names it. */
async function race(clients: readonly ChildProcess[], first: number, round: number): Promise<Reply[]> {
  const arrival = addDays(stressHotel.businessDate, 1 + round)
  const draft = {
    arrival,
    departure: addDays(arrival, 1),
    guestId: stressHotel.guests[0],
    roomTypeId: 1,
    roomId: 1,
    ratePlanId: stressHotel.plan,
  }
  const answers = clients.map((one) => once(one, 'message').then(([reply]) => reply as Reply))
  for (let i = 0; i < clients.length; i++) clients[(first + i) % clients.length]?.send(draft)
  return Promise.all(answers)
}

/** The place of the winner. */
function checked(replies: readonly Reply[], round: number): number {
  const winners = replies.flatMap((reply, i) => (reply.ok ? [i] : []))
  const told = replies.filter(
    (reply) => !reply.ok && 'refusal' in reply && reply.refusal.code === 'ROOM_TAKEN',
  )
  if (winners.length !== 1 || told.length !== racers - 1)
    throw new Error(`round ${round}: ${JSON.stringify(replies)}`)
  return winners[0] as number
}

function checkNights(file: string, rounds: number): void {
  const raw = openRaw(file, { readonly: true })
  const nights = raw.prepare('select count(*) from room_nights where live = 1 and room_id = 1').pluck().get()
  const bookings = raw.prepare('select count(*) from bookings').pluck().get()
  raw.close()
  if (nights !== rounds || bookings !== rounds)
    throw new Error(`${nights} nights and ${bookings} bookings of ${rounds}`)
}
