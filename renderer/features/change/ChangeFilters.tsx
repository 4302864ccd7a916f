import { Select } from 'antd'
import { useId, useRef, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import { clearable } from '#renderer/ui/clearable.ts'
import { DateField } from '#renderer/ui/DateField.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { entityKinds } from '#shared/contract/operation.ts'
import { type Key, operationWords } from '#shared/i18n/index.ts'
import { changeActs } from './acts.ts'
import { type ChangeFilter, dateTroubles, isNarrowed, noFilter } from './filters.ts'

type Chosen = 'entity' | 'actor' | 'operation'

/** What the log is narrowed by: three choices and a range of business dates. */
export function ChangeFilters({ filters }: { filters: ChangeFilter }) {
  const { t, language } = useWords()
  const { data } = useQuery('change.facets', {})
  const [open, setOpen] = useState<Chosen | null>(null)
  const fields = {
    entity: useRef<Focusable>(null),
    actor: useRef<Focusable>(null),
    operation: useRef<Focusable>(null),
  }
  const show = (name: Chosen) => {
    fields[name].current?.focus()
    setOpen(name)
  }
  useActs(changeActs, {
    entity: () => show('entity'),
    actor: () => show('actor'),
    operation: () => show('operation'),
    clear: () => setQuery(noFilter),
  })
  const operations = (data?.operations ?? []).map((value) => ({
    value,
    label: operationWords(value, language),
  }))
  const choices = [
    {
      name: 'entity',
      any: t('change.anyEntity'),
      label: t('change.entity'),
      options: entityKinds
        .filter((kind) => kind !== 'job')
        .map((value) => ({ value, label: t(`change.kind.${value}`) })),
    },
    {
      name: 'actor',
      any: t('change.anyActor'),
      label: t('change.actor'),
      options: (data?.actors ?? []).map(({ login, name }) => ({
        value: login,
        label: name,
        title: login,
      })),
    },
    {
      name: 'operation',
      any: t('change.anyOperation'),
      label: t('change.operation'),
      options: operations,
    },
  ] as const
  const wrong = dateTroubles(filters)
  return (
    <div className="change-filters" role="group" aria-label={t('common.filter')}>
      {choices.map(({ name, any, label, options }) => (
        <span key={name} className="change-filter">
          <Select
            ref={fields[name] as never}
            className="change-choice"
            aria-label={label}
            value={filters[name] || null}
            placeholder={any}
            allowClear={clearable(t)}
            showSearch={{ optionFilterProp: 'label' }}
            open={open === name}
            // Another list may be open by now: closing this one leaves that one alone
            onOpenChange={(opens) => setOpen((now) => (opens ? name : now === name ? null : now))}
            options={[...options]}
            onChange={(value: string | undefined) => setQuery({ [name]: value ?? '' })}
          />
          <KeyHint keys={changeActs[name].key} />
        </span>
      ))}
      <DateBound name="from" label={t('change.from')} value={filters.from} wrong={wrong.from} />
      <DateBound name="to" label={t('change.to')} value={filters.to} wrong={wrong.to} />
      {isNarrowed(filters) && (
        <button type="button" className="k-tool" onClick={() => setQuery(noFilter)}>
          {t('change.clear')} <KeyHint keys={changeActs.clear.key} />
        </button>
      )}
    </div>
  )
}

type Focusable = { focus: () => void }

type DateBoundProps = { name: 'from' | 'to'; label: string; value: string; wrong: Key | null }

function DateBound({ name, label, value, wrong }: DateBoundProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <span className="change-date">
      <span className="k-quiet" aria-hidden>
        {label}
      </span>
      <span className="change-date-field">
        <DateField
          kind="past"
          aria-label={label}
          placeholder={t('change.anyDate')}
          value={value}
          onChange={(day) => setQuery({ [name]: day })}
          aria-invalid={wrong !== null}
          aria-describedby={wrong ? id : undefined}
          status={wrong ? 'error' : undefined}
        />
      </span>
      {wrong && (
        <span id={id} className="k-trouble-line" role="alert">
          {t(wrong)}
        </span>
      )}
    </span>
  )
}
