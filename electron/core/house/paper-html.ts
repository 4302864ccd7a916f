import type { LuggageImage } from '#shared/domain/house/luggage.ts'
import type { MessageImage } from '#shared/domain/house/message.ts'
import type { HousePaper } from '#shared/domain/house/paper.ts'
import type { WakeCallImage } from '#shared/domain/house/wake-call.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { dayText } from '#shared/i18n/day-text.ts'
import { momentText } from '#shared/i18n/figure-text.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import { paragraph } from '../folio/public.ts'
import { type InHouse, personsOf } from './guests.ts'
import { factList, line, madeOn, nameOf, type Sheet, sheetHead, sheetPage, table } from './sheet.ts'
import type { whoseView } from './view.ts'

type Whose = ReturnType<typeof whoseView>

/** Who is in the house, floor by floor, with a box to tick at the assembly point. */
export function guestsHtml({ rows, rooms, persons }: InHouse, sheet: Sheet): string {
  const { language } = sheet
  const heads = ['room', 'persons', 'guest', 'help', 'departure', 'present'] as const
  const body = rows.flatMap((row, at) => {
    const floor = row.floor === null ? '—' : String(row.floor)
    const begins = at === 0 || rows[at - 1]?.floor !== row.floor
    const names = [row, ...row.companions].map((one) => nameOf(one, language))
    const unnamed = personsOf(row) - names.length
    const more = unnamed > 0 ? [words(language, 'house.paper.unnamed', { count: unnamed })] : []
    return [
      ...(begins
        ? [
            `<tr class="sub"><td colspan="6">${escaped(words(language, 'house.paper.floor', { floor }))}</td></tr>`,
          ]
        : []),
      line([
        row.roomNumber ?? '—',
        String(personsOf(row)),
        [...names, ...more].join(language === 'zh' ? '、' : ', '),
        row.needsHelp ? words(language, 'house.paper.needsHelp') : '',
        dayText(row.departure, language),
        '☐',
      ]),
    ]
  })
  const sum = words(language, 'house.paper.sum', { rooms, persons })
  const help = words(language, 'house.paper.helpSum', { count: rows.filter((row) => row.needsHelp).length })
  return page('guests', sheet, [
    paragraph(`${sum} ${help}`, 'name'),
    table(
      heads.map((head) => words(language, `house.paper.column.${head}`)),
      body,
    ),
  ])
}

/** Wake-up calls by day and time, with room to note what came of each. */
export function wakeCallsHtml(rows: readonly (WakeCallImage & Whose)[], sheet: Sheet): string {
  const { language } = sheet
  const heads = ['day', 'time', 'room', 'guest', 'note', 'tries', 'answered'] as const
  return page('wake-calls', sheet, [
    table(
      heads.map((head) => words(language, `house.paper.column.${head}`)),
      rows.map((row) =>
        line([
          dayText(row.callOn, language),
          row.callAt,
          row.roomNumber ?? '—',
          nameOf(row, language),
          row.note,
          row.tries > 0 ? String(row.tries) : '',
          '☐',
        ]),
      ),
    ),
  ])
}

/** A message as the slip that goes under the door. */
export function messageHtml(message: MessageImage & Whose, timeZone: string, sheet: Sheet): string {
  const { language } = sheet
  const facts: [Key, string][] = [
    ['house.paper.column.room', message.roomNumber ?? '—'],
    ['house.paper.for', message.forName || nameOf(message, language)],
    ['house.paper.from', message.fromName],
    ['house.paper.phone', message.phone],
    ['house.paper.taken', momentText(message.createdAt, localeOf(language), timeZone)],
  ]
  return page('message', sheet, [
    factList(facts, language),
    `<p class="lead notice text">${escaped(message.text)}</p>`,
  ])
}

/** The tag on luggage and the guest's half of it, to be parted. */
export function luggageHtml(luggage: LuggageImage & Whose, sheet: Sheet): string {
  const { language } = sheet
  const due =
    luggage.dueOn === null ? '' : `${dayText(luggage.dueOn, language)} ${luggage.dueTime ?? ''}`.trim()
  const facts: [Key, string][] = [
    ['house.paper.owner', luggage.forName || nameOf(luggage, language)],
    ['house.paper.column.room', luggage.roomNumber ?? ''],
    ['house.paper.pieces', String(luggage.pieces)],
    ['house.paper.fetched', due],
    ['house.paper.column.note', luggage.note],
  ]
  const half = (more: [Key, string][]) =>
    `<section class="whole"><p class="tag">${luggage.tagNo}</p>${factList([...more, ...facts], language)}</section>`
  const guests = `${sheetHead(words(language, 'house.paper.title.luggage'), sheet, [madeOn(sheet)])}\n${half([])}`
  return page('luggage', sheet, [half([['house.paper.keptIn', luggage.keptIn]]), '<hr>', guests])
}

function page(of: HousePaper, sheet: Sheet, body: readonly string[]): string {
  return sheetPage(words(sheet.language, `house.paper.title.${of}`), sheet, body)
}
