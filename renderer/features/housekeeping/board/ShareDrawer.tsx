import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import { usePaperOut } from '#renderer/parts/device/use-paper-out.ts'
import { ActDrawer } from '#renderer/parts/folio/ActDrawer.tsx'
import { Tick } from '#renderer/parts/folio/fields.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { AttendantId } from '#shared/values/index.ts'
import type { Board } from './views.ts'

type Props = { board: Board; onClose: () => void }

/** Shares the day's work among who is there, evenly and by neighbouring rooms; then each one's sheet is printed. */
export function ShareDrawer({ board, onClose }: Props) {
  const { t } = useWords()
  const command = useCommand('housekeeping.assign')
  const staff = useQuery('housekeeping.attendants', {}).data ?? []
  const active = staff.filter((one) => one.active)
  const [absent, setAbsent] = useState<ReadonlySet<AttendantId>>(new Set())
  const there = active.filter(({ id }) => !absent.has(id))
  const waiting = board.rooms.filter((room) => room.work !== null && room.task?.outcome !== 'done')
  const credits = waiting.reduce((sum, room) => sum + (room.work?.credits ?? 0), 0)
  const hands = there.reduce((sum, one) => sum + one.credits, 0)
  const run = async () => {
    const reply = await command.run({ attendantIds: there.map(({ id }) => id) })
    if (reply.ok) onClose()
  }
  const toggle = (id: AttendantId) => {
    const next = new Set(absent)
    if (!next.delete(id)) next.add(id)
    setAbsent(next)
  }
  return (
    <ActDrawer
      title={t('housekeeping.share.title')}
      onClose={onClose}
      submit={t('housekeeping.share.submit')}
      run={run}
      ready={there.length > 0 && waiting.length > 0}
      command={command}
    >
      <p className="k-field">
        {t('housekeeping.share.effect', {
          rooms: String(waiting.length),
          credits: String(credits),
          people: String(there.length),
          each: String(there.length === 0 ? 0 : Math.round(credits / there.length)),
          hands: String(hands),
        })}
      </p>
      {active.length === 0 && <EmptyState>{t('housekeeping.share.nobody')}</EmptyState>}
      {active.map((one) => (
        <p key={one.id} className="hk-attendant">
          <Tick checked={!absent.has(one.id)} onChange={() => toggle(one.id)}>
            {one.name}{' '}
            <span className="k-quiet">
              {t('housekeeping.share.load', {
                rooms: String(board.rooms.filter((room) => room.task?.attendantId === one.id).length),
              })}
              {one.floors.length > 0 && ` · ${t('housekeeping.floor', { floor: one.floors.join(', ') })}`}
            </span>
          </Tick>
          <ChangeAttendant one={one} />
        </p>
      ))}
      <Sheets />
      <Gone staff={staff.filter((one) => !one.active)} />
    </ActDrawer>
  )
}

type Attendant = OutputOf<'housekeeping.attendants'>[number]

function ChangeAttendant({ one }: { one: Attendant }) {
  const { t } = useWords()
  return (
    <button
      type="button"
      className="k-chip"
      aria-label={t('housekeeping.share.change', { name: one.name })}
      onClick={() => setQuery({ do: 'attendant', who: String(one.id) })}
    >
      {t('housekeeping.share.edit')}
    </button>
  )
}

/** Attendants who get no rooms any more; one may come back. */
function Gone({ staff }: { staff: readonly Attendant[] }) {
  const { t } = useWords()
  if (staff.length === 0) return null
  return (
    <section className="k-field" aria-labelledby="hk-gone">
      <h3 id="hk-gone">{t('housekeeping.share.gone')}</h3>
      {staff.map((one) => (
        <p key={one.id} className="hk-attendant">
          <span className="k-quiet">{one.name}</span>
          <ChangeAttendant one={one} />
        </p>
      ))}
    </section>
  )
}

/** Each attendant's sheet of today, in the attendant's language, one after the other; and the way to a new attendant. */
function Sheets() {
  const { t } = useWords()
  const { command, print } = usePaperOut('housekeeping.sheets')
  const { trouble } = command
  return (
    <p className="k-usual k-field">
      <button type="button" className="k-tool" disabled={command.pending} onClick={() => void print({})}>
        {t('housekeeping.share.print')}
      </button>
      <button type="button" className="k-tool" onClick={() => setQuery({ do: 'attendant' })}>
        {t('housekeeping.share.add')}
      </button>
      {trouble && (
        <span className="k-trouble-line" role="alert">
          {trouble}
        </span>
      )}
    </p>
  )
}
