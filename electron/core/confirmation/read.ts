import { readFile, stat } from 'node:fs/promises'
import type { Reader } from '#db/handles.ts'
import { readRoomTypes } from '#db/queries/room/rooms.ts'
import { readBookingsByNumber } from '#db/queries/search/palette.ts'
import { readAccountPage } from '#db/repositories/account/repository.ts'
import type { OutputOf, ParsedOf } from '#shared/contract/index.ts'
import { agencyNames } from '#shared/domain/confirmation/agencies.ts'
import { maxFileBytes } from '#shared/domain/confirmation/limits.ts'
import { readConfirmation } from '#shared/domain/confirmation/read-confirmation.ts'
import type { Reading } from '#shared/domain/confirmation/reading.ts'
import { alpha2Of } from '#shared/domain/country/countries.ts'
import { foldLatin } from '#shared/domain/name/fold.ts'
import { bothNames } from '#shared/domain/name/name.ts'
import { type Currency, type Refused, refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import { reads } from '../kernel/handler.ts'
import { isMarkup } from './message-text.ts'
import { textInThread } from './text-in-thread.ts'

type Answer = OutputOf<'confirmation.read'>
/** Several rooms are often under one number. */
const maxOnFile = 20

/** What a confirmation says, and what is on file of it. */
export const readMessage = reads('confirmation.read', async (db, input, ctx) => {
  const text = await textOf(ctx, input)
  if (typeof text !== 'string') return text
  if (text.trim() === '') return refuse('MESSAGE_EMPTY')
  const { reading, lines, cut } = readConfirmation(text, {
    businessDate: ctx.businessDate,
    currency: ctx.hotel.currency as Currency,
    country: alpha2Of(ctx.hotel.country) ?? 'CN',
    roomTypes: (await readRoomTypes(db))
      .filter(({ active }) => active === 1)
      .map(({ id, code, name_en, name_zh }) => ({ id, code, nameEn: name_en, nameZh: name_zh })),
  })
  return {
    reading: reading as Answer['reading'],
    lines,
    cut: cut || input.content?.isWhole === false,
    account: await accountOf(db, reading),
    onFile: await bookingsOf(db, reading),
  }
})

async function textOf(
  ctx: Context,
  { text, content, file: token }: ParsedOf<'confirmation.read'>,
): Promise<string | Refused<'FILE_UNKNOWN' | 'MESSAGE_TOO_LARGE' | 'MESSAGE_NOT_READ'>> {
  if (content) {
    const read = await textInThread({ bytes: Buffer.from(content.base64, 'base64') })
    return read ?? refuse('MESSAGE_NOT_READ', { file: content.name })
  }
  if (token === undefined) {
    if (text === undefined || !isMarkup(text)) return text ?? ''
    return (await textInThread({ markup: text })) ?? refuse('MESSAGE_NOT_READ', { file: 'HTML' })
  }
  const file = ctx.files.take(token)
  if (!file) return refuse('FILE_UNKNOWN')
  const { size } = await stat(file.path)
  if (size > maxFileBytes) {
    return refuse('MESSAGE_TOO_LARGE', { file: file.name, max: Math.round(maxFileBytes / 1024 ** 2) })
  }
  return (
    (await textInThread({ bytes: await readFile(file.path) })) ??
    refuse('MESSAGE_NOT_READ', { file: file.name })
  )
}

async function accountOf(db: Reader, { agency }: Reading): Promise<Answer['account']> {
  if (!agency) return null
  for (const name of agencyNames(agency.value)) {
    const rows = await readAccountPage(db, { text: name, kind: 'agency', after: null, limit: 20 })
    const same = rows.filter(
      (row) => row.active === 1 && [row.name, row.code].some((one) => foldLatin(one) === foldLatin(name)),
    )
    if (same.length === 1) return { id: same[0]!.id, name: same[0]!.name }
  }
  return null
}

async function bookingsOf(db: Reader, reading: Reading): Promise<Answer['onFile']> {
  const numbers = [reading.confirmationNo, reading.hotelNo].flatMap((said) => (said ? [said.value] : []))
  const found = new Map<number, Answer['onFile'][number]>()
  for (const number of new Set(numbers)) {
    for (const row of await readBookingsByNumber(db, number, maxOnFile)) {
      const names = { nativeName: row.native_name, familyName: row.family_name, givenName: row.given_name }
      found.set(row.id, {
        id: row.id,
        confirmationNo: row.confirmation_no,
        guestId: row.guest_id,
        ...bothNames(names),
        arrival: row.arrival,
        departure: row.departure,
        status: row.status as Answer['onFile'][number]['status'],
      })
    }
  }
  return [...found.values()]
}
