import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { lazy, Suspense, useMemo } from 'react'
import { queryClient } from '#renderer/api/query-client.ts'
import { useDesk } from '../base/desk.ts'
import { useWords } from '../base/language.ts'
import { antdTheme } from '../base/theme/antd-theme.ts'
import { useTheme } from '../base/theme/theme.ts'
import { Frame } from './frame/frame.tsx'
import { Unreachable } from './frame/unreachable.tsx'

const SignIn = lazy(async () => ({ default: (await import('#renderer/features/access/SignIn.tsx')).SignIn }))
const Setup = lazy(async () => ({ default: (await import('#renderer/features/access/Setup.tsx')).Setup }))

/** The program: providers around whatever the desk is in the middle of. */
export function App() {
  const { language } = useWords()
  const theme = useTheme((state) => state.theme)
  const config = useMemo(() => antdTheme(theme), [theme])
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider
        theme={config}
        locale={language === 'zh' ? zhCN : enGB}
        button={{ autoInsertSpace: false }}
        wave={{ disabled: true }}
        getPopupContainer={() => document.getElementById('main') ?? document.getElementById('root')!}
      >
        <Suspense fallback={null}>
          <Phase />
        </Suspense>
      </ConfigProvider>
    </QueryClientProvider>
  )
}

function Phase() {
  const phase = useDesk((desk) => desk.phase)
  if (phase === 'unreachable' || phase === 'starting') return <Unreachable />
  if (phase === 'setup') return <Setup />
  if (phase === 'sign-in') return <SignIn />
  return <Frame />
}
