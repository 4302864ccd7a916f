import { useHotel } from '#renderer/api/use-hotel.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { useWords } from '#renderer/base/language.ts'
import { formatMoney } from '#renderer/ui/format.ts'
import type { ClassKind } from '#shared/domain/insight/value/classes.ts'
import { usualAction } from './class-words.ts'

/** What is done for the guests of a class, by whom and what it may cost: as the manager wrote it, else what is usual. */
export function Playbook({ kind, name }: { kind: ClassKind; name: string }) {
  const { t, locale } = useWords()
  const { currency } = useHotel()
  const { data } = useQuery('insight.playbooks', {})
  const own = data?.find((one) => one.classKind === kind && one.class === name)
  if (!own) return null
  const action = own.action || usualAction(t, kind, name)
  return (
    <span>
      {action}{' '}
      <span className="k-quiet">
        {t(`request.department.${own.department}`)}
        {own.costMinor !== null &&
          ` · ${t('insightValue.costLimit', { amount: formatMoney(own.costMinor, currency, locale, true) })}`}
      </span>
    </span>
  )
}
