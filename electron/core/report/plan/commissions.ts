import {
  isAgency,
  loadCommission,
  readCommissions,
  saveCommission,
} from '#db/repositories/report/commissions.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { CommissionImage } from '#shared/domain/report/commission.ts'
import { type AccountId, ok, refuse } from '#shared/values/index.ts'
import { type Aggregate, create, edit, remove } from '../../kernel/aggregate.ts'
import { reads, writes } from '../../kernel/handler.ts'
import { conflict, done } from '../../kernel/outcome.ts'

/** What an agency is paid; its id is the account's. */
export const commissionAggregate: Aggregate<CommissionImage> = {
  entity: 'commission',
  unknown: 'CHANGE_UNKNOWN',
  load: loadCommission,
  save: saveCommission,
  check: async (tx, _ctx, id, _before, after) =>
    after && !(await isAgency(tx, id as AccountId)) ? refuse('ACCOUNT_UNKNOWN', { id }) : null,
}

export const listCommissions = reads(
  'commission.list',
  async (db) => (await readCommissions(db)) as OutputOf<'commission.list'>,
)

export const saveOne = writes('commission.save', async (tx, ctx, { id, version, basisPoints }) => {
  const known = await loadCommission(tx, id)
  if (!known) {
    if (version !== 0) return conflict('commission', id)
    if (!(await isAgency(tx, id))) return refuse('ACCOUNT_UNKNOWN', { id })
    return basisPoints === null
      ? done({ id, version: 0 }, [])
      : create(tx, ctx, commissionAggregate, id, { basisPoints })
  }
  if (basisPoints !== null) return edit(tx, ctx, commissionAggregate, id, version, () => ok({ basisPoints }))
  return remove(tx, ctx, commissionAggregate, id, version, { id, version: 0 })
})
