import type { Writer } from '#db/handles.ts'
import { readOpenShift } from '#db/queries/folio/read.ts'
import { readDrawer, readForeignCurrencies } from '#db/queries/folio/shift.ts'
import { readChart, readFolioSettings, readRateOn } from '#db/repositories/folio/chart.ts'
import { loadShift, saveShift, shiftImage } from '#db/repositories/folio/shift.ts'
import { nextId } from '#db/repositories/ids/next-id.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import { convertMoney } from '#shared/domain/folio/convert.ts'
import { facesOf, mistakeIn, sumsOf } from '#shared/domain/folio/denominations.ts'
import {
  bookOfPart,
  type ClosedCash,
  compareCount,
  countEntries,
  type DrawerAccounts,
  drawerAccounts,
  floatEntries,
} from '#shared/domain/folio/drawer.ts'
import type { Entry, PostingKind } from '#shared/domain/folio/posting.ts'
import { countedShift, newShift, type ShiftImage } from '#shared/domain/folio/shift.ts'
import {
  type Currency,
  isRefused,
  type LedgerAccountId,
  type Moment,
  type Refused,
  refuse,
  type ShiftId,
} from '#shared/values/index.ts'
import { create } from '../../kernel/aggregate.ts'
import { type Context, may } from '../../kernel/context.ts'
import { reads, writes } from '../../kernel/handler.ts'
import { changeOf, conflict, done } from '../../kernel/outcome.ts'
import { post } from '../post.ts'
import { shiftAggregate } from './shift-aggregate.ts'

/** One's own open shift and what is counted at its end. What should be in the drawer is not read here. */
export const currentShift = reads('shift.current', async (db, _input, ctx) => {
  const row = ctx.user?.id ? await readOpenShift(db, ctx.user.id) : undefined
  const { image: settings } = await readFolioSettings(db)
  const exempt = ctx.user === null || settings.shiftExempt.includes(ctx.user.role)
  const home = ctx.hotel.currency
  const foreign = (await readForeignCurrencies(db, ctx.businessDate)).filter((one) => one !== home)
  return {
    shift: row
      ? {
          id: row.id,
          version: row.version,
          workstation: row.workstation,
          businessDate: row.business_date,
          openedAt: row.opened_at,
          floatMinor: row.float_minor,
          droppedMinor: row.dropped_minor,
        }
      : null,
    needed: exempt ? ('none' as const) : settings.shiftRule,
    currencies: [home, ...foreign].map((currency) => ({ currency, faces: [...facesOf(currency)] })),
  }
})

/**
 * Opens a shift. Its float is drawn from the safe, and at the end all that was counted goes back there: as hotels do that
 * hand out a bag of change and take a sealed one back. A drawer that keeps its float over night is counted and drawn again.
 */
export const openShift = writes('shift.open', async (tx, ctx, { floatMinor }) => {
  const userId = ctx.user?.id
  if (!userId) return refuse('SHIFT_WITHOUT_USER')
  if (await readOpenShift(tx, userId)) return refuse('SHIFT_OPEN')
  const chart = await readChart(tx)
  if (!chart.settings.cashAllowed && floatMinor > 0) return refuse('CASH_NOT_TAKEN')
  const accounts = cashAccounts(chart)
  if (isRefused(accounts)) return accounts
  const id = (await nextId(tx, 'shifts')) as ShiftId
  const { workstation, businessDate } = ctx
  const image = newShift({ userId, workstation, businessDate, openedAt: ctx.moment as Moment, floatMinor })
  const made = await create<ShiftImage, 'SHIFT_OPEN'>(tx, ctx, shiftAggregate, id, image)
  if (!('done' in made)) return made
  if (floatMinor === 0) return made
  const posted = await postCash(tx, ctx, chart, 'float', id, floatEntries(accounts, id, floatMinor))
  return done({ id, version: 1 }, [...made.changes, ...posted.changes])
})

/** Brings cash to the safe in the middle of a shift. What the drawer has is not said, even where it is too little. */
export const dropCash = writes('shift.drop', async (tx, ctx, input) => {
  const row = ctx.user?.id ? await readOpenShift(tx, ctx.user.id) : undefined
  if (!row) return refuse('SHIFT_NEEDED')
  const chart = await readChart(tx)
  const accounts = cashAccounts(chart)
  if (isRefused(accounts)) return accounts
  const home = ctx.hotel.currency
  const currency = input.currency ?? home
  const drawer = await readDrawer(tx, row.id, accounts.cash, home)
  const cash = drawer.find((one) => one.currency === currency)
  if (!cash || input.amountMinor > cash.units) return refuse('DROP_ABOVE_DRAWER')
  const amountMinor = bookOfPart(cash, input.amountMinor)
  const foreign = currency === home ? {} : { currency, foreignMinor: input.amountMinor }
  const posted = await postCash(
    tx,
    ctx,
    chart,
    'drop',
    row.id,
    [
      { accountId: accounts.cash, amountMinor: -amountMinor, shiftId: row.id, ...negated(foreign) },
      { accountId: accounts.safe, amountMinor, ...foreign },
    ],
    input.note,
  )
  const before = shiftImage(row)
  const after = { ...before, droppedMinor: before.droppedMinor + amountMinor }
  await saveShift(tx, row.id, before, after)
  const output = { id: row.id, version: row.version + 1, postingId: posted.postingId }
  // The shift comes last, so that undo meets it first: of a closed one nothing is taken back
  return done(output, [...posted.changes, ...changeOf('shift', row.id, before, after)])
})

