import { Suspense } from 'react'
import { useMay } from '#renderer/base/desk.ts'
import { useWords } from '#renderer/base/language.ts'
import { paths } from '#renderer/base/route/paths.ts'
import { Link } from '#renderer/base/route/route.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { lazyAntd } from '#renderer/ui/lazy-antd.tsx'
import { NextStep } from '../../../parts/hotel/NextStep.tsx'
import { listActs } from '../acts.ts'
import { type Filters, isNarrowed } from './filters.ts'

const DemoOffer = lazyAntd(async () => (await import('./DemoOffer.tsx')).DemoOffer)

type Props = { filters: Filters; onAdd: () => void }

/** Nobody is on file, nobody fits, or nobody who fits passes the filters: what can be done then. */
export function Nobody({ filters, onAdd }: Props) {
  const { t } = useWords()
  const may = useMay()
  const text = filters.text.trim()
  const narrowed = isNarrowed(filters)
  const action = (label: string) => ({ label, run: onAdd, keys: listActs.newGuest.key })
  if (text === '' && !narrowed) {
    return (
      <>
        <NextStep setUpOnly />
        <EmptyState action={action(t('guest.new.open'))}>
          {t('guest.search.nobody')}{' '}
          {may('import') && <Link to={paths.import}>{t('guest.search.toImport')}</Link>}
        </EmptyState>
        <Suspense fallback={null}>{may('settings-hotel') && <DemoOffer />}</Suspense>
      </>
    )
  }
  if (text === '') return <EmptyState>{t('guest.search.nothingFiltered')}</EmptyState>
  return (
    <EmptyState action={action(t('guest.search.newNamed', { text }))}>
      {t(narrowed ? 'guest.search.nothingBoth' : 'guest.search.nothing', { text })}
    </EmptyState>
  )
}
