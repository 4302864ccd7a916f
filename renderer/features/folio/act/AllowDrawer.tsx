import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { readAmount } from '#renderer/parts/folio/amounts.ts'
import { Effect } from '#renderer/parts/folio/Effect.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { ReasonField } from '#renderer/ui/ReasonField.tsx'
import type { ActProps } from './act-props.ts'
import { ChosenLines } from './ChosenLines.tsx'
import { useHeldLines } from './use-held-lines.ts'

const usual = ['noise', 'breakdown', 'service', 'dispute', 'goodwill'] as const

/** Gives a guest something off a charge, with a reason. */
export function AllowDrawer({ folio, chosen, onClose }: ActProps) {
  const { t } = useWords()
  const { currency } = useHotel()
  const [line] = useHeldLines(chosen, ({ codeKind }) => codeKind === 'charge')
  const draft = useDraft(`folio:${folio.id}:allow`, { amount: '', reason: '' })
  const command = useCommand('folio.allow')
  const { amount, reason } = draft.value
  const amountMinor = readAmount(amount, currency)
  const set = (patch: Partial<typeof draft.value>) => {
    command.reset()
    draft.set({ ...draft.value, ...patch })
  }
  const run = async () => {
    if (!line || !amountMinor) return
    const reply = await command.run({ lineId: line.id, amountMinor, reason: reason.trim() })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  const given = folio.lines
    .filter((one) => one.live && one.about === line?.id && one.codeKind === 'allowance')
    .reduce((sum, one) => sum - one.grossMinor, 0)
  const left = line ? line.grossMinor - given : 0
  const window = folio.windows.find((one) => one.window === line?.window)?.balanceMinor ?? 0
  const valid = typeof amountMinor === 'number' && amountMinor > 0
  return (
    <ActDrawer
      title={t('folioScreen.allow.title')}
      onClose={onClose}
      submit={t('folioScreen.act.allow')}
      run={run}
      ready={line !== undefined && valid && reason.trim() !== ''}
      command={command}
      fields={['amountMinor', 'reason']}
      draft={draft}
    >
      {(errors) => (
        <>
          {line ? <ChosenLines lines={[line]} /> : <p className="k-field">{t('folioScreen.allow.none')}</p>}
          <Field
            label={t('folioScreen.field.amount')}
            error={amountMinor === null ? t('folioScreen.wrong.amount') : errors.amountMinor}
          >
            {(control) => (
              <MoneyField {...control} autoFocus value={amount} onChange={(text) => set({ amount: text })} />
            )}
          </Field>
          <ReasonField
            value={reason}
            usual={usual.map((why) => t(`folioScreen.allow.usual.${why}`))}
            error={errors.reason}
            onChange={(text) => set({ reason: text })}
          />
          {line && valid && (
            <Effect
              rows={[
                {
                  name: t('folioScreen.allow.left'),
                  before: left,
                  after: left - amountMinor,
                  wrong: amountMinor > left,
                },
                {
                  name: t('folioScreen.effect.window', { window: line.window }),
                  before: window,
                  after: window - amountMinor,
                },
              ]}
            />
          )}
        </>
      )}
    </ActDrawer>
  )
}
