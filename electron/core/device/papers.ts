import { escaped } from '#shared/domain/text/markup.ts'
import { momentText } from '#shared/i18n/figure-text.ts'
import { words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import { wholePage } from '../folio/public.ts'
import { works } from '../kernel/handler.ts'
import { paperOut } from './paper-out.ts'

const style = '@page{margin:20mm}body{font:12pt sans-serif}'

/** A page with nothing of the hotel on it but its name and the hour. */
export const tryPrinter = works('device.tryPrinter', async (ctx) => {
  const { language, hotel, moment, workstation } = ctx
  const title = words(language, 'device.paper.title')
  const at = momentText(moment, localeOf(language), hotel.timeZone)
  const body = `<main><h1>${escaped(title)}</h1><p>${escaped(hotel.hotelName)}</p><p>${escaped(workstation)} · ${escaped(at)}</p></main>`
  const html = wholePage({ language, title: [title], style, body: [body] })
  const printed = await paperOut(ctx.store.reader, ctx, { name: title, html }, 'printer')
  return printed.ok ? {} : printed
})
