import type { Writer } from '#db/handles.ts'
import { readOpeningStatus } from '#db/queries/folio/cutover.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import { loadDeposit, saveDeposit } from '#db/repositories/folio/held.ts'
import { setNextNumber } from '#db/repositories/folio/numbers.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { TransactionCode } from '#shared/domain/folio/chart.ts'
import { type Chart, codeOfRole } from '#shared/domain/folio/chart-of-hotel.ts'
import type { DepositOpening, FolioOpening, Opening } from '#shared/domain/folio/cutover.ts'
import type { DepositImage } from '#shared/domain/folio/deposit.ts'
import { accountOfRole } from '#shared/domain/folio/entries.ts'
import { type Entry, plainLine } from '#shared/domain/folio/posting.ts'
import {
  type BookingId,
  type DepositId,
  isRefused,
  type PaperSeriesId,
  refuse,
} from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import { writes } from '../../kernel/handler.ts'
import { type Change, changeOf, done } from '../../kernel/outcome.ts'
import { putVoucher } from '../cashier/voucher.ts'
import { folioFor } from '../cashier/whose.ts'
import { post } from '../post.ts'
import type { PostingDraft } from '../posting-rows.ts'
import { compareTotals, type Examined, examineOpening } from './examine.ts'

type Posting = { tx: Writer; ctx: Context; chart: Chart; names: Examined; openingCode: TransactionCode }

/**
 * Takes over what the system before left open, as of the business date, each against equity: so that the sum of all
 * entries stays zero. Once, until it is undone; other postings may be there already, because a desk does not wait for its
 * bookkeeping. Nothing is written while one line is wrong.
 */
export const postOpening = writes('cutover.post', async (tx, ctx, input) => {
  if ((await readOpeningStatus(tx)).count > 0) return refuse('CUTOVER_DONE')
  const chart = await readChart(tx)
  const openingCode = codeOfRole(chart, 'opening')
  if (!openingCode || chart.roles.opening === undefined) return refuse('CHART_NEEDED')
  const names = await examineOpening(tx, ctx, chart, input)
  const [first] = names.wrong
  if (first) {
    const { section, line, field, code, value } = first
    return refuse('CUTOVER_WRONG', {
      section,
      line,
      field,
      mistake: code,
      value,
      count: names.wrong.length,
    })
  }
  const ledgers = compareTotals(input, input.trial)
  const off = ledgers.find(({ offMinor }) => offMinor !== 0)
  if (off && !input.acceptDifferences)
    return refuse('CUTOVER_DIFFERS', {
      ledger: off.ledger,
      offMinor: off.offMinor,
      currency: ctx.hotel.currency,
    })
  const posting = { tx, ctx, chart, names, openingCode }
  const changes: Change[] = []
  let postings = 0
  for (const write of writersOf(posting, input)) {
    changes.push(...(await write()))
    postings += 1
  }
  if (postings === 0) return refuse('CUTOVER_EMPTY')
  for (const { series, year, next } of input.numbers)
    await setNextNumber(tx, names.series.get(series) as PaperSeriesId, year, next)
  return done({ postings, ledgers }, changes)
})

function writersOf(posting: Posting, opening: Opening): (() => Promise<Change[]>)[] {
  const { chart, names } = posting
  const of = (role: Parameters<typeof accountOfRole>[1]) => accountOfRole(chart.roles, role)
  return [
    ...opening.folios.map((row) => () => postFolio(posting, row)),
    ...opening.deposits.map((row) => () => postDeposit(posting, row)),
    ...opening.items.map(({ account, dated, dueOn, reference, amountMinor }) => () => {
      const accountId = names.accounts.get(account) as never
      const owed: Entry = { accountId: of('city-ledger'), amountMinor, partyAccountId: accountId }
      const item = {
        account_id: accountId,
        dated,
        due_on: dueOn ?? dated,
        reference,
        amount_minor: amountMinor,
        paper_id: null,
      }
      return postSides(posting, [owed], { accountItems: [item] })
    }),
    ...opening.vouchers.map((row) => async () => {
      const { number, soldOn, expiresOn, amountMinor } = row
      const image = { number, soldOn, expiresOn, amountMinor, leftMinor: amountMinor, lineId: null }
      const made = await putVoucher(posting.tx, image)
      if (isRefused(made)) throw new Error(`voucher ${number} was checked`)
      const owed = { accountId: of('vouchers'), amountMinor: -amountMinor }
      return [...(await postSides(posting, [owed])), ...made.changes]
    }),
    ...(opening.safeMinor === 0
      ? []
      : [() => postSides(posting, [{ accountId: of('safe'), amountMinor: opening.safeMinor }])]),
  ]
}

