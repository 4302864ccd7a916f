import { Suspense } from 'react'
import { lazyAntd } from '#renderer/ui/lazy-antd.tsx'
import { useFocusBack } from '#renderer/ui/use-focus-back.ts'
import { KeyLayer, useKeys } from '../../base/keys/use-keys.ts'

const SignIn = lazyAntd(async () => (await import('#renderer/features/access/SignIn.tsx')).SignIn)

/** Over the veiled screen: sign in, and everything is as it was left. */
export function Lock() {
  useFocusBack()
  return (
    <KeyLayer value={9}>
      <Suspense fallback={null}>
        <LockedKeys />
        <div className="k-lock">
          <SignIn />
        </div>
      </Suspense>
    </KeyLayer>
  )
}

/** No key reaches the veiled screen. */
function LockedKeys() {
  useKeys({}, { modal: true })
  return null
}
