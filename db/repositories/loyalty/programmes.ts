import type { ProgrammeImage } from '#shared/domain/loyalty/programme.ts'
import type { ProgrammeId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'

export type Programme = { id: ProgrammeId; version: number; image: ProgrammeImage }

export async function loadProgramme(
  db: Reader,
  id: number,
): Promise<{ image: ProgrammeImage; version: number } | null> {
  const [found] = await readProgrammes(db, id as ProgrammeId)
  return found ?? null
}

const allProgrammes = prepared((db) => db.selectFrom('programmes').selectAll().orderBy('code'))
const programmeById = prepared((db, at: { id: ProgrammeId }) =>
  db.selectFrom('programmes').selectAll().where('id', '=', at.id),
)

/** All programmes by code, or the one with this id. */
export async function readProgrammes(db: Reader, id?: ProgrammeId): Promise<Programme[]> {
  const rows = id === undefined ? await allProgrammes.all(db, {}) : await programmeById.all(db, { id })
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    image: {
      code: row.code,
      nameEn: row.name_en,
      nameZh: row.name_zh,
      parameters: JSON.parse(row.parameters) as ProgrammeImage['parameters'],
      active: row.active === 1,
    },
  }))
}

/** Writes a programme and raises its version; `before` null inserts it, `after` null deletes it. */
export async function saveProgramme(
  tx: Writer,
  id: number,
  before: ProgrammeImage | null,
  after: ProgrammeImage | null,
): Promise<void> {
  const programmeId = id as ProgrammeId
  if (!after) {
    await writeWith(tx).deleteFrom('programmes').where('id', '=', programmeId).execute()
    return
  }
  const columns = {
    code: after.code,
    name_en: after.nameEn,
    name_zh: after.nameZh,
    parameters: JSON.stringify(after.parameters),
    active: flag(after.active),
  }
  if (before) {
    await writeWith(tx)
      .updateTable('programmes')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', programmeId)
      .execute()
  } else {
    await writeWith(tx)
      .insertInto('programmes')
      .values({ id: programmeId, ...columns, version: 1 })
      .execute()
  }
}

/** The programme that has a code; null when it is free. */
export async function programmeWithCode(tx: Writer, code: string): Promise<ProgrammeId | null> {
  const row = await writeWith(tx)
    .selectFrom('programmes')
    .select('id')
    .where('code', '=', code)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Tiers of a programme that members hold. */
export async function tiersHeld(tx: Writer, programmeId: ProgrammeId): Promise<string[]> {
  const rows = await writeWith(tx)
    .selectFrom('memberships')
    .select('tier')
    .distinct()
    .where('programme_id', '=', programmeId)
    .orderBy('tier')
    .execute()
  return rows.map(({ tier }) => tier)
}
