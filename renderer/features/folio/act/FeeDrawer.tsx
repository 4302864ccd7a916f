import { codeOf } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { readAmount } from '#renderer/parts/folio/amounts.ts'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { AmountField } from '#renderer/parts/folio/fields.tsx'
import { KeyedChoice } from '#renderer/parts/folio/KeyedChoice.tsx'
import { useTyped } from '#renderer/parts/folio/use-typed.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { type FeeKind, feeKinds } from '#shared/domain/folio/fee-policy.ts'
import { type BookingId, type Currency, minorToDecimal } from '#shared/values/index.ts'
import type { ActProps } from './act-props.ts'

/** Posts what a cancellation, a no-show or an early departure costs: by the policy, or another amount with a reason. */
export function FeeDrawer(props: ActProps) {
  const { t } = useWords()
  const { currency } = useHotel()
  const fee = useFee(props)
  const { typed, set, due, minor, notDue } = fee
  return (
    <ActDrawer
      title={t('folioScreen.fee.title')}
      onClose={props.onClose}
      submit={t('folioScreen.act.fee')}
      run={fee.run}
      ready={fee.ready}
      command={fee.command}
      fields={['amountMinor', 'reason']}
      draft={fee.draft}
    >
      {(errors) => (
        <>
          <KeyedChoice
            label={t('folioScreen.fee.kind')}
            keysLabel="folioScreen.key.feeKind"
            choices={feeKinds}
            value={typed.fee}
            word={(kind) => t(`folioScreen.fee.kinds.${kind}`)}
            onChange={(kind) => set({ fee: kind, amount: '' })}
          />
          <Policy chart={props.chart} preview={fee.preview} notDue={notDue} />
          <AmountField
            autoFocus
            disabled={notDue}
            value={typed.amount}
            placeholder={due === null ? '' : minorToDecimal(due, currency as Currency)}
            isWrong={fee.isWrong}
            error={errors.amountMinor}
            hint={t('folioScreen.fee.amountHint')}
            onChange={(amount) => set({ amount })}
          />
          <ReasonField
            value={typed.reason}
            required={fee.other}
            usual={(['agreed', 'late', 'partly'] as const).map((why) => t(`folioScreen.fee.usual.${why}`))}
            error={errors.reason}
            onChange={(reason) => set({ reason })}
          />
          {minor !== null && minor > 0 && (
            <Effect
              rows={[
                ...(due === null ? [] : [{ name: t('folioScreen.fee.byPolicy'), after: due }]),
                { name: t('folioScreen.fee.posted'), after: minor },
              ]}
            />
          )}
        </>
      )}
    </ActDrawer>
  )
}

/** What the policy says and what is typed instead, and the command that posts the fee. */
function useFee({ folio, onClose }: ActProps) {
  const { currency, businessDate } = useHotel()
  const bookingId = folio.bookingId as BookingId
  const command = useCommand('folio.postFee')
  const { draft, typed, set } = useTyped(
    `folio:${folio.id}:fee`,
    { fee: feeFor(folio.bookingStatus), amount: '', reason: '' },
    command,
  )
  const preview = useQuery('folio.previewFee', { bookingId, fee: typed.fee })
  const due = preview.data?.feeMinor ?? null
  const amount = readAmount(typed.amount, currency)
  const minor = amount === undefined ? due : amount
  const other = typeof amount === 'number' && amount !== due
  const reason = typed.reason.trim()
  const run = async () => {
    if (minor === null) return
    const reply = await command.run({
      bookingId,
      fee: typed.fee,
      ...(typeof amount === 'number' ? { amountMinor: amount } : {}),
      ...(reason === '' ? {} : { reason }),
      businessDate,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return {
    draft,
    typed,
    set,
    command,
    preview,
    due,
    minor,
    /** Not what the policy says: that needs a reason. */
    other,
    isWrong: amount === null,
    notDue: preview.failed !== null && codeOf(preview.failed) === 'FEE_NOT_DUE',
    ready: !preview.failed && minor !== null && minor > 0 && (!other || reason !== ''),
    run,
  }
}

type PolicyProps = Pick<ActProps, 'chart'> & Pick<ReturnType<typeof useFee>, 'preview' | 'notDue'>

/** By which policy the fee is due; that none is. */
function Policy({ chart, preview, notDue }: PolicyProps) {
  const { t, language } = useWords()
  if (notDue) return <p className="k-field k-quiet">{t('folioScreen.fee.notDue')}</p>
  if (preview.failed)
    return <Trouble failed={preview.failed} operation="folio.previewFee" onRetry={preview.retry} line />
  if (!preview.data) return null
  const policy = chart.view?.policies.find(({ code }) => code === preview.data?.policy)
  return (
    <p className="k-field">
      {policy
        ? t('folioScreen.fee.policy', { policy: `${policy.code} ${inLanguage(policy, language)}` })
        : t('folioScreen.fee.noPolicy')}
    </p>
  )
}

function feeFor(status: string | null): FeeKind {
  if (status === 'no-show') return 'no-show'
  return status === 'in-house' || status === 'checked-out' ? 'early-departure' : 'cancellation'
}
