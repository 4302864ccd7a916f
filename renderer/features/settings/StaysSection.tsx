import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { Fact, Facts, Pane, Section } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { FormPane } from './FormPane.tsx'
import { CheckRow, TextRow } from './fields.tsx'
import { ReadOnlyNote } from './ReadOnlyNote.tsx'
import type { SectionProps } from './things.ts'

type Terms = OutputOf<'stay.settings'>
type TypedField = Exclude<keyof Terms, 'version' | 'askFeedback'>

/** What belongs together, in the order in which a stay meets it. */
const groups = [
  { name: 'arriving', fields: ['earlyHalfFrom', 'arriveFrom', 'smallHoursUntil'] },
  { name: 'leaving', fields: ['departBy', 'lateHalfUntil'] },
  { name: 'dayUse', fields: ['dayUseHours', 'dayUsePercent', 'dayUseHourPercent', 'dayUseGrace'] },
  { name: 'asking', fields: ['confirmAfterMonths'] },
] as const satisfies readonly { name: string; fields: readonly TypedField[] }[]

/** By what times guests come and leave, and what the hours outside them cost. */
export function StaysSection({ editable }: SectionProps) {
  const { t } = useWords()
  const terms = useQuery('stay.settings', {})
  if (terms.data && editable) return <StaysForm terms={terms.data} />
  return (
    <Pane title={t('settings.section.stays')}>
      <ReadOnlyNote section="stays" editable={editable} />
      {terms.failed && !terms.data && (
        <Trouble failed={terms.failed} operation="stay.settings" onRetry={terms.retry} />
      )}
      {terms.loading && <RowSkeleton rows={6} />}
      {terms.data && <StaysFacts terms={terms.data} />}
    </Pane>
  )
}

function StaysFacts({ terms }: { terms: Terms }) {
  const { t } = useWords()
  return (
    <div className="k-padded">
      <Facts>
        {groups.flatMap(({ fields }) =>
          fields.map((field) => (
            <Fact key={field} name={t(`settings.stays.${field}`)}>
              {terms[field]}
            </Fact>
          )),
        )}
        <Fact name={t('settings.stays.askFeedback')}>
          {t(terms.askFeedback ? 'common.yes' : 'common.no')}
        </Fact>
      </Facts>
    </div>
  )
}

function StaysForm({ terms }: { terms: Terms }) {
  const { t } = useWords()
  const { version, ...fresh } = terms
  const form = useVersionedEdit('settings:stays', fresh, version, { stays: true })
  const save = useCommand('stay.saveSettings')
  const set = (patch: Partial<typeof fresh>) => {
    form.change(patch)
    save.reset()
  }
  const change = (field: TypedField, text: string) =>
    set({ [field]: typeof fresh[field] === 'number' ? Number(text.replace(/\D/g, '')) : text.trim() })
  const submit = async () => {
    const reply = await form.save((upon) => save.run({ ...form.value, version: upon ?? version }))
    if (reply.ok) form.settle(reply.output.version)
  }
  return (
    <FormPane title={t('settings.section.stays')} canSave={form.ready} saving={save.pending} onSave={submit}>
      <FormNotes
        form={form}
        names={(field) => t(`settings.stays.${field as TypedField | 'askFeedback'}`)}
        trouble={Object.keys(save.errors).length > 0 ? null : save.trouble}
      />
      {groups.map(({ name, fields }) => (
        <Section key={name} title={t(`settings.stays.${name}`)}>
          <div className="k-field-row">
            {fields.map((field) => (
              <TextRow
                key={field}
                label={t(`settings.stays.${field}`)}
                hint={t(`settings.stays.${field}Hint`)}
                figures
                value={String(form.value[field])}
                onChange={(text) => change(field, text)}
                error={save.errors[field]}
              />
            ))}
          </div>
          {name === 'leaving' && (
            <CheckRow
              label={t('settings.stays.askFeedback')}
              checked={form.value.askFeedback}
              onChange={(askFeedback) => set({ askFeedback })}
            />
          )}
        </Section>
      ))}
    </FormPane>
  )
}
