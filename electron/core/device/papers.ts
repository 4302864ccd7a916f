import { escaped } from '#shared/domain/text/markup.ts'
import { momentText } from '#shared/i18n/figure-text.ts'
import { words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import { isRefused, type Refused } from '#shared/values/index.ts'
import { wholePage } from '../folio/public.ts'
import { works, writesAfter } from '../kernel/handler.ts'
import { cardChange, cardFile } from '../registration/public.ts'
import { deviceOf } from './desk.ts'

/** The registration card on the desk's own printer. Who took it out is logged, as where it is printed otherwise. */
export const printCard = writesAfter(
  'device.printCard',
  async (db, input, ctx) => {
    const printer = await deviceOf(db, ctx, 'printer')
    if (typeof printer !== 'string') return printer
    const card = await cardFile(db, { ...input, format: 'pdf' }, ctx)
    if (!card.ok) return card
    const printed = await ctx.devices.print(printer, card.value.name, card.value.bytes)
    return isRefused(printed) ? printed : { name: card.value.name }
  },
  (_tx, _ctx, { bookingId }, printed) =>
    isRefused(printed)
      ? printed
      : { done: true, output: {}, changes: [cardChange(bookingId, printed.name, 'printer')] },
)

const style = '@page{margin:20mm}body{font:12pt sans-serif}'

/** A page with nothing of the hotel on it but its name and the hour. */
export const tryPrinter = works('device.tryPrinter', async (ctx) => {
  const printer = await deviceOf(ctx.store.reader, ctx, 'printer')
  if (typeof printer !== 'string') return printer
  const { language, hotel, moment, workstation } = ctx
  const title = words(language, 'device.paper.title')
  const at = momentText(moment, localeOf(language), hotel.timeZone)
  const body = `<main><h1>${escaped(title)}</h1><p>${escaped(hotel.hotelName)}</p><p>${escaped(workstation)} · ${escaped(at)}</p></main>`
  const pdf = await ctx.printer(wholePage({ language, title: [title], style, body: [body] }), {
    cancelled: false,
  })
  if (!(pdf instanceof Uint8Array)) return pdf as Refused<'PDF_FAILED'>
  const printed = await ctx.devices.print(printer, title, pdf)
  return isRefused(printed) ? printed : {}
})
