import { useQuery } from '#renderer/api/use-query.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { useMay } from '../../base/desk.ts'
import { useWords } from '../../base/language.ts'
import { Link } from '../../base/route/route.tsx'
import { homePath } from '../find-screen.ts'
import { screens } from '../screens.ts'

/** A screen that the user may not open: with who could, and the way back. */
export function NotYours({ right }: { right: Right }) {
  const { t } = useWords()
  const { data: who } = useQuery('access.whoMay', { right })
  const home = homePath(useMay())
  const screen = screens.find((one) => one.path === home)
  return (
    <section className="k-empty">
      <h1>{t('shell.notYours.title')}</h1>
      <p>{t('shell.notYours.text', { right: t(`right.${right}`) })}</p>
      {who && who.length > 0 && <p>{t('shell.notYours.who', { who })}</p>}
      {screen && <Link to={home}>{t(screen.title)}</Link>}
    </section>
  )
}
