import { useMemo, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { actsFor, namesOf, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { usePaperOut } from '#renderer/parts/device/use-paper-out.ts'
import { NamesIn } from '#renderer/parts/guest/NamesIn.tsx'
import { nameText } from '#renderer/parts/guest/names.ts'
import { DetailsDrawer } from '#renderer/parts/registration/DetailsDrawer.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { SearchField } from '#renderer/ui/SearchField.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import type { GuestId } from '#shared/values/index.ts'
import { missingActs, rowActs } from './acts.ts'
import { type Row, registrationColumns } from './columns.tsx'
import { FailedDrawer } from './FailedDrawer.tsx'
import { FileDrawer } from './FileDrawer.tsx'

type Props = { show: 'open' | 'day'; onGuest: (guest: GuestId | null) => void }
type Listed = OutputOf<'registration.list'>
type Drawer = 'failed' | 'details' | 'file' | null

/** What is to be sent, or what a day had; narrowed by typing, marked by one key. */
export function Registrations({ show, onGuest }: Props) {
  const { t, language } = useWords()
  const list = useQuery('registration.list', { show })
  const [text, setText] = useState('')
  const [row, setRow] = useState<Row | undefined>(undefined)
  const [drawer, setDrawer] = useState<Drawer>(null)
  const listRef = useRef<HTMLDivElement>(null)
  const columns = useMemo(() => registrationColumns(t, language), [t, language])
  const rows = useMemo(() => filtered(list.data?.rows ?? [], text), [list.data, text])
  const { tools, trouble } = useRowActs(row, rows, setDrawer)
  if (list.failed) return <Trouble failed={list.failed} operation="registration.list" onRetry={list.retry} />
  const { data } = list
  if (!data) return <RowSkeleton rows={8} />
  return (
    <div className="reg-view">
      <Counts data={data} show={show} />
      <Unregistered data={data} />
      <div className="reg-tools">
        <SearchField
          label={t('registration.find')}
          value={text}
          onSearch={setText}
          onClear={() => setText('')}
          onDown={() => listRef.current?.focus()}
        />
        {tools.map(({ act, label, run, off }) => (
          <button key={act.key} type="button" className="k-tool" disabled={off} onClick={run}>
            {label} <KeyHint keys={act.key} />
          </button>
        ))}
      </div>
      {trouble && (
        <p className="k-trouble-line" role="alert">
          {trouble}
        </p>
      )}
      <DataList
        label={t(`registration.view.${show}`)}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        listRef={listRef}
        memory={`registration:${show}`}
        about={text}
        autoFocus
        onActive={(one) => {
          setRow(one)
          onGuest(one?.guestId ?? null)
        }}
        onOpen={() => setDrawer('details')}
        empty={
          <EmptyState>
            {t(text.trim() ? 'registration.nothingFound' : `registration.empty.${show}`)}
          </EmptyState>
        }
      />
      {data.more && <p className="k-quiet reg-more">{t('registration.more', { count: data.rows.length })}</p>}
      {drawer === 'failed' && row && <FailedDrawer row={row} onClose={() => setDrawer(null)} />}
      {drawer === 'details' && row && (
        <DetailsDrawer bookingId={row.bookingId} guestId={row.guestId} onClose={() => setDrawer(null)} />
      )}
      {drawer === 'file' && <FileDrawer rows={rows} onClose={() => setDrawer(null)} />}
    </div>
  )
}

/** A row has every word that was typed: a name, a room, a confirmation number, a document's number. */
function filtered(rows: readonly Row[], text: string): readonly Row[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return rows
  return rows.filter((row) => {
    const all = [
      row.guestName,
      row.guestLatinName,
      row.roomNumber,
      row.confirmationNo,
      ...Object.values(row.data),
    ]
      .join(' ')
      .toLowerCase()
    return wanted.every((word) => all.includes(word))
  })
}

function Counts({ data, show }: { data: Listed; show: 'open' | 'day' }) {
  const { t } = useWords()
  if (show === 'day')
    return <p className="reg-counts k-quiet">{t('registration.ofDay', { count: data.rows.length })}</p>
  const { overdue, failed, changed, toSend } = data.counts
  return (
    <p className="reg-counts">
      {overdue > 0 && (
        <strong className="k-trouble-line">{t('registration.count.overdue', { count: overdue })}</strong>
      )}
      <span>{t('registration.count.toSend', { count: toSend })}</span>
      <span>{t('registration.count.failed', { count: failed })}</span>
      <span>{t('registration.count.changed', { count: changed })}</span>
    </p>
  )
}

/** Who is in the house or gone and was never registered as that; one key registers the first booking of them, then the next. */
function Unregistered({ data }: { data: Listed }) {
  const { t, language } = useWords()
  const record = useCommand('registration.record')
  const [first] = data.unregistered
  const run = () => first && void record.run({ bookingId: first.bookingId, event: first.event })
  useActs(missingActs, { record: run }, { on: first !== undefined })
  if (!first) return null
  const name = nameText(first, language, t)
  return (
    <div className="reg-missing" role="status">
      <span>
        <NamesIn
          text={t(first.event === 'arrival' ? 'registration.unregistered' : 'registration.notDeparted', {
            count: data.unregistered.filter(({ event }) => event === first.event).length,
            name,
            room: first.roomNumber || first.confirmationNo,
          })}
          names={[first]}
        />
      </span>
      <Button disabled={record.pending} onClick={run}>
        {t('registration.act.record')} <KeyHint keys={missingActs.record.key} />
      </Button>
      {record.trouble && <span className="k-trouble-line">{record.trouble}</span>}
    </div>
  )
}

/** What can be done with the row, by its keys and the buttons above the list. */
function useRowActs(row: Row | undefined, rows: readonly Row[], open: (drawer: Drawer) => void) {
  const { t } = useWords()
  const mark = useCommand('registration.mark')
  const { print, command: card } = usePaperOut('registration.card')
  const waiting = rows.filter(({ state, missing }) => state !== 'sent' && missing.length === 0)
  const send = (those: readonly Row[]) =>
    those.length > 0 && void mark.run({ rows: those.map(({ id, version }) => ({ id, version })), as: 'sent' })
  const runs = {
    sent: () => row && send([row]),
    allSent: () => send(waiting),
    failed: () => open('failed'),
    details: () => open('details'),
    card: () => row && void print({ bookingId: row.bookingId, guestId: row.guestId }),
    booking: () => row && go(href(paths.booking, { id: row.bookingId })),
    file: () => open('file'),
  }
  const can = actsFor(rowActs, { row, rows: rows.length, waiting: waiting.length })
  useActs(can, runs)
  const labels = {
    sent: t('registration.act.sent'),
    allSent: t('registration.act.allSentOf', { count: waiting.length }),
    failed: t('registration.act.failed'),
    details: t('registration.act.details'),
    card: t('registration.act.card'),
    booking: t('registration.act.booking'),
    file: t('registration.act.file'),
  }
  return {
    tools: namesOf(runs).map((name) => ({
      act: rowActs[name],
      label: labels[name],
      run: runs[name],
      off: !(name in can),
    })),
    trouble: mark.trouble ?? card.trouble,
  }
}
