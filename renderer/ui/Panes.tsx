import { type CSSProperties, createContext, type ReactNode, useRef } from 'react'
import { focusStart } from '#renderer/base/focus-start.ts'
import { type Act, useActs } from '#renderer/base/keys/acts.ts'
import { useMemory } from '#renderer/base/route/memory.ts'
import { KeyHint } from './KeyHint.tsx'
import { useWide } from './use-wide.ts'

/** From this width of the window on panes are side by side. */
export const SIDE_BY_SIDE_PX = 1150

/** The key that goes to a pane, printed in its head; on a tab instead where panes are tabs. */
export const PaneKey = createContext<string | null>(null)

export type OnePane = {
  /** Its place in `areas`. */
  name: string
  title: ReactNode
  /** The key that goes to it, where the screen binds it: printed on its tab. */
  keys?: string | undefined
  /** The key that goes to it, bound here: puts the focus where one goes on in it. */
  act?: Act | undefined
  children: ReactNode
}

type Props = {
  /** What the tabs are called, for screen readers. */
  label: string
  panes: readonly OnePane[]
  /** As CSS has them (grid-template-areas, -columns, -rows): where each pane is while they are side by side. */
  areas: string
  columns: string
  rows?: string
  /** The pane that is in front at first; the first one where absent. */
  start?: string
  /** So much on the right is under a drawer. */
  beside?: number
}

/**
 * Panes side by side; in a narrow window the same panes, one before the others, with a tab for each. They all stay
 * drawn: what is typed, chosen and scrolled in them is kept, and the focus brings its pane forward, be it by Tab, by a
 * key of the screen or by an act.
 */
export function Panes({
  label,
  panes,
  areas,
  columns,
  rows = 'minmax(0, 1fr)',
  start = panes[0]?.name ?? '',
  beside = 0,
}: Props) {
  const wide = useWide(SIDE_BY_SIDE_PX)
  const body = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useMemory('pane', start)
  const front = panes.some(({ name }) => name === chosen) ? chosen : panes[0]?.name
  const goTo = (name: string) => {
    setChosen(name)
    const pane = body.current?.querySelector<HTMLElement>(`[data-pane="${name}"]`)
    if (pane) focusStart(pane)
  }
  const bound = panes.flatMap(({ name, act }) => (act ? [[name, act] as const] : []))
  useActs(
    Object.fromEntries(bound),
    Object.fromEntries(bound.map(([name]): [string, () => void] => [name, () => goTo(name)])),
  )
  const side: CSSProperties = {
    gridTemplateAreas: areas,
    gridTemplateColumns: columns,
    gridTemplateRows: rows,
  }
  return (
    <div className="k-panes">
      {!wide && (
        <nav className="k-tabs" aria-label={label}>
          {panes.map(({ name, title, keys, act }) => (
            <button
              key={name}
              type="button"
              className="k-tab"
              aria-pressed={name === front}
              onClick={() => goTo(name)}
            >
              {title} {(act ?? keys) && <KeyHint keys={act?.key ?? keys ?? ''} />}
            </button>
          ))}
        </nav>
      )}
      <div
        ref={body}
        className={wide ? 'k-panes-side' : 'k-panes-stack'}
        style={wide ? side : { paddingRight: beside }}
      >
        {panes.map(({ name, act, children }) => (
          <div
            key={name}
            data-pane={name}
            className={wide || name === front ? 'k-panes-one' : 'k-panes-one k-panes-back'}
            style={wide ? { gridArea: name } : undefined}
            tabIndex={-1}
            onFocus={() => setChosen(name)}
          >
            <PaneKey value={wide && act ? act.key : null}>{children}</PaneKey>
          </div>
        ))}
      </div>
    </div>
  )
}

/** Brings a pane forward that is behind another: what an act shows in it is seen. The focus goes with it. */
export function bringForward(name: string): void {
  document.querySelector<HTMLElement>(`.k-panes-back[data-pane="${name}"]`)?.focus({ preventScroll: true })
}
