import { choiceKey } from '#renderer/base/keys/choice-keys.ts'
import { useWords } from '#renderer/base/language.ts'
import { setTyped } from '#renderer/base/route/route.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Mark } from '#renderer/ui/Mark.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { boardDays, boardDepartments, boardSorts, boardStates } from '#shared/domain/request/board.ts'
import type { Key } from '#shared/i18n/index.ts'
import { boardActs } from './acts.ts'
import { type BoardFilters, show } from './filters.ts'

type Props = {
  filters: BoardFilters
  text: string
  /** What each department has that is due. */
  work: OutputOf<'request.board'>['work']
  /** How many requests stays that are over have left open. */
  left: number
  onDown: () => void
}

/** What the board is narrowed to: a department with what it has due, states, days, and the order. */
export function BoardBar({ filters, text, work, left, onDown }: Props) {
  const { t } = useWords()
  return (
    <div className="rq-bar">
      <SearchField
        label={t('request.find')}
        placeholder={t('request.find')}
        value={text}
        onSearch={(next) => setTyped({ text: next })}
        onClear={() => setTyped({ text: '' })}
        onDown={onDown}
      />
      <div className="k-usual" role="radiogroup" aria-label={t('request.departments')}>
        {boardDepartments.map((name, at) => (
          <button
            key={name}
            type="button"
            role="radio"
            aria-checked={name === filters.department}
            className="k-chip"
            onClick={() => show({ department: name })}
          >
            {name === 'all' ? t('request.all') : t(`request.department.${name}`)}{' '}
            <Due work={work} department={name} /> <KeyHint keys={choiceKey(at)} />
          </button>
        ))}
      </div>
      <Steps of="state" choices={boardStates} now={filters.state} counts={{ left }} />
      {/* What was left open is due no more */}
      {filters.state !== 'left' && <Steps of="day" choices={boardDays} now={filters.day} />}
      {/* What is over is in the order in which it was */}
      {filters.state !== 'closed' && filters.state !== 'left' && (
        <Steps of="sort" choices={boardSorts} now={filters.sort} />
      )}
    </div>
  )
}

/** How much a department has to do, and how much of it is overdue. */
function Due({ work, department }: { work: Props['work']; department: string }) {
  const { t } = useWords()
  const own = work.filter((one) => department === 'all' || one.department === department)
  const overdue = own.reduce((sum, one) => sum + one.overdue, 0)
  const due = own.reduce((sum, one) => sum + one.overdue + one.today, 0)
  if (due === 0) return null
  return (
    <>
      <b>{due}</b>
      {overdue > 0 && (
        <span className="k-wrong" title={t('request.overdueOf', { count: overdue })}>
          <Mark of="overdue" /> {overdue}
        </span>
      )}
    </>
  )
}

type StepsProps<C extends string> = {
  of: 'state' | 'day' | 'sort'
  choices: readonly C[]
  now: C
  /** How many there are of a choice; none is not said. */
  counts?: Partial<Record<C, number>>
}

/** A choice of a few: by a click on it, or by one key that steps on. */
function Steps<C extends string>({ of, choices, now, counts = {} }: StepsProps<C>) {
  const { t } = useWords()
  return (
    <div className="k-usual" role="radiogroup" aria-label={t(boardActs[of].label)}>
      {choices.map((one) => (
        <button
          key={one}
          type="button"
          role="radio"
          aria-checked={one === now}
          className="k-chip"
          onClick={() => show({ [of]: one })}
        >
          {t(`request.${of}.${one}` as Key)} {counts[one] ? <b>{counts[one]}</b> : null}
        </button>
      ))}
      <KeyHint keys={boardActs[of].key} />
    </div>
  )
}
