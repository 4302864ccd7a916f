import { Input, Radio, Select } from 'antd'
import { useMemo } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { countryChoices, currencyChoices, timeZoneChoices } from '#renderer/parts/hotel/choices.ts'
import { Field } from '#renderer/ui/Field.tsx'
import type { SetupAnswers } from './setup-answers.ts'

export type StepProps = {
  answers: SetupAnswers
  change: (patch: Partial<SetupAnswers>) => void
  /** “Next” was pressed although something is missing. */
  tried: boolean
  errors: Readonly<Record<string, string>>
}

/** The hotel's name, language, currency, country and time zone. */
export function HotelStep({ answers, change, tried, errors }: StepProps) {
  const { t, language } = useWords()
  const choices = useMemo(
    () => ({
      currency: currencyChoices(language),
      zone: timeZoneChoices(),
      country: countryChoices(language),
    }),
    [language],
  )
  const missing = tried && answers.hotelName.trim() === '' ? t('access.setup.fillIn') : undefined
  return (
    <>
      <Field
        label={t('access.setup.hotelName')}
        hint={t('access.setup.hotelNameHint')}
        error={missing ?? errors.hotelName}
      >
        {(control) => (
          <Input
            {...control}
            autoFocus
            value={answers.hotelName}
            onChange={(event) => change({ hotelName: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('access.setup.language')} hint={t('access.setup.languageHint')} error={errors.language}>
        {(control) => (
          <Radio.Group
            {...control}
            optionType="button"
            value={answers.language}
            options={[
              { value: 'zh', label: '中文' },
              { value: 'en', label: 'English' },
            ]}
            onChange={(event) => change({ language: event.target.value === 'zh' ? 'zh' : 'en' })}
          />
        )}
      </Field>
      <div className="k-field-row">
        <Field label={t('access.setup.country')} hint={t('access.setup.countryHint')} error={errors.country}>
          {(control) => (
            <Select
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              value={answers.country}
              options={choices.country}
              onChange={(country: string) => change({ country })}
            />
          )}
        </Field>
        <Field
          label={t('access.setup.currency')}
          hint={t('access.setup.currencyHint')}
          error={errors.currency}
        >
          {(control) => (
            <Select
              {...control}
              showSearch={{ optionFilterProp: 'label' }}
              value={answers.currency}
              options={choices.currency}
              onChange={(currency: string) => change({ currency })}
            />
          )}
        </Field>
      </div>
      <Field label={t('access.setup.timeZone')} hint={t('access.setup.timeZoneHint')} error={errors.timeZone}>
        {(control) => (
          <Select
            {...control}
            showSearch={{ optionFilterProp: 'label' }}
            value={answers.timeZone}
            options={choices.zone}
            onChange={(timeZone: string) => change({ timeZone })}
          />
        )}
      </Field>
    </>
  )
}
