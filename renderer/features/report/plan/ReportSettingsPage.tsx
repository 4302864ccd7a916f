import './plan.css'
import { Button, Select } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { savingByEnter } from '#renderer/base/keys/enter-saves.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { type WeekStart, weekStarts } from '#shared/domain/report/period.ts'
import { type ClerkView, clerkViews, type ReportSettings } from '#shared/domain/report/settings.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { planActs } from './acts.ts'

/** What clerks see of reports, and the day that weeks begin with. */
export function Section() {
  const settings = useQuery('report.settings', {})
  if (settings.failed && !settings.data)
    return <Trouble failed={settings.failed} operation="report.settings" onRetry={settings.retry} />
  return settings.data ? <Form stored={settings.data} /> : <RowSkeleton />
}

function Form({ stored }: { stored: OutputOf<'report.settings'> }) {
  const { t, language } = useWords()
  const { version, ...fresh } = stored
  const form = useVersionedEdit<ReportSettings>('report:settings', fresh, version, { stays: true })
  const save = useCommand('report.saveSettings')
  const { value } = form
  const change = (patch: Partial<ReportSettings>) => {
    save.reset()
    form.change(patch)
  }
  const submit = async () => {
    if (!form.ready || save.pending) return
    const reply = await form.save((upon) => save.run({ ...value, version: upon ?? version }))
    if (reply.ok) form.settle(reply.output.version)
  }
  useActs(planActs, { save: submit })
  return (
    <Pane
      title={t('report.settings.title')}
      tools={
        <Button type="primary" disabled={!form.ready} loading={save.pending} onClick={() => void submit()}>
          {t('common.save')} <KeyHint keys={planActs.save.key} />
        </Button>
      }
    >
      <div className="pg-form" {...savingByEnter(submit)}>
        <FormNotes form={form} names={(field) => fieldName([field], language)} trouble={save.trouble} />
        <Field label={t('field.name.clerksSee')} hint={t('report.settings.clerksSeeHint')}>
          {(control) => (
            <Select
              {...control}
              autoFocus
              value={value.clerksSee}
              options={clerkViews.map((one) => ({ value: one, label: t(`report.settings.clerks.${one}`) }))}
              onSelect={(clerksSee: ClerkView) => change({ clerksSee })}
            />
          )}
        </Field>
        <Field label={t('field.name.weekStarts')}>
          {(control) => (
            <Select
              {...control}
              value={value.weekStarts}
              options={weekStarts.map((one) => ({ value: one, label: t(`report.settings.week.${one}`) }))}
              onSelect={(starts: WeekStart) => change({ weekStarts: starts })}
            />
          )}
        </Field>
      </div>
    </Pane>
  )
}
