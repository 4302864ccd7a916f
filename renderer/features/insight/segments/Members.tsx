import { useMemo } from 'react'
import { type RowOf, useList } from '#renderer/api/use-list.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { Rule } from '#shared/domain/insight/segments/rule.ts'

type Row = RowOf<'segment.members'>

/** The guests who meet the rule; Enter opens the profile. */
export function Members({ rule }: { rule: Rule }) {
  const { t, locale } = useWords()
  const list = useList('segment.members', { rule, limit: 50 }, { long: true })
  const columns = useMemo(() => columnsOf(t, locale), [t, locale])
  if (list.loading || (list.rows.length === 0 && list.refreshing)) return <RowSkeleton rows={6} />
  return (
    <DataList
      label={t('segment.pane.result')}
      memory="segment-members"
      about={JSON.stringify(rule)}
      rows={list.rows}
      columns={columns}
      rowKey={({ id }) => id}
      more={list.more}
      loadMore={list.loadMore}
      onSeen={list.seen}
      onOpen={({ id }) => go(href(paths.guest, { id }))}
    />
  )
}

function columnsOf(t: T, locale: string): Column<Row>[] {
  return [
    {
      key: 'guest',
      head: t('segment.column.guest'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <GuestName of={row} />,
    },
    {
      key: 'stays',
      head: t('insightFact.name.stays'),
      width: '64px',
      figures: true,
      cell: (row) => formatNumber(row.stays, locale),
    },
    {
      key: 'last',
      head: t('segment.column.lastStay'),
      width: '116px',
      cell: (row) => row.lastStay && <DateText date={row.lastStay} />,
    },
  ]
}
