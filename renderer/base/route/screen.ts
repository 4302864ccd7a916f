import { type ComponentType, lazy, type ReactNode } from 'react'
import type { Right } from '#shared/contract/index.ts'
import type { Key } from '#shared/i18n/index.ts'
import type { Acts } from '../keys/acts.ts'
import type { Pattern } from './paths.ts'
import type { Location } from './route.tsx'

type Opened = { params: Record<string, string>; query: Location['query'] }

/** A screen as its area registers it (renderer/features/<area>/screens.tsx). */
export type Screen = {
  path: Pattern
  title: Key
  /**
   * The module is loaded when the screen is first shown; it exports the component as `Page`. `ahead` reads what the page
   * will ask for first: where the program begins there, it is drawn once, with its rows; later the core answers while
   * the page is drawn.
   */
  load: () => Promise<{ Page: ComponentType<never>; ahead?(place: Opened): Promise<unknown> }>
  /** Is loaded as soon as the page has nothing to do: a clerk goes there many times a day. */
  soon?: true
  /** Drawn without antd, which loads for its other parts by itself (`lazyAntd`): such a screen can be used soonest. */
  plain?: true
  /** Is in the rail, in this order. Only for paths without parameters. */
  rail?: { order: number; icon: ReactNode; word?: Key; foot?: boolean }
  /** The key that goes there from everywhere: `F9`. */
  key?: string
  /** The right without which it is in neither rail nor palette and does not open; the core refuses what it asks anyway. */
  right?: Right
  /** What it does by keys (`acts.ts`), for the list of all keys (Ctrl+F1). */
  acts?: readonly Acts[]
  /** Sections of which one is open at a time, with what each does besides: two of them may have one key. */
  sections?: readonly { title: Key; acts: readonly Acts[] }[]
  /** More words the palette finds it by, both languages. */
  words?: string
  /** Places within it that the palette leads to by their own names. */
  places?: readonly Place[]
}

/** An address within a screen with a name of its own: a report of the catalogue. */
export type Place = { to: string; title: Key; right?: Right; words?: string }

type Loaded = ComponentType<{ params: Record<string, string>; query: Readonly<Record<string, string>> }>
type LoadedScreen = Awaited<ReturnType<Screen['load']>>
const pages = new Map<Screen, Loaded>()
const modules = new Map<Screen, LoadedScreen>()

/** Loads a screen's module: unless it is on screen already, it is drawn at once, without a moment in which it is awaited. */
export async function loadScreen(screen: Screen): Promise<LoadedScreen> {
  const module = await load(screen)
  if (!pages.has(screen)) pages.set(screen, pageIn(module))
  return module
}

/** Begins to read what a screen will ask for first; nothing while its module is not there. */
export function askAheadOf(screen: Screen, place: Opened): void {
  void modules.get(screen)?.ahead?.(place)
}

async function load(screen: Screen): Promise<LoadedScreen> {
  const module = await screen.load()
  modules.set(screen, module)
  return module
}

function pageIn({ Page }: LoadedScreen): Loaded {
  return Page as unknown as Loaded
}

/**
 * The screen's component, loaded on first use; the same one each time, so that it stays mounted. One that is loaded is
 * drawn as it is: React shows what it had to wait for only 300 ms after it showed that it waits.
 */
export function pageOf(screen: Screen): Loaded {
  let page = pages.get(screen)
  if (!page) {
    page = lazy(async () => {
      try {
        return { default: pageIn(await load(screen)) }
      } catch (error) {
        // Its files did not come: who shows it again loads it again
        pages.delete(screen)
        throw error
      }
    }) as Loaded
    pages.set(screen, page)
  }
  return page
}
