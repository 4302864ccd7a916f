import { Select } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { type Account, AccountPicker } from '#renderer/parts/account/AccountPicker.tsx'
import { clearable } from '#renderer/ui/clearable.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { accountKinds } from '#shared/domain/account/account.ts'
import { channels, guarantees, segments } from '#shared/domain/booking/choices.ts'
import type { RatePlan } from './things.ts'

/** What bookings on the plan are unless the clerk says otherwise. */
export type Terms = Pick<RatePlan, 'segment' | 'channel' | 'guarantee' | 'accountKind'> & {
  account: Account | null
}

type Props = {
  terms: Terms
  errors: Readonly<Record<string, string>>
  onChange: (patch: Partial<Terms>) => void
}

/** What a new booking on the plan begins with, and the account that it asks for. */
export function RatePlanTerms({ terms, errors, onChange }: Props) {
  const { t } = useWords()
  return (
    <fieldset className="s-terms">
      <legend>{t('settings.rate.terms')}</legend>
      <div className="k-field-row">
        <Choice
          label={t('booking.facts.segment')}
          error={errors.segment}
          value={terms.segment}
          options={segments.map((value) => ({ value, label: t(`booking.segment.${value}`) }))}
          onChange={(segment) => onChange({ segment })}
        />
        <Choice
          label={t('booking.facts.channel')}
          error={errors.channel}
          value={terms.channel}
          options={channels.map((value) => ({ value, label: t(`booking.channel.${value}`) }))}
          onChange={(channel) => onChange({ channel })}
        />
      </div>
      <div className="k-field-row">
        <Choice
          label={t('booking.facts.guarantee')}
          error={errors.guarantee}
          value={terms.guarantee}
          options={guarantees.map((value) => ({ value, label: t(`booking.guarantee.${value}`) }))}
          onChange={(guarantee) => onChange({ guarantee })}
        />
        <Choice
          label={t('field.name.accountKind')}
          empty={t('settings.rate.noAccount')}
          error={errors.accountKind}
          value={terms.accountKind}
          options={accountKinds.map((value) => ({ value, label: t(`change.accountKind.${value}`) }))}
          onChange={(accountKind) => onChange({ accountKind, account: null })}
        />
      </div>
      {terms.accountKind && (
        <Field
          label={t('field.name.accountId')}
          hint={t('settings.rate.accountHint')}
          error={errors.accountId}
        >
          {(control) => (
            <AccountPicker
              {...control}
              kind={terms.accountKind ?? 'company'}
              value={terms.account}
              onChange={(account) => onChange({ account })}
            />
          )}
        </Field>
      )}
    </fieldset>
  )
}

type ChoiceProps<V extends string> = {
  label: string
  /** What an empty field means; the clerk's choice when absent. */
  empty?: string
  error: string | undefined
  value: V | null
  options: { value: V; label: string }[]
  onChange: (value: V | null) => void
}

function Choice<V extends string>({ label, empty, error, value, options, onChange }: ChoiceProps<V>) {
  const { t } = useWords()
  return (
    <Field label={label} error={error}>
      {(control) => (
        <Select
          {...control}
          allowClear={clearable(t)}
          placeholder={empty ?? t('settings.rate.leftOpen')}
          value={value}
          options={options}
          onChange={(next: string | null | undefined) => onChange((next as V | undefined) ?? null)}
        />
      )}
    </Field>
  )
}
