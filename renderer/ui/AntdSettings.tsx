import { ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useMemo } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { antdTheme } from '#renderer/base/theme/antd-theme.ts'
import { useTheme } from '#renderer/base/theme/theme.ts'

/** Our theme and language for the antd widgets within; what pops up stays inside the screen. */
export function AntdSettings({ children }: { children: ReactNode }) {
  const { language } = useWords()
  const theme = useTheme((state) => state.theme)
  const config = useMemo(() => antdTheme(theme), [theme])
  return (
    <ConfigProvider
      theme={config}
      locale={language === 'zh' ? zhCN : enGB}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      getPopupContainer={() => document.getElementById('main') ?? document.getElementById('root')!}
    >
      {children}
    </ConfigProvider>
  )
}
