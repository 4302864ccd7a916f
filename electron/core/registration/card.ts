import type { Reader } from '#db/handles.ts'
import { loadBooking } from '#db/repositories/booking/repository.ts'
import { loadRoom } from '#db/repositories/room/repository.ts'
import { loadStay } from '#db/repositories/stay/stays.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import type { PaperFormat } from '#shared/domain/device/device.ts'
import { latinName, wholeName } from '#shared/domain/name/name.ts'
import { type RegistrationField, registrationFields } from '#shared/domain/registration/fields.ts'
import { fieldsAsked, type RegistrationRule } from '#shared/domain/registration/rule.ts'
import { signatureBox, signaturePath, signaturesOf } from '#shared/domain/registration/signature.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { dayText } from '#shared/i18n/day-text.ts'
import { momentText } from '#shared/i18n/figure-text.ts'
import { fieldName, words } from '#shared/i18n/index.ts'
import { localeOf } from '#shared/i18n/language.ts'
import type { Language } from '#shared/i18n/types.ts'
import { ageOn, type BookingId, type BusinessDate, ok, type Result, refuse } from '#shared/values/index.ts'
import { roomOfDay } from '../booking/public.ts'
import { fileOutput, type PaperFile, paperOut } from '../device/public.ts'
import { wholePage } from '../folio/public.ts'
import { nameOf, type Sheet, sheetFor, sheetHead, sheetStyle, wideSheet } from '../house/public.ts'
import type { Context } from '../kernel/context.ts'
import { reads, writesAfter } from '../kernel/handler.ts'
import { type Change, done } from '../kernel/outcome.ts'
import { masked } from './masked.ts'
import { type PersonToRegister, personsOfBooking } from './persons.ts'
import { fieldText } from './words.ts'

type Asked = Omit<ParsedOf<'registration.card'>, 'format'>
type Card = {
  timeZone: string
  confirmationNo: string
  room: string
  arrival: BusinessDate
  departure: BusinessDate
  /** Whose cards are made, each in its own language, and everybody who is named in the booking. */
  cards: { person: PersonToRegister; language: Language }[]
  everybody: PersonToRegister[]
  rule: RegistrationRule | null
  on: BusinessDate
  /** The drawings, by guest. */
  signatures: ReadonlyMap<number, string>
  signedAt: string | null
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
    const file = fileOutput(made.value)
    return done(file, [cardChange(bookingId, file.name, format)])
  },
)

/** That a card was taken out, as a file or on paper. */
function cardChange(bookingId: BookingId, file: string, format: PaperFormat): Change {
  const after = { report: 'registration-card', file, format }
  return { entity: 'report', id: 0, bookingId, before: {}, after }
}

async function cardFile(
  db: Reader,
  asked: ParsedOf<'registration.card'>,
  ctx: Context,
): Promise<Result<PaperFile, RefusalOf<'registration.card'>>> {
  const card = await cardOf(db, asked, ctx)
  if (!card.ok) return card
  const { cards, confirmationNo } = card.value
  const sheetIn = async (language: Language) => wideSheet(await sheetFor(db, ctx, { ...asked, language }))
  const sheet = await sheetIn(cards[0]?.language ?? ctx.language)
  const pages: string[] = []
  for (const { person, language } of cards)
    pages.push(personHtml(card.value, person, language === sheet.language ? sheet : await sheetIn(language)))
  const name = words(sheet.language, 'registration.card.file', { number: confirmationNo })
  return paperOut(db, ctx, { name, html: cardHtml(confirmationNo, sheet, pages) }, asked.format)
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
  const stay = (await loadStay(db, asked.bookingId))?.image ?? null
  const roomId = stay?.roomId ?? (await roomOfDay(db, asked.bookingId, booking.image, ctx.businessDate))
  const room = roomId === null ? null : await loadRoom(db, roomId)
  const whose = one ? [one] : signers(persons, rule, ctx.businessDate)
  return ok({
    timeZone: ctx.hotel.timeZone,
    confirmationNo: booking.image.confirmationNo,
    room: room?.image.number ?? '',
    arrival: booking.image.arrival,
    departure: booking.image.departure,
    cards: whose.map((person) => ({
      person,
      language: asked.language ?? languageOf(person) ?? languageOf(persons[0]) ?? ctx.language,
    })),
    everybody: persons,
    rule,
    on: ctx.businessDate,
    signatures: signaturesOf(stay?.signature ?? null, booking.image.guestId),
    signedAt: stay?.signedAt ?? null,
  })
}

