import type { PlaybookImage } from '#shared/domain/insight/value/playbook.ts'
import type { PlaybookId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { prepared } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'

export type Playbook = { id: PlaybookId; version: number; image: PlaybookImage }

const allPlaybooks = prepared((db) => db.selectFrom('playbooks').selectAll().orderBy('id'))

/** The playbooks that somebody wrote: at most one for each class. */
export async function readPlaybooks(db: Reader): Promise<Playbook[]> {
  return (await allPlaybooks.all(db, {})).map((row) => ({
    id: row.id,
    version: row.version,
    image: {
      classKind: row.class_kind,
      class: row.class,
      action: row.action,
      department: row.department,
      costMinor: row.cost_minor,
    } as PlaybookImage,
  }))
}

export async function loadPlaybook(db: Reader, id: number): Promise<Playbook | null> {
  return (await readPlaybooks(db)).find((playbook) => playbook.id === id) ?? null
}

/** Writes a playbook and raises its version; `before` null inserts it, `after` null leaves the class its usual text. */
export async function savePlaybook(
  tx: Writer,
  id: number,
  before: PlaybookImage | null,
  after: PlaybookImage | null,
): Promise<void> {
  const playbookId = id as PlaybookId
  if (!after) {
    await writeWith(tx).deleteFrom('playbooks').where('id', '=', playbookId).execute()
    return
  }
  const columns = {
    class_kind: after.classKind,
    class: after.class,
    action: after.action,
    department: after.department,
    cost_minor: after.costMinor,
  }
  if (before) {
    await writeWith(tx)
      .updateTable('playbooks')
      .set((row) => ({ ...columns, version: row('version', '+', 1) }))
      .where('id', '=', playbookId)
      .execute()
    return
  }
  await writeWith(tx)
    .insertInto('playbooks')
    .values({ id: playbookId, ...columns, version: 1 })
    .execute()
}
