import './groups.css'
import { type ReactNode, useMemo, useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { RunRefusal } from '#renderer/parts/insight/RunRefusal.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Pane, Rows } from '#renderer/ui/Pane.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { Language } from '#shared/i18n/types.ts'
import { groupActs } from './acts.ts'
import { HowMany } from './HowMany.tsx'
import { KindGuests } from './KindGuests.tsx'
import { KindTraits } from './KindTraits.tsx'
import { clarity, type Kind, type Kinds, kindName, marking, percent, traitText } from './kind-words.ts'

/** Kinds of guests by what they do: how many, what sets each apart, and who is of it. */
export function Section() {
  const listed = useQuery('kinds.list', {})
  if (listed.failed && !listed.data)
    return <Trouble failed={listed.failed} operation="kinds.list" onRetry={listed.retry} />
  if (listed.loading) return <RowSkeleton />
  return listed.data ? <Found kinds={listed.data} /> : <RunRefusal kind="kinds" />
}

function Found({ kinds }: { kinds: Kinds }) {
  const { t, language, locale } = useWords()
  const { currency } = useHotel()
  const { found, names } = kinds
  const [active, setActive] = useState<Kind | undefined>(found.kinds[0])
  const columns = useMemo(
    () => columnsOf(kinds, { t, language, locale, currency }),
    [kinds, t, language, locale, currency],
  )
  const shown = found.kinds.find(({ number }) => number === active?.number) ?? found.kinds[0]
  const pane = (name: 'kinds' | 'traits' | 'guests', children: ReactNode) => ({
    name,
    title: t(`kinds.pane.${name}`),
    act: groupActs[name],
    children,
  })
  return (
    <Panes
      label={t('insight.section.groups')}
      areas={'"kinds kinds" "traits guests"'}
      columns="minmax(0, 1fr) minmax(0, 1fr)"
      rows="minmax(0, auto) minmax(320px, 1fr)"
      panes={[
        pane('kinds', <KindList kinds={kinds} columns={columns} onActive={setActive} />),
        ...(shown
          ? [
              pane(
                'traits',
                <KindTraits key={shown.number} kind={shown} name={names[String(shown.number)] ?? null} />,
              ),
              pane('guests', <KindGuests kind={shown} name={kindName(names, shown, t)} />),
            ]
          : []),
      ]}
    />
  )
}

type ListProps = { kinds: Kinds; columns: Column<Kind>[]; onActive: (kind: Kind | undefined) => void }

function KindList({ kinds, columns, onActive }: ListProps) {
  const { t, locale } = useWords()
  const { found, gone } = kinds
  return (
    <Pane
      title={t('insight.section.groups')}
      note={t('kinds.sentence', {
        count: found.k,
        guests: formatNumber(found.guests, locale),
        clarity: t(`kinds.clarity.${clarity(found.silhouette)}`),
      })}
      scroll={false}
    >
      <Rows heights="minmax(0, 1fr) auto">
        <DataList
          label={t('insight.section.groups')}
          memory="kinds"
          rows={found.kinds}
          columns={columns}
          rowKey={({ number }) => number}
          rowHeight={44}
          onActive={onActive}
          autoFocus
        />
        <HowMany found={found} gone={gone} />
      </Rows>
    </Pane>
  )
}

type Speaking = { t: T; language: Language; locale: string; currency: string }

function columnsOf({ found, names }: Kinds, { t, language, locale, currency }: Speaking): Column<Kind>[] {
  const revenue = found.kinds.reduce((sum, { revenueMinor }) => sum + revenueMinor, 0)
  return [
    {
      key: 'name',
      head: t('kinds.column.kind'),
      width: 'minmax(120px, 160px)',
      cell: (kind) => <b className="k-cut">{kindName(names, kind, t)}</b>,
    },
    {
      key: 'guests',
      head: t('kinds.column.guests'),
      width: '72px',
      figures: true,
      cell: ({ guests }) => formatNumber(guests, locale),
    },
    {
      key: 'share',
      head: t('kinds.column.share'),
      width: '64px',
      figures: true,
      from: 560,
      cell: ({ guests }) => percent(guests / found.guests, locale),
    },
    {
      key: 'revenue',
      head: t('kinds.column.revenue'),
      width: '92px',
      figures: true,
      from: 640,
      cell: ({ revenueMinor }) => percent(revenue > 0 ? revenueMinor / revenue : 0, locale),
    },
    {
      key: 'traits',
      head: t('kinds.column.traits'),
      width: 'minmax(160px, 1fr)',
      cell: (kind) => {
        const text = marking(kind)
          .map((trait) => traitText(trait, t, language, currency))
          .join(language === 'zh' ? '；' : '; ')
        return (
          <span className="k-two-lines" title={text}>
            {text}
          </span>
        )
      },
    },
  ]
}
