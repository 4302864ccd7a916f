import { Button, ConfigProvider } from 'antd'
import { type ReactNode, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useVersionedEdit } from '#renderer/base/drafts/use-versioned-edit.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { savingByEnter } from '#renderer/base/keys/enter-saves.ts'
import { useWords } from '#renderer/base/language.ts'
import { FormNotes } from '#renderer/parts/form/FormNotes.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane, Section } from '#renderer/ui/Pane.tsx'
import { ScrollArea } from '#renderer/ui/ScrollArea.tsx'
import { fieldName, isKey } from '#shared/i18n/index.ts'
import type { ProgrammeId } from '#shared/values/index.ts'
import { saveActs } from '../acts.ts'
import { CheckRow, TextRow } from '../fields.tsx'
import { ReadOnlyNote } from '../ReadOnlyNote.tsx'
import { Wrong } from './errors.tsx'
import {
  isShownAt,
  type Problems,
  type Programme,
  type ProgrammeForm,
  parametersOf,
} from './programme-form.ts'
import { CountingRules, PointRulesFields, QualifyingRules } from './RulesEditor.tsx'
import { TiersEditor } from './TiersEditor.tsx'

type Props = {
  editable: boolean
  draft: string
  fresh: ProgrammeForm
  /** Null: a new one. */
  programme: Programme | null
  bar: ReactNode
  tools?: ReactNode
  onSaved: (id: number) => void
  onDiscard?: () => void
}

/** A programme's parameters as a form: tiers at the left, rules at the right, what is wrong beside its field. */
export function ProgrammeEditor({
  editable,
  draft,
  fresh,
  programme,
  bar,
  tools,
  onSaved,
  onDiscard,
}: Props) {
  const { t, language, locale } = useWords()
  const { currency } = useHotel()
  const form = useVersionedEdit<ProgrammeForm>(`settings:${draft}`, fresh, programme?.version, {
    stays: true,
  })
  const save = useCommand('loyalty.saveProgramme')
  const [problems, setProblems] = useState<Problems>({})
  const { value: values } = form
  const change = (patch: Partial<ProgrammeForm>) => {
    form.change(patch)
    setProblems({})
    save.reset()
  }
  const mayWrite = editable && (form.ready || (programme === null && !form.dirty))
  const submit = async () => {
    if (!mayWrite || save.pending) return
    const read = parametersOf(values, currency)
    if ('problems' in read) return setProblems(read.problems)
    const { code, nameEn, nameZh, active } = values
    const reply = await form.save((version) =>
      save.run({
        ...(programme ? { id: programme.id, version: version ?? programme.version } : {}),
        code,
        nameEn,
        nameZh,
        active,
        parameters: { ...read.parameters },
      }),
    )
    if (!reply.ok) return
    if (programme) form.settle(reply.output.version)
    else form.clear()
    onSaved(reply.output.id)
  }
  useActs(saveActs, { save: submit }, { on: editable })
  const wrong = useWrongWords(problems, save.failed)
  const shown = Object.keys(wrong).some(isShownAt)
  const taken = save.failed && 'refusal' in save.failed && save.failed.refusal.code === 'CODE_TAKEN'
  const fieldErrors = Object.keys(save.errors).length > 0 || taken
  const members = useMembers(programme)
  const total = members && Object.values(members).reduce((sum, held) => sum + held, 0)
  return (
    <Pane
      title={t('settings.section.programme')}
      note={
        programme
          ? total !== undefined &&
            t('settings.programme.membersTotal', { count: total, shown: formatNumber(total, locale) })
          : t('settings.programme.unsaved')
      }
      scroll={false}
      tools={
        <>
          {tools}
          {onDiscard && (
            <Button
              onClick={() => {
                form.clear()
                onDiscard()
              }}
            >
              {t('settings.programme.discard')}
            </Button>
          )}
          {editable && (
            <Button type="primary" disabled={!mayWrite} loading={save.pending} onClick={() => void submit()}>
              {t('common.save')} <KeyHint keys={saveActs.save.key} />
            </Button>
          )}
        </>
      }
    >
      <ReadOnlyNote section="programme" editable={editable} />
      {bar}
      <ConfigProvider componentDisabled={!editable}>
        <Wrong value={wrong}>
          <div className="s-programme" {...savingByEnter(submit)}>
            <ScrollArea className="s-scroll" label={t('settings.programme.tiers')} focusable={!editable}>
              <fieldset disabled={!editable}>
                <div className="k-section">
                  <FormNotes
                    form={form}
                    names={(field) => programmeField(field, language, t)}
                    trouble={shown ? t('settings.programme.checkFields') : fieldErrors ? null : save.trouble}
                  />
                  <Names
                    form={values}
                    change={change}
                    errors={save.errors}
                    codeError={taken ? (save.trouble ?? undefined) : undefined}
                  />
                </div>
                <TiersEditor form={values} change={change} members={members} editable={editable} />
              </fieldset>
            </ScrollArea>
            <ScrollArea className="s-scroll" label={t('settings.programme.rules')} focusable={!editable}>
              <fieldset disabled={!editable}>
                <CountingRules form={values} change={change} />
                <QualifyingRules form={values} change={change} />
                <PointRulesFields form={values} change={change} />
                <Section title={t('settings.active')}>
                  <CheckRow
                    label={t('settings.active')}
                    hint={t('settings.inactiveHint')}
                    checked={values.active}
                    onChange={(active) => change({ active })}
                  />
                </Section>
              </fieldset>
            </ScrollArea>
          </div>
        </Wrong>
      </ConfigProvider>
    </Pane>
  )
}

