import type { Reader } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { readSettings } from '#db/repositories/hotel/repository.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import { roomOnDay } from '#shared/domain/booking/booking.ts'
import { type RegistrationField, registrationFields } from '#shared/domain/registration/fields.ts'
import { fieldsAsked, type RegistrationRule } from '#shared/domain/registration/rule.ts'
import { signatureBox, signaturePath } from '#shared/domain/registration/signature.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { momentText } from '#shared/i18n/figure-text.ts'
import { fieldName, words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import {
  ageOn,
  type BookingId,
  type BusinessDate,
  ok,
  type Refused,
  type Result,
  refuse,
} from '#shared/values/index.ts'
import { paperDay, paperStyle, sellerOf, sizeOf, wholePage } from '../folio/public.ts'
import type { Context } from '../kernel/context.ts'
import { writesAfter } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'
import { type PersonToRegister, personsOfBooking } from './persons.ts'
import { fieldText } from './words.ts'

type Asked = Pick<ParsedOf<'registration.card'>, 'bookingId' | 'guestId' | 'language' | 'size'>
type Card = {
  language: Language
  hotelName: string
  address: string
  timeZone: string
  size: 'a4' | 'letter'
  confirmationNo: string
  room: string
  arrival: BusinessDate
  departure: BusinessDate
  persons: PersonToRegister[]
  rule: RegistrationRule | null
  on: BusinessDate
  signature: string
  signedAt: string | null
  /** The guest of the booking: the drawing is theirs. */
  signer: number
}

/** What a card has where the law of a country is not known. */
const plainFields: readonly RegistrationField[] = [
  'nativeName',
  'familyName',
  'givenName',
  'birthDate',
  'nationality',
  'documentKind',
  'documentNumber',
  'address',
  'phone',
  'email',
]

/** The file is made before the command has its turn, which notes in the log that it was taken out. */
export const makeCard = writesAfter(
  'registration.card',
  cardFile,
  (_tx, _ctx, { bookingId, format }, made) => {
    if (!made.ok) return made
    const { name, mediaType, bytes } = made.value
    const file = { name, mediaType, content: Buffer.from(bytes).toString('base64') }
    return done(file, [cardChange(bookingId, name, format)])
  },
)

/** That a card was taken out, as a file or on paper. */
export function cardChange(bookingId: BookingId, file: string, format: 'html' | 'pdf' | 'printer'): Change {
  const after = { report: 'registration-card', file, format }
  return { entity: 'report', id: 0, bookingId, before: {}, after }
}

type Made = { name: string; mediaType: string; bytes: Uint8Array }

/** A card as a file, in the language of the guest. */
export async function cardFile(
  db: Reader,
  input: Asked & { format: 'html' | 'pdf' },
  ctx: Context,
): Promise<Result<Made, RefusalOf<'registration.card'>>> {
  const card = await cardOf(db, input, ctx)
  if (!card.ok) return card
  const html = cardHtml(card.value)
  const { language, confirmationNo } = card.value
  const name = `${words(language, 'registration.card.file', { number: confirmationNo })}.${input.format}`
  if (input.format === 'html')
    return ok({ name, mediaType: 'text/html;charset=utf-8', bytes: new TextEncoder().encode(html) })
  const pdf = await ctx.printer(html, { cancelled: false })
  if (!(pdf instanceof Uint8Array)) return pdf as Refused<'PDF_FAILED'>
  return ok({ name, mediaType: 'application/pdf', bytes: pdf })
}

async function cardOf(
  db: Reader,
  asked: Asked,
  ctx: Context,
): Promise<Result<Card, 'BOOKING_UNKNOWN' | 'NOT_IN_BOOKING'>> {
  const booking = await loadBooking(db, asked.bookingId)
  if (!booking) return refuse('BOOKING_UNKNOWN', { id: asked.bookingId })
  const { rule, persons } = await personsOfBooking(db, ctx, asked.bookingId, booking.image)
  const one = asked.guestId === undefined ? null : persons.find(({ guestId }) => guestId === asked.guestId)
  if (one === undefined) return refuse('NOT_IN_BOOKING', { id: asked.guestId ?? 0 })
  const guest = persons[0]
  const language =
    asked.language ?? (guest?.guest.language === 'zh' ? 'zh' : guest?.guest.language ? 'en' : ctx.language)
  const hotel = await readSettings(db)
  const stay = (await loadStay(db, asked.bookingId))?.image ?? null
  const roomId = stay?.roomId ?? roomOnDay(booking.image, ctx.businessDate)
  const room = roomId === null ? null : await loadRoom(db, roomId)
  const size = asked.size ?? ((await sizeOf(db, undefined)) === 'letter' ? 'letter' : 'a4')
  return ok({
    language,
    hotelName: hotel?.hotel_name ?? '',
    address: hotel?.address ?? '',
    timeZone: ctx.hotel.timeZone,
    size,
    confirmationNo: booking.image.confirmationNo,
    room: room?.image.number ?? '',
    arrival: booking.image.arrival,
    departure: booking.image.departure,
    persons: one ? [one] : signers(persons, rule, ctx.businessDate),
    rule,
    on: ctx.businessDate,
    signature: stay?.signature ?? '',
    signedAt: stay?.signedAt ?? null,
    signer: booking.image.guestId,
  })
}

/** Whoever has to sign has a card of their own; where nobody has to, the guest of the booking. */
function signers(
  persons: PersonToRegister[],
  rule: RegistrationRule | null,
  on: BusinessDate,
): PersonToRegister[] {
  const from = rule?.signsFrom ?? null
  if (from === null) return persons.slice(0, 1)
  const signing = persons.filter(
    ({ required, guest }) => required && (guest.birthDate === null || ageOn(guest.birthDate, on) >= from),
  )
  return signing.length > 0 ? signing : persons.slice(0, 1)
}

function cardHtml(card: Card): string {
  const { language, hotelName } = card
  const title = words(language, 'registration.card.title')
  const running = [title, card.confirmationNo, hotelName].join(' · ')
  return wholePage({
    language,
    title: [title, card.confirmationNo],
    style: `${paperStyle({ language, running }, card.size, 0)}\n${cardStyle}`,
    body: card.persons.map((person) => personHtml(card, person)),
  })
}

const cardStyle = `.card{break-after:page}.card:last-child{break-after:auto}
.fields{grid-template-columns:1fr 1fr;gap:0 8mm;margin:4mm 0}
.fields div{display:block;border-bottom:.1mm solid #000;padding:1.2mm 0;min-height:11mm}
.fields dt{font-size:.85em}.fields dd{min-height:1.4em}
.sign{margin-top:10mm;display:grid;grid-template-columns:1fr 1fr;gap:14mm;break-inside:avoid}
.sign div{border-bottom:.25mm solid #000;height:26mm;display:flex;align-items:flex-end}
.sign svg{width:100%;height:100%}.sign path{fill:none;stroke:#000;stroke-width:5;stroke-linecap:round;stroke-linejoin:round}`

function personHtml(card: Card, person: PersonToRegister): string {
  const { language, on } = card
  const of = (label: string, value: string) =>
    `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`
  const title = escaped(words(language, 'registration.card.title'))
  const number = escaped(words(language, 'registration.card.number', { number: card.confirmationNo }))
  const stay = [
    of(words(language, 'registration.column.room'), card.room),
    of(fieldName(['arrival'], language), paperDay(card.arrival, language)),
    of(fieldName(['departure'], language), paperDay(card.departure, language)),
    of(fieldName(['travellers'], language), person.data.travellers ?? ''),
  ]
  const asked = cardFields(card.rule, person, on).map((field) =>
    of(fieldName([field], language), fieldText(field, person.data[field] ?? '', language)),
  )
  return `<section class="card">
<header>\n${sellerOf(card.hotelName, card.address, [])}\n<div class="title"><h1>${title}</h1><p>${number}</p></div>\n</header>
<dl class="fields">\n${[...stay, ...asked].join('\n')}\n</dl>
<p>${escaped(words(language, 'registration.card.confirm'))}</p>
${signHtml(card, person)}
</section>`
}

/** The fields that the country asks of this guest, in the order of a form; empty ones are lines to be written on. */
function cardFields(
  rule: RegistrationRule | null,
  person: PersonToRegister,
  on: BusinessDate,
): RegistrationField[] {
  const onceAbove: readonly RegistrationField[] = ['arrival', 'departure', 'travellers']
  const names: readonly RegistrationField[] = ['nativeName', 'familyName', 'givenName']
  const asked = rule
    ? fieldsAsked(rule, { class: person.class, birthDate: person.guest.birthDate }, on).map(
        ({ field }) => field,
      )
    : plainFields
  const guardian: readonly RegistrationField[] =
    rule?.guardian && person.minor ? ['guardianName', 'guardianPhone', 'guardianRelation'] : []
  const wanted = new Set([...asked, ...guardian, ...names.filter((field) => person.data[field])])
  return registrationFields.filter((field) => wanted.has(field) && !onceAbove.includes(field))
}

function signHtml(card: Card, { guestId }: PersonToRegister): string {
  const { language, signature, signedAt, timeZone } = card
  const drawn = guestId === card.signer ? signaturePath(signature) : ''
  const { width, height } = signatureBox
  const drawing =
    drawn === ''
      ? ''
      : `<svg viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMinYMax meet"><path d="${drawn}"/></svg>`
  const moment = drawn !== '' && signedAt ? momentText(signedAt, localeOf(language), timeZone) : ''
  return `<section class="sign">
<section><div>${drawing}</div><p>${escaped(words(language, 'registration.card.signature'))}</p></section>
<section><div>${escaped(moment)}</div><p>${escaped(words(language, 'registration.card.date'))}</p></section>
</section>`
}
