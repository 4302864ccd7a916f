import { type AnchorHTMLAttributes, type MouseEvent, useLayoutEffect, useSyncExternalStore } from 'react'
import { type ParamsOf, type Pattern, type QueryValues, queryText } from './paths.ts'
import { dropTypedFrom, keepTyped, ownTyped, type Typed, takeTyped, typedAt } from './typed.ts'

export type Location = {
  path: string
  query: Readonly<Record<string, string>>
  href: string
  key: number
  /** What was typed here and is not in the address. */
  typed: Typed
}

/** What the browser keeps with a step: its number, and of which user's turn at this screen it is. */
type Step = { key: number; turn: number }

const listeners = new Set<() => void>()
takeTyped()
let { turn } = stepIn(window.history.state)
let current = locationOf(window.location.href, window.history.state)

function stepIn(state: unknown): Step {
  const { key = 0, turn = 0 } = (typeof state === 'object' && state !== null ? state : {}) as Partial<Step>
  return { key: Number(key), turn: Number(turn) }
}

function locationOf(address: string, state: unknown): Location {
  const { pathname, search } = new URL(address, window.location.href)
  const { key } = stepIn(state)
  return {
    path: pathname,
    query: Object.fromEntries(new URLSearchParams(search)),
    href: pathname + search,
    key,
    typed: typedAt(key),
  }
}

function arriveAt(location: Location): void {
  const isElsewhere = location.path !== current.path
  current = location
  if (isElsewhere) onOtherScreen(location)
  for (const listener of listeners) listener()
}

let onOtherScreen: (location: Location) => void = () => undefined

/** Hears of each step to another path, before anything is drawn there. */
export function listenToSteps(listener: typeof onOtherScreen): void {
  onOtherScreen = listener
}

window.addEventListener('popstate', () => {
  // A step of whoever was here before leads to the beginning, not to what they looked at.
  if (stepIn(window.history.state).turn === turn)
    arriveAt(locationOf(window.location.href, window.history.state))
  else startHere()
})

function startHere(): void {
  const state: Step = { key: 0, turn }
  window.history.replaceState(state, '', '/')
  arriveAt(locationOf('/', state))
}

/** Another user's turn at this screen: it begins at the beginning, and no step leads back to the last one's. */
export function startOver(): void {
  turn = Date.now()
  startHere()
}

type Going = {
  /** Leaves no step to come back to (filters, redirects). */
  replace?: boolean
  /** What of the text typed here is typed there too: something else of the same screen is opened. */
  keep?: readonly string[]
}

/** Goes to an address made by `href`. */
export function go(address: string, { replace = false, keep = [] }: Going = {}): void {
  // The address of a search that is typed out of it begins another one.
  if (address === current.href && (replace || Object.keys(current.typed).length === 0)) return
  const key = replace ? current.key : current.key + 1
  const state: Step = { key, turn }
  const isSamePlace = replace && new URL(address, window.location.href).pathname === current.path
  if (!replace) dropTypedFrom(key)
  if (!isSamePlace) keepTyped(key, pickTyped(current.typed, keep))
  try {
    if (replace) window.history.replaceState(state, '', address)
    else window.history.pushState(state, '', address)
  } catch (error) {
    // A browser refuses more than some 200 steps in 10 seconds, which a held key reaches: the program goes on without
    if (!(error instanceof DOMException)) throw error
  }
  arriveAt(locationOf(address, state))
}

function pickTyped(typed: Typed, names: readonly string[]): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.includes(name)))
}

/** One step back within the program; to `otherwise` when this was the first screen. */
export function back(otherwise = '/guests'): void {
  if (current.key > 0) window.history.back()
  else go(otherwise, { replace: true })
}

/**
 * Goes on from the present address to another, without a step in the history; nothing where that is null. With the
 * layout: it must not overtake a key that is pressed as soon as the screen is seen.
 */
export function useRedirect(to: string | null): void {
  useLayoutEffect(() => {
    if (to !== null) go(to, { replace: true })
  }, [to])
}

/** Changes query values of the present address in place, without a step in the history. */
export function setQuery(patch: QueryValues): void {
  go(current.path + queryText({ ...current.query, ...patch }), { replace: true })
}

/** Changes what is typed at this step, in place; empty text is let go. */
export function setTyped(patch: Typed): void {
  const typed = Object.fromEntries(
    Object.entries({ ...current.typed, ...patch }).filter(([, text]) => text !== ''),
  )
  keepTyped(current.key, typed)
  arriveAt({ ...current, typed })
}

/** Says who is here: what somebody else typed is gone. */
export function typedBy(login: string): void {
  if (!ownTyped(login)) arriveAt({ ...current, typed: typedAt(current.key) })
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

type LinkProps = AnchorHTMLAttributes<HTMLAnchorElement> & { to: string } & Pick<Going, 'keep'>

/** A link within the program: an anchor, so that it can be copied and opened beside, without a reload. */
export function Link({ to, onClick, keep, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
    if (event.defaultPrevented || !plain) return
    event.preventDefault()
    go(to, keep && { keep })
  }
  return <a href={to} onClick={follow} {...rest} />
}
