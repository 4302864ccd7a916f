import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react'
import type { Role } from '#shared/contract/index.ts'
import type { Key } from '#shared/i18n/index.ts'
import type { Acts } from '../keys/acts.ts'
import type { Pattern } from './paths.ts'
import type { Location } from './route.tsx'

/** A screen as its area registers it (renderer/features/<area>/screens.tsx). */
export type Screen = {
  path: Pattern
  title: Key
  /**
   * The module is loaded when the screen is first shown; it exports the component as `Page`. Where the program begins
   * there, `ahead` reads what the page will ask for first.
   */
  load: () => Promise<{ Page: ComponentType<never>; ahead?: (query: Location['query']) => Promise<void> }>
  /** Drawn without antd, which loads for its other parts by itself (`lazyAntd`): such a screen can be used soonest. */
  plain?: true
  /** Is in the rail, in this order. Only for paths without parameters. */
  rail?: { order: number; icon: ReactNode; word?: Key; foot?: boolean }
  /** The key that goes there from everywhere: `F9`. */
  key?: string
  /** Least role that sees it in rail and palette; the core refuses the others anyway. */
  role?: Role
  /** What it does by keys (`acts.ts`), for the list of all keys (Ctrl+F1). */
  acts?: readonly Acts[]
  /** More words the palette finds it by, both languages. */
  words?: string
}

type Loaded = ComponentType<{ params: Record<string, string>; query: Readonly<Record<string, string>> }>
const pages = new Map<Screen, LazyExoticComponent<Loaded>>()

/** The screen's component, loaded on first use; the same one each time, so that it stays mounted. */
export function pageOf(screen: Screen): LazyExoticComponent<Loaded> {
  let page = pages.get(screen)
  if (!page) {
    page = lazy(async () => ({ default: (await screen.load()).Page as unknown as Loaded }))
    pages.set(screen, page)
  }
  return page
}
