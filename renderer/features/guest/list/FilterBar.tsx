import { Select } from 'antd'
import { memo, type Ref, useRef, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { countryName, inLanguage } from '../../../parts/guest/words.ts'
import { filterActs } from '../acts.ts'
import { type Filters, isNarrowed, noFilters } from './filters.ts'

type Props = {
  filters: Filters
  onChange: (patch: Partial<Filters>) => void
  /** After a choice the clerk goes on typing. */
  onChosen: () => void
}

const { text: _text, ...allButText } = noFilters

type Choice = 'tier' | 'tag' | 'nationality'

/** What narrows the list: three choices and two switches, each with its key. Typing in the search field does not redraw it. */
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
  const fields = {
    tier: useRef<Focusable>(null),
    tag: useRef<Focusable>(null),
    nationality: useRef<Focusable>(null),
  }
  const show = (choice: Choice) => {
    fields[choice].current?.focus()
    setOpen(choice)
  }
  useActs(filterActs, {
    tier: () => show('tier'),
    tag: () => show('tag'),
    nationality: () => show('nationality'),
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
  const choice = (name: Choice, label: string, any: string, options: Option[]) => (
    <Chosen
      field={fields[name]}
      label={label}
      any={any}
      value={filters[name]}
      options={options}
      open={open === name}
      onOpen={(opens) => setOpen(opens ? name : null)}
      onChoose={(value) => {
        onChange({ [name]: value })
        setOpen(null)
        onChosen()
      }}
    />
  )
  return (
    <div className="g-filters" role="group" aria-label={t('guest.search.filters')}>
      {choice('tier', t('guest.column.tier'), t('guest.search.anyTier'), tiers)}
      <KeyHint keys={filterActs.tier.key} />
      {choice('tag', t('guest.section.tags'), t('guest.search.anyTag'), tags)}
      <KeyHint keys={filterActs.tag.key} />
      {choice('nationality', t('guest.column.nationality'), t('guest.search.anyNationality'), nations)}
      <KeyHint keys={filterActs.nationality.key} />
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

type Option = { value: string; label: string }
type Focusable = { focus: () => void }

function Chosen(props: {
  field: Ref<Focusable>
  label: string
  any: string
  value: string
  options: Option[]
  open: boolean
  onOpen: (open: boolean) => void
  onChoose: (value: string) => void
}) {
  return (
    <Select
      ref={props.field as never}
      className={`g-filter${props.value ? ' g-filter-on' : ''}`}
      aria-label={props.label}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={props.value}
      open={props.open}
      onOpenChange={props.onOpen}
      onSelect={props.onChoose}
      options={[{ value: '', label: props.any }, ...props.options]}
    />
  )
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
