import { useState } from 'react'
import { useQuery } from '#renderer/api/use-query.ts'
import { useUser } from '#renderer/base/desk.ts'
import { actsFor, namesOf, runEach, useActs } from '#renderer/base/keys/acts.ts'
import { useWords } from '#renderer/base/language.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, type ScreenProps, setQuery } from '#renderer/base/route/route.tsx'
import type { Folio, Line } from '#renderer/parts/folio/folio-view.ts'
import { Panes } from '#renderer/ui/Panes.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import { roleAllows } from '#shared/domain/access/roles.ts'
import type { FolioId } from '#shared/values/index.ts'
import { besideWidth } from '#renderer/parts/folio/ActDrawer.tsx'
import { Beside } from './act/Beside.tsx'
import {
  type ActName,
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
import { useChart } from '#renderer/parts/folio/use-chart.ts'
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
  const { role } = useUser()
  const chart = useChart()
  const [window, setWindow] = useMemory('window', 0)
  const [withGone, setWithGone] = useMemory('gone', false)
  const [chosen, setChosen] = useState<readonly Line[]>([])
  const of = { ...folio, manages: roleAllows(role, 'manager') }
  const acts = actsFor(folioActs, of)
  const onLines = actsFor(lineActs, of)
  const open = (name: ActName, what?: string | number) => setQuery({ do: name, of: what })
  const close = () => {
    setQuery({ do: undefined, of: undefined })
    focusLines()
  }
  const hasWindow = (n: number) => n === 0 || folio.windows.some((one) => one.window === n)
  /** A window that there is, is shown; one that there isn't yet gets its payee. */
  const toWindow = (n: number) => {
    if (hasWindow(n)) setWindow(n)
    else if (folio.status === 'open') open('payee', n)
  }
  const shownWindow = hasWindow(window) ? window : 0
  useActs(
    { ...acts, ...onLines, ...leaveActs },
    {
      ...runEach(folioActs, (name) => open(name)),
      ...runEach(lineActs, (name) => open(name)),
      booking: () => folio.bookingId !== null && go(href(paths.booking, { id: folio.bookingId })),
      guest: () => folio.guestId !== null && go(href(paths.guest, { id: folio.guestId })),
    },
  )
  useActs(
    { ...windowActs, shown: listActs.shown },
    {
      ...runEach(windowActs, (name) => toWindow(Number(name.slice(1)))),
      shown: () => setWithGone(!withGone),
    },
  )
  const may = (name: string): name is ActName => name in acts || name in onLines
  const beside = query.do !== undefined && may(query.do)
  const target = shownWindow === 0 ? 1 : shownWindow
  return (
    <>
      <FolioHead
        folio={folio}
        acts={namesOf(acts)}
        beside={beside}
        window={shownWindow}
        onWindow={toWindow}
        onAct={open}
        noChart={chart.missing}
      />
      <Panes
        label={t('folioScreen.title')}
        areas={'"lines facts" "lines changes"'}
        columns={`minmax(0, 1fr) ${beside ? `${besideWidth}px` : 'minmax(300px, 0.38fr)'}`}
        rows="minmax(0, 1.2fr) minmax(0, 1fr)"
        beside={beside ? besideWidth : 0}
        panes={[
          {
            name: 'lines',
            title: t('folioScreen.lines.title'),
            act: paneActs.lines,
            children: (
              <FolioLines
                folio={folio}
                window={shownWindow}
                withGone={withGone}
                onGone={setWithGone}
                acts={namesOf(onLines)}
                onAct={open}
                onChosen={setChosen}
              />
            ),
          },
          {
            name: 'facts',
            title: t('folioScreen.facts.title'),
            act: paneActs.facts,
            children: <FolioFacts folio={folio} chart={chart} may={may} onAct={open} />,
          },
          {
            name: 'changes',
            title: t('folioScreen.changes.title'),
            act: paneActs.changes,
            children: <FolioChanges folio={folio} />,
          },
        ]}
      />
      {beside && (
        <Beside
          doing={query.do as ActName}
          of={query.of}
          folio={folio}
          chart={chart}
          window={target}
          chosen={chosen}
          onClose={close}
          onAct={open}
        />
      )}
    </>
  )
}

/** Back to where the arrows choose lines; to the page where there are none. */
function focusLines(): void {
  const list = document.querySelector<HTMLElement>('.fo-lines')
  const place = list ?? document.getElementById('main')
  place?.focus({ preventScroll: true })
}
