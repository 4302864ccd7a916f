import { useMemo, useRef } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { type T, useWords } from '#renderer/base/language.ts'
import { useHeld } from '#renderer/base/route/memory.ts'
import { classKindWord, classWord, usualAction } from '#renderer/parts/insight/class-words.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { formatMoney } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { useWide } from '#renderer/ui/use-wide.ts'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { PlaybookDrawer } from './PlaybookDrawer.tsx'
import type { PlaybookRow } from './playbook-row.ts'

/** From this width on what is done fits in one line; below it has two. */
const ONE_LINE_PX = 1600

/** What is done for each class of guests, by whom, and what it may cost; one is changed beside the list. */
export function Section() {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const playbooks = useQuery('insight.playbooks', {})
  const [open, setOpen] = useHeld<string | null>('playbook:open', null)
  const wide = useWide(ONE_LINE_PX)
  const list = useRef<HTMLDivElement>(null)
  const columns = useMemo(
    () => columnsOf(t, (minor) => formatMoney(minor, currency, locale)),
    [t, currency, locale],
  )
  const edited = playbooks.data?.find((row) => keyOf(row) === open)
  const close = () => {
    setOpen(null)
    list.current?.focus()
  }
  return (
    <Pane title={t('insight.section.playbooks')} note={t('insightValue.playbooks.about')} scroll={false}>
      {playbooks.failed && !playbooks.data && (
        <Trouble failed={playbooks.failed} operation="insight.playbooks" onRetry={playbooks.retry} />
      )}
      {playbooks.loading && <RowSkeleton />}
      {playbooks.data && (
        <DataList
          label={t('insight.section.playbooks')}
          memory="playbooks"
          rows={playbooks.data}
          columns={columns}
          rowKey={keyOf}
          rowHeight={wide ? 28 : 44}
          listRef={list}
          autoFocus
          onOpen={(row) => setOpen(keyOf(row))}
          above={(row, before) =>
            row.classKind === before?.classKind ? [] : [classKindWord(t, row.classKind)]
          }
        />
      )}
      {edited && <PlaybookDrawer key={open} playbook={edited} onClose={close} />}
    </Pane>
  )
}

function keyOf(row: PlaybookRow): string {
  return `${row.classKind}:${row.class}`
}

function columnsOf(t: T, money: (minor: number) => string): Column<PlaybookRow>[] {
  return [
    {
      key: 'class',
      head: t('field.name.class'),
      width: '168px',
      cell: (row) => <b>{classWord(t, row.classKind, row.class)}</b>,
    },
    {
      key: 'action',
      head: t('insightValue.playbooks.action'),
      width: 'minmax(200px, 1fr)',
      cell: (row) => {
        const text = row.action || usualAction(t, row.classKind, row.class)
        return (
          <span className="k-two-lines" title={text}>
            {text}
          </span>
        )
      },
    },
    {
      key: 'department',
      head: t('field.name.department'),
      width: '130px',
      from: 760,
      cell: (row) => t(`request.department.${row.department}`),
    },
    {
      key: 'cost',
      head: t('insightValue.playbooks.cost'),
      width: '116px',
      from: 760,
      figures: true,
      cell: (row) => (row.costMinor === null ? '—' : money(row.costMinor)),
    },
    {
      key: 'own',
      head: t('insightValue.playbooks.from'),
      width: '84px',
      from: 900,
      cell: (row) => (
        <span className="k-quiet">{t(`insightValue.playbooks.${row.version > 0 ? 'own' : 'usual'}`)}</span>
      ),
    },
  ]
}
