import { useMemo } from 'react'
import { useList } from '#renderer/api/use-list.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { GuestName } from '#renderer/parts/guest/GuestName.tsx'
import { CsvButton } from '#renderer/parts/insight/CsvButton.tsx'
import { useListFile } from '#renderer/parts/insight/use-list-file.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { DateText } from '#renderer/ui/DateText.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { TreeTarget } from '#shared/domain/insight/kinds/targets.ts'
import { treeActs } from './acts.ts'
import type { TreeGuest, TreeRule } from './tree-input.ts'

type Props = {
  target: TreeTarget
  rule: TreeRule | undefined
  asOf: string | null
  /** The tree is that of an earlier day: guests are kept of the newest one alone. */
  earlier: boolean
}

/** Today's guests under the chosen rule: each leads to the profile, all can be saved as a file. */
export function RuleGuests({ target, rule: chosen, asOf, earlier }: Props) {
  const { t, locale } = useWords()
  const rule = earlier ? undefined : chosen
  const leaf = rule?.leaf ?? 0
  const list = useList('insight.treeGuests', { target, leaf, limit: 50 }, { on: rule !== undefined })
  const file = useListFile('insight.treeGuests')
  const columns = useMemo(() => columnsOf(t, locale), [t, locale])
  const save = () =>
    rule &&
    file.run({
      name: `${t(`insightTree.target.${target}`)} ${leaf}`,
      input: { target, leaf },
      heads: fileHeads.map((name) => t(`insightTree.csv.${name}`)),
      cells: (row) => cellsOf(row, list.head?.share ?? 0),
    })
  useActs({ csv: treeActs.csv }, { csv: save })
  // The guests are those of the newest tree: of an older one that is still shown they would not be its own
  const isOfTree = list.head?.asOf === asOf
  return (
    <Pane
      title={t('insightTree.guests.title')}
      note={rule && isOfTree && formatNumber(list.head?.total ?? 0, locale)}
      tools={rule && <CsvButton run={save} disabled={file.running} />}
      scroll={false}
    >
      {file.note && (
        <p className="k-quiet kt-note" role="status">
          {file.note}
        </p>
      )}
      {!rule && (
        <p className="kt-said k-quiet">
          {t(earlier ? 'insightTree.guests.earlier' : 'insightTree.guests.none')}
        </p>
      )}
      {list.failed && <Trouble failed={list.failed} operation="insight.treeGuests" onRetry={list.retry} />}
      {rule && list.loading && <RowSkeleton />}
      {rule && list.head && (
        <DataList
          label={t('insightTree.guests.title')}
          memory="tree-guests"
          about={`${target}:${leaf}`}
          rows={list.rows}
          columns={columns}
          rowKey={(row) => row.id}
          more={list.more}
          loadMore={list.loadMore}
          onOpen={(row) => go(href(paths.guest, { id: row.id }))}
          empty={<p className="kt-said k-quiet">{t('insightTree.guests.nobody')}</p>}
        />
      )}
    </Pane>
  )
}

const fileHeads = ['id', 'name', 'latin', 'tier', 'stays', 'lastStay', 'share'] as const

/** Names and stays for a file; telephones and addresses are on the profiles. */
function cellsOf({ id, name, latinName, tier, stays, lastStay }: TreeGuest, share: number): string[] {
  return [String(id), name, latinName, tier ?? '', String(stays), lastStay ?? '', share.toFixed(4)]
}

function columnsOf(t: T, locale: string): Column<TreeGuest>[] {
  return [
    {
      key: 'name',
      head: t('guest.column.name'),
      width: 'minmax(120px, 1fr)',
      cell: (row) => <GuestName of={row} />,
    },
    {
      key: 'stays',
      head: t('guest.column.stays'),
      width: '52px',
      figures: true,
      cell: (row) => formatNumber(row.stays, locale),
    },
    {
      key: 'last',
      head: t('guest.column.lastStay'),
      width: '128px',
      cell: (row) => row.lastStay && <DateText date={row.lastStay} />,
    },
  ]
}
