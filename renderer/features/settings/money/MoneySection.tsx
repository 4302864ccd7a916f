import { Button } from 'antd'
import { useRef } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { runEach, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useHeld, useMemory } from '#renderer/base/route/memory.ts'
import { type Column, DataList } from '#renderer/ui/DataList.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { formatNumber } from '#renderer/ui/format.ts'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { addActs, moneyTabActs } from '../acts.ts'
import { ReadOnlyNote } from '../ReadOnlyNote.tsx'
import type { SectionProps } from '../things.ts'
import { AccountDrawer, RateDrawer, RuleDrawer, SeriesDrawer } from './ChartDrawers.tsx'
import { CodeDrawer } from './CodeDrawer.tsx'
import { useMoneyColumns } from './columns.tsx'
import { GeneralForm } from './GeneralForm.tsx'
import { type Chart, type DrawerProps, type ListTab, type Tab, type Thing, tabs } from './money-things.ts'
import { PackageDrawer } from './PackageDrawer.tsx'
import { PolicyDrawer } from './PolicyDrawer.tsx'
import { StartPane } from './StartPane.tsx'
import { TaxDrawer } from './TaxDrawer.tsx'

// Each drawer is given a thing of its own list alone
const drawers = {
  accounts: AccountDrawer,
  taxes: TaxDrawer,
  rules: RuleDrawer,
  codes: CodeDrawer,
  packages: PackageDrawer,
  policies: PolicyDrawer,
  rates: RateDrawer,
  series: SeriesDrawer,
} as unknown as Record<ListTab, React.ComponentType<DrawerProps<Thing>>>

/** The chart of accounts: a chart to begin with, then its parts, one at a time. */
export function MoneySection({ editable }: SectionProps) {
  const { t } = useWords()
  const chart = useQuery('chart.get', {})
  const [tab, setTab] = useMemory<Tab>('money:tab', 'accounts')
  const [byHand, setByHand] = useMemory('money:byHand', false)
  if (!chart.data) {
    return (
      <Pane title={t('settings.section.money')}>
        {chart.failed ? (
          <Trouble failed={chart.failed} operation="chart.get" onRetry={chart.retry} />
        ) : (
          <RowSkeleton rows={8} />
        )}
      </Pane>
    )
  }
  if (chart.data.empty && !byHand) {
    return <StartPane editable={editable} onByHand={() => setByHand(true)} />
  }
  const bar = <Tabs chosen={tab} onChoose={setTab} />
  return tab === 'general' ? (
    <GeneralForm settings={chart.data.settings} editable={editable} bar={bar} />
  ) : (
    <ThingPane key={tab} tab={tab} chart={chart.data} editable={editable} bar={bar} />
  )
}

function Tabs({ chosen, onChoose }: { chosen: Tab; onChoose: (tab: Tab) => void }) {
  const { t } = useWords()
  useActs(moneyTabActs, runEach(moneyTabActs, onChoose))
  return (
    <div className="s-programmes" role="group" aria-label={t('chart.tabs')}>
      {tabs.map((tab) => (
        <button
          key={tab}
          type="button"
          className="k-chip"
          aria-pressed={tab === chosen}
          onClick={() => onChoose(tab)}
        >
          {t(`chart.tab.${tab}`)} <KeyHint keys={moneyTabActs[tab].key} />
        </button>
      ))}
    </div>
  )
}

type PaneProps = { tab: ListTab; chart: Chart; editable: boolean; bar: React.ReactNode }

function ThingPane({ tab, chart, editable, bar }: PaneProps) {
  const { t, locale } = useWords()
  const [open, setOpen] = useHeld<number | 'new' | null>(`money:open:${tab}`, null)
  const list = useRef<HTMLDivElement>(null)
  const add = () => setOpen('new')
  useActs(addActs, { add }, { on: editable })
  const columns = useMoneyColumns(chart)[tab] as unknown as Column<Thing>[]
  const rows: readonly Thing[] = chart[tab]
  const edited = rows.find((one) => one.id === open)
  const Drawer = drawers[tab]
  const close = () => {
    setOpen(null)
    list.current?.focus()
  }
  return (
    <Pane
      title={t('settings.section.money')}
      note={`${t(`chart.tab.${tab}`)} · ${formatNumber(rows.length, locale)}`}
      scroll={false}
      tools={
        editable && (
          <Button onClick={add}>
            {t(`chart.add.${tab}`)} <KeyHint keys={addActs.add.key} />
          </Button>
        )
      }
    >
      <ReadOnlyNote section="money" editable={editable} />
      {bar}
      <DataList
        label={t(`chart.tab.${tab}`)}
        rows={rows}
        columns={columns}
        rowKey={(row) => row.id}
        listRef={list}
        memory={`money:${tab}`}
        autoFocus
        {...(editable ? { onOpen: (row: Thing) => setOpen(row.id) } : {})}
        empty={
          <EmptyState
            {...(editable
              ? { action: { label: t(`chart.add.${tab}`), run: add, keys: addActs.add.key } }
              : {})}
          >
            {t(`chart.none.${tab}`)}
          </EmptyState>
        }
      />
      {(open === 'new' || edited) && <Drawer key={open} thing={edited} chart={chart} onClose={close} />}
    </Pane>
  )
}
