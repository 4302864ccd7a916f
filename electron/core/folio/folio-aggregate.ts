import type { Reader, Writer } from '#db/handles.ts'
import { readBalances } from '#db/queries/folio/read.ts'
import { readFolioNames, standsOnFolio } from '#db/queries/folio/stands-on.ts'
import { loadFolio, saveFolio } from '#db/repositories/folio/folio.ts'
import { type FolioImage, maxWindows, type Payee } from '#shared/domain/folio/folio.ts'
import { type FolioId, type Refused, refuse } from '#shared/values/index.ts'
import type { Aggregate } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { dependentExists } from '../kernel/outcome.ts'

/** A folio with its windows' payees and its routings. What stands on it is the ledger's, and so it is never deleted then. */
export const folioAggregate: Aggregate<FolioImage> = {
  entity: 'folio',
  unknown: 'FOLIO_UNKNOWN',
  load: (tx, id) => loadFolio(tx, id as FolioId),
  save: (tx, id, before, after) => saveFolio(tx, id as FolioId, before, after),
  check: async (tx, ctx, id, before, after) => {
    if (!after) return (await standsOnFolio(tx, id as FolioId)) ? dependentExists('posting') : null
    return (await checkNames(tx, id as FolioId, after)) ?? checkClosing(tx, ctx, id as FolioId, before, after)
  },
  bookingOf: (_id, image) => image.bookingId as never,
  // Its number stays with what was posted on it: the folio is closed, and not deleted
  remains: async (tx, id, image) =>
    (await standsOnFolio(tx, id as FolioId))
      ? { ...image, status: 'closed', closedOn: image.openedOn }
      : null,
}

/** Window 1 with nobody named: the folio's own guest pays. */
export const ownPayee: Payee = { guestId: null, accountId: null, name: '', address: '', taxNo: '', email: '' }

async function checkNames(
  db: Reader,
  id: FolioId,
  image: FolioImage,
): Promise<Refused<
  'CODE_TAKEN' | 'GUEST_UNKNOWN' | 'ACCOUNT_UNKNOWN' | 'FOLIO_UNKNOWN' | 'WINDOW_UNKNOWN'
> | null> {
  const outside = Object.keys(image.windows).find((n) => !(Number(n) >= 1 && Number(n) <= maxWindows))
  if (outside !== undefined) return refuse('WINDOW_UNKNOWN', { window: outside })
  const payees = Object.values(image.windows)
  const guests = [image.guestId, ...payees.map(({ guestId }) => guestId)].filter((one) => one !== null)
  const accounts = payees.map(({ accountId }) => accountId).filter((one) => one !== null)
  const folios = Object.values(image.routings).map(({ toFolioId }) => toFolioId)
  const missing = await readFolioNames(db, { id, code: image.code, guests, accounts, folios })
  if (missing === null) return null
  return missing.code === 'CODE_TAKEN'
    ? refuse('CODE_TAKEN', { code: image.code ?? '' })
    : refuse(missing.code, { id: missing.id })
}

/** A folio that is put back to closed must owe nothing. */
async function checkClosing(
  tx: Writer,
  ctx: Context,
  id: FolioId,
  before: FolioImage | null,
  after: FolioImage,
): Promise<Refused<'FOLIO_OPEN'> | null> {
  if (after.status === 'open' || before === null || before.status === 'closed') return null
  const open = await readOpenWindow(tx, id)
  return open === null ? null : refuse('FOLIO_OPEN', { ...open, currency: ctx.hotel.currency })
}

async function readOpenWindow(db: Reader, id: FolioId) {
  const balances = await readBalances(db, id)
  const open = Object.entries(balances).find(([, minor]) => minor !== 0)
  return open ? { window: open[0], balanceMinor: open[1] } : null
}
