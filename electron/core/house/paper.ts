import type { Reader } from '#db/handles.ts'
import { type HouseFilter, readHouseList } from '#db/queries/house/list.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import { luggage, messages, wakeCalls } from '#db/repositories/house/records.ts'
import type { HouseTable } from '#db/schema/house.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import { words } from '#shared/i18n/index.ts'
import { type GuestMessageId, ok, type Refused, type Result, refuse } from '#shared/values/index.ts'
import { paperFrame, rollWidth, sizeOf } from '../folio/public.ts'
import { edit } from '../kernel/aggregate.ts'
import type { Context } from '../kernel/context.ts'
import { writesAfter } from '../kernel/handler.ts'
import { done } from '../kernel/outcome.ts'
import { messageAggregate } from './aggregates.ts'
import { readWhoIsHere } from './guests.ts'
import { guestsHtml, luggageHtml, messageHtml, type Sheet, wakeCallsHtml } from './paper-html.ts'
import { whoseView } from './view.ts'

type Asked = ParsedOf<'house.paper'>
type Code = RefusalOf<'house.paper'>
type Made = { name: string; mediaType: string; bytes: Uint8Array }

/** The page is made before the command has its turn, which notes that it was taken out; a message is printed then. */
export const makeHousePaper = writesAfter('house.paper', fileOf, async (tx, ctx, asked, made) => {
  if (!made.ok) return made
  const { name, mediaType, bytes } = made.value
  const file = { name, mediaType, content: Buffer.from(bytes).toString('base64') }
  if (asked.of !== 'message') {
    const after = { report: asked.of, file: name, format: asked.format }
    return done(file, [{ entity: 'report' as const, id: 0, before: {}, after }])
  }
  const id = asked.id as GuestMessageId
  const found = await messageAggregate.load(tx, id)
  if (!found) return refuse('MESSAGE_UNKNOWN', { id })
  const printed = await edit(tx, ctx, messageAggregate, id, found.version, (image) =>
    ok({ ...image, printedAt: ctx.moment }),
  )
  return 'done' in printed ? done(file, printed.changes) : (printed as Refused<Code>)
})

async function fileOf(db: Reader, asked: Asked, ctx: Context): Promise<Result<Made, Code>> {
  const { of, format, language } = asked
  const size = await sizeOf(db, asked.size)
  const frame = await paperFrame(db, ctx, await readChart(db), language)
  const html = await htmlOf(db, asked, ctx, { frame, size, language })
  if (!html.ok) return html
  const title = words(language, `house.paper.title.${of}`)
  const name = `${title} ${frame.issuedOn} ${frame.issuedAt.replace(':', '')}.${format}`
  if (format === 'html')
    return ok({ name, mediaType: 'text/html;charset=utf-8', bytes: new TextEncoder().encode(html.value) })
  const width = rollWidth(size)
  const pdf = await ctx.printer(html.value, { cancelled: false }, width === null ? null : { widthMm: width })
  if (!(pdf instanceof Uint8Array)) return pdf as Result<never, Code>
  return ok({ name, mediaType: 'application/pdf', bytes: pdf })
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
