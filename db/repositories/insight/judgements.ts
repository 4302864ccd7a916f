import type { Selectable } from 'kysely'
import type { JudgementImage } from '#shared/domain/insight/value/judgement.ts'
import type { GuestId, JudgementId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import type { GuestJudgementsTable } from '../../schema/insight.ts'

export type Judgement = { id: JudgementId; version: number; image: JudgementImage }

const judgementById = prepared((db, at: { id: JudgementId }) =>
  db.selectFrom('guest_judgements').selectAll().where('id', '=', at.id),
)
const judgementOf = prepared((db, at: { guestId: GuestId }) =>
  db.selectFrom('guest_judgements').selectAll().where('guest_id', '=', at.guestId),
)

export async function loadJudgement(db: Reader, id: number): Promise<Judgement | null> {
  const row = await judgementById.first(db, { id: id as JudgementId })
  return row ? withImage(row) : null
}

/** What was decided by hand about a guest; null where nothing was. */
export async function readJudgement(db: Reader, guestId: GuestId): Promise<Judgement | null> {
  const row = await judgementOf.first(db, { guestId })
  return row ? withImage(row) : null
}

function withImage({
  id,
  version,
  guest_id,
  excluded,
  ...rest
}: Selectable<GuestJudgementsTable>): Judgement {
  return { id, version, image: { guestId: guest_id, excluded: excluded === 1, ...rest } }
}

/** Writes a judgement and raises its version; `before` null inserts it, `after` null takes it away. */
export async function saveJudgement(
  tx: Writer,
  id: number,
  before: JudgementImage | null,
  after: JudgementImage | null,
): Promise<void> {
  const judgementId = id as JudgementId
  if (!after) {
    await writeWith(tx).deleteFrom('guest_judgements').where('id', '=', judgementId).execute()
    return
  }
  const { guestId, excluded, ...classes } = after
  const columns = { guest_id: guestId, excluded: flag(excluded), ...classes }
  if (before) {
    await writeWith(tx)
      .updateTable('guest_judgements')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', judgementId)
      .execute()
    return
  }
  await writeWith(tx)
    .insertInto('guest_judgements')
    .values({ id: judgementId, ...columns, version: 1 })
    .execute()
}
