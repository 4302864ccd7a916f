import { Suspense } from 'react'
import { lazyAntd } from '#renderer/ui/lazy-antd.tsx'

const SignIn = lazyAntd(async () => (await import('#renderer/features/access/SignIn.tsx')).SignIn)

/** Loaded while the host still answers: a desk locks by itself when it does not. */
export const preloadLock = SignIn.preload

/** In place of the screen: the same user signs in, and is where the desk was left. */
export function Lock() {
  return (
    <Suspense fallback={null}>
      <div className="k-lock">
        <SignIn />
      </div>
    </Suspense>
  )
}
