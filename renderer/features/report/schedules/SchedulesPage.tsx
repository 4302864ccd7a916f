import '../reports.css'
import { useMemo, useRef, useState } from 'react'
import { useCommand } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld } from '#renderer/base/route/memory.ts'
import { WhoMayNote } from '#renderer/parts/form/WhoMayNote.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { words } from '#shared/i18n/index.ts'
import { scheduleActs, writeActs } from './acts.ts'
import { LastTime } from './LastTime.tsx'
import { ScheduleDrawer } from './ScheduleDrawer.tsx'
import { scheduleColumns } from './schedule-columns.tsx'
import type { Schedule } from './schedule-words.ts'

/** Reports that are written to folders by themselves: when each comes, and how it went last. */
export function Section() {
  const { t, language } = useWords()
  const may = useMay()
  const editable = may('reports-schedule')
  const list = useQuery('report.schedules', {})
  const [open, setOpen] = useHeld<number | 'new' | null>('schedule:open', null)
  const [active, setActive] = useState<Schedule>()
  const listRef = useRef<HTMLDivElement>(null)
  const { write, remove, pending, trouble } = useScheduleActs(active, list.retry)
  const add = () => setOpen('new')
  useActs(scheduleActs, { add, remove }, { on: editable })
  useActs(writeActs, { write })
  const columns = useMemo(() => scheduleColumns(t, language), [t, language])
  const schedules = list.data?.schedules
  const edited = schedules?.find(({ id }) => id === open)
  const close = () => {
    setOpen(null)
    listRef.current?.focus()
  }
  return (
    <Pane
      title={t('reportSchedule.title')}
      note={t('reportSchedule.about')}
      scroll={false}
      tools={
        <>
          {active && (
            <Button disabled={pending} onClick={write}>
              {t('reportSchedule.write')} <KeyHint keys={writeActs.write.key} />
            </Button>
          )}
          {editable && active && (
            <Button onClick={remove}>
              {t('reportSchedule.delete')} <KeyHint keys={scheduleActs.remove.key} />
            </Button>
          )}
          {editable && (
            <Button onClick={add}>
              {t('reportSchedule.add')} <KeyHint keys={scheduleActs.add.key} />
            </Button>
          )}
        </>
      }
    >
      {!editable && <WhoMayNote needed="reports-schedule" />}
      {list.failed && !list.data && (
        <Trouble failed={list.failed} operation="report.schedules" onRetry={list.retry} />
      )}
      {list.loading && <RowSkeleton rows={6} />}
      {schedules && (
        <DataList
          label={t('reportSchedule.title')}
          rows={schedules}
          columns={columns}
          rowKey={(row) => row.id}
          listRef={listRef}
          autoFocus
          onActive={setActive}
          {...(editable ? { onOpen: (row: Schedule) => setOpen(row.id) } : {})}
          empty={
            <EmptyState
              {...(editable
                ? { action: { label: t('reportSchedule.add'), run: add, keys: scheduleActs.add.key } }
                : {})}
            >
              {t('reportSchedule.none')}
            </EmptyState>
          }
        />
      )}
      {active && <LastTime schedule={active} writing={pending} trouble={trouble} />}
      {open === 'new' && <ScheduleDrawer schedule={undefined} onClose={close} />}
      {edited && <ScheduleDrawer key={edited.id} schedule={edited} onClose={close} />}
    </Pane>
  )
}

/** Writes the file of the chosen one now, or deletes it; what went wrong is said of that one alone. */
function useScheduleActs(active: Schedule | undefined, again: () => void) {
  const writing = useCommand('report.runSchedule')
  const removing = useCommand('report.deleteSchedule', {
    done: (language) => words(language, 'reportSchedule.deleted', { name: goes.current }),
  })
  const goes = useRef('')
  const [of, setOf] = useState<number>()
  const write = async () => {
    if (!active || writing.pending) return
    setOf(active.id)
    await writing.run({ id: active.id })
    // Pressed again, it is another file
    writing.ended()
    // How it failed is kept with it, and is no change that pages are told of
    again()
  }
  const remove = async () => {
    if (!active || removing.pending) return
    setOf(active.id)
    goes.current = active.name
    await removing.run({ id: active.id, version: active.version })
  }
  return {
    write: () => void write(),
    remove: () => void remove(),
    pending: writing.pending && of === active?.id,
    trouble: of === active?.id ? (removing.trouble ?? writing.trouble) : null,
  }
}