/** Members by tier: none of a programme that is not on file; undefined until it is known. */
function useMembers(programme: Programme | null): Record<string, number> | undefined {
  const programmeId = programme?.id ?? (0 as ProgrammeId)
  const { data } = useQuery('loyalty.countMembers', { programmeId }, { on: programme !== null })
  return programme ? data : {}
}

type NamesProps = {
  form: ProgrammeForm
  change: (patch: Partial<ProgrammeForm>) => void
  errors: Readonly<Record<string, string>>
  codeError: string | undefined
}

function Names({ form, change, errors, codeError }: NamesProps) {
  const { t } = useWords()
  return (
    <div className="k-field-row">
      <TextRow
        label={t('settings.programme.code')}
        value={form.code}
        onChange={(code) => change({ code })}
        error={errors.code ?? codeError}
        autoFocus
      />
      <TextRow
        label={t('settings.fileName.zh')}
        value={form.nameZh}
        onChange={(nameZh) => change({ nameZh })}
        error={errors.nameZh}
      />
      <TextRow
        label={t('settings.fileName.en')}
        value={form.nameEn}
        onChange={(nameEn) => change({ nameEn })}
        error={errors.nameEn}
      />
    </div>
  )
}

/** What is wrong in words, by path: what could not be read here, else what the core says. */
function useWrongWords(
  problems: Problems,
  failed: ReturnType<typeof useCommand<'loyalty.saveProgramme'>>['failed'],
): Record<string, string> {
  const { t } = useWords()
  const { currency } = useHotel()
  const own = Object.entries(problems).map(([path, problem]) => {
    if (problem === 'number') return [path, t('settings.number')] as const
    if (problem === 'amount') return [path, t('settings.amount', { currency })] as const
    return [path, t('loyalty.refusal.PARAMETERS_INVALID.loyalty.condition')] as const
  })
  if (own.length > 0) return Object.fromEntries(own)
  if (!failed || !('refusal' in failed) || failed.refusal.code !== 'PARAMETERS_INVALID') return {}
  const { path, why } = failed.refusal.params
  const key = `loyalty.refusal.PARAMETERS_INVALID.${why}`
  return { [String(path)]: isKey(key) ? t(key, failed.refusal.params) : String(why) }
}

/** A part of the form by the words it is under. */
function programmeField(field: string, language: 'en' | 'zh', t: ReturnType<typeof useWords>['t']): string {
  const key = `settings.programme.${field}`
  return isKey(key) ? t(key) : fieldName([field], language)
}
