import { useMay } from '../../base/desk.ts'
import { useWords } from '../../base/language.ts'
import { Link, useLocation } from '../../base/route/route.tsx'
import { homePath } from '../find-screen.ts'
import { screens } from '../screens.ts'

/** An address nobody answers for. */
export function NotFound() {
  const { t } = useWords()
  const path = useLocation((location) => location.path)
  const home = homePath(useMay())
  const screen = screens.find((one) => one.path === home)
  return (
    <section className="k-empty">
      <h1>{t('shell.notFound.title')}</h1>
      <p>
        <code>{path}</code>
      </p>
      <p>{t('shell.notFound.text')}</p>
      {screen && <Link to={home}>{t(screen.title)}</Link>}
    </section>
  )
}
