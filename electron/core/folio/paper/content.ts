import type { Reader } from '#db/handles.ts'
import { readInvoiced, readLines } from '#db/queries/folio/read.ts'
import {
  type FolioHead,
  readFolioHead,
  readLineViews,
  readTaxViews,
  readWindowViews,
  type WindowView,
} from '#db/queries/folio/view.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import { readSettings } from '#db/repositories/hotel/repository.ts'
import { alpha2Of } from '#shared/domain/country/countries.ts'
import type { Chart } from '#shared/domain/folio/chart-of-hotel.ts'
import { liveLines } from '#shared/domain/folio/entries.ts'
import type { Payee } from '#shared/domain/folio/folio.ts'
import type { PaperContent, PaperLanguage, PaperLine, PrintKind } from '#shared/domain/folio/paper.ts'
import { linesOf, taxesOf, totalsOf } from '#shared/domain/folio/paper-sums.ts'
import type { LineDraft } from '#shared/domain/folio/posting.ts'
import { displayName } from '#shared/domain/name/name.ts'
import { type FolioId, type FolioLineId, type Refused, refuse } from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import { issueTime } from './clock.ts'
import { roundingLines } from './document-rounding.ts'
import { draftLine, paperLine } from './lines.ts'

export type WindowAsked = {
  folioId: FolioId
  window: number
  language: PaperLanguage
  kind: 'bill' | 'pro-forma' | 'invoice'
  lineIds?: readonly FolioLineId[] | undefined
}

export type ContentCode =
  | 'FOLIO_UNKNOWN'
  | 'WINDOW_UNKNOWN'
  | 'LINE_UNKNOWN'
  | 'LINE_GONE'
  | 'LINE_INVOICED'
  | 'PAPER_EMPTY'

/** What a paper of a folio's window says, and which lines are on it. Its number is given when it is issued. */
export type WindowContent = {
  content: PaperContent
  lineIds: FolioLineId[]
  /** Lines of an invoice that are posted when it is issued; they are in its content. */
  rounding: LineDraft[]
}

/**
 * The paper of a window: all lines that stand on it, or those that were asked for. An invoice leaves out what is on another one.
 * Refused: PAPER_EMPTY where nothing is charged, LINE_INVOICED with its number for a line that was asked for.
 */
export async function windowContent(
  db: Reader,
  ctx: Context,
  asked: WindowAsked,
): Promise<WindowContent | Refused<ContentCode>> {
  const head = await readFolioHead(db, asked.folioId)
  if (!head) return refuse('FOLIO_UNKNOWN', { id: asked.folioId })
  const window = (await readWindowViews(db, asked.folioId)).find((one) => one.window === asked.window)
  if (!window) return refuse('WINDOW_UNKNOWN', { window: asked.window })
  const chart = await readChart(db)
  const lines = await printedLines(db, asked, chart)
  if (!Array.isArray(lines)) return lines
  const own = lines.map(({ line }) => line)
  if (asked.kind !== 'bill' && linesOf(own, 'charge').length === 0) return refuse('PAPER_EMPTY')
  const lineIds = lines.map(({ id }) => id)
  const rounding = asked.kind === 'invoice' ? await roundingOf(db, chart, head, lineIds, asked.language) : []
  const printed = [...own, ...rounding.map((line) => draftLine(line, chart, asked.language))]
  const frame = await paperFrame(db, ctx, chart, asked.language)
  return {
    lineIds,
    rounding,
    content: {
      ...frame,
      ...stayOf(head, asked.language),
      kind: asked.kind,
      payee: payeeOf(window, head, asked.language),
      window: asked.window,
      lines: printed,
      taxes: taxesOf(printed),
      ...totalsOf(printed),
    },
  }
}

/** By how much the taxes of the whole paper differ from those of its lines, where the hotel rounds so. */
async function roundingOf(
  db: Reader,
  chart: Chart,
  { status }: FolioHead,
  ids: readonly FolioLineId[],
  language: PaperLanguage,
): Promise<LineDraft[]> {
  if (chart.settings.taxRounding !== 'document') return []
  return roundingLines(chart, await readLines(db, ids), { language, isClosed: status === 'closed' })
}

type Printed = { id: FolioLineId; line: PaperLine }

