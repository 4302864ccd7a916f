import { useWords } from '../language.ts'
import { homePath } from '../route/find.ts'
import { Link, useLocation } from '../route/route.tsx'
import { screens } from '../screens.ts'
import { useUser } from '../state/desk.ts'

/** An address nobody answers for. */
export function NotFound() {
  const { t } = useWords()
  const { path } = useLocation()
  const home = homePath(useUser().role)
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
