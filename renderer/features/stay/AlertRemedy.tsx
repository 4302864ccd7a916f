import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import type { Obstacle } from '#renderer/parts/stay/questions.ts'

/** Where an alert that stops an act is lifted: on the page of the guest whose alert it is. */
export function AlertRemedy({ of }: { of: Obstacle }) {
  const { t } = useWords()
  return (
    <Link className="k-tool" to={href(paths.guest, { id: Number(of.params.guestId) })}>
      {t('stay.openGuest')}
    </Link>
  )
}
