import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useState } from 'react'
import { useDesk } from '../desk.ts'
import { getLocation } from './route.tsx'

/** What screens left behind, by address path and name, as long as the program runs. */
const remembered = new Map<string, unknown>()

/** Forgets everything: at sign-out and when another user signs in, who finds nothing of what the last one had open. */
export function forgetScreens(): void {
  remembered.clear()
}

/**
 * State that is still there when one comes back to the screen: selection, open section, typed search.
 * `const [selected, setSelected] = useMemory<number | null>('selected', null)`
 */
export function useMemory<V>(name: string, initial: V): [V, (value: V) => void] {
  const [key] = useState(() => `${getLocation().path}#${name}`)
  const [value, setValue] = useState<V>(() => (remembered.has(key) ? (remembered.get(key) as V) : initial))
  const remember = useCallback(
    (next: V) => {
      remembered.set(key, next)
      setValue(next)
    },
    [key],
  )
  return [value, remember]
}

/**
 * State that is there again for the same user after a lock, and gone when the screen is left: an open drawer, whose text is
 * a draft. Used like `useMemory`.
 */
export function useHeld<V>(name: string, initial: V): [V, (value: V) => void] {
  const [value, setValue] = useMemory(name, initial)
  const [key] = useState(() => `${getLocation().path}#${name}`)
  useEffect(() => () => void (!isWaiting() && remembered.delete(key)), [key])
  return [value, setValue]
}

/** The screen is out of the page, and comes back when its user signs in again. */
function isWaiting(): boolean {
  const { phase } = useDesk.getState()
  return phase === 'locked' || phase === 'not-let-in'
}

/** Keeps where a scrolled element was and puts it back when the screen comes again; `ready` once the element has its length. DataList does this by itself. */
export function useScrollMemory(ref: RefObject<HTMLElement | null>, name = 'scroll', ready = true): void {
  const [key] = useState(() => `${getLocation().path}#${name}`)
  useLayoutEffect(() => {
    const element = ref.current
    if (!element || !ready) return
    const at = remembered.get(key)
    if (typeof at === 'number') element.scrollTop = at
    // Read while it leaves: the last scroll event may still be on its way
    return () => {
      remembered.set(key, element.scrollTop)
    }
  }, [ref, ready, key])
}

/**
 * A scrolled element as state, for what is drawn by its size: `ref={setScroller}`. Kept as `useScrollMemory` keeps it, from when
 * it is there.
 */
export function useScroller(name?: string): [HTMLElement | null, (element: HTMLElement | null) => void] {
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const ref = useMemo(() => ({ current: scroller }), [scroller])
  useScrollMemory(ref, name, scroller !== null)
  return [scroller, setScroller]
}
