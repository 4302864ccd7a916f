import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense } from 'react'
import { queryClient } from '#renderer/api/query-client.ts'
import { lazyAntd } from '#renderer/ui/lazy-antd.tsx'
import { useDesk } from '../base/desk.ts'
import { Frame } from './frame/frame.tsx'
import { Lock } from './frame/lock.tsx'
import { Unreachable } from './frame/unreachable.tsx'

const SignIn = lazyAntd(async () => (await import('#renderer/features/access/SignIn.tsx')).SignIn)
const Setup = lazyAntd(async () => (await import('#renderer/features/access/Setup.tsx')).Setup)

/** The program: the store's answers around the current phase of the desk. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Suspense fallback={null}>
        <Phase />
      </Suspense>
    </QueryClientProvider>
  )
}

function Phase() {
  const phase = useDesk((desk) => desk.phase)
  if (phase === 'unreachable' || phase === 'starting') return <Unreachable state="unreachable" />
  if (phase === 'not-let-in') return <Unreachable state="notLetIn" />
  if (phase === 'setup') return <Setup />
  if (phase === 'sign-in') return <SignIn />
  if (phase === 'locked') return <Lock />
  return <Frame />
}
