import { useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Section } from '#renderer/ui/Pane.tsx'
import { StatusMark } from '#renderer/ui/StatusMark.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { BookingId, BusinessDate } from '#shared/values/index.ts'
import { bookingTraceActs } from './acts.ts'
import { HouseDrawer } from './HouseDrawer.tsx'

type Trace = OutputOf<'house.traces'>['rows'][number]

/** What departments are to see to for a booking; each is ticked off here too. `on`: the day that one is overdue by. */
export function BookingTraces({ bookingId, on }: { bookingId: BookingId; on: BusinessDate }) {
  const { t } = useWords()
  const traces = useQuery('house.traces', { bookingId }).data
  const [adding, setAdding] = useState(false)
  const add = () => setAdding(true)
  useActs(bookingTraceActs, { trace: add })
  return (
    <Section
      title={t('house.traces.title')}
      tools={
        <button type="button" className="k-tool" onClick={add}>
          {t('house.traces.add')} <KeyHint keys={bookingTraceActs.trace.key} />
        </button>
      }
    >
      {traces?.rows.length === 0 && <p className="k-padded k-quiet">{t('house.traces.none')}</p>}
      <ul>
        {traces?.rows.map((trace) => (
          <TraceRow key={trace.id} trace={trace} on={on} />
        ))}
      </ul>
      {adding && <HouseDrawer thing="traces" bookingId={bookingId} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function TraceRow({ trace, on }: { trace: Trace; on: BusinessDate }) {
  const { t } = useWords()
  const mark = useCommand('house.markTrace')
  const done = t('house.action.done')
  return (
    <li className="k-bk-request">
      <StatusMark state="open" />
      <b>{trace.text}</b>
      <div className="k-bk-request-acts">
        <button
          type="button"
          className="k-tool"
          disabled={mark.pending}
          aria-label={`${done}: ${trace.text}`}
          onClick={() => void mark.run({ id: trace.id, version: trace.version, action: 'done' })}
        >
          {done}
        </button>
      </div>
      <div className="k-bk-request-more k-quiet">
        <p>
          {t(`request.department.${trace.department}`)} ·{' '}
          <span className={trace.dueOn < on ? 'k-wrong' : ''}>
            <DateText date={trace.dueOn} style="day" /> {trace.dueTime}
          </span>
        </p>
        {mark.trouble && (
          <p className="k-trouble-line" role="alert">
            {mark.trouble}
          </p>
        )}
      </div>
    </li>
  )
}
