import type { Reader } from '#db/handles.ts'
import { type ChangeRow, readUndoers, readWritten } from '#db/queries/change/changes.ts'
import { imagesOf } from '#db/queries/change/images.ts'
import { readLabels, readWhom, type Whose } from '#db/queries/change/labels.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { entityKinds } from '#shared/contract/operation.ts'
import type { Image } from '#shared/domain/change/change.ts'
import { type GuestNames, latinName, wholeName } from '#shared/domain/name/name.ts'
import { maskDocument } from '#shared/domain/privacy/mask-document.ts'
import type { RequestKind } from '#shared/domain/request/request.ts'
import { type BusinessDate, type GuestId, isBusinessDate, isMoment } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { meantBy, readActorNames } from './names.ts'
import { offeredUndo } from './offer.ts'

export type ChangeView = OutputOf<'change.list'>['rows'][number]

/** Rows of the log, newest first, as screens read them: with labels and names, document numbers masked, and whether undo may be offered. */
export async function changeViews(
  db: Reader,
  ctx: Context,
  rows: readonly ChangeRow[],
  cut: ReadonlyMap<number, number> = new Map(),
): Promise<ChangeView[]> {
  const undoerOf = await undoesInEffect(db, [...new Set(rows.map((row) => row.command))])
  const undoers = await readWritten(db, [...undoerOf.values()])
  const nameOf = await readActorNames(db, ctx.language)
  const parts = rows.map((row) => {
    const images = imagesOf(row)
    const part = {
      before: counted(row, masked(images?.before ?? null), 'removed'),
      after: counted(row, masked(images?.after ?? null), 'added'),
    }
    const state = stateOf(row, images !== null)
    return { ...part, state, row, thing: `${row.entity}:${row.entity_id}`, meant: meantBy(part) }
  })
  const labels = await readLabels(
    db,
    parts.flatMap(({ thing, meant }) => [thing, ...meant]),
    ctx.language,
  )
  const whom = await readWhom(
    db,
    parts.map(({ thing }) => thing),
  )
  const offered = await offeredUndo(db, ctx, parts, undoerOf)
  return parts.map(({ row, state, before, after, thing, meant }) => {
    const undoneBy = undoerOf.get(row.command) ?? null
    const undoer = undoers.get(undoneBy ?? 0)
    return {
      seq: row.seq,
      command: row.command,
      moment: isMoment(row.moment) ? row.moment : beginning,
      businessDate: isBusinessDate(row.business_date) ? row.business_date : firstDay,
      actor: row.actor,
      actorName: nameOf(row.actor),
      approvedBy: row.approved_by ? { login: row.approved_by, name: nameOf(row.approved_by) } : null,
      workstation: row.workstation,
      operation: row.operation,
      entity: row.entity as ChangeView['entity'],
      entityId: row.entity_id,
      label: labels.get(thing) ?? '',
      commandRows: cut.get(row.command) ?? null,
      whom: whomView(whom.get(thing), ctx.language),
      wish: wishView(whom.get(thing)),
      before,
      after,
      state,
      names: Object.fromEntries([
        ...meant.flatMap((key) => [[key, labels.get(key) ?? '']]).filter(([, name]) => name),
        ...[before, after].flatMap((image) =>
          typeof image?.owner === 'string' ? [[`user:${image.owner}`, nameOf(image.owner)]] : [],
        ),
      ]),
      reason: row.reason,
      undoes: row.undoes,
      undoneBy,
      undone: undoer ? { moment: undoer.moment, actorName: nameOf(undoer.actor) } : null,
      undoable: offered.has(row.command),
    }
  })
}

function whomView(
  guest: (GuestNames & { guestId: GuestId }) | undefined,
  language: string,
): ChangeView['whom'] {
  if (!guest) return null
  return { guestId: guest.guestId, name: wholeName(guest.nativeName, latinName(guest), language) }
}

function wishView(request: Whose | undefined): ChangeView['wish'] {
  if (!request || request.kind === undefined) return null
  const { kind, text = '', fromPreference } = request
  return { kind: kind as RequestKind, text, fromPreference: fromPreference === 1 }
}

/** What stands for a moment and a date that can't be read. */
const beginning = '1970-01-01T00:00:00.000Z'
const firstDay = '1970-01-01' as BusinessDate

function stateOf(row: ChangeRow, isRead: boolean): ChangeView['state'] {
  if (!isRead || !isPlausible(row)) return 'unreadable'
  return row.erased === null ? 'whole' : 'erased'
}

/** The words of a damaged row may be any. */
function isPlausible({ entity, moment, business_date }: ChangeRow): boolean {
  return (
    (entityKinds as readonly string[]).includes(entity) && isMoment(moment) && isBusinessDate(business_date)
  )
}

/** Command → the undo in effect: one that was not itself undone, however often that went to and fro. */
export async function undoesInEffect(db: Reader, commands: readonly number[]): Promise<Map<number, number>> {
  const undoers = await readUndoers(db, commands)
  if (undoers.size === 0) return undoers
  const taken = await undoesInEffect(db, [...undoers.values()])
  return new Map([...undoers].filter(([, undoer]) => !taken.has(undoer)))
}

/** A document's number is shown by guest.openDocument alone, which is logged; also where it is in what was registered. */
function masked(part: Image | null): Record<string, unknown> | null {
  if (!part) return part
  const shown = withMaskedNumber({
    ...part,
    ...(isImage(part.data) ? { data: withMaskedNumber(part.data) } : {}),
  })
  if (!part.documents) return shown
  const documents = Object.entries(part.documents as Record<string, { number?: string } | null>).map(
    ([id, document]) => [
      id,
      document?.number ? { ...document, number: maskDocument(document.number) } : document,
    ],
  )
  return { ...shown, documents: Object.fromEntries(documents) }
}

function isImage(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function withMaskedNumber(part: Record<string, unknown>): Record<string, unknown> {
  const { documentNumber } = part
  if (typeof documentNumber !== 'string' || documentNumber === '') return part
  return { ...part, documentNumber: maskDocument(documentNumber) }
}

/** Thousands may get or lose a tag in one act: how many did is shown, not who. */
function counted({ entity }: ChangeRow, part: Record<string, unknown> | null, as: 'added' | 'removed') {
  if (entity !== 'segment-tags' || typeof part?.guests !== 'object' || part.guests === null) return part
  return { ...part, guests: { [as]: Object.values(part.guests).filter((has) => has === true).length } }
}
