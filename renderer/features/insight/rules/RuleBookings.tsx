import { useMemo } from 'react'
import { type RowOf, useList } from '#renderer/api/use-list.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { CsvButton } from '#renderer/parts/insight/CsvButton.tsx'
import { useListFile } from '#renderer/parts/insight/use-list-file.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { type RuleView, ruleViews } from '#shared/domain/insight/suggest/outcome.ts'
import { ruleGuestActs } from './acts.ts'
import type { WordedRule } from './worded-rule.ts'

type Row = RowOf<'insight.ruleBookings'>

/** Whom a rule speaks of: who is booked and could be offered it, and the stays that it was found in. */
export function RuleBookings({ rule }: { rule: WordedRule | undefined }) {
  const { t } = useWords()
  const [view, setView] = useMemory<RuleView>('rules:view', 'to-offer')
  const asked = { given: rule?.given ?? [], adds: rule?.adds ?? '', view }
  const on = rule !== undefined
  const list = useList('insight.ruleBookings', { ...asked, limit: 50 }, { on, keep: false })
  const file = useListFile('insight.ruleBookings')
  const columns = useMemo(() => columnsOf(t), [t])
  const save = () => {
    if (!rule) return
    const name = `${rule.givenText} ${rule.addsText} ${t(`offer.rules.view.${view}`)}`
    file.run({ ...fileOf(t), name, input: asked })
  }
  useActs({ csv: ruleGuestActs.csv }, { csv: save })
  const isEmpty = !list.loading && list.rows.length === 0 && !list.more
  return (
    <Pane
      title={t('offer.rules.pane')}
      note={file.note}
      scroll={false}
      tools={
        <>
          {ruleViews.map((one) => (
            <button
              key={one}
              type="button"
              className="k-chip"
              aria-pressed={one === view}
              title={t(`offer.rules.listed.${one}`)}
              onClick={() => setView(one)}
            >
              {t(`offer.rules.view.${one}`)}
            </button>
          ))}
          <CsvButton run={save} disabled={file.running || !rule} />
        </>
      }
    >
      {list.failed && <Trouble failed={list.failed} operation="insight.ruleBookings" onRetry={list.retry} />}
      {on && (list.loading || (list.rows.length === 0 && list.more)) && <RowSkeleton />}
      {on && !list.loading && (
        <DataList
          label={t('offer.rules.pane')}
          memory="rule-bookings"
          about={`${rule.id}:${view}`}
          rows={list.rows}
          columns={columns}
          rowKey={({ id }) => id}
          more={list.more}
          loadMore={list.loadMore}
          onOpen={({ guestId }) => go(href(paths.guest, { id: guestId }))}
          empty={isEmpty && <EmptyState>{t(`offer.rules.nobody.${view}`)}</EmptyState>}
        />
      )}
    </Pane>
  )
}

function columnsOf(t: T): Column<Row>[] {
  return [
    {
      key: 'name',
      head: t('offer.rules.column.guest'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <GuestName of={row} />,
    },
    {
      key: 'arrival',
      head: t('offer.rules.column.arrival'),
      width: '116px',
      cell: ({ arrival }) => <DateText date={arrival} />,
    },
    {
      key: 'departure',
      head: t('offer.rules.column.departure'),
      width: '116px',
      from: 480,
      cell: ({ departure }) => <DateText date={departure} />,
    },
    {
      key: 'type',
      head: t('offer.rules.column.type'),
      width: '44px',
      cell: ({ roomType }) => <span className="k-code">{roomType}</span>,
    },
  ]
}

/** Names and dates; telephones and addresses are on the profiles. */
function fileOf(t: T) {
  return {
    heads: [
      t('offer.rules.csv.booking'),
      t('offer.rules.csv.id'),
      t('offer.rules.column.guest'),
      t('offer.rules.csv.latin'),
      t('offer.rules.column.arrival'),
      t('offer.rules.column.departure'),
      t('offer.rules.column.type'),
    ],
    cells: (row: Row) => [
      String(row.id),
      String(row.guestId),
      row.name,
      row.latinName,
      row.arrival,
      row.departure,
      row.roomType,
    ],
  }
}
