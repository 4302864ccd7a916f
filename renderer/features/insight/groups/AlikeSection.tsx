import './groups.css'
import { useMemo } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { type RowOf, useList } from '#renderer/api/use-list.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { CsvButton } from '#renderer/parts/insight/CsvButton.tsx'
import { RunRefusal } from '#renderer/parts/insight/RunRefusal.tsx'
import { useListFile } from '#renderer/parts/insight/use-list-file.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { formatDate, formatMoney, formatNumber } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { RunOutputOf } from '#shared/contract/insight-runs.ts'
import { type AlikeGroup, alikeGroups } from '#shared/domain/insight/groups/likest.ts'
import { alikeActs, groupListActs } from './acts.ts'
import { percent } from './kind-words.ts'
import { reasonText } from './reason-text.ts'

type Row = RowOf<'kinds.alike'>
type Output = RunOutputOf<'look-alikes'>

/** Who among newcomers, askers and silent guests is like the best were at first, and why. */
export function Section() {
  const run = useQuery('insight.output', { kind: 'look-alikes', params: {} })
  if (run.failed && !run.data)
    return <Trouble failed={run.failed} operation="insight.output" onRetry={run.retry} />
  if (run.loading) return <RowSkeleton />
  const output = run.data?.output as Output | null | undefined
  return output ? <Found output={output} /> : <RunRefusal kind="look-alikes" />
}

function Found({ output }: { output: Output }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const { heldOut, fromRevenueMinor, chosen } = output
  return (
    <Panes
      label={t('insight.section.alike')}
      areas={'"guests why"'}
      columns="minmax(0, 1fr) 340px"
      panes={[
        {
          name: 'guests',
          title: t('kinds.pane.guests'),
          act: alikeActs.guests,
          children: <Guests output={output} />,
        },
        {
          name: 'why',
          title: t('kinds.alike.why'),
          act: alikeActs.why,
          children: (
            <Pane title={t('kinds.alike.why')} padded className="grp-why">
              <p>
                {t('kinds.alike.best', {
                  count: chosen,
                  shown: formatNumber(chosen, locale),
                  amount: formatMoney(fromRevenueMinor, currency, locale, true),
                })}
              </p>
              <p>
                {t('kinds.alike.measured', {
                  guests: formatNumber(heldOut.guests, locale),
                  auc: formatNumber(heldOut.auc, locale, 2),
                  top: percent(heldOut.topShare, locale),
                  base: percent(heldOut.baseShare, locale),
                  lift: formatNumber(heldOut.lift, locale, 1),
                })}
              </p>
              <Weights weights={output.weights} />
            </Pane>
          ),
        },
      ]}
    />
  )
}

/** Twice as often is log 2; four times fills a side. */
const FULL = Math.log(4)

function Weights({ weights }: { weights: Output['weights'] }) {
  const { t } = useWords()
  return (
    <table className="grp-bars" aria-label={t('kinds.alike.why')}>
      <tbody>
        {weights.map(({ fact, word, weight }) => {
          const share = `${Math.min(1, Math.abs(weight) / FULL) * 50}%`
          return (
            <tr key={`${fact}:${word}`}>
              <th scope="row">{reasonText({ fact, word }, t)}</th>
              <td className="grp-track" aria-hidden="true">
                <span
                  className="grp-fill"
                  style={weight < 0 ? { right: '50%', width: share } : { left: '50%', width: share }}
                />
              </td>
              <td className="k-num">{t('kinds.alike.times', { times: Math.exp(weight).toFixed(1) })}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function Guests({ output }: { output: Output }) {
  const { t, locale } = useWords()
  const [group, setGroup] = useMemory<AlikeGroup>('alike:group', 'one-time')
  const list = useList('kinds.alike', { group, limit: 100 }, { long: true })
  const file = useListFile('kinds.alike')
  const columns = useMemo(() => columnsOf(t, locale), [t, locale])
  const counts = output.groups.find((one) => one.group === group)
  const save = () =>
    file.run({
      name: t(`kinds.alike.group.${group}`),
      input: { group },
      heads: [t('kinds.csv.id'), t('kinds.column.guest'), t('kinds.csv.latin'), t('kinds.alike.because')],
      cells: (row) => [
        String(row.id),
        row.name,
        row.latinName,
        row.reasons.map((one) => reasonText(one, t)).join('; '),
      ],
    })
  useActs(groupListActs, { csv: save })
  return (
    <Pane
      title={t('insight.section.alike')}
      note={
        file.note ??
        (counts &&
          t('kinds.alike.listed', {
            listed: formatNumber(counts.listed, locale),
            candidates: formatNumber(counts.candidates, locale),
          }))
      }
      scroll={false}
      tools={
        <>
          <span className="grp-groups">
            {alikeGroups.map((one) => (
              <button
                key={one}
                type="button"
                className="k-chip"
                aria-pressed={one === group}
                onClick={() => setGroup(one)}
              >
                {t(`kinds.alike.group.${one}`)}
              </button>
            ))}
          </span>
          <CsvButton run={save} disabled={file.running} />
        </>
      }
    >
      {list.failed && list.rows.length === 0 && (
        <Trouble failed={list.failed} operation="kinds.alike" onRetry={list.retry} />
      )}
      {list.loading && <RowSkeleton />}
      <DataList
        label={t('insight.section.alike')}
        memory="alike"
        about={group}
        rows={list.rows}
        columns={columns}
        rowKey={({ id }) => id}
        more={list.more}
        loadMore={list.loadMore}
        onSeen={list.seen}
        autoFocus
        empty={<p className="k-empty">{t('kinds.alike.nobody')}</p>}
        onOpen={({ id }) => go(href(paths.guest, { id }))}
      />
    </Pane>
  )
}

function columnsOf(t: T, locale: string): Column<Row>[] {
  return [
    {
      key: 'place',
      head: '#',
      width: '48px',
      figures: true,
      cell: ({ place }) => formatNumber(place, locale),
    },
    {
      key: 'name',
      head: t('kinds.column.guest'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <GuestName of={row} />,
    },
    {
      key: 'stays',
      head: t('insightFact.name.stays'),
      width: '64px',
      figures: true,
      from: 560,
      cell: ({ stays }) => formatNumber(stays, locale),
    },
    {
      key: 'last',
      head: t('insightFact.name.lastDeparture'),
      width: '132px',
      from: 640,
      cell: ({ lastDeparture }) => (lastDeparture === null ? '—' : formatDate(lastDeparture, locale)),
    },
    {
      key: 'because',
      head: t('kinds.alike.because'),
      width: 'minmax(180px, 2fr)',
      cell: ({ reasons }) => {
        const text = reasons.map((one) => reasonText(one, t)).join(' · ')
        return (
          <span className="k-cut" title={text}>
            {text}
          </span>
        )
      },
    },
  ]
}