/**
 * Closes a shift by what was counted. What is over or short is booked by currency, then the whole drawer goes to the safe,
 * so that nothing is left in a closed shift. The answer is the first that says what should have been there.
 */
export const closeShift = writes('shift.close', async (tx, ctx, input) => {
  const loaded = await loadShift(tx, input.id)
  if (!loaded) return refuse('SHIFT_UNKNOWN', { id: input.id })
  const { image, version } = loaded
  if (image.status === 'closed') return refuse('SHIFT_CLOSED')
  if (image.userId !== ctx.user?.id && !may(ctx, 'cashier-supervise')) {
    return refuse('SHIFT_OTHERS', { needed: 'cashier-supervise' })
  }
  if (version !== input.version) return conflict('shift', input.id)
  const mistake = mistakeIn(input.counted)
  if (mistake)
    return refuse(mistake.code, {
      faceMinor: Number(mistake.face) || mistake.face,
      currency: mistake.currency,
      pieces: mistake.pieces,
    })
  const chart = await readChart(tx)
  const accounts = cashAccounts(chart)
  if (isRefused(accounts)) return accounts
  const cash = await compareWith(tx, ctx, input.id, accounts.cash, sumsOf(input.counted))
  if (isRefused(cash)) return cash
  const changes = await bookCount(tx, ctx, chart, input.id, accounts, cash)
  const { moment, businessDate, actor } = ctx
  const ended = {
    closedAt: moment as Moment,
    closedOn: businessDate,
    closedBy: actor,
    counted: input.counted,
  }
  const after = countedShift(image, ended, cash)
  await saveShift(tx, input.id, image, after)
  const { expectedMinor, overMinor } = after
  const output = { id: input.id, version: version + 1, expectedMinor, overMinor, cash: cash.map(closedView) }
  return done(output, [...changes, ...changeOf('shift', input.id, image, after)])
})

function closedView({ currency, units, countedUnits, overUnits, overMinor }: ClosedCash) {
  return { currency, expectedUnits: units, countedUnits, overUnits, overMinor }
}

async function compareWith(
  tx: Writer,
  ctx: Context,
  id: ShiftId,
  cash: LedgerAccountId,
  counted: { [currency: string]: number },
): Promise<ClosedCash[] | Refused<'RATE_MISSING'>> {
  const home = ctx.hotel.currency
  const drawer = await readDrawer(tx, id, cash, home)
  const rates = new Map<string, string | null>()
  for (const currency of new Set([...drawer.map((one) => one.currency), ...Object.keys(counted)]))
    rates.set(currency, await readRateOn(tx, currency, ctx.businessDate))
  const compared = compareCount(home, drawer, counted, (units, currency) => {
    const rate = rates.get(currency)
    return rate ? convertMoney(units, rate, currency as Currency, home as Currency) : null
  })
  return 'rateMissing' in compared ? refuse('RATE_MISSING', { currency: compared.rateMissing }) : compared
}

async function bookCount(
  tx: Writer,
  ctx: Context,
  chart: Chart,
  shiftId: ShiftId,
  accounts: DrawerAccounts,
  cash: readonly ClosedCash[],
) {
  const { over, up } = countEntries(accounts, shiftId, ctx.hotel.currency, cash)
  const booked =
    over.length === 0 ? [] : (await postCash(tx, ctx, chart, 'over-short', shiftId, over)).changes
  const moved = up.length === 0 ? [] : (await postCash(tx, ctx, chart, 'cash-up', shiftId, up)).changes
  return [...booked, ...moved]
}

function negated({ currency, foreignMinor }: { currency?: string; foreignMinor?: number }) {
  return currency === undefined || foreignMinor === undefined ? {} : { currency, foreignMinor: -foreignMinor }
}

/** The accounts of a drawer; refused before a chart is loaded. */
function cashAccounts({ roles }: Chart): DrawerAccounts | Refused<'CHART_NEEDED'> {
  return drawerAccounts(roles) ?? refuse('CHART_NEEDED')
}

/** A posting of cash that is on no folio. */
async function postCash(
  tx: Writer,
  ctx: Context,
  chart: Chart,
  kind: PostingKind,
  shiftId: ShiftId,
  sides: readonly Entry[],
  reason = '',
) {
  const posted = await post(tx, ctx, chart, {
    kind,
    folioId: null,
    bookingId: null,
    lines: [],
    sides,
    shiftId,
    reason: reason || null,
  })
  return posted
}
