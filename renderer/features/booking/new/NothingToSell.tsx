import { useQuery } from '#renderer/api/use-query.ts'
import { useUser } from '#renderer/base/desk.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go } from '#renderer/base/route/route.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { roleAllows } from '#shared/domain/access/roles.ts'

/** Where a hotel has no room type or no rate plan yet: says so, and leads anyone who may set it up there. */
export function NothingToSell() {
  const { t } = useWords()
  const { role } = useUser()
  const types = useQuery('room.listTypes', {}).data
  const plans = useQuery('rate.list', {}).data
  if (!types || !plans) return null
  const noType = !types.some((type) => type.active)
  if (!noType && plans.some((plan) => plan.active)) return null
  const section = noType ? 'room-types' : 'rate-plans'
  const lead = {
    label: t(noType ? 'booking.new.toTypes' : 'booking.new.toPlans'),
    run: () => go(href(paths.settingsSection, { section })),
  }
  const may = roleAllows(role, noType ? 'administrator' : 'manager')
  return (
    <EmptyState {...(may ? { action: lead } : {})}>
      {t(noType ? 'booking.new.noTypes' : 'booking.new.noPlans')}
    </EmptyState>
  )
}
