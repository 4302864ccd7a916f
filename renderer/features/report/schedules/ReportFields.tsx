import { Radio, Select } from 'antd'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { reportGroups, reportNames, specOf } from '#shared/domain/report/catalogue.ts'
import { reportFormats } from '#shared/domain/report/formats.ts'
import { readParameters } from '#shared/domain/report/parameters.ts'
import { ParameterBar } from '../ParameterBar.tsx'
import { patched } from './schedule-form.ts'
import type { FieldsProps } from './WhenFields.tsx'

/** Which report, what it is asked for, and as what it is written. */
export function ReportFields({ values, errors, change }: FieldsProps) {
  const { t } = useWords()
  const { report, format, language } = values
  return (
    <>
      <Field label={t('reportScreen.report')} hint={t(`report.about.${report}`)} error={errors.report}>
        {(control) => (
          <Select
            {...control}
            value={report}
            showSearch={{ optionFilterProp: 'label' }}
            options={reportGroups.map((group) => ({
              label: t(`report.group.${group}`),
              title: t(`report.group.${group}`),
              options: reportNames
                .filter((name) => specOf(name).group === group)
                .map((name) => ({ value: name, label: t(`report.name.${name}`) })),
            }))}
            onChange={(name: typeof report) => change({ report: name, parameters: {} })}
          />
        )}
      </Field>
      <Asked values={values} errors={errors} change={change} />
      <div className="k-field-row">
        <Field label={t('field.name.format')} error={errors.format}>
          {(control) => (
            <Select
              {...control}
              value={format}
              options={reportFormats.map((one) => ({ value: one, label: t(`reportSchedule.format.${one}`) }))}
              onChange={(one: typeof format) => change({ format: one })}
            />
          )}
        </Field>
        <Field label={t('field.name.language')} error={errors.language}>
          {(control) => (
            <Radio.Group
              {...control}
              optionType="button"
              value={language}
              options={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
              onChange={(event) => change({ language: event.target.value === 'zh' ? 'zh' : 'en' })}
            />
          )}
        </Field>
      </div>
    </>
  )
}

/** The report's own parameters; what is left out is filled in as the report does it on this day. */
function Asked({ values: { report, parameters }, errors, change }: FieldsProps) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const settings = useQuery('report.settings', {})
  if (settings.failed && !settings.data)
    return <Trouble failed={settings.failed} operation="report.settings" onRetry={settings.retry} />
  if (!settings.data) return null
  const read = readParameters(report, parameters, { today: businessDate, starts: settings.data.weekStarts })
  return (
    <div className="k-field rs-parameters">
      <ParameterBar
        report={report}
        chosen={parameters}
        taken={read.ok ? read.value.parameters : {}}
        onChange={(patch) => change({ parameters: patched(parameters, patch) })}
      />
      <p
        className={errors.parameters ? 'k-trouble-line' : 'k-field-hint'}
        role={errors.parameters ? 'alert' : undefined}
      >
        {errors.parameters ?? t('reportSchedule.parametersHint')}
      </p>
    </div>
  )
}
