import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { KeyrackMark } from '#renderer/ui/KeyrackMark.tsx'
import { useMay } from '../../base/desk.ts'
import { useWords } from '../../base/language.ts'
import { Link, useLocation } from '../../base/route/route.tsx'
import type { Screen } from '../../base/route/screen.ts'
import { railFor } from '../find-screen.ts'

/** The desks, always in the same place: icon, word and key. */
export function Rail() {
  const { t } = useWords()
  const entries = railFor(useMay())
  const foot = entries.filter((screen) => screen.rail?.foot)
  return (
    <nav className="k-rail" aria-label={t('shell.rail')}>
      <div className="k-rail-mark">
        <KeyrackMark />
      </div>
      <Entries entries={entries.filter((screen) => !screen.rail?.foot)} />
      <div className="k-rail-space" />
      {foot.length > 0 && <Entries entries={foot} />}
    </nav>
  )
}

function Entries({ entries }: { entries: readonly Screen[] }) {
  const { t } = useWords()
  const path = useLocation((location) => location.path)
  return (
    <ul className="k-rail-list">
      {entries.map((screen) => {
        const here = path === screen.path || path.startsWith(`${screen.path}/`)
        const word = screen.rail?.word ?? screen.title
        return (
          <li key={screen.path}>
            <Link to={screen.path} className="k-rail-item" aria-current={here ? 'page' : undefined}>
              <span aria-hidden>{screen.rail?.icon}</span>
              <span>{t(word)}</span>
              {screen.key && <KeyHint keys={screen.key} />}
            </Link>
          </li>
        )
      })}
    </ul>
  )
}
