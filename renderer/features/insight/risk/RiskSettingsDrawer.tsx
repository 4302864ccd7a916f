import { Checkbox } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { type ProtectedRiskFact, protectedRiskFacts } from '#shared/domain/insight/risk/made.ts'
import type { RiskSettings } from '#shared/domain/insight/settings/risk.ts'
import { type Currency, minorToDecimal, parseMoney } from '#shared/values/money.ts'

/** The costs that the hint assumes, and which protected traits the model may use. */
export function RiskSettingsDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  const settings = useQuery('insight.settings', {})
  const stored = settings.data?.find(({ section }) => section === 'risk')
  if (!stored)
    return (
      <SideDrawer open title={t('insightRisk.settings.title')} onClose={onClose}>
        <RowSkeleton />
      </SideDrawer>
    )
  const parameters = stored.parameters as RiskSettings
  return <Form key={stored.version} settings={parameters} version={stored.version} onClose={onClose} />
}

type Typed = { walked: string; empty: string; allowed: ProtectedRiskFact[] }
type FormProps = { settings: RiskSettings; version: number; onClose: () => void }

function Form({ settings, version, onClose }: FormProps) {
  const { t } = useWords()
  const { currency } = useHotel()
  const text = (minor: number | null) => (minor === null ? '' : minorToDecimal(minor, currency as Currency))
  const draft = useDraft<Typed>('insight:risk:settings', {
    walked: text(settings.costs.walkedMinor),
    empty: text(settings.costs.emptyMinor),
    allowed: settings.allowed,
  })
  const save = useCommand('insight.saveSettings')
  const [wrong, setWrong] = useState<'walked' | 'empty' | null>(null)
  const { walked, empty, allowed } = draft.value
  const change = (patch: Partial<Typed>) => {
    draft.set({ ...draft.value, ...patch })
    setWrong(null)
    save.reset()
  }
  const minorOf = (typed: string) => (typed.trim() === '' ? null : parseMoney(typed, currency as Currency))
  const isWrong = (typed: string) => typed.trim() !== '' && !((minorOf(typed) ?? -1) >= 0)
  const submit = async () => {
    if (isWrong(walked)) return setWrong('walked')
    if (isWrong(empty)) return setWrong('empty')
    const costs = { walkedMinor: minorOf(walked), emptyMinor: minorOf(empty) }
    const reply = await save.run({ section: 'risk', version, parameters: { costs, allowed } })
    if (!reply.ok) return
    draft.clear()
    onClose()
  }
  return (
    <SideDrawer
      open
      title={t('insightRisk.settings.title')}
      onClose={onClose}
      draft={draft}
      submit={{ label: t('common.save'), run: () => void submit(), pending: save.pending }}
    >
      {save.trouble && (
        <p className="k-trouble-line" role="alert">
          {save.trouble}
        </p>
      )}
      {(['walked', 'empty'] as const).map((cost, at) => (
        <Field
          key={cost}
          label={t(`insightRisk.settings.${cost}`)}
          hint={t('insightRisk.settings.costsHint')}
          error={wrong === cost ? t('settings.amount', { currency }) : undefined}
        >
          {(control) => (
            <MoneyField
              {...control}
              autoFocus={at === 0}
              value={draft.value[cost]}
              onChange={(typed) => change({ [cost]: typed })}
            />
          )}
        </Field>
      ))}
      <fieldset className="risk-allowed">
        <legend>{t('insightRisk.settings.allowed')}</legend>
        {protectedRiskFacts.map((fact) => (
          <Checkbox
            key={fact}
            checked={allowed.includes(fact)}
            onChange={({ target }) =>
              change({ allowed: target.checked ? [...allowed, fact] : allowed.filter((one) => one !== fact) })
            }
          >
            {t(`insightRisk.fact.${fact}`)}
          </Checkbox>
        ))}
        <p className="k-field-hint">{t('insightRisk.settings.allowedHint')}</p>
      </fieldset>
    </SideDrawer>
  )
}
