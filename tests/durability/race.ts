import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openLoopback } from '#hosts/loopback/server.ts'
import type { Reply } from '#shared/contract/index.ts'
import { addDays, businessDateOf } from '#shared/values/index.ts'
import { furnish, openHotel } from './hotel.ts'

export type RaceResult = {
  rounds: number
  clients: number
  won: number
  refused: Record<string, number>
  wrong: string[]
  findings: number
}

/**
 * Clients in processes of their own race over HTTP for the last room, round by round (each round has its own
 * nights). Right is: one wins each round, every other is told ROOM_TAKEN.
 */
export async function race(rounds: number, clients: number): Promise<RaceResult> {
  const folder = mkdtempSync(join(tmpdir(), 'keyrack-race-'))
  const { app, desk, defects } = await openHotel(join(folder, 'race.keyrack'))
  const hotel = await furnish(desk, 1, clients)
  const loopback = await openLoopback(app, {
    renderer: folder,
    port: 0,
    onDefect: (error) => String(defects.push(error)),
  })
  const contenders = await Promise.all(Array.from({ length: clients }, () => enterClient(loopback.newLink())))
  const result: RaceResult = { rounds, clients, won: 0, refused: {}, wrong: [], findings: 0 }
  const first = businessDateOf('2026-03-10')
  for (let round = 0; round < rounds; round += 1) {
    const stay = { arrival: addDays(first, round * 2), departure: addDays(first, round * 2 + 2) }
    const book = { ...stay, roomTypeId: hotel.types[0], roomId: hotel.rooms[0], ratePlanId: hotel.plan }
    const replies = await Promise.all(
      contenders.map((client, at) => answerOf(client, round, { ...book, guestId: hotel.guests[at] })),
    )
    const winners = replies.filter((reply) => reply.ok)
    result.won += winners.length
    if (winners.length !== 1) result.wrong.push(`round ${round}: ${winners.length} won`)
    for (const reply of replies) {
      if (reply.ok) continue
      const code = 'refusal' in reply ? reply.refusal.code : reply.fault.code
      result.refused[code] = (result.refused[code] ?? 0) + 1
    }
  }
  for (const client of contenders) client.kill()
  result.findings = app.examine().findings.length + defects.length
  await loopback.close()
  await app.close()
  rmSync(folder, { recursive: true, force: true })
  return result
}

async function enterClient(link: string): Promise<ChildProcess> {
  const client = fork(join(import.meta.dirname, 'race-client.ts'), [link])
  await new Promise((resolve, reject) => {
    client.once('message', resolve)
    client.once('exit', () => reject(new Error('a client ended by itself')))
  })
  return client
}

function answerOf(client: ChildProcess, round: number, input: unknown): Promise<Reply> {
  return new Promise((resolve) => {
    client.once('message', ({ reply }: { reply: Reply }) => resolve(reply))
    client.send({ round, input })
  })
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: { rounds: { type: 'string', default: '1000' }, clients: { type: 'string', default: '8' } },
  })
  const begun = performance.now()
  const result = await race(Number(values.rounds), Number(values.clients))
  console.log(JSON.stringify({ ...result, seconds: Math.round(performance.now() - begun) / 1000 }))
  process.exitCode = result.wrong.length > 0 || result.findings > 0 ? 1 : 0
}
