import { readUserNames } from '#db/queries/change/labels.ts'
import { readDepositsOfFolio, readHoldsOfFolio } from '#db/queries/folio/held.ts'
import { readNightsToPost } from '#db/queries/folio/stay.ts'
import {
  type FolioHead,
  type LineTaxView,
  type LineView,
  readFolioHead,
  readHeadsOfBooking,
  readLineViews,
  readRevenueOf,
  readSecuritiesOf,
  readTaxViews,
  readWindowViews,
  type WindowView,
} from '#db/queries/folio/view.ts'
import { readFolioSettings } from '#db/repositories/folio/chart.ts'
import { loadFolio } from '#db/repositories/folio/folio.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { liveLines } from '#shared/domain/folio/entries.ts'
import type { Payee } from '#shared/domain/folio/folio.ts'
import { limitState } from '#shared/domain/folio/limit.ts'
import { latinName } from '#shared/domain/name/name.ts'
import { refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'

type View = OutputOf<'folio.get'>
type Row = OutputOf<'folio.list'>['rows'][number]

/** A folio with all that its screen shows: about ten statements, whatever stands on it. */
export const getFolio = reads('folio.get', async (db, input, ctx) => {
  const head = await readFolioHead(db, input.id)
  const loaded = await loadFolio(db, input.id)
  if (!head || !loaded) return refuse('FOLIO_UNKNOWN', { id: input.id })
  const rows = await readLineViews(db, input.id)
  const nameOf = await readUserNames(db)
  const lines = lineViews(rows, await readTaxViews(db, input.id), nameOf)
  const holds = await readHoldsOfFolio(db, input.id)
  const family = head.bookingId === null ? [] : await readHeadsOfBooking(db, head.bookingId)
  const routings: View['routings'] = []
  for (const [n, routing] of Object.entries(loaded.image.routings)) {
    const target = await readFolioHead(db, routing.toFolioId)
    routings.push({ n: Number(n), ...routing, toTitle: target ? titleOf(target).title : '' })
  }
  const { image: settings } = await readFolioSettings(db)
  const live = lines.filter((line) => line.live)
  const deposits = (await readDepositsOfFolio(db, input.id)).map((row) => ({
    id: row.id,
    version: row.version,
    kind: row.kind as 'deposit' | 'key',
    slipNo: row.slip_no,
    takenOn: row.taken_on,
    codeId: row.code_id,
    amountMinor: row.amount_minor,
    heldMinor: row.held_minor,
    slipLost: row.slip_lost === 1,
    note: row.note,
  }))
  const held = holds.map((row) => holdView(row, ctx))
  return {
    ...folioRow(head),
    version: head.version,
    creditLimitMinor: head.creditLimitMinor,
    noPost: head.noPost === 1,
    share: head.share,
    shareFrom: head.shareFrom,
    shareTo: head.shareTo,
    windows: (await readWindowViews(db, input.id)).map((window) => windowView(window, head)),
    lines,
    routings,
    deposits,
    holds: held,
    others: family
      .filter(({ id }) => id !== head.id)
      .map((other) => ({
        id: other.id,
        ...titleOf(other),
        guestId: other.guestId as View['guestId'],
        status: other.status as View['status'],
        balanceMinor: other.balanceMinor,
      })),
    limit: limitOf(head, settings, held),
    dueNights: await dueNights(db, head, ctx),
    chargedMinor: sum(
      live.filter(({ payment, codeKind }) => !payment && codeKind !== 'payment'),
      'grossMinor',
    ),
    taxMinor: sum(live, 'taxMinor'),
    paidMinor:
      0 -
      sum(
        live.filter(({ codeKind }) => codeKind === 'payment'),
        'grossMinor',
      ),
  }
})

function sum(lines: readonly View['lines'][number][], field: 'grossMinor' | 'taxMinor'): number {
  return lines.reduce((total, line) => total + line[field], 0)
}

function lineViews(
  rows: readonly LineView[],
  taxes: readonly LineTaxView[],
  nameOf: (login: string) => string,
): View['lines'] {
  const ofLine = Map.groupBy(taxes, ({ lineId }) => lineId)
  const live = new Set(
    liveLines(rows as never as { id: never; negates: never }[]).map(({ id }) => id as number),
  )
  return rows.map((row) => {
    const own = ofLine.get(row.id) ?? []
    const {
      method,
      currency,
      foreignMinor,
      rate,
      tenderedMinor,
      changeMinor,
      brand,
      lastFour,
      reference,
      negates: _negates,
      ...line
    } = row
    return {
      ...(line as unknown as View['lines'][number]),
      by: nameOf(row.by),
      taxMinor: own.reduce((total, { taxMinor }) => total + taxMinor, 0),
      taxes: own.map(({ lineId: _line, ...tax }) => tax) as View['lines'][number]['taxes'],
      live: live.has(row.id),
      payment:
        method === null
          ? null
          : ({
              method,
              currency,
              foreignMinor,
              rate,
              tenderedMinor,
              changeMinor,
              brand,
              lastFour,
              reference,
            } as View['lines'][number]['payment']),
    }
  })
}

/** What a list calls a folio: its guest in both scripts, or the account's own name. */
export function titleOf(head: FolioHead): { title: string; latinTitle: string } {
  if (head.nativeName === null) return { title: head.name, latinTitle: head.name }
  const names = {
    nativeName: head.nativeName,
    familyName: head.familyName ?? '',
    givenName: head.givenName ?? '',
  }
  const latinTitle = latinName(names)
  return { title: head.name || head.nativeName || latinTitle, latinTitle }
}

/** A folio as a list shows it. */
export function folioRow(head: FolioHead): Row {
  return {
    id: head.id,
    kind: head.kind as Row['kind'],
    code: head.code ?? '',
    ...titleOf(head),
    guestId: head.guestId as Row['guestId'],
    status: head.status as Row['status'],
    bookingId: head.bookingId,
    confirmationNo: head.confirmationNo ?? '',
    bookingStatus: head.bookingStatus as Row['bookingStatus'],
    roomNo: head.roomNo ?? '',
    arrival: head.arrival,
    departure: head.departure,
    openedOn: head.openedOn,
    closedOn: head.closedOn,
    skippedOn: head.skippedOn,
    balanceMinor: head.balanceMinor,
    heldMinor: head.heldMinor,
  }
}

function windowView(row: WindowView, head: FolioHead): View['windows'][number] {
  const printed = JSON.parse(row.payee) as Pick<Payee, 'name' | 'address' | 'taxNo' | 'email'>
  // Nobody named: the folio's own guest pays
  const guest = titleOf(row.nativeName === null ? head : { ...head, name: '', ...nameFields(row) })
  const other = printed.name || (row.accountName ?? '')
  return {
    window: row.window,
    guestId: row.guestId as View['windows'][number]['guestId'],
    accountId: row.accountId as View['windows'][number]['accountId'],
    ...printed,
    payeeName: other || guest.title,
    payeeLatinName: other ? '' : guest.latinTitle,
    payeeGuestId: (row.guestId ?? (other ? null : head.guestId)) as View['guestId'],
    balanceMinor: row.balanceMinor,
  }
}

function nameFields({ nativeName, familyName, givenName }: WindowView) {
  return { nativeName, familyName, givenName }
}

function holdView(
  row: Awaited<ReturnType<typeof readHoldsOfFolio>>[number],
  ctx: Context,
): View['holds'][number] {
  return {
    id: row.id,
    version: row.version,
    amountMinor: row.amount_minor,
    brand: row.brand,
    lastFour: row.last_four,
    approval: row.approval,
    takenOn: row.taken_on,
    expiresOn: row.expires_on,
    status: row.status as View['holds'][number]['status'],
    expired: row.status === 'held' && row.expires_on < ctx.businessDate,
    capturedMinor: row.captured_minor,
    endedOn: row.ended_on,
  }
}

function limitOf(
  head: FolioHead,
  settings: { creditLimitMinor: number | null; warnPercent: number },
  holds: View['holds'],
): View['limit'] {
  const limitMinor = head.creditLimitMinor ?? settings.creditLimitMinor
  if (limitMinor === null || head.kind !== 'booking') return null
  const inForce = holds.filter(({ status, expired }) => status === 'held' && !expired)
  const securedMinor = head.heldMinor + inForce.reduce((total, { amountMinor }) => total + amountMinor, 0)
  const exposure = {
    balanceMinor: head.balanceMinor,
    securedMinor,
    limitMinor,
    warnPercent: settings.warnPercent,
  }
  return { limitMinor, securedMinor, state: limitState(exposure) }
}

async function dueNights(
  db: Parameters<typeof readNightsToPost>[0],
  head: FolioHead,
  ctx: Context,
): Promise<View['dueNights']> {
  const stays = head.bookingStatus === 'in-house' || head.bookingStatus === 'confirmed'
  if (head.bookingId === null || !stays) return []
  const nights = await readNightsToPost(db, head.bookingId)
  return nights
    .filter(({ night, postedBy }) => postedBy === null && night <= ctx.businessDate)
    .map(({ night, rateMinor }) => ({ night, rateMinor }))
}

/** What a booking owes over all of its folios, what secures it, and its revenue. */
export const foliosOfBooking = reads('folio.ofBooking', async (db, input, ctx) => {
  const heads = await readHeadsOfBooking(db, input.bookingId)
  const { deposits, holds } = await readSecuritiesOf(db, input.bookingId, ctx.businessDate)
  const byGroup = new Map((await readRevenueOf(db, input.bookingId)).map((row) => [row.group, row.netMinor]))
  return {
    folios: heads.map((head) => ({
      id: head.id,
      title: titleOf(head).title,
      status: head.status as View['status'],
      balanceMinor: head.balanceMinor,
    })),
    balanceMinor: heads.reduce((total, { balanceMinor }) => total + balanceMinor, 0),
    depositsHeldMinor: deposits,
    holdsMinor: holds,
    revenue: {
      room: byGroup.get('room') ?? 0,
      food: byGroup.get('food') ?? 0,
      other: byGroup.get('other') ?? 0,
    },
  }
})