/**
 * What each who has to sign signs, as the printed card says it and in its language; empty lines are left out,
 * and a document's number is masked as on every screen.
 */
export const listCards = reads('registration.cards', async (db, { bookingId }, ctx) => {
  const card = await cardOf(db, { bookingId }, ctx)
  if (!card.ok) return card
  return card.value.cards.map(({ person, language }) => {
    const { guestId, guest } = person
    return {
      guestId,
      name: wholeName(guest.nativeName, latinName(guest), language),
      language,
      title: words(language, 'registration.card.title'),
      lines: cardLines(card.value, { ...person, data: masked(person.data) }, language).filter(
        ({ value }) => value !== '',
      ),
      confirm: words(language, 'registration.card.confirm'),
      signature: card.value.signatures.get(guestId) ?? null,
    }
  })
})

/** What a guest reads of the two languages of a card; null where nobody knows. */
function languageOf(person: PersonToRegister | undefined): Language | null {
  const spoken = person?.guest.language ?? ''
  return spoken === '' ? null : spoken === 'zh' ? 'zh' : 'en'
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

function cardHtml(confirmationNo: string, sheet: Sheet, pages: string[]): string {
  const title = words(sheet.language, 'registration.card.title')
  return wholePage({
    language: sheet.language,
    title: [title, confirmationNo],
    style: `${sheetStyle(`${title} ${confirmationNo}`, sheet)}\n${cardStyle}`,
    body: pages,
  })
}

const cardStyle = `.card{break-after:page}.card:last-child{break-after:auto}
.fields{grid-template-columns:1fr 1fr;gap:0 8mm;margin:4mm 0}
.fields div{display:block;border-bottom:.1mm solid #000;padding:1.2mm 0;min-height:11mm}
.fields .whole{grid-column:1/-1}.fields dt{font-size:.85em}.fields dd{min-height:1.4em}
.sign{margin-top:10mm;display:grid;grid-template-columns:1fr 1fr;gap:14mm;break-inside:avoid}
.sign div{border-bottom:.25mm solid #000;height:26mm;display:flex;align-items:flex-end}
.sign svg{width:100%;height:100%}.sign path{fill:none;stroke:#000;stroke-width:5;stroke-linecap:round;stroke-linejoin:round}`

/** What a card says above its signature; a whole line where it may be long. */
function cardLines(card: Card, person: PersonToRegister, language: Language) {
  const of = (label: string, value: string, whole = false) => ({ label, value, whole })
  const along = alongText(card, person, language)
  return [
    of(words(language, 'registration.column.room'), card.room),
    of(fieldName(['travellers'], language), person.data.travellers ?? ''),
    of(fieldName(['arrival'], language), dayText(card.arrival, language)),
    of(fieldName(['departure'], language), dayText(card.departure, language)),
    ...cardFields(card.rule, person, card.on).map((field) =>
      of(fieldName([field], language), fieldText(field, person.data[field] ?? '', language)),
    ),
    ...(along === '' ? [] : [of(words(language, 'registration.card.along'), along, true)]),
  ]
}

function personHtml(card: Card, person: PersonToRegister, sheet: Sheet): string {
  const { language } = sheet
  const number = words(language, 'registration.card.number', { number: card.confirmationNo })
  const lines = cardLines(card, person, language).map(
    ({ label, value, whole }) =>
      `<div${whole ? ' class="whole"' : ''}><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`,
  )
  return `<section class="card">
${sheetHead(words(language, 'registration.card.title'), sheet, [number])}
<dl class="fields">\n${lines.join('\n')}\n</dl>
<p>${escaped(words(language, 'registration.card.confirm'))}</p>
${signHtml(card, person, language)}
</section>`
}

/** Who else is in the room, minors with their date of birth: they have no card of their own. */
function alongText({ everybody }: Card, { guestId }: PersonToRegister, language: Language): string {
  return everybody
    .filter((one) => one.guestId !== guestId)
    .map(({ guest, minor }) => {
      const name = nameOf({ guestName: guest.nativeName, guestLatinName: latinName(guest) }, language)
      const born = minor && guest.birthDate !== null ? dayText(guest.birthDate, language, 'plain') : ''
      return born === '' ? name : `${name} (${born})`
    })
    .join(language === 'zh' ? '、' : ', ')
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

function signHtml(card: Card, { guestId }: PersonToRegister, language: Language): string {
  const { signatures, signedAt, timeZone } = card
  const drawn = signaturePath(signatures.get(guestId) ?? '')
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
