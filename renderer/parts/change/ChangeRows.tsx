import './change.css'
import { type ReactNode, useRef, useState } from 'react'
import { undoChange } from '#renderer/api/use-command.ts'
import { useHotelMaybe } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { fieldName } from '#shared/i18n/index.ts'
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
  type ToldChange,
  undoWords,
} from './describe-change.ts'

type Props = {
  /** Those of `withUndo`, where rows of several commands are together. */
  rows: readonly ToldChange[]
  /** Words for a value where the plain one does not read (money, room types, states). */
  valueText?: (entity: string, field: string, value: unknown, change: Change) => ReactNode
  /** The thing changed, as a link; left out where all rows are of one thing. */
  subject?: (change: Change) => ReactNode
  /** The row as its fields are shown. Its title is derived from the whole row: what is not shown twice may decide it. */
  shown?: (change: Change) => Change
}

/** The change log as people read it: when, who, what, from what to what, why; with undo where it is still possible. */
export function ChangeRows({ rows, ...how }: Props) {
  return (
    <ol className="k-changes">
      {rows.map((change) => (
        <ChangeRow key={change.seq} change={change} {...how} />
      ))}
    </ol>
  )
}

function ChangeRow({
  change,
  valueText,
  subject,
  shown = (row) => row,
}: { change: ToldChange } & Omit<Props, 'rows'>) {
  const { t, language } = useWords()
  const [pending, setPending] = useState(false)
  const line = useRef<HTMLLIElement>(null)
  const undo = async () => {
    if (pending) return
    setPending(true)
    // The button goes with what it undid: the row keeps the focus, or Esc would leave the screen
    line.current?.focus({ preventScroll: true })
    await undoChange(change.command)
    setPending(false)
  }
  // Nothing of the row is known, not even when it was
  if (change.state === 'unreadable' && change.operation === '') {
    return (
      <li className="k-change" tabIndex={-1}>
        <p className="k-change-what k-change-note">{t('change.unreadable', { seq: change.seq })}</p>
      </li>
    )
  }
  return (
    <li
      ref={line}
      tabIndex={-1}
      className={change.undoneBy === null ? 'k-change' : 'k-change k-change-undone'}
    >
      <div className="k-change-when">
        <DateTimeText moment={change.moment} />
        <span className="k-cut" title={`${change.actor} · ${change.workstation}`}>
          {actorText(change)}
        </span>
      </div>
      <div className="k-change-what">
        <p>
          <b>{changeTitle(change, t, language)}</b> {subject?.(change)}
          {change.reason && <span className="k-quiet"> · {change.reason}</span>}
        </p>
        {change.state === 'unreadable' ? (
          <p className="k-change-note">{t('change.unreadable', { seq: change.seq })}</p>
        ) : (
          <Differences change={shown(change)} valueText={valueText} />
        )}
        {change.state === 'erased' && <p className="k-change-note">{t('change.erased')}</p>}
        {change.undone && <UndoneBy undone={change.undone} />}
      </div>
      {change.undoable && change.undoneBy === null && (
        <button type="button" className="k-tool" onClick={() => void undo()}>
          {undoWords(change, t, language)}
        </button>
      )}
    </li>
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
