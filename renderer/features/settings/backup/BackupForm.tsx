import { Select } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { differing } from '#renderer/base/drafts/merge.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { hourOptions } from '#renderer/parts/form/hours.ts'
import { Field } from '#renderer/ui/Field.tsx'
import { Section } from '#renderer/ui/Pane.tsx'
import type { InputOf, OutputOf } from '#shared/contract/index.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { FormPane } from '../FormPane.tsx'
import { CheckRow, TextRow } from '../fields.tsx'
import { type BackupFields, fieldsOf, inputOf } from './backup-fields.ts'
import { FolderFields } from './FolderFields.tsx'

export type BackupSettings = OutputOf<'backup.settings'>

/** Folders, hours and the rule. */
export function BackupForm({ settings }: { settings: BackupSettings }) {
  const { t, language } = useWords()
  const { version } = settings
  const fresh = fieldsOf(settings)
  const form = useVersionedEdit('settings:backup', fresh, version, { stays: true })
  const save = useCommand('backup.updateSettings')
  const { value: values } = form
  const change = (patch: Partial<typeof fresh>) => {
    form.change(patch)
    save.reset()
  }
  const submit = async () => {
    const patch = inputOf(values, differing(fresh, values))
    const reply = await form.save((upon) =>
      save.run({ version: upon ?? version, ...patch } as InputOf<'backup.updateSettings'>),
    )
    if (reply.ok) form.settle(reply.output.version)
  }
  return (
    <FormPane title={t('settings.section.backup')} canSave={form.ready} saving={save.pending} onSave={submit}>
      <FormNotes
        form={form}
        names={(field) => fieldName([field], language)}
        trouble={Object.keys(save.errors).length > 0 ? null : save.trouble}
      />
      <Section title={t('settings.backup.where')}>
        <FolderFields
          folders={values.folders}
          state={settings.state}
          errors={save.errors}
          onChange={(folders) => change({ folders })}
        />
      </Section>
      <WhenFields values={values} errors={save.errors} change={change} />
      <KeptFields values={values} errors={save.errors} change={change} />
    </FormPane>
  )
}

type FieldsProps = {
  values: BackupFields
  errors: Readonly<Record<string, string>>
  change: (patch: Partial<BackupFields>) => void
}

function WhenFields(props: FieldsProps) {
  const { t } = useWords()
  const { values, errors, change } = props
  return (
    <Section title={t('settings.backup.when')}>
      <CheckRow
        label={t('settings.backup.automatic')}
        hint={t('settings.backup.automaticHint')}
        checked={values.automatic}
        onChange={(automatic) => change({ automatic })}
      />
      <Field label={t('settings.backup.hours')} hint={t('settings.backup.hoursHint')} error={errors.hours}>
        {(control) => (
          <Select
            {...control}
            mode="multiple"
            value={values.hours}
            options={hourOptions}
            onChange={(hours: number[]) => change({ hours: [...hours].sort((a, b) => a - b) })}
          />
        )}
      </Field>
      <FigureRow {...props} field="warnAfterHours" hint={t('settings.backup.warnAfterHoursHint')} />
    </Section>
  )
}

function KeptFields(props: FieldsProps) {
  const { t } = useWords()
  return (
    <Section title={t('settings.backup.kept')}>
      <div className="k-field-row">
        <FigureRow {...props} field="keepDays" />
        <FigureRow {...props} field="keepWeeks" />
        <FigureRow {...props} field="keepMonths" />
      </div>
      <p className="k-field-hint">{t('settings.backup.keptHint')}</p>
    </Section>
  )
}

type FigureField = 'keepDays' | 'keepWeeks' | 'keepMonths' | 'warnAfterHours'

function FigureRow({
  values,
  errors,
  change,
  field,
  hint,
}: FieldsProps & { field: FigureField; hint?: string }) {
  const { t } = useWords()
  return (
    <TextRow
      figures
      label={t(`settings.backup.${field}`)}
      value={values[field]}
      onChange={(value) => change({ [field]: value })}
      error={errors[field]}
      hint={hint}
    />
  )
}
