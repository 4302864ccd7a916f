import { type Selectable, sql } from 'kysely'
import type { FolioImage, Payee, Routing } from '#shared/domain/folio/folio.ts'
import type { FolioId } from '#shared/values/index.ts'
import { writeWith } from '../../dialect/building.ts'
import { prepared, preparedInsert, preparedSql } from '../../dialect/sqlite/prepared.ts'
import type { Reader, Writer } from '../../handles.ts'
import { flag } from '../../schema/flag.ts'
import type { FolioRoutingsTable, FoliosTable, FolioWindowsTable } from '../../schema/folio.ts'

type PayeeRow = Pick<
  Selectable<FolioWindowsTable>,
  'window' | 'payee_guest_id' | 'payee_account_id' | 'payee'
>
type RoutingRow = Omit<Selectable<FolioRoutingsTable>, 'folio_id'>

/** By one statement, with its windows and routings as JSON: every posting reads a folio first. */
const folioById = preparedSql(
  (at: { id: FolioId }) => sql<Selectable<FoliosTable> & { windows: string; routings: string }>`
    select f.*,
      (select json_group_array(json_object('window', window, 'payee_guest_id', payee_guest_id,
        'payee_account_id', payee_account_id, 'payee', payee)) from folio_windows where folio_id = f.id) as windows,
      (select json_group_array(json_object('n', n, 'to_folio_id', to_folio_id, 'to_window', to_window,
        'terms', terms)) from folio_routings where folio_id = f.id) as routings
    from folios f where f.id = ${at.id}`,
)

/** A folio with its windows' payees and its routings; null when there is none. */
export async function loadFolio(
  db: Reader,
  id: FolioId,
): Promise<{ image: FolioImage; version: number } | null> {
  const row = await folioById.first(db, { id })
  if (!row) return null
  const windows: FolioImage['windows'] = {}
  for (const one of JSON.parse(row.windows) as PayeeRow[]) windows[one.window] = payeeOf(one)
  const routings: FolioImage['routings'] = {}
  for (const one of JSON.parse(row.routings) as RoutingRow[]) routings[one.n] = routingOf(one)
  return { image: { ...fieldsOf(row), windows, routings }, version: row.version }
}

function fieldsOf(row: Selectable<FoliosTable>): Omit<FolioImage, 'windows' | 'routings'> {
  return {
    kind: row.kind as FolioImage['kind'],
    code: row.code,
    name: row.name,
    bookingId: row.booking_id,
    guestId: row.guest_id,
    status: row.status as FolioImage['status'],
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    skippedOn: row.skipped_on,
    creditLimitMinor: row.credit_limit_minor,
    noPost: row.no_post === 1,
    share: row.share,
    shareFrom: row.share_from,
    shareTo: row.share_to,
  }
}

function payeeOf(row: PayeeRow): Payee {
  const printed = JSON.parse(row.payee) as Pick<Payee, 'name' | 'address' | 'taxNo' | 'email'>
  return { guestId: row.payee_guest_id, accountId: row.payee_account_id, ...printed }
}

function routingOf(row: RoutingRow): Routing {
  const terms = JSON.parse(row.terms) as Omit<Routing, 'toFolioId' | 'toWindow'>
  return { toFolioId: row.to_folio_id, toWindow: row.to_window, ...terms }
}

/** The columns of a folio itself. */
export function folioColumns(image: FolioImage) {
  return {
    kind: image.kind,
    code: image.code,
    name: image.name,
    booking_id: image.bookingId,
    guest_id: image.guestId,
    status: image.status,
    opened_on: image.openedOn,
    closed_on: image.closedOn,
    skipped_on: image.skippedOn,
    credit_limit_minor: image.creditLimitMinor,
    no_post: flag(image.noPost),
    share: image.share,
    share_from: image.shareFrom,
    share_to: image.shareTo,
  }
}

const insertFolio = preparedInsert('folios', [
  'id',
  'kind',
  'code',
  'name',
  'booking_id',
  'guest_id',
  'status',
  'opened_on',
  'closed_on',
  'skipped_on',
  'credit_limit_minor',
  'no_post',
  'share',
  'share_from',
  'share_to',
  'version',
])
const insertWindows = preparedInsert('folio_windows', [
  'folio_id',
  'window',
  'payee_guest_id',
  'payee_account_id',
  'payee',
])
const insertRoutings = preparedInsert('folio_routings', [
  'folio_id',
  'n',
  'to_folio_id',
  'to_window',
  'terms',
])

/** `before` null inserts under that id, `after` null deletes; windows and routings are written as a whole. */
export async function saveFolio(
  tx: Writer,
  id: FolioId,
  before: FolioImage | null,
  after: FolioImage | null,
): Promise<void> {
  if (before) {
    await writeWith(tx).deleteFrom('folio_windows').where('folio_id', '=', id).execute()
    await writeWith(tx).deleteFrom('folio_routings').where('folio_id', '=', id).execute()
  }
  if (!after) {
    await writeWith(tx).deleteFrom('folios').where('id', '=', id).execute()
    return
  }
  if (before)
    await writeWith(tx)
      .updateTable('folios')
      .set((eb) => ({ ...folioColumns(after), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute()
  else await insertFolio(tx, [{ id, ...folioColumns(after), version: 1 }])
  await insertWindows(tx, windowRows(id, after))
  await insertRoutings(tx, routingRows(id, after))
}

/** The rows of its windows. */
export function windowRows(id: FolioId, { windows }: FolioImage) {
  return Object.entries(windows).map(([window, { guestId, accountId, ...printed }]) => ({
    folio_id: id,
    window: Number(window),
    payee_guest_id: guestId,
    payee_account_id: accountId,
    payee: JSON.stringify(printed),
  }))
}

/** The rows of its routings. */
export function routingRows(id: FolioId, { routings }: FolioImage) {
  return Object.entries(routings).map(([n, { toFolioId, toWindow, ...terms }]) => ({
    folio_id: id,
    n: Number(n),
    to_folio_id: toFolioId,
    to_window: toWindow,
    terms: JSON.stringify(terms),
  }))
}

const closeRow = prepared((db, at: { id: FolioId; status: string; closedOn: string | null }) =>
  db
    .updateTable('folios')
    .set((eb) => ({ status: at.status, closed_on: at.closedOn as never, version: eb('version', '+', 1) }))
    .where('id', '=', at.id),
)

/** Writes the state alone: the hot path of a settlement. */
export async function setFolioStatus(
  tx: Writer,
  id: FolioId,
  { status, closedOn }: Pick<FolioImage, 'status' | 'closedOn'>,
): Promise<void> {
  await closeRow.run(tx, { id, status, closedOn })
}
