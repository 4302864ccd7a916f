import { codeOf } from '#renderer/api/reply-error.ts'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { choiceKey, useChoiceKeys } from '#renderer/base/keys/choice-keys.ts'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { type FeeKind, feeKinds } from '#shared/domain/folio/fee-policy.ts'
import { type BookingId, type Currency, minorToDecimal } from '#shared/values/index.ts'
import { readAmount } from '#renderer/parts/folio/amounts.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import type { ActProps } from './act-props.ts'
import { Effect } from '#renderer/parts/folio/Effect.tsx'

/** Posts what a cancellation, a no-show or an early departure costs: by the policy, or another amount with a reason. */
export function FeeDrawer({ folio, chart, onClose }: ActProps) {
  const { t, language } = useWords()
  const { currency, businessDate } = useHotel()
  const bookingId = folio.bookingId as BookingId
  const draft = useDraft(`folio:${folio.id}:fee`, {
    fee: feeFor(folio.bookingStatus) as FeeKind,
    amount: '',
    reason: '',
  })
  const { fee, amount, reason } = draft.value
  const preview = useQuery('folio.previewFee', { bookingId, fee })
  const command = useCommand('folio.postFee')
  const set = (patch: Partial<typeof draft.value>) => {
    command.reset()
    draft.set({ ...draft.value, ...patch })
  }
  const toFee = (next: FeeKind) => set({ fee: next, amount: '' })
  useChoiceKeys(feeKinds, 'folioScreen.key.feeKind', toFee)
  const due = preview.data?.feeMinor ?? null
  const typed = readAmount(amount, currency)
  const minor = typed === undefined ? due : typed
  const other = typed !== undefined && typed !== null && typed !== due
  const run = async () => {
    if (minor === null) return
    const reply = await command.run({
      bookingId,
      fee,
      ...(typed === undefined || typed === null ? {} : { amountMinor: typed }),
      ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
      businessDate,
    })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const policy = chart.view?.policies.find(({ code }) => code === preview.data?.policy)
  const notDue = preview.failed !== null && codeOf(preview.failed) === 'FEE_NOT_DUE'
  return (
    <ActDrawer
      title={t('folioScreen.fee.title')}
      onClose={onClose}
      submit={t('folioScreen.act.fee')}
      run={run}
      ready={!preview.failed && minor !== null && minor > 0 && (!other || reason.trim() !== '')}
      command={command}
      fields={['amountMinor', 'reason']}
      draft={draft}
    >
      {(errors) => (
        <>
          <div role="radiogroup" aria-label={t('folioScreen.fee.kind')} className="fo-methods">
            {feeKinds.map((kind, at) => (
              <button
                key={kind}
                type="button"
                role="radio"
                aria-checked={kind === fee}
                className="fo-method"
                onClick={() => toFee(kind)}
              >
                {t(`folioScreen.fee.kinds.${kind}`)} <KeyHint keys={choiceKey(at)} />
              </button>
            ))}
          </div>
          {preview.failed && !notDue && (
            <Trouble failed={preview.failed} operation="folio.previewFee" onRetry={preview.retry} line />
          )}
          {notDue && <p className="k-field k-quiet">{t('folioScreen.fee.notDue')}</p>}
          {preview.data && (
            <p className="k-field">
              {policy
                ? t('folioScreen.fee.policy', { policy: `${policy.code} ${inLanguage(policy, language)}` })
                : t('folioScreen.fee.noPolicy')}
            </p>
          )}
          <Field
            label={t('folioScreen.field.amount')}
            error={typed === null ? t('folioScreen.wrong.amount') : errors.amountMinor}
            hint={t('folioScreen.fee.amountHint')}
          >
            {(control) => (
              <MoneyField
                {...control}
                autoFocus
                disabled={notDue}
                value={amount}
                placeholder={due === null ? '' : minorToDecimal(due, currency as Currency)}
                onChange={(text) => set({ amount: text })}
              />
            )}
          </Field>
          <ReasonField
            value={reason}
            required={other}
            usual={(['agreed', 'late', 'partly'] as const).map((why) => t(`folioScreen.fee.usual.${why}`))}
            error={errors.reason}
            onChange={(text) => set({ reason: text })}
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

function feeFor(status: string | null): FeeKind {
  if (status === 'no-show') return 'no-show'
  return status === 'in-house' || status === 'checked-out' ? 'early-departure' : 'cancellation'
}
