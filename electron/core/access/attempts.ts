import type { UserRow } from '#db/repositories/access/repository.ts'
import { waitSeconds } from '#shared/domain/access/sign-in.ts'
import type { Context } from '../kernel/context.ts'

/** How often in a row a login was tried with a wrong password, and until when it waits for that. */
export type Tried = Pick<UserRow, 'failed_attempts' | 'wait_until'>

/** Seconds until this login may be tried again. */
export function secondsToWait(tried: Tried | undefined, moment: string): number {
  const wait = Date.parse(tried?.wait_until ?? moment) - Date.parse(moment)
  return Math.max(0, Math.ceil(wait / 1000))
}

/** One wrong password more; from the fifth on the login waits. */
export function triedAgain(tried: Tried | undefined, moment: string): Tried {
  const failed = (tried?.failed_attempts ?? 0) + 1
  const until = new Date(Date.parse(moment) + waitSeconds(failed) * 1000)
  return { failed_attempts: failed, wait_until: until.toISOString() }
}

type Strangers = {
  tried: (login: string) => Tried | undefined
  count: (login: string, moment: string) => void
}

/**
 * Logins that nobody has wait like those that somebody has: who may be guessed at cannot be known by it. In memory, the
 * latest `most` of them: a login that is not there needs no protection.
 */
export function createStrangers(most = 1000): Strangers {
  const known = new Map<string, Tried>()
  return {
    tried: (login) => known.get(login),
    count: (login, moment) => {
      const tried = triedAgain(known.get(login), moment)
      known.delete(login)
      known.set(login, tried)
      for (const oldest of [...known.keys()].slice(0, -most)) known.delete(oldest)
    },
  }
}

const strangersByStore = new WeakMap<Context['store'], Strangers>()

export function strangersOf({ store }: Context): Strangers {
  const known = strangersByStore.get(store) ?? createStrangers()
  strangersByStore.set(store, known)
  return known
}
