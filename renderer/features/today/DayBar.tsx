import { useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, Link } from '#renderer/base/route/route.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { MoneyText } from '#renderer/ui/MoneyText.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { useLater } from '#renderer/ui/use-later.ts'
import { type DaySort, daySorts } from '#shared/domain/booking/day-sorts.ts'
import { filterActs, severalActs, sortActs, walkInActs } from './acts.ts'

type Props = {
  text: string
  onText: (text: string) => void
  sort: DaySort
  onSort: (sort: DaySort) => void
  onDown: () => void
  onSeveral: () => void
}

/** How many folios owe, and the way to them; nothing where none does. */
function Owing() {
  const { t } = useWords()
  const on = useLater(useQuery('today.read', {}).data !== undefined)
  const asked = { kind: 'booking', status: 'open', show: 'owing', limit: 1 } as const
  const owing = useQuery('folio.list', asked, { on }).data
  if (!owing || owing.count === 0) return null
  return (
    <Link to={href(paths.folios, undefined, { show: 'owing' })}>
      {t('folioScreen.today.owing', { count: owing.count })} <MoneyText minor={owing.totalMinor} sign />
    </Link>
  )
}

/** A booking of tonight for somebody at the desk, then the check-in. */
function WalkIn() {
  const { t } = useWords()
  const may = useMay()
  const isOn = may('booking-write') && may('stay')
  const open = () => go(href(paths.newBooking, undefined, { for: 'walk-in' }))
  useActs(walkInActs, { walkIn: open }, { on: isOn })
  if (!isOn) return null
  return (
    <button type="button" className="k-tool" onClick={open}>
      {t('today.walkIn')} <KeyHint keys={walkInActs.walkIn.key} />
    </button>
  )
}

/** What the lists of the day are narrowed to and sorted by. Esc lets the text go, from the lists too. */
export function DayBar({ text, onText, sort, onSort, onDown, onSeveral }: Props) {
  const { t } = useWords()
  const may = useMay()
  const clear = () => onText('')
  useActs(sortActs, { name: () => onSort('name'), room: () => onSort('room'), time: () => onSort('time') })
  useActs(filterActs, { clear }, { on: text !== '' })
  return (
    <div className="k-day-bar">
      <div className="k-day-filter">
        <SearchField
          label={t('today.filter')}
          placeholder={t('today.filterHint')}
          value={text}
          onSearch={onText}
          onClear={clear}
          onDown={onDown}
        />
      </div>
      <WalkIn />
      {may('stay') && (
        <button type="button" className="k-tool" onClick={onSeveral}>
          {t('today.several.open')} <KeyHint keys={severalActs.several.key} />
        </button>
      )}
      <Owing />
      <div className="k-day-sorts" role="group" aria-label={t('today.sort')}>
        <span className="k-quiet" aria-hidden>
          {t('today.sort')}
        </span>
        {daySorts.map((each) => (
          <button
            key={each}
            type="button"
            className="k-tool k-day-sort"
            aria-pressed={sort === each}
            onClick={() => onSort(each)}
          >
            {t(`today.by.${each}`)} <KeyHint keys={sortActs[each].key} />
          </button>
        ))}
      </div>
    </div>
  )
}
