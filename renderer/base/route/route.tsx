import { type AnchorHTMLAttributes, type MouseEvent, useSyncExternalStore } from 'react'
import { type ParamsOf, type Pattern, type QueryValues, queryText } from './paths.ts'

export type Location = { path: string; query: Readonly<Record<string, string>>; href: string; key: number }

const listeners = new Set<() => void>()
let current = locationOf(window.location.href, window.history.state)

function locationOf(address: string, state: unknown): Location {
  const { pathname, search } = new URL(address, window.location.href)
  const key = typeof state === 'object' && state !== null && 'key' in state ? Number(state.key) : 0
  return {
    path: pathname,
    query: Object.fromEntries(new URLSearchParams(search)),
    href: pathname + search,
    key,
  }
}

function arriveAt(location: Location): void {
  current = location
  for (const listener of listeners) listener()
}

window.addEventListener('popstate', () => arriveAt(locationOf(window.location.href, window.history.state)))

/** Goes to an address made by `href`. `replace` leaves no step to come back to (filters, redirects). */
export function go(address: string, { replace = false }: { replace?: boolean } = {}): void {
  if (address === current.href) return
  const state = { key: replace ? current.key : current.key + 1 }
  try {
    if (replace) window.history.replaceState(state, '', address)
    else window.history.pushState(state, '', address)
  } catch (error) {
    // A browser refuses more than some 200 steps in 10 seconds, which a held key reaches: the program goes on without
    if (!(error instanceof DOMException)) throw error
  }
  arriveAt(locationOf(address, state))
}

/** One step back within the program; to `otherwise` when this was the first screen. */
export function back(otherwise = '/guests'): void {
  if (current.key > 0) window.history.back()
  else go(otherwise, { replace: true })
}

/** Changes query values of the present address in place, without a step in the history. */
export function setQuery(patch: QueryValues): void {
  go(current.path + queryText({ ...current.query, ...patch }), { replace: true })
}

/**
 * One part of the location, `useLocation(({ path }) => path)`: the component is drawn again only when that part changes,
 * so that text typed into the query does not redraw the frame. Select a part, make nothing new.
 */
export function useLocation<V>(select: (location: Location) => V): V {
  return useSyncExternalStore(subscribe, () => select(current))
}

/** Where the program is, outside of components. */
export function getLocation(): Location {
  return current
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What a screen's `Page` component receives: `export function Page({ params, query }: ScreenProps<typeof paths.guest>)`. */
export type ScreenProps<P extends Pattern = Pattern> = {
  params: ParamsOf<P>
  query: Readonly<Record<string, string>>
}

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string }

/** A link within the program: an anchor, so that it can be copied and opened beside, without a reload. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain) return
    event.preventDefault()
    go(to)
  }
  return <a href={to} onClick={follow} {...rest} />
}
