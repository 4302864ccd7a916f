import { useDesk } from '#renderer/base/desk.ts'
import { setLanguage, useWords } from '#renderer/base/language.ts'
import { switchTheme, useTheme } from '#renderer/base/theme/theme.ts'
import { MoonIcon, SunIcon } from './icons.tsx'

/** Names the other language in its own words, so that a clerk who cannot read this one finds it. */
export function LanguageSwitch() {
  const { language } = useWords()
  const login = useDesk((desk) => (desk.phase === 'in' ? desk.user?.login : undefined))
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="k-tool"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => setLanguage(other, login)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </button>
  )
}

/** Light or night, for this machine. */
export function ThemeSwitch() {
  const { t } = useWords()
  const theme = useTheme((state) => state.theme)
  const label = `${t('shell.theme')}: ${t(theme === 'night' ? 'shell.themeLight' : 'shell.themeNight')}`
  return (
    <button type="button" className="k-tool" aria-label={label} title={label} onClick={switchTheme}>
      {theme === 'night' ? <SunIcon /> : <MoonIcon />}
    </button>
  )
}
