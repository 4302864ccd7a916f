import { type RefObject, useMemo, useState } from 'react'
import { thePlatform } from '#renderer/api/platform.ts'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { badDebtText, percentText, reasonsText } from '#renderer/parts/insight/risk-words.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { csvFileHead, csvLine } from '#renderer/ui/csv.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { BusinessDate } from '#shared/values/index.ts'

type Row = OutputOf<'insight.dayRisk'>['rows'][number]
type Props = { day: BusinessDate; listRef: RefObject<HTMLDivElement | null> }

/** The arrivals of a day, the least sure first; each opens its booking. */
export function DayArrivals({ day, listRef }: Props) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const { data, failed, loading, retry } = useQuery('insight.dayRisk', { date: day }, { keep: true })
  const columns = useMemo(() => columnsOf(t, locale, currency), [t, locale, currency])
  return (
    <Pane
      title={`${t('insightRisk.arrivals.title')} ${formatDate(day, locale)}`}
      note={data && data.without > 0 ? t('insightRisk.arrivals.without', { count: data.without }) : undefined}
      tools={data && data.rows.length > 0 ? <Export day={day} rows={data.rows} /> : undefined}
      scroll={false}
    >
      {failed && !data && <Trouble failed={failed} operation="insight.dayRisk" onRetry={retry} />}
      {loading && <RowSkeleton />}
      {data && (
        <DataList
          label={t('insightRisk.arrivals.title')}
          memory="risk-arrivals"
          rows={data.rows}
          columns={columns}
          rowKey={(row) => row.id}
          listRef={listRef}
          onOpen={(row) => go(href(paths.booking, { id: row.id }))}
          empty={<EmptyState>{t('insightRisk.arrivals.none')}</EmptyState>}
        />
      )}
    </Pane>
  )
}

function columnsOf(t: T, locale: string, currency: string): Column<Row>[] {
  return [
    {
      key: 'guest',
      head: t('insightRisk.arrivals.guest'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <GuestName of={row} />,
    },
    { key: 'type', head: t('insightRisk.fact.roomType'), width: '64px', cell: (row) => row.roomTypeCode },
    {
      key: 'away',
      head: t('insightRisk.arrivals.risk'),
      width: '84px',
      figures: true,
      cell: (row) => (
        <b
          title={t('insightRisk.chances', {
            cancel: percentText(row.cancel, locale),
            noShow: percentText(row.noShow, locale),
          })}
        >
          {percentText(row.away, locale)}
        </b>
      ),
    },
    {
      key: 'debt',
      head: <span title={t('insightRisk.badDebt.about')}>{t('insightRisk.badDebt.title')}</span>,
      width: '72px',
      cell: (row) => (
        <span className={row.badDebt.level === 'high' ? 'risk-high' : ''} title={badDebtText(t, row.badDebt)}>
          {t(`insightRisk.badDebt.level.${row.badDebt.level}`)}
        </span>
      ),
    },
    {
      key: 'why',
      head: t('insightRisk.arrivals.why'),
      width: 'minmax(96px, 2fr)',
      cell: (row) => {
        const text = reasonsText({ t, locale, currency }, row.reasons)
        return (
          <span className="k-cut k-quiet" title={text}>
            {text}
          </span>
        )
      },
    },
  ]
}

function Export({ day, rows }: { day: string; rows: readonly Row[] }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const [saved, setSaved] = useState(false)
  const save = async () => {
    const heads = [
      t('field.name.confirmationNo'),
      t('insightRisk.arrivals.guest'),
      t('insightRisk.fact.roomType'),
      t('insightRisk.model.outcomes.cancel'),
      t('insightRisk.model.outcomes.noShow'),
      t('insightRisk.arrivals.risk'),
      t('insightRisk.badDebt.title'),
      t('insightRisk.arrivals.why'),
    ]
    const lines = rows.map((row) =>
      csvLine([
        row.confirmationNo,
        row.guestName,
        row.roomTypeCode,
        row.cancel.toFixed(4),
        row.noShow.toFixed(4),
        row.away.toFixed(4),
        badDebtText(t, row.badDebt),
        reasonsText({ t, locale, currency }, row.reasons),
      ]),
    )
    const content = new Blob([csvFileHead(heads), ...lines], { type: 'text/csv' })
    setSaved(await thePlatform().saveFile(`risk-${day}.csv`, content))
  }
  return (
    <Button onClick={() => void save()}>
      {t(saved ? 'insightRisk.arrivals.exported' : 'insightRisk.arrivals.export')}
    </Button>
  )
}
