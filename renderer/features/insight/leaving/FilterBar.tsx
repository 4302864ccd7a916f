import { Select } from 'antd'
import type { ReactNode } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { classWord } from '#renderer/parts/insight/class-words.ts'
import { clearable } from '#renderer/ui/clearable.ts'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { type LeavingLevel, leavingLevels } from '#shared/domain/insight/leaving/risk.ts'
import { type RfmSegment, rfmSegments } from '#shared/domain/insight/value/classes.ts'

export const leavingViews = ['due', 'snoozed', 'cases', 'all'] as const
export type LeavingFilters = {
  view: (typeof leavingViews)[number]
  level: LeavingLevel | ''
  segment: RfmSegment | ''
  /** A login, `me`, `nobody`; empty: all. */
  owner: string
  text: string
}

type Props = {
  filters: LeavingFilters
  onChange: (patch: Partial<LeavingFilters>) => void
  onDown: () => void
  children: ReactNode
}

/** What the list is narrowed by: which guests, how far gone, whose, and a name. */
export function FilterBar({ filters, onChange, onDown, children }: Props) {
  const { t } = useWords()
  const owners = useQuery('leaving.owners', {})
  const people = (owners.data ?? []).map(({ login, name }) => ({ value: login, label: name }))
  return (
    <div className="lv-bar">
      <SearchField
        label={t('leaving.filter.text')}
        value={filters.text}
        onSearch={(text) => onChange({ text })}
        onClear={() => onChange({ text: '' })}
        onDown={onDown}
      />
      <div className="k-usual" role="group" aria-label={t('leaving.filter.view')}>
        {leavingViews.map((view) => (
          <button
            key={view}
            type="button"
            className="k-chip"
            aria-pressed={filters.view === view}
            onClick={() => onChange({ view })}
          >
            {t(`leaving.view.${view}`)}
          </button>
        ))}
      </div>
      <Select
        aria-label={t('leaving.column.level')}
        className="lv-choice"
        value={filters.level || null}
        placeholder={t('leaving.filter.anyLevel')}
        allowClear={clearable(t)}
        options={leavingLevels.map((level) => ({ value: level, label: t(`leaving.level.${level}`) }))}
        onChange={(level: LeavingLevel | undefined) => onChange({ level: level ?? '' })}
      />
      <Select
        aria-label={t('insightValue.kind.rfm')}
        className="lv-choice"
        value={filters.segment || null}
        placeholder={t('leaving.filter.anyClass')}
        allowClear={clearable(t)}
        popupMatchSelectWidth={false}
        options={rfmSegments.map((one) => ({ value: one, label: classWord(t, 'rfm', one) }))}
        onChange={(segment: RfmSegment | undefined) => onChange({ segment: segment ?? '' })}
      />
      <Select
        aria-label={t('field.name.owner')}
        className="lv-choice"
        value={filters.owner || null}
        placeholder={t('leaving.filter.anybody')}
        allowClear={clearable(t)}
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          { value: 'me', label: t('leaving.filter.me') },
          { value: 'nobody', label: t('leaving.nobody') },
          ...people,
        ]}
        onChange={(owner: string | undefined) => onChange({ owner: owner ?? '' })}
      />
      {children}
    </div>
  )
}
