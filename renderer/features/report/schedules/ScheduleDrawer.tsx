import './schedules.css'
import { useMemo } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { SideDrawer } from '#renderer/ui/SideDrawer.tsx'
import { fieldName } from '#shared/i18n/index.ts'
import { ReportFields } from './ReportFields.tsx'
import {
  type Beginning,
  fieldOfRefusal,
  fieldsOf,
  inputOf,
  newFields,
  type ScheduleFields,
} from './schedule-form.ts'
import type { Schedule } from './schedule-words.ts'
import { NameField, WhenFields, WhereField } from './WhenFields.tsx'

type Props = {
  /** Undefined: a new one. */
  schedule: Schedule | undefined
  /** What a new one is filled with. */
  beginning?: Beginning
  onClose: () => void
}

const empty: Beginning = { report: 'daily', parameters: {}, name: '' }

/** One scheduled report: what is written, where and when. */
export function ScheduleDrawer({ schedule, beginning = empty, onClose }: Props) {
  const { t, language } = useWords()
  const fresh = useMemo(
    () => (schedule ? fieldsOf(schedule) : newFields(beginning, language)),
    [schedule, beginning, language],
  )
  const key = schedule ? String(schedule.id) : `new:${beginning.report}`
  const form = useVersionedEdit<ScheduleFields>(`report:schedule:${key}`, fresh, schedule?.version)
  const save = useCommand('report.saveSchedule')
  const { value: values } = form
  const change = (patch: Partial<ScheduleFields>) => {
    form.change(patch)
    save.reset()
  }
  const submit = async () => {
    const reply = await form.save((version) =>
      save.run(inputOf(values, schedule && { id: schedule.id, version: version ?? schedule.version })),
    )
    if (!reply.ok) return
    form.clear()
    onClose()
  }
  const refused = save.failed && 'refusal' in save.failed ? fieldOfRefusal(save.failed.refusal.code) : null
  const errors = refused ? { [refused]: save.trouble ?? '' } : save.errors
  return (
    <SideDrawer
      open
      width={460}
      title={t(schedule ? 'reportSchedule.edit' : 'reportSchedule.add')}
      onClose={onClose}
      submit={{
        label: t('common.save'),
        run: () => void submit(),
        pending: save.pending,
        disabled: form.theirs !== null || form.waiting,
      }}
    >
      <FormNotes
        form={form}
        names={(field) => fieldName([field], language)}
        trouble={Object.keys(errors).length > 0 ? null : save.trouble}
      />
      <NameField values={values} errors={errors} change={change} />
      <ReportFields values={values} errors={errors} change={change} />
      <WhereField values={values} errors={errors} change={change} />
      <WhenFields values={values} errors={errors} change={change} />
    </SideDrawer>
  )
}
