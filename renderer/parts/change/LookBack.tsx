import { useHotel } from '#renderer/api/use-hotel.ts'
import { useWords } from '#renderer/base/language.ts'
import { setQuery } from '#renderer/base/route/route.tsx'
import { KeyHint } from '#renderer/ui/KeyHint.tsx'
import { addDays } from '#shared/values/business-date.ts'
import { earlierActs } from './acts.ts'

/** Shows a page as of the day before; `AsOfBar` leads to other days and back. */
export function useLookBack(): () => void {
  const { businessDate } = useHotel()
  return () => setQuery({ asOf: addDays(businessDate, -1) })
}

export function LookBackButton({ onLook }: { onLook: () => void }) {
  const { t } = useWords()
  return (
    <button type="button" className="k-tool" onClick={onLook}>
      {t('change.asOf.open')} <KeyHint keys={earlierActs.asOf.key} />
    </button>
  )
}
