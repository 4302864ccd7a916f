import { loadFapiao, saveFapiao } from '#db/repositories/folio/fapiao.ts'
import type { FapiaoImage } from '#shared/domain/folio/fapiao.ts'
import type { FapiaoId } from '#shared/values/index.ts'
import type { Aggregate } from '../../kernel/aggregate.ts'

/** A request for a 发票. Its steps are recorded as the tax platform takes them, so that none is undone. */
export const fapiaoAggregate: Aggregate<FapiaoImage> = {
  entity: 'fapiao',
  unknown: 'FAPIAO_UNKNOWN',
  load: (tx, id) => loadFapiao(tx, id as FapiaoId),
  save: (tx, id, before, after) => saveFapiao(tx, id as FapiaoId, before, after),
  check: async () => null,
}
