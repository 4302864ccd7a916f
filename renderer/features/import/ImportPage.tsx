import './import.css'
import { Button } from 'antd'
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { namesOf, runEach, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import type { paths } from '#renderer/base/route/paths.ts'
import { type ScreenProps, setQuery } from '#renderer/base/route/route.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane, Rows } from '#renderer/ui/Pane.tsx'
import { bringForward, Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { importActs, tabActs } from './acts.ts'
import { ColumnsTab, PreviewTab } from './ColumnsTab.tsx'
import { Earlier } from './Earlier.tsx'
import { FileFacts } from './FileFacts.tsx'
import { FilePlace } from './FilePlace.tsx'
import { FirstBookings } from './FirstBookings.tsx'
import { type Choices, type Inspected, recognised } from './mapping.ts'
import { PlanPane } from './PlanPane.tsx'
import { Remedies } from './Remedies.tsx'
import { ReportTab } from './ReportTab.tsx'
import { RulesTab } from './RulesTab.tsx'
import { useFile } from './use-file.ts'
import { type Running, useRun } from './use-run.ts'
import { lookOf, noWork, profileOf, useWork, type Work, withoutTrial } from './work.ts'

type Tab = keyof typeof tabActs
const tabs = namesOf(tabActs)

/** Import: choose a file, see what it is, say which column is which, try it dry, take it in. */
export function Page({ query }: ScreenProps<typeof paths.import>) {
  const { t } = useWords()
  const { work, change } = useWork()
  const [tab, setTab] = useTab()
  useBatchOfAddress(query.batch, (batch) => {
    change({ batch })
    setTab('report')
  })
  const earlier = useRef<HTMLDivElement>(null)
  const file = useQuery('import.inspect', lookOf(work), { on: work.file !== null })
  const running = useRun(work, change, () => setTab('report'))
  const chosen = useFile((picked) => {
    running.start.reset()
    change({ ...noWork, file: picked })
    setTab('columns')
  })
  const toEarlier = () => earlier.current?.querySelector<HTMLElement>('.k-list')?.focus()
  useActs(
    { ...importActs, ...tabActs },
    { choose: chosen.pick, earlier: toEarlier, ...runEach(tabActs, setTab) },
  )
  const inspected = work.file ? file.data : undefined
  const choices = inspected ? (work.choices ?? recognised(inspected)) : null
  const choose = (patch: Partial<Choices>) => choices && change({ choices: { ...choices, ...patch } })
  return (
    <DropTarget onDrop={chosen.drop}>
      <Halves
        main={
          <Pane
            main
            title={t('import.title')}
            note={work.file?.name}
            scroll={false}
            tools={
              work.file && (
                <Button onClick={chosen.pick}>
                  {t('import.chooseOther')} <KeyHint keys={importActs.choose.key} />
                </Button>
              )
            }
          >
            {inspected && <FileFacts file={inspected} work={work} change={change} />}
            <Tabs tab={tab} onTab={setTab} fileless={!work.file} />
            <TabBody
              tab={tab}
              inspected={inspected}
              choices={choices}
              choose={choose}
              work={work}
              running={running}
              onMapped={() => change(withoutTrial(work))}
            >
              <Before work={work} change={change} chosen={chosen} failed={file.failed} retry={file.retry} />
            </TabBody>
          </Pane>
        }
        side={
          <Side
            inspected={inspected}
            choices={choices}
            choose={choose}
            work={work}
            change={change}
            running={running}
            place={earlier}
            onBatch={(batch) => {
              change({ batch })
              setTab('report')
            }}
            onAnother={() => {
              change(noWork)
              setTab('columns')
            }}
          />
        }
      />
    </DropTarget>
  )
}

/** The tab that is open; one that is chosen is seen. */
function useTab(): [Tab, (tab: Tab) => void] {
  const [tab, keep] = useMemory<Tab>('tab', 'columns')
  const open = (next: Tab) => {
    keep(next)
    bringForward('main')
  }
  return [tab, open]
}

/** The file and what becomes of it; beside it what is done with it, and the imports before. */
function Halves({ main, side }: { main: ReactNode; side: ReactNode }) {
  const { t } = useWords()
  return (
    <Panes
      label={t('import.title')}
      areas={'"main side"'}
      columns="minmax(0, 1fr) 372px"
      panes={[
        { name: 'main', title: t('import.title'), keys: tabActs.columns.key, children: main },
        { name: 'side', title: t('import.earlier.title'), keys: importActs.earlier.key, children: side },
      ]}
    />
  )
}

/** An import that the address names, as the change log's links do, is looked at once. */
function useBatchOfAddress(asked: string | undefined, show: (batch: number) => void): void {
  const latest = useRef(show)
  latest.current = show
  useEffect(() => {
    if (!asked || !/^\d{1,15}$/.test(asked)) return
    latest.current(Number(asked))
    setQuery({ batch: '' })
  }, [asked])
}

type BodyProps = {
  tab: Tab
  inspected: Inspected | undefined
  choices: Choices | null
  choose: (patch: Partial<Choices>) => void
  work: Work
  running: Running
  /** A word of the file was given another meaning. */
  onMapped: () => void
  /** What stands there while no file is known. */
  children: ReactNode
}

function TabBody({ tab, inspected, choices, choose, work, running, onMapped, children }: BodyProps) {
  const profile = inspected ? profileOf(work, inspected) : null
  if (tab === 'report') return <ReportTab work={work} running={running} onMapped={onMapped} />
  if (tab === 'bookings') return <FirstBookings summary={running.summary} />
  if (tab === 'rules') return <RulesTab profile={profile} />
  if (!inspected || !profile) return children
  if (tab === 'preview') return <PreviewTab file={inspected} />
  return choices && <ColumnsTab file={inspected} profile={profile} choices={choices} choose={choose} />
}

type BeforeProps = {
  work: Work
  change: (patch: Partial<Work>) => void
  chosen: ReturnType<typeof useFile>
  failed: Parameters<typeof Trouble>[0]['failed'] | null
  retry: () => void
}

/** No file yet, or one that is being looked into, or one that can’t be taken. */
function Before({ work, change, chosen, failed }: BeforeProps) {
  const { t } = useWords()
  if (!work.file) {
    return (
      <>
        <FilePlace chosen={chosen} />
        <RulesTab profile={null} />
      </>
    )
  }
  if (!failed) return <RowSkeleton />
  return (
    <>
      <Trouble failed={failed} operation="import.inspect" />
      <Remedies failed={failed} work={work} change={change} />
      <div className="im-under-trouble">
        <Button type="primary" autoFocus onClick={chosen.pick}>
          {t('import.chooseOther')} <KeyHint keys={importActs.choose.key} />
        </Button>
      </div>
    </>
  )
}

type SideProps = {
  inspected: Inspected | undefined
  choices: Choices | null
  choose: (patch: Partial<Choices>) => void
  work: Work
  change: (patch: Partial<Work>) => void
  running: Running
  place: React.RefObject<HTMLDivElement | null>
  onBatch: (batch: number) => void
  onAnother: () => void
}

function Side(props: SideProps) {
  const { inspected, choices, choose, work, change, running, place, onBatch, onAnother } = props
  const planned = inspected && choices && work.file
  const shown = planned || running.job !== null
  return (
    <div ref={place} className="im-side">
      <Rows heights={shown ? 'auto minmax(120px, 1fr)' : 'minmax(0, 1fr)'}>
        {shown && (
          <PlanPane
            file={planned ? inspected : null}
            choices={choices}
            choose={choose}
            work={work}
            change={change}
            running={running}
            onAnother={onAnother}
          />
        )}
        <Earlier chosen={work.batch} onBatch={onBatch} />
      </Rows>
    </div>
  )
}

type TabsProps = { tab: Tab; onTab: (tab: Tab) => void; fileless: boolean }

function Tabs({ tab, onTab, fileless }: TabsProps) {
  const { t } = useWords()
  const shown = fileless ? tabs.filter((each) => each !== 'preview') : tabs
  return (
    <nav className="im-tabs" aria-label={t('import.title')}>
      {shown.map((each) => (
        <button
          key={each}
          type="button"
          className="im-tab"
          aria-pressed={tab === each}
          onClick={() => onTab(each)}
        >
          {t(fileless && each === 'columns' ? 'import.tab.file' : `import.tab.${each}`)}{' '}
          <KeyHint keys={tabActs[each].key} />
        </button>
      ))}
    </nav>
  )
}

/** A file may be dropped anywhere on the screen; the button and its key do the same. */
function DropTarget({ onDrop, children }: { onDrop: (file: File) => void; children: React.ReactNode }) {
  const [over, setOver] = useState(false)
  const files = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  return (
    <div
      className={over ? 'im-page im-over' : 'im-page'}
      onDragOver={(event) => {
        if (!files(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      }}
      onDrop={(event) => {
        if (!files(event)) return
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (file) onDrop(file)
      }}
    >
      {children}
    </div>
  )
}
