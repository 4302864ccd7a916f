import { standsOnAccount } from '#db/queries/room/rooms.ts'
import {
  type AccountKey,
  findAccountByCode,
  loadAccount,
  readAccountPage,
  saveAccount as writeAccount,
} from '#db/repositories/account/repository.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { AccountImage } from '#shared/domain/account/account.ts'
import { type AccountId, refuse } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import { reads, writes } from '../kernel/handler.ts'
import { dependentExists } from '../kernel/outcome.ts'
import { keyOf, keyText } from '../kernel/page-key.ts'
import { saveWhole } from '../kernel/save.ts'

type Rows = OutputOf<'account.search'>['rows']

/** A company or agency; its code is its own among its kind, and its kind stays while bookings or rate plans name it, as what it was named. */
export const accountAggregate: Aggregate<AccountImage> = {
  entity: 'account',
  unknown: 'ACCOUNT_UNKNOWN',
  load: (tx, id) => loadAccount(tx, id as AccountId),
  save: (tx, id, before, after) => writeAccount(tx, id as AccountId, before, after),
  check: async (tx, _ctx, id, before, after) => {
    const user = after && before?.kind === after.kind ? null : await standsOnAccount(tx, id)
    if (!after) return user ? dependentExists(user) : null
    if (before && user) {
      return refuse('ACCOUNT_IN_USE', { code: before.code })
    }
    const owner = await findAccountByCode(tx, after.kind, after.code)
    return owner !== null && owner !== id ? refuse('CODE_TAKEN', { code: after.code }) : null
  },
}

export const saveAccount = writes('account.save', (tx, ctx, { id, version, ...image }) =>
  saveWhole(tx, ctx, accountAggregate, 'accounts', { id, version }, image),
)

export const searchAccounts = reads('account.search', async (db, input) => {
  const found = await readAccountPage(db, {
    text: input.text,
    kind: input.kind,
    after: keyOf<AccountKey>(input.after),
    limit: input.limit + 1,
  })
  const page = found.slice(0, input.limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({ ...row, active: row.active === 1 })) as Rows,
    next: found.length > page.length && last ? keyText([last.name, last.id]) : null,
  }
})
