import { createContext, useContext, useLayoutEffect, useRef } from 'react'
import { addScope, type Bindings } from './registry.ts'

/** The layer keys are bound in: 0 the screen; a drawer, the palette, the lock provide one more. */
export const KeyLayer = createContext(0)

type Options = { place?: 'everywhere' | 'screen'; modal?: boolean | 'screen'; always?: boolean; on?: boolean }

/**
 * Binds keys while the component is mounted (and `on` is not false); what mounts later wins.
 * `useKeys({ 'Ctrl+S': { label: 'keys.save', run: save } })`
 */
export function useKeys(bindings: Bindings, options: Options = {}): void {
  const layer = useContext(KeyLayer)
  const latest = useRef(bindings)
  latest.current = bindings
  const { place = 'screen', modal = false, always = false, on = true } = options
  // The frame's own keys are below those of every screen, in any order of mounting
  const depth = place === 'everywhere' ? -1 : layer
  const names = Object.keys(bindings).join(' ')
  // With the layout: what is on screen is heard, also before the page is painted
  useLayoutEffect(() => {
    if (!on) return
    const stable: Bindings = Object.fromEntries(
      names
        .split(' ')
        .filter(Boolean)
        .map((key) => [
          key,
          {
            get label() {
              return latest.current[key]!.label
            },
            get inText() {
              return latest.current[key]?.inText ?? false
            },
            run: (event: KeyboardEvent) => latest.current[key]?.run(event) ?? true,
          },
        ]),
    )
    return addScope({ bindings: stable, place, depth, modal, always })
  }, [names, place, depth, modal, always, on])
}
