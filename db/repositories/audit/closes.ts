import type { Selectable } from 'kysely'
import type {
  CloseCounts,
  CloseImage,
  CloseStatus,
  CloseStep,
  CloseTrouble,
} from '#shared/domain/audit/close.ts'
import type { MorningFiles } from '#shared/domain/audit/morning.ts'
import type { BusinessDate, CloseId } from '#shared/values/index.ts'
import { readWith, writeWith } from '../../dialect/building.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import type { ClosesTable } from '../../schema/audit.ts'

/** A close with where it has got to, which is not in its image. */
export type Close = {
  id: CloseId
  version: number
  image: CloseImage
  step: CloseStep
  cursor: number
  counts: CloseCounts
  files: MorningFiles | null
}

export type CloseProgress = Pick<Close, 'step' | 'cursor' | 'counts'>

const byId = prepared((db, at: { id: CloseId }) =>
  db.selectFrom('closes').selectAll().where('id', '=', at.id),
)

export async function loadClose(db: Reader, id: CloseId): Promise<Close | null> {
  const row = await byId.first(db, { id })
  return row ? closeOf(row) : null
}

/** The close that is at work or stands still; at most one. */
export async function readOpenClose(db: Reader): Promise<Close | null> {
  const row = await readWith(db)
    .selectFrom('closes')
    .selectAll()
    .where('status', '<>', 'done')
    .executeTakeFirst()
  return row ? closeOf(row) : null
}

/** Closes from the newest date on, before a date where one is given. */
export async function readCloses(
  db: Reader,
  { before, limit }: { before?: BusinessDate | undefined; limit: number },
): Promise<Close[]> {
  const all = readWith(db).selectFrom('closes').selectAll().orderBy('business_date', 'desc').limit(limit)
  const rows = await (before === undefined ? all : all.where('business_date', '<', before)).execute()
  return rows.map(closeOf)
}

/** The columns of a close that nothing was done for yet. */
export function closeColumns(id: CloseId, image: CloseImage): Omit<ClosesTable, keyof CloseProgressColumns> {
  return {
    id,
    business_date: image.businessDate,
    status: image.status,
    started_by: image.startedBy,
    started_at: image.startedAt,
    finished_at: image.finishedAt,
    troubles: JSON.stringify(image.troubles),
    files: null,
    version: 1,
  }
}

type CloseProgressColumns = Pick<ClosesTable, 'step' | 'cursor' | 'counts'>

function progressColumns({ step, cursor, counts }: CloseProgress): CloseProgressColumns {
  return { step, cursor, counts: JSON.stringify(counts) }
}

export async function insertClose(
  tx: Writer,
  id: CloseId,
  image: CloseImage,
  progress: CloseProgress,
): Promise<void> {
  await writeWith(tx)
    .insertInto('closes')
    .values({ ...closeColumns(id, image), ...progressColumns(progress) })
    .execute()
}

/** Writes what a close is now and where it has got to. */
export async function updateClose(
  tx: Writer,
  { id, version }: Pick<Close, 'id' | 'version'>,
  image: CloseImage,
  progress: CloseProgress,
): Promise<void> {
  const { id: _id, files: _files, version: _version, ...columns } = closeColumns(id, image)
  await writeWith(tx)
    .updateTable('closes')
    .set({ ...columns, ...progressColumns(progress), version: version + 1 })
    .where('id', '=', id)
    .execute()
}

/** Writes where a close has got to; its version stays, because nothing that anybody entered changes. */
export async function saveProgress(tx: Writer, id: CloseId, progress: CloseProgress): Promise<void> {
  await writeWith(tx).updateTable('closes').set(progressColumns(progress)).where('id', '=', id).execute()
}

export async function saveMorningFiles(tx: Writer, id: CloseId, files: MorningFiles): Promise<void> {
  await writeWith(tx)
    .updateTable('closes')
    .set({ files: JSON.stringify(files) })
    .where('id', '=', id)
    .execute()
}

/** Moves the business date, once: false where it is not `from` any more. */
export async function rollBusinessDate(tx: Writer, from: BusinessDate, to: BusinessDate): Promise<boolean> {
  const { numUpdatedRows } = await writeWith(tx)
    .updateTable('settings')
    .set({ business_date: to })
    .where('id', '=', 1)
    .where('business_date', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function closeOf(row: Selectable<ClosesTable>): Close {
  return {
    id: row.id,
    version: row.version,
    image: {
      businessDate: row.business_date,
      status: row.status as CloseStatus,
      startedBy: row.started_by,
      startedAt: row.started_at,
      finishedAt: row.finished_at,
      troubles: JSON.parse(row.troubles) as CloseTrouble[],
    },
    step: row.step as CloseStep,
    cursor: row.cursor,
    counts: JSON.parse(row.counts) as CloseCounts,
    files: row.files === null ? null : (JSON.parse(row.files) as MorningFiles),
  }
}
