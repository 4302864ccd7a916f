import './change.css'
import { type ReactNode, useRef, useState } from 'react'
import { undoChange } from '#renderer/api/use-command.ts'
import { useHotelMaybe } from '#renderer/api/use-hotel.ts'
import { useList } from '#renderer/api/use-list.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import type { InputOf } from '#shared/contract/index.ts'
import { fieldName, listText } from '#shared/i18n/index.ts'
import { isBusinessDate } from '#shared/values/business-date.ts'
import { DateText, DateTimeText } from '../../ui/DateText.tsx'
import { formatMoment } from '../../ui/format.ts'
import { MoneyText } from '../../ui/MoneyText.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import {
  actorText,
  type Change,
  changeTitle,
  isErased,
  saysNothing,
  type ToldChange,
  undoWords,
} from './describe-change.ts'
import { actorsOf, type CommandGroup, groupChanges } from './groups.ts'

type Props = {
  /** Those of `withUndo`, where rows of several commands are together. */
  rows: readonly ToldChange[]
  /** Words for a value where the plain one does not read (money, room types, states). */
  valueText?: (entity: string, field: string, value: unknown, change: Change) => ReactNode
  /** The thing changed, as a link; left out where all rows are of one thing. `first`: the row of its command above it. */
  subject?: (change: Change, first?: Change) => ReactNode
  /** The row as its fields are shown. Its title is derived from the whole row: what is not shown twice may decide it. */
  shown?: (change: Change) => Change
  /** What narrows the log: the rest of a long command is asked for with it. */
  input?: Omit<InputOf<'change.list'>, 'after' | 'limit'>
  /** Sign-ins that follow each other are one line. */
  fold?: boolean
}
type How = Omit<Props, 'rows' | 'fold'>
const asItIs = (row: Change) => row

/**
 * The change log as people read it: when, who, what, from what to what, why; what one command did together, with its undo
 * where it is still possible.
 */
export function ChangeRows({ rows, fold = false, ...how }: Props) {
  return (
    <ol className="k-changes">
      {groupChanges(rows, fold).map((group) =>
        group.kind === 'signIns' ? (
          <SignIns key={group.key} rows={group.rows} how={how} />
        ) : (
          <CommandRow key={group.key} group={group} how={how} />
        ),
      )}
    </ol>
  )
}

/** So many rows of a command are shown before the others are asked for. */
const shownAtFirst = 4

function CommandRow({ group, how }: { group: CommandGroup; how: How }) {
  const { t, language } = useWords()
  const [pending, setPending] = useState(false)
  const [open, setOpen] = useState(false)
  const line = useRef<HTMLLIElement>(null)
  const { shown = asItIs } = how
  const [first, ...more] = group.rows
  if (!first) return null
  const others = more.filter((change) => !saysNothing(shown(change), first, t, language))
  const total = group.total - (more.length - others.length)
  // Nothing of the row is known, not even when it was
  if (first.state === 'unreadable' && first.operation === '') {
    return (
      <li className="k-change" tabIndex={-1}>
        <p className="k-change-what k-change-note">{t('change.unreadable', { seq: first.seq })}</p>
      </li>
    )
  }
  const undo = async () => {
    if (pending) return
    setPending(true)
    // The button goes with what it undid: the row keeps the focus, or Esc would leave the screen
    line.current?.focus({ preventScroll: true })
    await undoChange(first.command)
    setPending(false)
  }
  const undoable = group.rows.find((row) => row.undoable && row.undoneBy === null)
  const listed = others.length + 1
  const hidden = total - Math.min(listed, shownAtFirst)
  return (
    <li
      ref={line}
      tabIndex={-1}
      className={first.undoneBy === null ? 'k-change' : 'k-change k-change-undone'}
    >
      <When change={first} />
      <div className="k-change-what">
        <Part change={first} how={how} />
        {others.slice(0, open ? undefined : shownAtFirst - 1).map((change) => (
          <Part key={change.seq} change={change} first={first} how={how} />
        ))}
        {open && listed < total && <Rest first={first} than={group.rows.at(-1)?.seq ?? 0} how={how} />}
        {hidden > 0 && (
          <button
            type="button"
            className="k-chip"
            aria-expanded={open}
            onClick={() => setOpen((now) => !now)}
          >
            {open ? t('change.fewer') : t('change.andMore', { count: hidden })}
          </button>
        )}
        {first.undone && <UndoneBy undone={first.undone} />}
      </div>
      {undoable && (
        <button type="button" className="k-tool" onClick={() => void undo()}>
          {undoWords(undoable, t, language)}
        </button>
      )}
    </li>
  )
}

/** When, and who did it. */
function When({ change }: { change: Change }) {
  const { t } = useWords()
  return (
    <div className="k-change-when">
      <DateTimeText moment={change.moment} />
      <span className="k-cut" title={`${change.actor} · ${change.workstation}`}>
        {actorText(change)}
      </span>
      {change.approvedBy && (
        <span className="k-quiet k-cut" title={change.approvedBy.login}>
          {t('access.approval.by', { name: change.approvedBy.name })}
        </span>
      )}
    </div>
  )
}

