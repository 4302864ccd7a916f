import { type ReactNode, useEffect, useRef } from 'react'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'
import type { Key } from '#shared/i18n/index.ts'
import { useDesk } from '../../base/desk.ts'
import type { Acts } from '../../base/keys/acts.ts'
import { type ActiveKey, activeKeys } from '../../base/keys/registry.ts'
import { KeyLayer, useKeys } from '../../base/keys/use-keys.ts'
import { listActs, searchActs } from '../../base/keys/widget-acts.ts'
import { useWords } from '../../base/language.ts'
import { getLocation } from '../../base/route/route.tsx'
import { screenAt } from '../find-screen.ts'
import { Palette } from '../palette/palette.tsx'
import { screens } from '../screens.ts'

/** What lies over the screen for a moment: the palette and the keys. */
export function Overlays() {
  const { t } = useWords()
  const overlay = useDesk((desk) => desk.overlay)
  if (overlay === 'none') return null
  return (
    <KeyLayer value={5}>
      <Over label={t(titles[overlay])}>
        {overlay === 'palette' ? <Palette onClose={close} /> : <KeysShown all={overlay === 'all-keys'} />}
      </Over>
    </KeyLayer>
  )
}

const titles = {
  palette: 'shell.palette.title',
  keys: 'shell.help.title',
  'all-keys': 'shell.help.all',
} as const

function close(): void {
  useDesk.setState({ overlay: 'none' })
}

/** Shuts off the keys of the screen below; gives the focus back to where it was. */
function Over({ label, children }: { label: string; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useKeys(
    { Esc: { label: 'keys.back', run: close }, 'Ctrl+K': { label: 'keys.palette', run: close } },
    { modal: true },
  )
  useFocusBack()
  useEffect(() => {
    if (!box.current?.contains(document.activeElement)) box.current?.focus()
  }, [])
  return (
    <div className="k-palette-veil" onMouseDown={(event) => event.target === event.currentTarget && close()}>
      <div
        ref={box}
        className="k-palette"
        role="dialog"
        aria-modal
        aria-label={label}
        tabIndex={-1}
        onKeyDown={(event) => trapTab(event, box.current)}
      >
        {children}
      </div>
    </div>
  )
}

function trapTab(event: React.KeyboardEvent, box: HTMLElement | null): void {
  if (event.key !== 'Tab' || !box) return
  const stops = [...box.querySelectorAll<HTMLElement>('input, button, [tabindex="0"]')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const next = stops.at((at + (event.shiftKey ? -1 : 1)) % Math.max(1, stops.length))
  event.preventDefault()
  next?.focus()
}

type Named = { key: string; label: Key }

function KeysShown({ all }: { all: boolean }) {
  const { t } = useWords()
  // Read when it opens: the keys of the screen below, not those of this list itself
  const active = useRef(activeKeys().filter((one) => one.depth < 5)).current
  const here = screenAt(getLocation().path)?.screen
  const groups: { head: string; keys: Named[] }[] = all
    ? [
        ...screens.flatMap(({ title, acts = [], sections = [] }) => [
          { head: t(title), keys: acts.flatMap(keysOf) },
          ...sections.map((one) => ({
            head: t('shell.help.section', { screen: t(title), section: t(one.title) }),
            keys: one.acts.flatMap(keysOf),
          })),
        ]),
        { head: t('shell.help.inLists'), keys: [searchActs, listActs].flatMap(keysOf) },
      ]
    : [{ head: here ? t(here.title) : '', keys: keysHere(active) }]
  groups.push({ head: t('shell.help.everywhere'), keys: active.filter((one) => one.place === 'everywhere') })
  return (
    <section
      className="k-keys"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by key
      tabIndex={0}
      aria-label={t(all ? 'shell.help.all' : 'shell.help.title')}
    >
      <h2>{t(all ? 'shell.help.all' : 'shell.help.title')}</h2>
      {groups
        .filter((group) => group.keys.length > 0)
        .map((group) => (
          <section key={group.head}>
            <h3>{group.head}</h3>
            <dl>
              {group.keys.map((one) => (
                <KeyLine key={one.key} name={one.key} label={one.label} />
              ))}
            </dl>
          </section>
        ))}
      {!all && (
        <p className="k-palette-head">
          <KeyHint keys="Ctrl+F1" /> {t('shell.help.showAll')}
        </p>
      )}
    </section>
  )
}

function keysOf(acts: Acts): Named[] {
  return Object.values(acts)
}

/** What is bound now, and what a list of the screen hears itself. */
function keysHere(active: ActiveKey[]): Named[] {
  const bound = active.filter((one) => one.place === 'screen')
  const heard = document.querySelector('main .k-list') ? keysOf(listActs) : []
  return [...bound, ...heard.filter((one) => !bound.some((other) => other.key === one.key))]
}

function KeyLine({ name, label }: { name: string; label: Key }) {
  const { t } = useWords()
  return (
    <>
      <dt>
        <KeyHint keys={name} />
      </dt>
      <dd>{t(label)}</dd>
    </>
  )
}
