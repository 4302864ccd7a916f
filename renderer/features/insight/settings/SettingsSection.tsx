import './settings.css'
import { Button, Checkbox, Input, Select } from 'antd'
import { useCommand } from '#renderer/api/use-command.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useDraft } from '#renderer/base/drafts/use-draft.ts'
import { savingByEnter } from '#renderer/base/keys/enter-saves.ts'
import { useWords } from '#renderer/base/language.ts'
import { DraftNote } from '#renderer/ui/DraftNote.tsx'
import { Field } from '#renderer/ui/Field.tsx'
import { MoneyField } from '#renderer/ui/MoneyField.tsx'
import { Pane, Section as Part } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { protectedRiskFacts } from '#shared/domain/insight/risk/made.ts'
import { factName } from '#shared/i18n/fact-words.ts'
import { fieldName } from '#shared/i18n/index.ts'
import {
  choices,
  groupsOf,
  isMoney,
  isPercent,
  parametersOf,
  type Typed,
  typedOf,
  withChoice,
} from './form.ts'

type Stored = OutputOf<'insight.settings'>[number]

/** What the computations go by: each part a form; the next computation follows it. */
export function Section() {
  const { t } = useWords()
  const settings = useQuery('insight.settings', {})
  return (
    <Pane title={t('insight.section.settings')} note={t('insightValue.settings.about')}>
      {settings.failed && !settings.data && (
        <Trouble failed={settings.failed} operation="insight.settings" onRetry={settings.retry} />
      )}
      {settings.loading && <RowSkeleton />}
      {settings.data?.map((stored) => (
        <Form key={`${stored.section}:${stored.version}`} stored={stored} />
      ))}
    </Pane>
  )
}

function Form({ stored }: { stored: Stored }) {
  const { t, language } = useWords()
  const { currency } = useHotel()
  const { section, version, parameters, defaults } = stored
  const draft = useDraft<Typed>(`insight:settings:${section}`, typedOf(parameters, currency))
  const save = useCommand('insight.saveSettings')
  const change = (typed: Typed) => {
    draft.set(typed)
    save.reset()
  }
  const submit = async () => {
    if (!draft.dirty || draft.waiting || save.pending) return
    const reply = await save.run({ section, version, parameters: parametersOf(draft.value, currency) })
    if (reply.ok) draft.clear()
  }
  return (
    <Part
      title={t(`insightValue.settings.part.${section}`)}
      tools={
        <>
          <Button onClick={() => change(typedOf(defaults, currency))}>
            {t('insightValue.settings.defaults')}
          </Button>
          <Button
            type="primary"
            disabled={!draft.dirty || draft.waiting}
            loading={save.pending}
            onClick={() => void submit()}
          >
            {t('common.save')}
          </Button>
        </>
      }
    >
      <DraftNote draft={draft} names={(path) => fieldName(path.split('.'), language)} />
      {save.trouble && (
        <p className="k-trouble-line" role="alert">
          {save.trouble}
        </p>
      )}
      <div className="iset" {...savingByEnter(submit)}>
        {groupsOf(draft.value).map(({ name, paths }) => (
          <div
            key={name}
            className="iset-group"
            role="group"
            aria-label={name && fieldName([name], language)}
          >
            <b>{name && fieldName([name], language)}</b>
            {paths.map((path) => (
              <Control key={path} path={path} typed={draft.value} change={change} />
            ))}
          </div>
        ))}
      </div>
    </Part>
  )
}

type ControlProps = { path: string; typed: Typed; change: (typed: Typed) => void }

function Control({ path, typed, change }: ControlProps) {
  const { t, language } = useWords()
  const value = typed[path]
  const [own = path] = path.split('.').slice(-1)
  const label = own === 'kind' ? t('insightValue.settings.highFrom') : fieldName([own], language)
  const set = (next: Typed[string]) => change({ ...typed, [path]: next })
  if (typeof value === 'boolean') {
    return (
      <Checkbox checked={value} onChange={(event) => set(event.target.checked)}>
        {path === 'automatic' ? t('insightValue.settings.automatic') : label}
      </Checkbox>
    )
  }
  return (
    <Field label={label} hint={isMoney(path) ? t('insightValue.settings.emptyUnknown') : undefined}>
      {(control) => {
        if (Array.isArray(value)) {
          return (
            <Select
              {...control}
              mode="multiple"
              value={value}
              options={protectedRiskFacts.map((fact) => ({ value: fact, label: factName(fact, language) }))}
              onChange={(chosen: typeof value) => set(chosen)}
            />
          )
        }
        const options = choices[path]
        if (options) {
          return (
            <Select
              {...control}
              value={value}
              options={Object.keys(options).map((one) => ({
                value: one,
                label: t(`insightValue.cut.${one as 'mean' | 'quintile' | 'hand'}`),
              }))}
              onSelect={(chosen: string) => change(withChoice(typed, path, chosen))}
            />
          )
        }
        return isMoney(path) ? (
          <MoneyField {...control} value={value ?? ''} onChange={set} />
        ) : (
          <Input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            suffix={isPercent(path) && '%'}
            value={value}
            onChange={(event) => set(event.target.value)}
          />
        )
      }}
    </Field>
  )
}
