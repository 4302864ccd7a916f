import { type ComponentType, lazy, type ReactNode, useState } from 'react'

/** A component that suspends until it is loaded; `preload` begins that early, so that the first use need not wait. */
export type LazyPart<P> = ComponentType<P> & { preload: () => Promise<void> }

/**
 * A part drawn with antd, loaded apart with antd and its settings around it. The guest list is on screen before antd is
 * in: it costs as much time as everything else together.
 */
export function lazyAntd<P extends object>(load: () => Promise<ComponentType<P>>): LazyPart<P> {
  let Part: ComponentType<P> | null = null
  let loading: Promise<ComponentType<P>> | null = null
  const loadOnce = () => {
    loading ??= Promise.all([import('./AntdSettings.tsx'), load()]).then(([{ AntdSettings }, Loaded]) => {
      Part = (props: P) => (
        <AntdSettings>
          <Loaded {...props} />
        </AntdSettings>
      )
      return Part
    })
    loading.catch(() => {
      loading = null
      Pending = pending()
    })
    return loading
  }
  const preload = async () => void (await loadOnce())
  const pending = () => lazy(async () => ({ default: await loadOnce() })) as unknown as ComponentType<P>
  // Another one where its files did not come: who draws it again loads it again
  let Pending = pending()
  function Lazy(props: P) {
    // Chosen once for each place it is drawn in: another type on a later render would lose what was typed in it.
    const [Chosen] = useState(() => Part ?? Pending)
    return <Chosen {...props} />
  }
  return Object.assign(Lazy, { preload })
}

/** antd's settings around a screen whose widgets come from antd. */
export const WithAntd = lazyAntd(async () => Children)

function Children({ children }: { children: ReactNode }) {
  return children
}

/** Runs when the page has painted and has nothing to do, or after a while at the latest. Answers the function that stops it. */
export function whenIdle(act: () => void, { timeoutMs = 2000 } = {}): () => void {
  const handle = requestIdleCallback(act, { timeout: timeoutMs })
  return () => cancelIdleCallback(handle)
}
