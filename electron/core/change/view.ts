import type { Reader } from '#db/dialect/connection.ts'
import { type ChangeRow, readLabels, readUndoers } from '#db/queries/changes.ts'
import { isOperationName, type OutputOf, operations } from '#shared/contract/index.ts'
import { maskDocument } from '#shared/domain/privacy.ts'
import { changeNames } from './names.ts'

export type ChangeView = OutputOf<'change.list'>['rows'][number]

/** Rows of the log as screens read them: with labels and names, document numbers masked, and whether undo may be offered. */
export async function changeViews(db: Reader, rows: readonly ChangeRow[]): Promise<ChangeView[]> {
  const labels = await readLabels(db, rows)
  const undoers = await readUndoers(db, [...new Set(rows.map((row) => row.command))])
  const undoneUndoers = await readUndoers(db, [...undoers.values()])
  const parts = rows.map((row) => {
    const undoer = undoers.get(row.command)
    return {
      actor: row.actor,
      before: masked(row.before),
      after: masked(row.after),
      undoneBy: undoer !== undefined && !undoneUndoers.has(undoer) ? undoer : null,
    }
  })
  const standing = parts.flatMap(({ undoneBy }) => (undoneBy === null ? [] : [undoneBy]))
  const names = await changeNames(db, parts, [...new Set(standing)])
  return parts.map(({ before, after, undoneBy }, index) => {
    const row = rows[index] as ChangeRow
    return {
      seq: row.seq,
      command: row.command,
      moment: row.moment,
      businessDate: row.business_date,
      actor: row.actor,
      actorName: names.actor(row.actor),
      workstation: row.workstation,
      operation: row.operation,
      entity: row.entity as ChangeView['entity'],
      entityId: row.entity_id,
      label: labels.get(`${row.entity}:${row.entity_id}`) ?? '',
      before,
      after,
      names: names.inRow({ before, after }),
      reason: row.reason,
      undoes: row.undoes,
      undoneBy,
      undone: names.undone(undoneBy),
      undoable: undoneBy === null && canBeUndone(row.operation),
    }
  })
}

/** Undo of an undo is a redo: it is offered like any other. */
export function canBeUndone(operation: string): boolean {
  if (!isOperationName(operation)) return false
  const known = operations[operation]
  return known.kind === 'command' && known.undoable
}

/** A document's number is shown by guest.openDocument alone, which is logged. */
function masked(text: string | null): Record<string, unknown> | null {
  if (text === null) return null
  const part = JSON.parse(text) as Record<string, unknown>
  if (!part.documents) return part
  const documents = Object.entries(part.documents as Record<string, { number?: string } | null>).map(
    ([id, document]) => [
      id,
      document?.number ? { ...document, number: maskDocument(document.number) } : document,
    ],
  )
  return { ...part, documents: Object.fromEntries(documents) }
}
