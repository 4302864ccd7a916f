import { ConfigProvider, type ConfigProviderProps } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import { type ReactNode, useMemo } from 'react'
import { useWords } from '#renderer/base/language.ts'
import { antdTheme } from '#renderer/base/theme/antd-theme.ts'
import { useTheme } from '#renderer/base/theme/theme.ts'
import { CheckIcon, CloseIcon, DownIcon, EyeIcon, EyeOffIcon, LoadingIcon } from './icons.tsx'

/** Our theme and language for the antd widgets within; what pops up stays inside the screen. */
export function AntdSettings({ children }: { children: ReactNode }) {
  const { language } = useWords()
  const theme = useTheme((state) => state.theme)
  const config = useMemo(() => antdTheme(theme), [theme])
  return (
    <ConfigProvider
      theme={config}
      locale={language === 'zh' ? zhCN : enGB}
      {...ourIcons}
      wave={{ disabled: true }}
      getPopupContainer={() => document.getElementById('main') ?? document.getElementById('root')!}
    >
      {children}
    </ConfigProvider>
  )
}

/** antd's own icons are read out by their English names (“down”, “close”) in any language; ours are not read out. */
const ourIcons: Pick<ConfigProviderProps, 'button' | 'drawer' | 'inputPassword' | 'select'> = {
  button: { autoInsertSpace: false, loadingIcon: <Turning /> },
  drawer: { closeIcon: <CloseIcon /> },
  select: {
    suffixIcon: <DownIcon />,
    clearIcon: <CloseIcon />,
    removeIcon: <CloseIcon />,
    menuItemSelectedIcon: <CheckIcon />,
    loadingIcon: <Turning />,
  },
  inputPassword: { iconRender: (visible) => (visible ? <EyeIcon /> : <EyeOffIcon />) },
}

function Turning() {
  return (
    <span className="k-turning">
      <LoadingIcon />
    </span>
  )
}
