import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { formatDate } from '#renderer/ui/format.ts'
import { Pane } from '#renderer/ui/Pane.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { RowSkeleton } from '#renderer/ui/Waiting.tsx'
import type { OutputOf } from '#shared/contract/index.ts'
import { OpeningPane } from './OpeningPane.tsx'
import './cutover.css'

/** What the system before left open: typed or read from files, compared with its trial balance, taken over once. */
export function CutoverSection() {
  const { t } = useWords()
  const status = useQuery('cutover.status', {})
  const chart = useQuery('chart.get', {})
  if (status.data && chart.data && !chart.data.empty && !status.data.done)
    return <OpeningPane chart={chart.data} others={status.data.others} />
  const failed = status.failed ?? chart.failed
  return (
    <Pane title={t('settings.section.cutover')} padded>
      {failed ? (
        <Trouble failed={failed} operation="cutover.status" onRetry={status.retry} />
      ) : status.data?.done ? (
        <TakenOver status={status.data} />
      ) : chart.data?.empty ? (
        <>
          <p>{t('cutover.noChart')}</p>
          <p>
            <Link to={href(paths.settingsSection, { section: 'money' })}>{t('cutover.toMoney')}</Link>
          </p>
        </>
      ) : (
        <RowSkeleton rows={8} />
      )}
    </Pane>
  )
}

function TakenOver({ status: { on, postings } }: { status: OutputOf<'cutover.status'> }) {
  const { t, locale } = useWords()
  const { businessDate } = useHotel()
  return (
    <>
      <p>
        <b>{t('cutover.taken', { count: postings, date: formatDate(on ?? businessDate, locale, 'day') })}</b>
      </p>
      <p>{t('cutover.takeBack')}</p>
      <p>
        <Link to={href(paths.changes, undefined, { operation: 'cutover.post' })}>
          {t('cutover.toChanges')}
        </Link>
      </p>
    </>
  )
}
