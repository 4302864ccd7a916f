import { Input } from 'antd'
import { type ReactNode, useMemo, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { inLanguage } from '#renderer/parts/guest/words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import type { ProblemCode } from '#shared/domain/insight/segments/check.ts'
import type { Rule } from '#shared/domain/insight/segments/rule.ts'
import { complete } from '#shared/domain/insight/segments/rule-edit.ts'
import { fieldName } from '#shared/i18n/index.ts'
import { type RuleNames, ruleText } from '#shared/i18n/segment-text.ts'
import { editorActs, editorPaneActs, ruleActs } from './acts.ts'
import {
  problemsOf,
  type SegmentView,
  type Start,
  type Typed,
  termsOf,
  useSegmentForm,
} from './editor-state.ts'
import { problemText } from './problem-text.ts'
import { Result } from './Result.tsx'
import { RuleLines } from './RuleLines.tsx'
import { isComplete, subjectsOf, type TermsView } from './subjects.ts'

type Props = {
  segment: SegmentView | undefined
  start: Start
  terms: TermsView
  names: RuleNames
  editable: boolean
  onSaved: (id: number) => void
  onClose: () => void
}

/** One segment: its names, its tag, its rule, and who is in it while it is typed. */
export function SegmentEditor(props: Props) {
  const { segment, start, terms, names, editable, onSaved, onClose } = props
  const { t, language } = useWords()
  const { currency } = useHotel()
  const { form, at, setAt, go, change, acts } = useSegmentForm(segment, start)
  const { value: typed } = form
  const { save, tried, submit: saveAs } = useSave(segment, form, onSaved)
  const subjects = useMemo(() => subjectsOf(terms, language, currency), [terms, language, currency])
  const { asked, known, shown } = useChecked(typed, terms, tried)
  const submit = () => void saveAs(problemsOf(typed.rule, known).size === 0)
  useActs(ruleActs, { ...acts, save: submit }, { on: editable })
  useActs(editorActs, { close: onClose })
  const title = segment ? inLanguage(segment, language) : t('segment.create')
  const rule = (
    <Pane
      title={title}
      tools={
        <Tools
          onSave={editable ? submit : undefined}
          waits={save.pending || form.waiting || form.theirs !== null}
          onClose={onClose}
        />
      }
      padded
    >
      <FormNotes form={form} names={names} />
      {save.trouble && Object.keys(save.errors).length === 0 && (
        <p className="k-trouble-line" role="alert">
          {save.trouble}
        </p>
      )}
      <fieldset disabled={!editable} className="sg-form-body">
        <NameFields
          typed={typed}
          errors={save.errors}
          onChange={(patch) => {
            form.change(patch)
            save.reset()
          }}
        />
        <RuleLines
          rule={typed.rule}
          terms={terms}
          names={names}
          subjects={subjects}
          problems={shown}
          at={at}
          onAt={setAt}
          onChange={change}
          go={go}
        />
        {shown.get('') && (
          <p className="k-trouble-line" role="alert">
            {shown.get('')}
          </p>
        )}
        <RuleKeys acts={acts} />
      </fieldset>
      <p className="sg-sentence k-quiet">{typed.rule.of.length > 0 && ruleText(typed.rule, names)}</p>
    </Pane>
  )
  const result = (
    <Result
      segment={segment}
      rule={asked}
      saved={!form.dirty}
      tag={typed.tag.trim() || null}
      editable={editable}
      onClose={onClose}
    />
  )
  return <SideBySide label={title} rule={rule} result={result} />
}

function SideBySide({ label, rule, result }: { label: string; rule: ReactNode; result: ReactNode }) {
  const { t } = useWords()
  return (
    <Panes
      label={label}
      areas='"rule result"'
      columns="minmax(0, 1fr) minmax(300px, 380px)"
      panes={[
        { name: 'rule', title: t('segment.pane.rule'), act: editorPaneActs.rule, children: rule },
        { name: 'result', title: t('segment.pane.result'), act: editorPaneActs.result, children: result },
      ]}
    />
  )
}

type ToolProps = { onSave: (() => void) | undefined; waits: boolean; onClose: () => void }

function Tools({ onSave, waits, onClose }: ToolProps) {
  const { t } = useWords()
  return (
    <>
      {onSave && (
        <Button primary onClick={onSave} disabled={waits}>
          {t('common.save')} <KeyHint keys={ruleActs.save.key} />
        </Button>
      )}
      <Button onClick={onClose}>
        {t('common.close')} <KeyHint keys={editorActs.close.key} />
      </Button>
    </>
  )
}

/** What is wrong with what is typed, in words by place, and what of it can be asked; null: nothing. */
function useChecked({ rule, tag }: Typed, terms: TermsView, tried: boolean) {
  const { language } = useWords()
  const { businessDate } = useHotel()
  return useMemo(() => {
    const known = termsOf(terms, tag, businessDate)
    const chosen = complete(rule, isComplete)
    const asked = chosen.of.length > 0 && problemsOf(chosen, known).size === 0 ? chosen : null
    const told = [...problemsOf(rule, known)].filter(([, { why }]) => tried || !isMissing(why))
    return {
      asked,
      known,
      shown: new Map(told.map(([place, problem]) => [place, problemText(problem, language)])),
    }
  }, [rule, tag, terms, businessDate, tried, language])
}

/** Not wrong yet while it is being typed. */
function isMissing(why: ProblemCode): boolean {
  return why === 'bounds' || why === 'values' || why === 'empty'
}

type Form = ReturnType<typeof useSegmentForm>['form']

/** Saves what is typed; `tried`: it was to be saved once, so that what is missing is wrong now. */
function useSave(segment: SegmentView | undefined, form: Form, onSaved: (id: number) => void) {
  const save = useCommand('segment.save')
  const [tried, setTried] = useState(false)
  const submit = async (isRight: boolean) => {
    setTried(true)
    if (!isRight) return
    const { nameEn, nameZh, tag, rule } = form.value
    const reply = await form.save((version) =>
      save.run({
        ...(segment ? { id: segment.id, version: version ?? segment.version } : {}),
        nameEn,
        nameZh,
        tag: tag.trim() || null,
        rule,
      }),
    )
    if (!reply.ok) return
    setTried(false)
    form.clear()
    onSaved(reply.output.id)
  }
  return { save, tried, submit }
}

/** Text that came back, and what others changed meanwhile. */
function FormNotes({ form, names }: { form: Form; names: RuleNames }) {
  const { t, language } = useWords()
  return (
    <>
      <DraftNote
        draft={form}
        names={(field) => (field === 'rule' ? t('segment.conditions') : fieldName([field], language))}
        text={(field, value) => (field === 'rule' ? ruleText(value as Rule, names) : undefined)}
      />
      {form.theirs !== null && (
        <div className="k-draft-note" role="alert">
          <p>
            {t('settings.theirs.text', {
              fields: form.theirs.fields.map((field) => fieldName([field], language)),
            })}
          </p>
          <Button onClick={form.goOn}>{t('settings.theirs.take')}</Button>{' '}
          <Button onClick={form.clear}>{t('settings.theirs.drop')}</Button>
        </div>
      )}
    </>
  )
}

type NameProps = {
  typed: Typed
  errors: Readonly<Record<string, string>>
  onChange: (patch: Partial<Typed>) => void
}

function NameFields({ typed, errors, onChange }: NameProps) {
  const { t } = useWords()
  return (
    <div className="sg-names">
      {(['nameZh', 'nameEn', 'tag'] as const).map((field, place) => (
        <Field
          key={field}
          label={t(`segment.field.${field}`)}
          error={errors[field]}
          hint={field === 'tag' ? t('segment.tagHint') : undefined}
        >
          {(control) => (
            <Input
              {...control}
              value={typed[field]}
              autoFocus={place === 0}
              autoComplete="off"
              onChange={(event) => onChange({ [field]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  )
}

const inRow = ['add', 'group', 'join', 'negate', 'remove'] as const

/** What the keys do with the condition that has the focus, as buttons too. */
function RuleKeys({ acts }: { acts: Record<(typeof inRow)[number], () => void> }) {
  const { t } = useWords()
  return (
    <div className="k-usual sg-keys" role="group" aria-label={t('segment.conditions')}>
      {inRow.map((name) => (
        <button
          key={name}
          type="button"
          className="k-tool"
          // The condition keeps the focus that the act is about
          onMouseDown={(event) => event.preventDefault()}
          onClick={acts[name]}
        >
          {t(`segment.key.${name}`)} <KeyHint keys={ruleActs[name].key} />
        </button>
      ))}
    </div>
  )
}
