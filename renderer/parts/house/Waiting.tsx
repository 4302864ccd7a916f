import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { choiceKey, useChoiceKeys } from '#renderer/base/keys/choice-keys.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { WaitingThing } from '#shared/domain/house/waiting.ts'
import type { Key } from '#shared/i18n/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import './waiting.css'

export type WaitingRow = OutputOf<'house.waiting'>[number]

/** The word of what ends each here; lost property is given out against a proof, in its own list. */
const words = {
  messages: 'given',
  parcels: 'given',
  luggage: 'fetched',
  traces: 'done',
  'wake-calls': 'cancel',
  keys: 'back',
  found: null,
} as const

type Props = {
  bookingId: BookingId
  /** Who takes it: written beside what is handed over. */
  givenTo: string
  things: readonly WaitingThing[]
  /** What is said where nothing waits. */
  none: string
}

/** What waits for a guest, each handed over or done by its own key; lost property leads to its list. */
export function Waiting({ bookingId, givenTo, things, none }: Props) {
  const { t } = useWords()
  const list = useQuery('house.waiting', { bookingId }, { keep: true })
  const { act, trouble } = useEnd(givenTo)
  const rows = (list.data ?? []).filter(({ thing }) => things.includes(thing))
  const done = rows.filter(({ thing }) => words[thing] !== null)
  useChoiceKeys(done, 'house.waiting.key', act)
  if (list.failed) return <Trouble failed={list.failed} operation="house.waiting" onRetry={list.retry} />
  if (list.loading) return <RowSkeleton rows={2} />
  return (
    <>
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
      {rows.length === 0 && <p className="k-faint">{none}</p>}
      <ul className="k-waiting">
        {rows.map((row) => {
          const word = words[row.thing]
          const at = done.indexOf(row)
          return (
            <li key={`${row.thing} ${row.id}`}>
              <span className="k-tag">{t(`house.waiting.of.${row.thing}`)}</span>
              <Text row={row} />
              {word === null ? (
                <Link className="k-tool" to={placeOf(row)}>
                  {t('house.waiting.open')}
                </Link>
              ) : (
                <button type="button" className="k-tool" onClick={() => act(row)}>
                  {t(`house.action.${word}`)}
                  <span className="k-hidden">
                    {' '}
                    {t(`house.waiting.of.${row.thing}`)} {row.text}
                  </span>{' '}
                  {at < 9 && <KeyHint keys={choiceKey(at)} />}
                </button>
              )}
            </li>
          )
        })}
      </ul>
    </>
  )
}

/** The list in which it is settled, narrowed to it. */
function placeOf({ thing, text }: WaitingRow): string {
  return href(paths.house, undefined, { show: thing, text: text.slice(0, 40) })
}

/** Ends one thing in the usual way. */
function useEnd(givenTo: string) {
  const message = useCommand('house.markMessage')
  const parcel = useCommand('house.markParcel')
  const luggage = useCommand('house.markLuggage')
  const trace = useCommand('house.markTrace')
  const call = useCommand('house.markWakeCall')
  const keys = useCommand('house.markKeys')
  const act = ({ thing, id, version }: WaitingRow) => {
    const of = { id: id as never, version }
    if (thing === 'messages') void message.run({ ...of, action: 'given' })
    else if (thing === 'parcels') void parcel.run({ ...of, action: 'given', givenTo })
    else if (thing === 'luggage') void luggage.run({ ...of, action: 'given', givenTo })
    else if (thing === 'traces') void trace.run({ ...of, action: 'done' })
    else if (thing === 'wake-calls') void call.run({ ...of, action: 'cancel' })
    else if (thing === 'keys') void keys.run({ ...of, action: 'back' })
  }
  const all = [message, parcel, luggage, trace, call, keys]
  return { act, trouble: all.map((one) => one.trouble).find((one) => one !== null) ?? null }
}

/** What it is or says, from whom, how many, and where it is kept. */
function Text({ row }: { row: WaitingRow }) {
  const { t } = useWords()
  const { thing, dueOn, dueTime, own } = row
  return (
    <span className="k-waiting-text">
      {row.text && <b>{row.text}</b>}{' '}
      <span className="k-quiet">
        {factsOf(row, t).join(' · ')}
        {dueOn !== null && (
          <>
            {factsOf(row, t).length > 0 && ' · '}
            {thing === 'found' && t('house.field.foundOn')} <DateText date={dueOn} style="day" /> {dueTime}
          </>
        )}
        {!own && ` · ${t('house.waiting.notOwn')}`}
      </span>
    </span>
  )
}

function factsOf({ thing, fromName, place, count, tagNo }: WaitingRow, t: T): string[] {
  const where = thing === 'traces' ? t(`request.department.${place}` as Key) : place
  return [
    tagNo === null ? '' : `${t('house.column.tag')} ${tagNo}`,
    fromName,
    where,
    count === null ? '' : t(thing === 'keys' ? 'house.waiting.keys' : 'house.waiting.pieces', { count }),
  ].filter((text) => text !== '')
}
