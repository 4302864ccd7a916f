import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { useDraftWords } from '#renderer/parts/folio/draft-words.ts'
import { balanceOf } from '#renderer/parts/folio/folio-view.ts'
import { MethodChoice, PaymentFields } from '#renderer/parts/folio/PaymentFields.tsx'
import { emptyPayment, readPayment } from '#renderer/parts/folio/typed-payment.ts'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { type Currency, minorToDecimal } from '#shared/values/index.ts'
import type { ActProps } from './act-props.ts'
import { OutFields } from './OutFields.tsx'

const fields = ['codeId', 'amountMinor', 'accountId', 'lastFour', 'reason'] as const
const usual = ['overpaid', 'early', 'complaint'] as const

/** Gives money back: by which method, how much, why. */
export function RefundDrawer(props: ActProps) {
  const { folio, chart, onClose } = props
  const { t } = useWords()
  const { draft, typed, set, command, codes, desk, read, run } = useRefund(props)
  const draftWords = useDraftWords(chart)
  return (
    <ActDrawer
      title={t('folioScreen.refund.title')}
      onClose={onClose}
      submit={t('folioScreen.refund.submit')}
      run={run}
      ready={read.input !== null && typed.reason.trim() !== ''}
      command={command}
      fields={fields}
      draft={draft}
      draftWords={draftWords}
      danger
    >
      {(errors) => (
        <>
          <MethodChoice
            codes={codes}
            chart={chart}
            value={typed.codeId}
            error={errors.codeId}
            onChange={(codeId) => set({ codeId })}
          />
          <PaymentFields
            typed={typed}
            set={set}
            read={read}
            desk={desk}
            balanceMinor={0}
            errors={errors}
            plain
            autoFocus
          />
          <OutFields
            folio={folio}
            typed={typed}
            set={set}
            usual={usual.map((why) => t(`folioScreen.refund.usual.${why}`))}
            amountMinor={read.minor}
            error={errors.reason}
          />
        </>
      )}
    </ActDrawer>
  )
}

/** What is typed of a refund, by the way the money came in at first, and the command that gives it back. */
function useRefund({ folio, chart, window, onClose }: ActProps) {
  const { currency, businessDate } = useHotel()
  const desk = { chart, currency, businessDate }
  const codes = chart.payments.filter(({ method }) => method !== 'voucher')
  const credit = Math.max(0, -balanceOf(folio, window))
  const lastPaid = folio.lines.findLast((line) => line.live && line.payment !== null && line.grossMinor < 0)
  const command = useCommand('folio.refund')
  const { draft, typed, set } = useTyped(
    `folio:${folio.id}:refund`,
    {
      ...emptyPayment,
      window,
      reason: '',
      codeId: (codes.find(({ id }) => id === lastPaid?.codeId)?.id ?? codes[0]?.id ?? null) as number | null,
      brand: lastPaid?.payment?.brand ?? '',
      lastFour: lastPaid?.payment?.lastFour ?? '',
      amount: credit > 0 ? minorToDecimal(credit, currency as Currency) : '',
    },
    command,
  )
  const read = readPayment({ ...typed, tendered: '', currency: '' }, desk)
  const run = async () => {
    if (!read.input) return
    const { codeId, amountMinor, brand, lastFour, reference, accountId, text } = read.input
    const reply = await command.run({
      folioId: folio.id,
      window: typed.window,
      codeId,
      amountMinor,
      brand,
      lastFour,
      reference,
      text,
      ...(accountId === undefined ? {} : { accountId }),
      reason: typed.reason.trim(),
      businessDate,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return { draft, typed, set, command, codes, desk, read, run }
}