/** One posting of sides that equity balances. */
async function postSides(
  { tx, ctx, chart }: Posting,
  sides: readonly Entry[],
  more: Partial<Pick<PostingDraft, 'folioId' | 'bookingId' | 'depositMoves' | 'accountItems'>> = {},
): Promise<Change[]> {
  const sum = sides.reduce((total, { amountMinor }) => total + amountMinor, 0)
  const equity = { accountId: accountOfRole(chart.roles, 'opening'), amountMinor: -sum }
  const posted = await post(tx, ctx, chart, {
    kind: 'opening',
    folioId: null,
    bookingId: null,
    lines: [],
    sides: [...sides, equity],
    ...more,
  })
  return posted.changes
}

async function openFolio({ tx, ctx, names }: Posting, confirmationNo: string) {
  const bookingId = names.bookings.get(confirmationNo) as BookingId
  const whose = await folioFor(tx, ctx, { bookingId })
  if ('stop' in whose) throw new Error(`the folio of ${confirmationNo} was checked`)
  return whose
}

async function postFolio(posting: Posting, row: FolioOpening): Promise<Change[]> {
  const { tx, ctx, chart, openingCode } = posting
  const { folio, changes } = await openFolio(posting, row.confirmationNo)
  const { bookingId } = folio.image
  const placed = {
    folioId: folio.id,
    window: row.window,
    codeId: openingCode.id,
    serviceDate: ctx.businessDate,
  }
  const line = plainLine({ ...placed, text: row.text, bookingId }, row.amountMinor)
  const posted = await post(tx, ctx, chart, {
    kind: 'opening',
    folioId: folio.id,
    bookingId: folio.image.bookingId,
    lines: [line],
  })
  return [...changes, ...posted.changes]
}

/** A deposit keeps the slip number of the system before: it is in the guest's hand. */
async function postDeposit(posting: Posting, row: DepositOpening): Promise<Change[]> {
  const { tx, chart, names } = posting
  const { folio, changes } = await openFolio(posting, row.confirmationNo)
  const there = names.freeSlips.get(`${row.kind} ${row.slipNo}`)
  const before = there === undefined ? null : ((await loadDeposit(tx, there))?.image ?? null)
  const id = there ?? ((await nextId(tx, 'deposits')) as DepositId)
  const image: DepositImage = {
    kind: row.kind,
    slipNo: row.slipNo,
    folioId: folio.id,
    bookingId: folio.image.bookingId,
    takenOn: row.takenOn,
    codeId: (names.codes.get(row.code) as TransactionCode).id,
    amountMinor: row.amountMinor,
    heldMinor: row.amountMinor,
    slipLost: false,
    note: '',
  }
  await saveDeposit(tx, id, before, image)
  const owed: Entry = {
    accountId: accountOfRole(chart.roles, row.kind === 'key' ? 'key-deposits' : 'deposits'),
    amountMinor: -row.amountMinor,
    depositId: id,
  }
  const posted = await postSides(posting, [owed], {
    folioId: folio.id,
    bookingId: folio.image.bookingId,
    depositMoves: [{ deposit_id: id, kind: 'taken', amount_minor: row.amountMinor }],
  })
  return [...changes, ...changeOf('deposit', id, before, image, image.bookingId ?? undefined), ...posted]
}