async function printedLines(
  db: Reader,
  { folioId, window, language, kind, lineIds }: WindowAsked,
  chart: Chart,
): Promise<Printed[] | Refused<'LINE_UNKNOWN' | 'LINE_GONE' | 'LINE_INVOICED'>> {
  const all = (await readLineViews(db, folioId)).filter((line) => line.window === window)
  const live = liveLines(all as unknown as { id: FolioLineId; negates: FolioLineId | null }[])
  const isLive = new Set<number>(live.map(({ id }) => id))
  const wanted = lineIds && new Set<number>(lineIds)
  const missing = lineIds?.find((id) => !all.some((line) => line.id === id))
  if (missing !== undefined) return refuse('LINE_UNKNOWN', { id: missing })
  const gone = wanted && all.find((line) => wanted.has(line.id) && !isLive.has(line.id))
  if (gone) return refuse('LINE_GONE', { text: gone.text })
  const onPaper = all.filter((line) => isLive.has(line.id) && (!wanted || wanted.has(line.id)))
  const ids = onPaper.map(({ id }) => id as FolioLineId)
  const invoiced = new Map(
    (kind === 'invoice' ? await readInvoiced(db, ids) : []).map((row) => [row.lineId, row.label]),
  )
  const [taken] = invoiced.values()
  if (wanted && taken !== undefined) return refuse('LINE_INVOICED', { number: taken })
  const taxes = Map.groupBy(await readTaxViews(db, folioId), ({ lineId }) => lineId)
  return onPaper
    .filter(({ id }) => !invoiced.has(id as FolioLineId))
    .map((line) => ({
      id: line.id as FolioLineId,
      line: paperLine(line, taxes.get(line.id) ?? [], chart, language),
    }))
}

/** What every paper of the hotel has: its head, the moment, the cashier. Sums and lines are empty. */
export async function paperFrame(
  db: Reader,
  ctx: Context,
  { settings }: Pick<Chart, 'settings'>,
  language: PaperLanguage,
): Promise<PaperContent> {
  const hotel = await readSettings(db)
  return frameOf(settings, language, {
    ...issueTime(ctx),
    businessDate: ctx.businessDate,
    currency: ctx.hotel.currency,
    hotelName: ctx.hotel.hotelName,
    country: ctx.hotel.country,
    address: hotel?.address ?? '',
    email: hotel?.email ?? '',
    phone: hotel?.phone ?? '',
    cashier: ctx.user?.name || ctx.actor,
  })
}

/** Where, when and by whom a paper is issued. `country`: ISO 3166, three letters. */
export type PaperIssue = Pick<
  PaperContent,
  'issuedOn' | 'issuedAt' | 'businessDate' | 'currency' | 'cashier'
> & { hotelName: string; country: string; address: string; email: string; phone: string }

/** A paper with its head and nothing on it. */
export function frameOf(
  settings: Chart['settings'],
  language: PaperLanguage,
  issue: PaperIssue,
): PaperContent {
  const kind: PrintKind = 'bill'
  const { issuedOn, issuedAt, businessDate, currency, cashier, email, phone } = issue
  return {
    kind,
    label: '',
    issuedOn,
    issuedAt,
    businessDate,
    currency,
    language,
    reverses: null,
    seller: {
      name: settings.sellerName || issue.hotelName,
      address: settings.sellerAddress || issue.address,
      taxNo: settings.sellerTaxNo,
      email,
      phone,
      registration: settings.sellerRegistration,
      bank: settings.sellerBank,
      country: alpha2Of(issue.country) ?? '',
    },
    payee: { name: '', address: '', taxNo: '', email: '', country: '' },
    guest: '',
    confirmationNo: '',
    roomNo: '',
    arrival: null,
    departure: null,
    folioNo: '',
    window: 1,
    lines: [],
    taxes: [],
    taxRounding: settings.taxRounding,
    ...totalsOf([]),
    reason: '',
    cashier,
    footer: settings.footer,
  }
}

type Named = Pick<WindowView, 'nativeName' | 'familyName' | 'givenName'>

/** A guest's name as the paper's language writes it. */
function guestName({ nativeName, familyName, givenName }: Named, language: PaperLanguage): string {
  const names = { nativeName: nativeName ?? '', familyName: familyName ?? '', givenName: givenName ?? '' }
  return displayName(names, language)
}

/** The stay as it stands on paper: whose, which room, from when to when. */
export function stayOf(head: FolioHead, language: PaperLanguage) {
  return {
    guest: guestName(head, language) || head.name,
    confirmationNo: head.confirmationNo ?? '',
    roomNo: head.roomNo ?? '',
    arrival: head.arrival,
    departure: head.departure,
    folioNo: head.code ?? String(head.id),
  }
}

function payeeOf(row: WindowView, head: FolioHead, language: PaperLanguage): PaperContent['payee'] {
  const printed = JSON.parse(row.payee) as Pick<Payee, 'name' | 'address' | 'taxNo' | 'email'>
  const own = row.accountName ?? (row.nativeName === null ? '' : guestName(row, language))
  const name = printed.name || own || guestName(head, language) || head.name
  return { name, address: printed.address, taxNo: printed.taxNo, email: printed.email, country: '' }
}
