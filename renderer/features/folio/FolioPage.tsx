import { useState } from 'react'
import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useMay } from '#renderer/base/desk.ts'
import { actsFor, namesOf, runEach, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, type ScreenProps, setQuery } from '#renderer/base/route/route.tsx'
import { besideWidth } from '#renderer/parts/folio/ActDrawer.tsx'
import type { Folio, Line } from '#renderer/parts/folio/folio-view.ts'
import { useChart } from '#renderer/parts/folio/use-chart.ts'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { FolioId } from '#shared/values/index.ts'
import { Beside } from './act/Beside.tsx'
import {
  type ActName,
  actsOnRows,
  folioActs,
  leaveActs,
  lineActs,
  listActs,
  paneActs,
  windowActs,
} from './acts.ts'
import { FolioChanges } from './FolioChanges.tsx'
import { FolioFacts } from './FolioFacts.tsx'
import { FolioHead } from './FolioHead.tsx'
import { FolioLines } from './FolioLines.tsx'
import './folio.css'

/** One folio: who owes what in which window, what stands on it line by line, what secures it; each act opens beside. */
export function Page({ params, query }: ScreenProps<typeof paths.folio>) {
  const { t } = useWords()
  const id = Number(params.id) as FolioId
  const folio = useQuery('folio.get', { id })
  if (folio.failed && !folio.data) {
    const way = { to: paths.folios, label: t('folioScreen.folios.title') }
    return <Trouble failed={folio.failed} operation="folio.get" onRetry={folio.retry} way={way} />
  }
  if (!folio.data) return <RowSkeleton />
  return <Shown key={id} folio={folio.data} query={query} />
}

type Query = Readonly<Record<string, string>>

function Shown({ folio, query }: { folio: Folio; query: Query }) {
  const { t } = useWords()
  const chart = useChart()
  const [chosen, setChosen] = useState<readonly Line[]>([])
  const { window, toWindow, withGone, setWithGone } = useShownLines(folio)
  const { acts, onLines, may } = useFolioActs(folio)
  const beside = query.do !== undefined && may(query.do)
  const close = () => {
    setQuery({ do: undefined, of: undefined })
    focusLines()
  }
  const lines = (
    <FolioLines
      folio={folio}
      window={window}
      withGone={withGone}
      onGone={setWithGone}
      acts={onLines}
      onTaxes={may('taxes') ? () => begin('taxes') : undefined}
      onAct={begin}
      onChosen={setChosen}
    />
  )
  const panes = {
    lines,
    facts: <FolioFacts folio={folio} chart={chart} may={may} onAct={begin} />,
    changes: <FolioChanges folio={folio} />,
  }
  return (
    <>
      <FolioHead
        folio={folio}
        acts={acts}
        beside={beside}
        window={window}
        onWindow={toWindow}
        onAct={begin}
        noChart={chart.missing}
      />
      <Panes
        label={t('folioScreen.title')}
        areas={'"lines facts" "lines changes"'}
        columns={`minmax(0, 1fr) ${beside ? `${besideWidth}px` : 'minmax(300px, 0.38fr)'}`}
        rows="minmax(0, 2fr) minmax(0, 1fr)"
        beside={beside ? besideWidth : 0}
        panes={paneNames.map((name) => ({
          name,
          title: t(`folioScreen.${name}.title`),
          act: paneActs[name],
          children: panes[name],
        }))}
      />
      {/* What a drawer suggests comes from the chart */}
      {beside && chart.view && (
        <Beside
          doing={query.do as ActName}
          of={query.of}
          folio={folio}
          chart={chart}
          window={window === 0 ? 1 : window}
          chosen={chosen}
          onClose={close}
          onAct={begin}
        />
      )}
    </>
  )
}

const paneNames = ['lines', 'facts', 'changes'] as const

/** Opens an act's drawer: it is part of the address, so that it comes back with the page. */
function begin(name: ActName, of?: string | number): void {
  setQuery({ do: name, of })
}

/** The window that is shown, 0 for all, and whether lines that are gone are, with the keys for both. */
function useShownLines(folio: Folio) {
  const [chosen, setWindow] = useMemory('window', 0)
  const [withGone, setWithGone] = useMemory('gone', false)
  const hasWindow = (n: number) => n === 0 || folio.windows.some(({ window }) => window === n)
  /** A window that there is, is shown; one that there isn't yet gets its payee. */
  const toWindow = (n: number) => {
    if (hasWindow(n)) setWindow(n)
    else if (folio.status === 'open') begin('payee', n)
  }
  useActs(
    { ...windowActs, shown: listActs.shown },
    {
      ...runEach(windowActs, (name) => toWindow(Number(name.slice(1)))),
      shown: () => setWithGone(!withGone),
    },
  )
  return { window: hasWindow(chosen) ? chosen : 0, toWindow, withGone, setWithGone }
}

/** What may be done with the folio and with its lines now, with its keys. */
function useFolioActs(folio: Folio) {
  const may = useMay()
  const { currency } = useHotel()
  const of = { ...folio, may, inYuan: currency === 'CNY' }
  const acts = actsFor(folioActs, of)
  const onLines = actsFor(lineActs, of)
  useActs(
    { ...acts, ...onLines, ...leaveActs },
    {
      ...runEach(folioActs, (name) => begin(name)),
      ...runEach(lineActs, (name) => begin(name)),
      booking: () => folio.bookingId !== null && go(href(paths.booking, { id: folio.bookingId })),
      guest: () => folio.guestId !== null && go(href(paths.guest, { id: folio.guestId })),
    },
  )
  const can = (name: string): name is ActName =>
    name in acts || name in onLines || actsOnRows.some((one) => one === name)
  return { acts: namesOf(acts), onLines: namesOf(onLines), may: can }
}

/** Back to where the arrows choose lines; to the page where there are none. */
function focusLines(): void {
  const list = document.querySelector<HTMLElement>('.fo-lines')
  const place = list ?? document.getElementById('main')
  place?.focus({ preventScroll: true })
}
