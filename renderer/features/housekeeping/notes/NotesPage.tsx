import { useWords } from '#renderer/base/language.ts'
import type { paths } from '#renderer/base/route/paths.ts'
import { type ScreenProps, setQuery } from '#renderer/base/route/route.tsx'
import { Panes } from '#renderer/ui/Panes.tsx'
import { paneActs } from '../acts.ts'
import { Closures } from './Closures.tsx'
import { Discrepancies } from './Discrepancies.tsx'
import { Requests } from './Requests.tsx'
import { Tickets } from './Tickets.tsx'
import '../housekeeping.css'

/** What housekeeping has told and is asked: broken things, closed rooms, rooms that are not as at the desk, wishes of guests. */
export function Page({ query }: ScreenProps<typeof paths.housekeepingNotes>) {
  const { t } = useWords()
  const close = () => setQuery({ settle: undefined, closure: undefined, ticket: undefined, do: undefined })
  return (
    <Panes
      label={t('housekeeping.notes.title')}
      areas={'"tickets requests" "closures differences"'}
      columns="minmax(0, 3fr) minmax(0, 2fr)"
      rows="minmax(0, 1fr) minmax(0, 1fr)"
      panes={[
        {
          name: 'tickets',
          title: t('housekeeping.notes.tickets'),
          act: paneActs.tickets,
          children: <Tickets meant={Number(query.ticket)} act={query.do} onClose={close} />,
        },
        {
          name: 'requests',
          title: t('housekeeping.notes.requests'),
          act: paneActs.requests,
          children: <Requests />,
        },
        {
          name: 'differences',
          title: t('housekeeping.notes.differences'),
          act: paneActs.differences,
          children: <Discrepancies settling={Number(query.settle)} onClose={close} />,
        },
        {
          name: 'closures',
          title: t('housekeeping.notes.closures'),
          act: paneActs.closures,
          children: <Closures changing={Number(query.closure)} onClose={close} />,
        },
      ]}
    />
  )
}
