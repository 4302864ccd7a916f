import { Checkbox, Input, Select } from 'antd'
import { useWords } from '#renderer/base/language.ts'
import { FolderInput } from '#renderer/parts/form/FolderInput.tsx'
import { hourOptions } from '#renderer/parts/form/hours.ts'
import { Field } from '#renderer/ui/Field.tsx'
import type { ScheduleFields } from './schedule-form.ts'
import { weekdayName, weekdays } from './schedule-words.ts'

export type FieldsProps = {
  values: ScheduleFields
  errors: Readonly<Record<string, string>>
  change: (patch: Partial<ScheduleFields>) => void
}

export function NameField({ values, errors, change }: FieldsProps) {
  const { t } = useWords()
  return (
    <Field label={t('reportSchedule.name')} hint={t('reportSchedule.nameHint')} error={errors.name}>
      {(control) => (
        <Input
          {...control}
          autoFocus
          autoComplete="off"
          value={values.name}
          maxLength={60}
          onChange={(event) => change({ name: event.target.value })}
        />
      )}
    </Field>
  )
}

export function WhereField({ values, errors, change }: FieldsProps) {
  const { t } = useWords()
  return (
    <Field label={t('field.name.folder')} hint={t('reportSchedule.folderHint')} error={errors.folder}>
      {(control) => (
        <FolderInput {...control} value={values.folder} onChange={(folder) => change({ folder })} />
      )}
    </Field>
  )
}

/** Hours and days on the hotel's clock, and whether it is written at all. */
export function WhenFields({ values, errors, change }: FieldsProps) {
  const { t, language } = useWords()
  return (
    <>
      <Field label={t('field.name.hours')} hint={t('reportSchedule.hoursHint')} error={errors.hours}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            value={values.hours}
            options={hourOptions}
            onChange={(hours: number[]) => change({ hours: hours.toSorted((a, b) => a - b) })}
          />
        )}
      </Field>
      <fieldset className="k-field rs-days">
        <legend className="k-label">{t('field.name.weekdays')}</legend>
        <Checkbox.Group
          className="rs-weekdays"
          value={values.weekdays}
          options={weekdays.map((day) => ({ value: day, label: weekdayName(day, language) }))}
          onChange={(chosen) => change({ weekdays: (chosen as number[]).toSorted((a, b) => a - b) })}
        />
        <p className={errors.weekdays ? 'k-trouble-line' : 'k-field-hint'}>
          {errors.weekdays ?? t('reportSchedule.weekdaysHint')}
        </p>
      </fieldset>
      <div className="k-field">
        <Checkbox checked={values.active} onChange={(event) => change({ active: event.target.checked })}>
          {t('reportSchedule.active')}
        </Checkbox>
      </div>
    </>
  )
}
