import type { Reader, Writer } from '#db/handles.ts'
import { readFolioHead } from '#db/queries/folio/view.ts'
import { readChart } from '#db/repositories/folio/chart.ts'
import type { DepositImage } from '#shared/domain/folio/deposit.ts'
import type { PaperContent, PaperLanguage, PaperLine } from '#shared/domain/folio/paper.ts'
import { totalsOf } from '#shared/domain/folio/paper-sums.ts'
import type { Refused } from '#shared/values/index.ts'
import type { Context } from '../../kernel/context.ts'
import { paperFrame, stayOf } from './content.ts'
import { type Issued, issuePaper } from './issue.ts'

/** The paper of a deposit: 押金 has a slip, a deposit before arrival a receipt. */
export function slipKind({ kind }: Pick<DepositImage, 'kind'>): 'key-deposit-slip' | 'deposit-receipt' {
  return kind === 'key' ? 'key-deposit-slip' : 'deposit-receipt'
}

/** What the slip of a deposit or 押金 says: the money that was taken, from whom, and the number to give it back against. */
export async function slipContent(
  db: Reader,
  ctx: Context,
  deposit: DepositImage,
  language: PaperLanguage,
): Promise<PaperContent> {
  const chart = await readChart(db)
  const head = await readFolioHead(db, deposit.folioId)
  if (!head) throw new Error(`a deposit without its folio ${deposit.folioId}`)
  const frame = await paperFrame(db, ctx, chart, language)
  const stay = stayOf(head, language)
  const code = chart.codes.get(deposit.codeId)
  const line: PaperLine = {
    kind: 'payment',
    date: deposit.takenOn,
    code: code?.code ?? '',
    text: (language === 'zh' ? code?.nameZh : code?.nameEn) ?? '',
    quantity: 1000,
    unitMinor: 0 - deposit.amountMinor,
    netMinor: 0 - deposit.amountMinor,
    taxMinor: 0,
    grossMinor: 0 - deposit.amountMinor,
    taxes: [],
    roomNo: '',
    payment: null,
  }
  return {
    ...frame,
    ...stay,
    kind: slipKind(deposit),
    label: deposit.slipNo,
    payee: { ...frame.payee, name: stay.guest },
    lines: [line],
    ...totalsOf([line]),
  }
}

/**
 * Numbers and keeps the slip of a deposit that is being taken, in its transaction; `label` is the deposit's slip number. Drawing
 * the number alone would leave a gap among the papers. Refused: SERIES_MISSING.
 */
export async function issueSlip(
  tx: Writer,
  ctx: Context,
  deposit: Omit<DepositImage, 'slipNo'>,
  language: PaperLanguage,
): Promise<Issued | Refused<'SERIES_MISSING'>> {
  const draft = await slipContent(tx, ctx, { ...deposit, slipNo: '' }, language)
  return issuePaper(tx, ctx, slipKind(deposit), draft, {
    folioId: deposit.folioId,
    window: null,
    postingId: null,
    reverses: null,
    bookingId: deposit.bookingId,
  })
}
