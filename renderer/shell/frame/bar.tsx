import { useQuery } from '#renderer/api/use-query.ts'
import { roleWord } from '#renderer/parts/access/role-words.ts'
import { DateText } from '#renderer/ui/DateText.tsx'
import { LogoutIcon, SearchIcon } from '#renderer/ui/icons.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { LanguageSwitch, ThemeSwitch } from '#renderer/ui/Switches.tsx'
import { lockDesk, signOut } from '../../api/session.ts'
import { useDesk, useUser } from '../../base/desk.ts'
import { useWords } from '../../base/language.ts'

/** The hotel, its business date, the one search field, language, theme and who is signed in. */
export function Bar() {
  const { t } = useWords()
  const hotelName = useDesk((desk) => desk.hotelName)
  const { data: hotel } = useQuery('hotel.state', {})
  return (
    <header className="k-bar">
      <span className="k-bar-hotel k-cut">{hotel?.hotelName ?? hotelName}</span>
      {hotel?.origin === 'demo' && <span className="k-bar-demo">{t('shell.demoHotel')}</span>}
      <span className="k-bar-date">
        <span className="k-quiet">{t('common.businessDate')}</span>
        <b>{hotel ? <DateText date={hotel.businessDate} /> : '—'}</b>
      </span>
      <button type="button" className="k-bar-find" onClick={() => useDesk.setState({ overlay: 'palette' })}>
        <SearchIcon />
        <span className="k-cut">{t('shell.searchHint')}</span>
        <KeyHint keys="Ctrl+K" />
      </button>
      <div className="k-bar-tools">
        <LanguageSwitch />
        <ThemeSwitch />
        <UserTools />
      </div>
    </header>
  )
}

function UserTools() {
  const { t } = useWords()
  const user = useUser()
  return (
    <>
      <button type="button" className="k-tool" title={t('shell.switchUser')} onClick={lockDesk}>
        <span className="k-tool-name">{user.name}</span>
        <span className="k-tool-role">{roleWord(user.role, user.roleName, t)}</span>
        <KeyHint keys="F8" />
      </button>
      <button
        type="button"
        className="k-tool"
        aria-label={t('shell.signOut')}
        title={t('shell.signOut')}
        onClick={() => void signOut()}
      >
        <LogoutIcon />
      </button>
    </>
  )
}
