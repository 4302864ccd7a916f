import { type ComponentType, lazy } from 'react'

type Loader = { readonly name: string; readonly load: () => Promise<{ Section: ComponentType }> }

/** The sections of a page, each in files of its own. */
export type LazySections = {
  /** The same component each time, so that it stays mounted; undefined where no section has that name. */
  of: (name: string) => ComponentType | undefined
  /** Loads those that are not on screen yet. */
  preload: () => void
}

/**
 * Sections that are loaded on first use, or when the page has nothing to do. One that is loaded is drawn as it is: React shows what
 * it had to wait for only 300 ms after it showed that it waits.
 */
export function lazySections(loaders: readonly Loader[]): LazySections {
  const known = new Map<string, ComponentType>()
  return {
    of: (name) => {
      const loader = loaders.find((one) => one.name === name)
      const Known = known.get(name)
      if (Known || !loader) return Known
      const Pending = lazy(async () => {
        try {
          return { default: (await loader.load()).Section }
        } catch (error) {
          // Its files did not come: who shows it again loads it again
          known.delete(name)
          throw error
        }
      })
      known.set(name, Pending)
      return Pending
    },
    preload: () => {
      for (const { name, load } of loaders) {
        if (known.has(name)) continue
        load().then(
          ({ Section }) => known.has(name) || known.set(name, Section),
          // It is loaded when it is shown, and says then what is wrong
          () => undefined,
        )
      }
    },
  }
}
