import type { OpenDesk } from '#core/compose.ts'
import type { InputOf, OperationName, OutputOf, ReplyOf } from '#shared/contract/index.ts'
import type { GivenRole } from '#shared/domain/access/given-roles.ts'
import type { UserId } from '#shared/values/index.ts'
import type { TestApp } from './app.ts'
import { type FolioHotel, folioHotel } from './folio.ts'

/** Somebody at a desk of their own. */
export type Person = {
  id: UserId
  desk: OpenDesk
  call: <N extends OperationName>(name: N, input: InputOf<N>) => Promise<ReplyOf<N>>
  must: <N extends OperationName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>
}

export type CashierHotel = FolioHotel & { users: { mei: UserId; tom: UserId; boss: UserId } }

/** The hotel with money, two clerks who must have a shift for cash, and a manager; a dollar is worth 7.1234. */
export async function cashierHotel(app: TestApp): Promise<CashierHotel> {
  const hotel = await folioHotel(app)
  const make = async (login: string, name: string, role: GivenRole) =>
    (await app.must('access.createUser', { login, name, role, language: 'en', password: 'correct horse' }))
      .id as UserId
  const users = {
    mei: await make('mei', 'Mei Lin', 'clerk'),
    tom: await make('tom', 'Tom Ash', 'clerk'),
    boss: await make('boss', 'Bo Ss', 'manager'),
  }
  await app.must('chart.saveExchangeRate', { currency: 'USD', validFrom: '2026-03-01', rate: '7.1234' })
  return { ...hotel, users }
}

/** A desk at which one of the hotel's users is signed in. */
export function personAt(app: TestApp & { made: CashierHotel }, login: keyof CashierHotel['users']): Person {
  const id = app.made.users[login]
  const role = login === 'boss' ? 'manager' : 'clerk'
  const desk = app.app.desk({
    workstation: `PC-${login}`,
    language: 'en',
    user: { id, login, name: login, role, language: 'en' },
  })
  const call = <N extends OperationName>(name: N, input: InputOf<N>) =>
    desk.call(name, input) as Promise<ReplyOf<N>>
  const must = async <N extends OperationName>(name: N, input: InputOf<N>) => {
    const reply = await call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)} ${String(app.defects.at(-1) ?? '')}`)
    return reply.output as OutputOf<N>
  }
  return { id, desk, call, must }
}

/** The code of a refusal, or what came instead. */
export function codeOf(reply: { ok: boolean; refusal?: { code: string }; fault?: { code: string } }): string {
  return reply.refusal?.code ?? reply.fault?.code ?? 'ok'
}
