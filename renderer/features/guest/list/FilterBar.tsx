import { Fragment, memo, Suspense, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { DownIcon } from '#renderer/ui/icons.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { lazyAntd } from '#renderer/ui/lazy-antd.tsx'
import { useLater } from '#renderer/ui/use-later.ts'
import { countryName, inLanguage } from '../../../parts/guest/words.ts'
import { filterActs } from '../acts.ts'
import type { ChoiceField } from './FilterChoices.tsx'
import { type Choice, type Filters, isNarrowed, noFilters } from './filters.ts'

type Props = {
  filters: Filters
  onChange: (patch: Partial<Filters>) => void
  /** After a choice the clerk goes on typing. */
  onChosen: () => void
}

const { text: _text, ...allButText } = noFilters

const FilterChoices = lazyAntd(async () => (await import('./FilterChoices.tsx')).FilterChoices)

/** What narrows the list: four choices and two switches, each with its key. Typing in the search field does not redraw it. */
export const FilterBar = memo(Bar, (a, b) => {
  const same = (Object.keys(noFilters) as (keyof Filters)[]).every(
    (name) => name === 'text' || a.filters[name] === b.filters[name],
  )
  return same && a.onChange === b.onChange && a.onChosen === b.onChosen
})

function Bar({ filters, onChange, onChosen }: Props) {
  const { t, language, locale } = useWords()
  const { data } = useQuery('guest.filters', {})
  const [open, setOpen] = useState<Choice | null>(null)
  // The rows come first: what the choices need is loaded once they are
  const idle = useLater()
  useActs(filterActs, {
    tier: () => setOpen('tier'),
    tag: () => setOpen('tag'),
    nationality: () => setOpen('nationality'),
    segment: () => setOpen('segment'),
    inHouse: () => onChange({ inHouse: !filters.inHouse }),
    openRequests: () => onChange({ openRequests: !filters.openRequests }),
    clear: () => {
      onChange(noFilters)
      onChosen()
    },
  })
  const tiers = data?.tiers.map((tier) => ({ value: tier.code, label: inLanguage(tier, language) })) ?? []
  const tags = data?.tags.map((tag) => ({ value: tag, label: tag })) ?? []
  const nations =
    data?.nationalities.map((code) => ({ value: code, label: `${countryName(code, locale)} ${code}` })) ?? []
  const segments =
    data?.segments.map((segment) => ({ value: String(segment.id), label: inLanguage(segment, language) })) ??
    []
  const field = (name: Choice, label: string, any: string, options: ChoiceField['options']): ChoiceField => ({
    name,
    label,
    key: filterActs[name].key,
    value: filters[name],
    options: [{ value: '', label: any }, ...options],
  })
  const fields = [
    field('tier', t('guest.column.tier'), t('guest.search.anyTier'), tiers),
    field('tag', t('guest.section.tags'), t('guest.search.anyTag'), tags),
    field('nationality', t('guest.column.nationality'), t('guest.search.anyNationality'), nations),
    field('segment', t('segment.column.name'), t('guest.search.anySegment'), segments),
  ]
  return (
    <div className="g-filters" role="group" aria-label={t('guest.search.filters')}>
      <Suspense fallback={<Shapes fields={fields} />}>
        {idle || open ? (
          <FilterChoices
            fields={fields}
            open={open}
            onOpen={setOpen}
            onChoose={(choice, value) => {
              onChange({ [choice]: value })
              setOpen(null)
              onChosen()
            }}
          />
        ) : (
          <Shapes fields={fields} />
        )}
      </Suspense>
      <Switch
        on={filters.inHouse}
        word={t('guest.search.inHouse')}
        keys={filterActs.inHouse.key}
        onSwitch={(inHouse) => onChange({ inHouse })}
      />
      <Switch
        on={filters.openRequests}
        word={t('guest.search.openRequests')}
        keys={filterActs.openRequests.key}
        onSwitch={(openRequests) => onChange({ openRequests })}
      />
      {isNarrowed(filters) && (
        <button type="button" className="k-tool" onClick={() => onChange(allButText)}>
          {t('guest.search.clear')} <KeyHint keys={filterActs.clear.key} />
        </button>
      )}
    </div>
  )
}

/** The choices before they can be used: their places, and what they are set to. */
function Shapes({ fields }: { fields: readonly ChoiceField[] }) {
  return fields.map(({ name, key, value, options }) => (
    <Fragment key={name}>
      <span className={`g-filter g-filter-shape${value ? ' g-filter-on' : ''}`} aria-hidden>
        <span className="k-cut">{options.find((option) => option.value === value)?.label ?? value}</span>
        <DownIcon />
      </span>
      <KeyHint keys={key} />
    </Fragment>
  ))
}

function Switch(props: { on: boolean; word: string; keys: string; onSwitch: (on: boolean) => void }) {
  return (
    <button
      type="button"
      className="k-chip"
      aria-pressed={props.on}
      onClick={() => props.onSwitch(!props.on)}
    >
      {props.word} <KeyHint keys={props.keys} />
    </button>
  )
}
