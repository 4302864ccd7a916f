import type { Reader } from '#db/handles.ts'
import { type HouseFilter, readHouseList } from '#db/queries/house/list.ts'
import { luggage, messages, wakeCalls } from '#db/repositories/house/records.ts'
import type { HouseTable } from '#db/schema/house.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'
import { type GuestMessageId, ok, type Refused, type Result, refuse } from '#shared/values/index.ts'
import { fileOutput, type PaperFile, takenOut } from '../device/public.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writesAfter } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { messageAggregate } from './aggregates.ts'
import { readWhoIsHere } from './guests.ts'
import { guestsHtml, luggageHtml, messageHtml, wakeCallsHtml } from './paper-html.ts'
import { type Sheet, sheetFile, sheetFor, wideSheet } from './sheet.ts'
import { whoseView } from './view.ts'

type Asked = ParsedOf<'house.paper'>
type Code = RefusalOf<'house.paper'>

/** The page is made before the command has its turn, which notes that it was taken out; a message is printed then. */
export const makeHousePaper = writesAfter('house.paper', fileOf, async (tx, ctx, asked, made) => {
  if (!made.ok) return made
  if (asked.of !== 'message') return takenOut(asked.of, made.value, asked.format)
  const id = asked.id as GuestMessageId
  const found = await messageAggregate.load(tx, id)
  if (!found) return refuse('MESSAGE_UNKNOWN', { id })
  const printed = await edit(tx, ctx, messageAggregate, id, found.version, (image) =>
    ok({ ...image, printedAt: ctx.moment }),
  )
  return 'done' in printed ? done(fileOutput(made.value), printed.changes) : (printed as Refused<Code>)
})

async function fileOf(db: Reader, asked: Asked, ctx: Context): Promise<Result<PaperFile, Code>> {
  const asIs = await sheetFor(db, ctx, asked)
  const sheet = asked.of === 'guests' || asked.of === 'wake-calls' ? wideSheet(asIs) : asIs
  const html = await htmlOf(db, asked, ctx, sheet)
  if (!html.ok) return html
  const title = words(asked.language, `house.paper.title.${asked.of}`)
  return sheetFile(db, ctx, sheet, asked.format, { title, html: html.value })
}

async function htmlOf(
  db: Reader,
  { of, id = 0 }: Asked,
  ctx: Context,
  sheet: Sheet,
): Promise<Result<string, 'MESSAGE_UNKNOWN' | 'LUGGAGE_UNKNOWN'>> {
  if (of === 'guests') return ok(guestsHtml(await readWhoIsHere(db, ctx.businessDate), sheet))
  const filter: HouseFilter = { view: 'open', text: '', businessDate: ctx.businessDate, limit: 1000 }
  if (of === 'wake-calls') {
    const rows = await readHouseList(db, 'wake_calls', filter)
    const calls = rows.map((row) => ({ ...wakeCalls.imageOf(row), ...whoseView(row) }))
    return ok(wakeCallsHtml(calls, sheet))
  }
  const one = async <T extends HouseTable>(table: T) =>
    (await readHouseList(db, table, { ...filter, view: 'any', id, limit: 1 }))[0]
  if (of === 'message') {
    const row = await one('guest_messages')
    if (!row) return refuse('MESSAGE_UNKNOWN', { id })
    return ok(messageHtml({ ...messages.imageOf(row), ...whoseView(row) }, ctx.hotel.timeZone, sheet))
  }
  const row = await one('luggage')
  if (!row) return refuse('LUGGAGE_UNKNOWN', { id })
  return ok(luggageHtml({ ...luggage.imageOf(row), ...whoseView(row) }, sheet))
}
