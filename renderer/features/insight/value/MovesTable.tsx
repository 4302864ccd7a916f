import { useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery, useLocation } from '#renderer/base/route/route.tsx'
import { classWord } from '#renderer/parts/insight/class-words.ts'
import { RunAge } from '#renderer/parts/insight/RunAge.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { DateField } from '#renderer/ui/DateField.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { WorkProgress } from '#renderer/ui/WorkProgress.tsx'
import { rfmSegments } from '#shared/domain/insight/value/classes.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import type { Chosen, Moves } from './figures.ts'
import { shareText } from './shares.ts'
import { useValueRun } from './use-value-run.ts'

type Props = { chosen: Chosen; choose: (of: Chosen) => void }
const places = ['', ...rfmSegments] as const

/** From which segment to which guests went between an earlier day and the business date. */
export function MovesTable({ chosen, choose }: Props) {
  const { t } = useWords()
  const { businessDate } = useHotel()
  const since = useLocation(({ query }) => query.since ?? '')
  const [date, setDate] = useState(since)
  const run = useValueRun(() => setQuery({ since: date }))
  const found = useQuery(
    'insight.output',
    { kind: 'value-moves', params: { from: since as BusinessDate } },
    { on: since !== '' },
  )
  const isEarlier = /^\d{4}-\d\d-\d\d$/.test(date) && date < businessDate
  const start = () => void run.start({ kind: 'value-moves', params: { from: date as BusinessDate } })
  const moves = found.data?.output as Moves | null | undefined
  return (
    <>
      <div className="val-asof">
        <DateField
          value={date}
          onChange={setDate}
          kind="past"
          aria-label={t('insightValue.page.since')}
          placeholder={t('insightValue.page.since')}
        />
        <Button disabled={!isEarlier || run.running} onClick={start}>
          {t('insightValue.page.computeMoves')}
        </Button>
      </div>
      {run.running && (
        <WorkProgress
          label={t('insight.status.running')}
          done={run.job?.done ?? 0}
          total={run.job?.total ?? 0}
          share
          onCancel={run.cancel}
        />
      )}
      {run.failed && !run.running && <Trouble failed={run.failed} operation="insight.run" line />}
      {found.data && <RunAge asOf={found.data.asOf} moment={found.data.moment} />}
      {moves ? (
        <Table moves={moves} chosen={chosen} choose={choose} />
      ) : (
        <p>{t('insightValue.page.noMoves')}</p>
      )}
    </>
  )
}

function Table({ moves, chosen, choose }: Props & { moves: Moves }) {
  const { t, locale } = useWords()
  const name = (segment: string) =>
    segment === '' ? t('insightValue.page.noStay') : classWord(t, 'rfm', segment)
  return (
    <>
      <p>
        {t('insightValue.page.movesSentence', {
          stayed: formatNumber(moves.stayed, locale),
          share: shareText(moves.stayed, moves.guests, locale),
        })}
      </p>
      <div className="val-wide">
        <table className="k-table val-map">
          <thead>
            <tr>
              <td>{t('insightValue.page.movesCorner')}</td>
              {places.slice(1).map((to) => (
                <th key={to} scope="col" className="k-num">
                  {name(to)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {places.map((from, i) => (
              <tr key={from}>
                <th scope="row">{name(from)}</th>
                {places.slice(1).map((to, j) => {
                  const count = moves.counts[i]?.[j + 1] ?? 0
                  const on = chosen.by === 'move' && chosen.from === from && chosen.to === to
                  return (
                    <td key={to} className={on ? 'k-num val-chosen' : 'k-num'}>
                      {count === 0 ? (
                        <span className="k-faint">0</span>
                      ) : (
                        <button
                          type="button"
                          className="val-link"
                          onClick={() => choose({ by: 'move', from, to })}
                        >
                          {formatNumber(count, locale)}
                        </button>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