/** One row of a command: what was done to what, from what to what. What the first row is called is not said again. */
function Part({ change, first, how }: { change: ToldChange; first?: Change; how: How }) {
  const { subject, valueText, shown = asItIs } = how
  const { t, language } = useWords()
  const title = changeTitle(change, t, language)
  const isTold = first !== undefined && changeTitle(first, t, language) === title
  return (
    <div className="k-change-part">
      <p>
        {!isTold && <b>{title}</b>} {subject?.(change, first) ?? (isTold && ofOther(change, first, t))}
        {change.reason && <span className="k-quiet"> · {change.reason}</span>}
      </p>
      {change.state === 'unreadable' ? (
        <p className="k-change-note">{t('change.unreadable', { seq: change.seq })}</p>
      ) : (
        <Differences change={shown(change)} valueText={valueText} />
      )}
      {change.state === 'erased' && <p className="k-change-note">{t('change.erased')}</p>}
    </div>
  )
}

/** What else an act was done to, by its kind, where the rows of one thing are shown and name no subject. */
function ofOther(change: Change, first: Change, t: T): string | null {
  return change.entity === first.entity ? null : t(`change.kind.${change.entity}`)
}

/** The older rows of a long command, page by page. */
function Rest({ first, than, how }: { first: Change; than: number; how: How }) {
  const { t } = useWords()
  const rest = useList('change.list', { ...how.input, command: first.command, limit: 100 })
  return (
    <>
      {rest.rows
        .filter(({ seq }) => seq < than)
        .map((change) => (
          <Part key={change.seq} change={change} first={first} how={how} />
        ))}
      {rest.more && (
        <button type="button" className="k-chip" onClick={rest.loadMore}>
          {t('change.loadMore')}
        </button>
      )}
    </>
  )
}

/** Sign-ins that follow each other: how many, whose, from when to when; opened, one by one. */
function SignIns({ rows, how }: { rows: readonly ToldChange[]; how: How }) {
  const { t, language } = useWords()
  const [open, setOpen] = useState(false)
  const [newest, oldest] = [rows[0], rows.at(-1)]
  if (!newest || !oldest) return null
  const names = actorsOf(rows)
  const some = listText(names.slice(0, 4), language)
  return (
    <>
      <li className="k-change" tabIndex={-1}>
        <div className="k-change-when">
          <DateTimeText moment={newest.moment} />
          {oldest.moment.slice(0, 16) !== newest.moment.slice(0, 16) && (
            <DateTimeText moment={oldest.moment} />
          )}
        </div>
        <p className="k-change-what">
          <button
            type="button"
            className="k-chip"
            aria-expanded={open}
            onClick={() => setOpen((now) => !now)}
          >
            {t('change.signIns', { count: rows.length })}
          </button>{' '}
          <span className="k-quiet">
            {names.length > 4 ? t('change.andOthers', { some, count: names.length - 4 }) : some}
          </span>
        </p>
      </li>
      {open &&
        rows.map((change) => (
          <CommandRow
            key={change.seq}
            group={{ kind: 'command', key: change.seq, rows: [change], total: 1 }}
            how={how}
          />
        ))}
    </>
  )
}

function UndoneBy({ undone }: { undone: NonNullable<Change['undone']> }) {
  const { t, locale } = useWords()
  const timeZone = useHotelMaybe()?.timeZone ?? 'UTC'
  const moment = formatMoment(undone.moment, locale, timeZone)
  return <p className="k-quiet">{t('common.undoneBy', { by: undone.actorName, moment })}</p>
}

function Differences({ change, valueText }: { change: Change } & Pick<Props, 'valueText'>) {
  const { t, language } = useWords()
  const before = change.before ?? {}
  const after = change.after ?? {}
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const text = (field: string, value: unknown) =>
    valueText?.(change.entity, field, value, change) ?? fieldValue(field, value)
  if (fields.length === 0) return null
  return (
    <dl className="k-differences">
      {fields.map((field) => (
        <div key={field}>
          <dt>{fieldName([field], language)}</dt>
          <dd>
            {change.before && isNothing(before[field]) && (
              <span className="k-quiet">
                {isErased(change, 'before', field) ? t('change.erasedValue') : '—'}
              </span>
            )}
            {change.before && !isNothing(before[field]) && <del>{text(field, before[field])}</del>}
            {change.before && change.after && ' → '}
            {change.after &&
              (isErased(change, 'after', field) ? (
                <span className="k-quiet">{t('change.erasedValue')}</span>
              ) : (
                <ins>{text(field, after[field])}</ins>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Nothing was there: nothing is struck out. */
function isNothing(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true
  return typeof value === 'object' && Object.values(value).every((part) => part === null)
}

/** Money, days and states read as everywhere; the rest as it is. */
export function fieldValue(field: string, value: unknown): ReactNode {
  if (typeof value === 'number' && field.endsWith('Minor')) return <MoneyText minor={value} />
  if (isBusinessDate(value)) return <DateText date={value} />
  if (field === 'status' && typeof value === 'string') return <StatusMark state={value} />
  return plainValue(value)
}

/** A value of an image where nobody words it better: text as it is, lists by comma, things as their short JSON. */
export function plainValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (Array.isArray(value)) return value.map(plainValue).join(', ')
  if (typeof value === 'object') {
    return Object.values(value)
      .filter((part) => part !== null && part !== '')
      .map(plainValue)
      .join(' ')
  }
  return String(value)
}
