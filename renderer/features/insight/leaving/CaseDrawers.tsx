import { Input, Select } from 'antd'
import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { useWords } from '#renderer/base/language.ts'
import { nameText } from '#renderer/parts/guest/names.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import {
  type LossReason,
  lossReasons,
  type Offer,
  type Outcome,
  offers,
  outcomes,
} from '#shared/domain/insight/leaving/case.ts'
import { addDays, type BusinessDate } from '#shared/values/business-date.ts'
import { type Currency, parseMoney } from '#shared/values/money.ts'
import type { LeavingRow } from './reason.ts'

type Props = { row: LeavingRow; onClose: () => void }

/** The usual times that a guest is left alone, in days. */
const usualDays = [14, 30, 90] as const

const versionOf = (row: LeavingRow) => row.case?.version ?? null

/** Leaves the guest alone until a day. */
export function SnoozeDrawer({ row, onClose }: Props) {
  const { t, language } = useWords()
  const { businessDate } = useHotel()
  const draft = useDraft(`leaving:${row.guestId}:snooze`, { until: addDays(businessDate, 30) as string })
  const save = useCommand('leaving.snooze')
  const submit = async () => {
    const { until } = draft.value
    const input = { guestId: row.guestId, version: versionOf(row), until: until as BusinessDate }
    if (!(await save.run(input)).ok) return
    draft.clear()
    onClose()
  }
  return (
    <SideDrawer
      open
      title={t('leaving.drawer.snooze', { guest: nameText(row, language, t) })}
      onClose={onClose}
      draft={draft}
      submit={{ label: t('leaving.act.snooze'), run: () => void submit(), pending: save.pending }}
    >
      <Trouble of={save} />
      <p>{t('leaving.drawer.snoozeAbout')}</p>
      <Field label={t('field.name.until')} error={save.errors.until}>
        {(control) => (
          <DateField
            {...control}
            autoFocus
            value={draft.value.until}
            onChange={(until) => draft.set({ until })}
          />
        )}
      </Field>
      <div className="k-usual" role="group" aria-label={t('field.name.until')}>
        {usualDays.map((days) => (
          <button
            key={days}
            type="button"
            className="k-chip"
            onClick={() => draft.set({ until: addDays(businessDate, days) })}
          >
            {t('leaving.drawer.inDays', { count: days })}
          </button>
        ))}
      </div>
    </SideDrawer>
  )
}

/** Notes what was offered and what it costs. */
export function OfferDrawer({ row, onClose }: Props) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  const start = { offer: (row.case?.offer ?? 'call') as Offer, text: '', cost: '' }
  const draft = useDraft(`leaving:${row.guestId}:offer`, start)
  const save = useCommand('leaving.offer')
  const [wrong, setWrong] = useState(false)
  const { offer, text, cost } = draft.value
  const change = (patch: Partial<typeof start>) => {
    draft.set({ ...draft.value, ...patch })
    setWrong(false)
  }
  const submit = async () => {
    const costMinor = cost.trim() === '' ? null : parseMoney(cost, currency as Currency)
    if (costMinor !== null && !(costMinor >= 0)) return setWrong(true)
    const input = { guestId: row.guestId, version: versionOf(row), offer, text, costMinor }
    if (!(await save.run(input)).ok) return
    draft.clear()
    onClose()
  }
  return (
    <SideDrawer
      open
      title={t('leaving.drawer.offer', { guest: nameText(row, language, t) })}
      onClose={onClose}
      draft={draft}
      submit={{ label: t('common.save'), run: () => void submit(), pending: save.pending }}
    >
      <Trouble of={save} />
      <Field label={t('field.name.offer')} error={save.errors.offer}>
        {(control) => (
          <Select
            {...control}
            autoFocus
            value={offer}
            options={offers.map((one) => ({ value: one, label: t(`leaving.offer.${one}`) }))}
            onSelect={(chosen: Offer) => change({ offer: chosen })}
          />
        )}
      </Field>
      <Field label={t('field.name.offerText')} error={save.errors.text}>
        {(control) => (
          <Input {...control} value={text} onChange={(event) => change({ text: event.target.value })} />
        )}
      </Field>
      <Field
        label={t('field.name.costMinor')}
        hint={t('leaving.drawer.costHint', { currency })}
        error={wrong ? t('settings.amount', { currency }) : save.errors.costMinor}
      >
        {(control) => <MoneyField {...control} value={cost} onChange={(typed) => change({ cost: typed })} />}
      </Field>
    </SideDrawer>
  )
}

/** Ends the case; starts as won back where the guest came again. */
export function CloseDrawer({ row, onClose }: Props) {
  const { t, language, locale } = useWords()
  const back = row.case?.returnedOn ?? null
  const start = {
    outcome: (back === null ? 'lost' : 'won-back') as Outcome,
    lossReason: null as LossReason | null,
    text: '',
  }
  const draft = useDraft(`leaving:${row.guestId}:close`, start)
  const save = useCommand('leaving.close')
  const { outcome, lossReason, text } = draft.value
  const change = (patch: Partial<typeof start>) => draft.set({ ...draft.value, ...patch })
  const submit = async () => {
    const reason = outcome === 'lost' ? lossReason : null
    const input = { guestId: row.guestId, version: versionOf(row), outcome, lossReason: reason, text }
    if (!(await save.run(input)).ok) return
    draft.clear()
    onClose()
  }
  return (
    <SideDrawer
      open
      title={t('leaving.drawer.close', { guest: nameText(row, language, t) })}
      onClose={onClose}
      draft={draft}
      submit={{ label: t('leaving.act.close'), run: () => void submit(), pending: save.pending }}
    >
      <Trouble of={save} />
      {back !== null && <p>{t('leaving.drawer.cameBack', { date: formatDate(back, locale) })}</p>}
      <Field label={t('field.name.outcome')} error={save.errors.outcome}>
        {(control) => (
          <Select
            {...control}
            autoFocus
            value={outcome}
            options={outcomes.map((one) => ({ value: one, label: t(`leaving.outcome.${one}`) }))}
            onSelect={(chosen: Outcome) => change({ outcome: chosen })}
          />
        )}
      </Field>
      {outcome === 'lost' && (
        <Field label={t('field.name.lossReason')} error={save.errors.lossReason}>
          {(control) => (
            <Select
              {...control}
              value={lossReason}
              options={lossReasons.map((one) => ({ value: one, label: t(`leaving.lossReason.${one}`) }))}
              onSelect={(chosen: LossReason) => change({ lossReason: chosen })}
            />
          )}
        </Field>
      )}
      <Field label={t('field.name.outcomeText')} error={save.errors.text}>
        {(control) => (
          <Input {...control} value={text} onChange={(event) => change({ text: event.target.value })} />
        )}
      </Field>
    </SideDrawer>
  )
}

function Trouble({ of }: { of: { trouble: string | null; errors: Readonly<Record<string, string>> } }) {
  if (of.trouble === null || Object.keys(of.errors).length > 0) return null
  return (
    <p className="k-trouble-line" role="alert">
      {of.trouble}
    </p>
  )
}
