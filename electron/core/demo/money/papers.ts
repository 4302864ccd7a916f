/** Papers of a demo hotel: a slip for each deposit, an invoice for some who leave. */
import { confirmationNoOf } from '#shared/domain/booking/booking.ts'
import { liveLines } from '#shared/domain/folio/entries.ts'
import type { PaperContent, PaperImage, PaperKind, PaperLine, PaperRow } from '#shared/domain/folio/paper.ts'
import { linesOf, taxesOf, totalsOf } from '#shared/domain/folio/paper-sums.ts'
import type { PaymentDraft } from '#shared/domain/folio/posting.ts'
import { displayName } from '#shared/domain/name/name.ts'
import type { FolioLineId, Moment, PaperId, PostingId, TransactionCodeId } from '#shared/values/index.ts'
import { draftLine, frameOf } from '../../folio/public.ts'
import { departureOf } from '../stay.ts'
import type { Bill, PrintableLine } from './bill.ts'
import type { Act } from './books.ts'
import { stayFacts } from './charging.ts'
import type { MoneyDesk } from './desk.ts'
import type { Drawn } from './numbers.ts'
import { moneyTruth } from './terms.ts'

/** The slip or the receipt of a deposit: what came in. */
export function issueSlip(
  desk: MoneyDesk,
  bill: Bill,
  act: Act,
  kind: PaperKind,
  drawn: Drawn,
  { codeId, payment }: { codeId: TransactionCodeId; payment: PaymentDraft },
): void {
  const date = desk.diary.date(act.when.day)
  const line: Omit<PrintableLine, 'id'> = {
    postingId: 0 as PostingId,
    businessDate: date,
    folioId: bill.id,
    window: 1,
    codeId,
    serviceDate: date,
    text: '',
    quantity: 1000,
    unitMinor: -payment.amountMinor,
    netMinor: -payment.amountMinor,
    grossMinor: -payment.amountMinor,
    taxes: [],
    bookingId: bill.image.bookingId,
    roomNo: null,
    negates: null,
    about: null,
    facts: null,
    payment,
  }
  write(desk, bill, act, { kind, drawn, window: null, lines: [printed(desk, line)], lineIds: [] })
}

/** Invoices of the windows of a folio that is paid: all lines that stand on each. */
export function issueInvoices(desk: MoneyDesk, bill: Bill, act: Act): void {
  const wants = bill.random.chance(moneyTruth.invoice)
  const live = liveLines(bill.lines)
  for (const [window, { accountId }] of Object.entries(bill.image.windows)) {
    if (!wants && accountId === null) continue
    const own = live.filter((line) => line.window === Number(window))
    const lines = own.map((line) => printed(desk, line))
    if (linesOf(lines, 'charge').length === 0 || totalsOf(lines).grossMinor <= 0) continue
    const drawn = desk.numbers.next('invoice', desk.diary.date(act.when.day))
    const lineIds = own.map(({ id }) => id)
    write(desk, bill, act, {
      kind: 'invoice',
      drawn,
      window: Number(window),
      lines,
      lineIds,
    })
  }
}

function printed({ terms, hotel }: MoneyDesk, line: Omit<PrintableLine, 'id'>): PaperLine {
  return draftLine(line, terms.chart, hotel.language)
}

type Draft = {
  kind: PaperKind
  drawn: Drawn
  window: number | null
  lines: PaperLine[]
  lineIds: readonly FolioLineId[]
}

function write(desk: MoneyDesk, bill: Bill, act: Act, draft: Draft): void {
  const { bulk, diary, books } = desk
  const { kind, drawn, window, lines, lineIds } = draft
  const content = contentOf(desk, bill, act, draft)
  const id = bulk.nextId('papers') as PaperId
  const image: PaperImage = {
    kind,
    label: drawn.label,
    issuedOn: content.issuedOn,
    folioId: bill.id,
    window,
    postingId: null,
    reverses: null,
    language: content.language,
    payeeName: content.payee.name,
    netMinor: content.netMinor,
    taxMinor: content.taxMinor,
    grossMinor: content.grossMinor,
  }
  const { seriesId, year, number } = drawn
  const row: PaperRow = {
    ...image,
    id,
    seriesId,
    year,
    number,
    businessDate: content.businessDate,
    moment: diary.momentAt(act.when) as Moment,
    actor: act.author.actor,
  }
  bill.papers.push({ row, content: { ...content, lines }, lineIds })
  const told = lineIds.length === 0 ? act : { ...act, operation: 'paper.issue' }
  books.tell(told, 'paper', id, null, image, bill.image.bookingId)
}

function contentOf(desk: MoneyDesk, bill: Bill, { when, author }: Act, draft: Draft): PaperContent {
  const { terms, hotel, diary, world, currency } = desk
  const { stay } = bill
  const { language } = hotel
  const businessDate = diary.date(when.day)
  const frame = frameOf(terms.chart.settings, language, {
    issuedOn: businessDate,
    issuedAt: clock(when.seconds),
    businessDate,
    currency,
    hotelName: hotel.name,
    country: hotel.country,
    address: '',
    email: '',
    phone: '',
    cashier: author.actor,
  })
  const nameOf = (id: number) => {
    const person = desk.bulk.guestPerson(id)
    return person ? displayName(person, language) : ''
  }
  const { guestId } = bill.image
  const guest = guestId === null ? bill.image.name : nameOf(guestId)
  const payee = bill.image.windows[draft.window ?? 1]
  const own = payee?.accountId
    ? world.house.accountNames.get(payee.accountId)
    : payee?.guestId
      ? nameOf(payee.guestId)
      : ''
  return {
    ...frame,
    ...(stay === null
      ? {}
      : {
          confirmationNo: confirmationNoOf(stay.id),
          roomNo: stayFacts(desk, stay, when.day).roomNo,
          arrival: diary.date(stay.arrival),
          departure: diary.date(departureOf(stay)),
        }),
    guest,
    folioNo: String(bill.id),
    kind: draft.kind,
    label: draft.drawn.label,
    payee: { ...frame.payee, name: own || guest },
    window: draft.window ?? 1,
    lines: draft.lines,
    taxes: taxesOf(draft.lines),
    ...totalsOf(draft.lines),
  }
}

/** The clock of the hotel as paper shows it: `14:05`. */
export function clock(seconds: number): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0')
  return `${two(seconds / 3600)}:${two((seconds % 3600) / 60)}`
}
