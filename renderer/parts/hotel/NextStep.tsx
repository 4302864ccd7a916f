import { useQuery } from '#renderer/api/use-query.ts'
import { useActs } from '#renderer/base/keys/acts.ts'
import { screenKeys } from '#renderer/base/keys/screen-keys.ts'
import { useWords } from '#renderer/base/language.ts'
import { href, paths } from '#renderer/base/route/paths.ts'
import { go, Link } from '#renderer/base/route/route.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import type { Right } from '#shared/domain/access/rights.ts'
import { useMay } from '../../base/desk.ts'
import { nextStepActs } from './acts.ts'

type Step = 'types' | 'rooms' | 'plans' | 'first'
type SetUp = { section: string; needs: Right }

const setUps: Record<Exclude<Step, 'first'>, SetUp> = {
  types: { section: 'room-types', needs: 'settings-rooms' },
  rooms: { section: 'rooms', needs: 'settings-rooms' },
  plans: { section: 'rate-plans', needs: 'settings-rates' },
}

/**
 * What an empty hotel needs next: room types, rooms, rate plans, then its first booking or an import. Nothing once it has
 * them. `setUpOnly`: the screen itself offers what comes after.
 */
export function NextStep({ setUpOnly = false }: { setUpOnly?: boolean }) {
  const step = useNextStep(setUpOnly)
  if (step === null) return null
  return step === 'first' ? <FirstBooking /> : <SetUpStep step={step} />
}

function useNextStep(setUpOnly: boolean): Step | null {
  const types = useQuery('room.listTypes', {}).data
  const rooms = useQuery('room.list', {}).data
  const plans = useQuery('rate.list', {}).data
  const isSetUp = Boolean(rooms?.length && types?.some(isActive) && plans?.some(isActive))
  const guests = useQuery('guest.search', { limit: 1 }, { on: isSetUp && !setUpOnly }).data
  if (!types || !rooms || !plans) return null
  if (!types.some(isActive)) return 'types'
  if (rooms.length === 0) return 'rooms'
  if (!plans.some(isActive)) return 'plans'
  return guests?.total === 0 ? 'first' : null
}

function isActive({ active }: { active: boolean }): boolean {
  return active
}

function SetUpStep({ step }: { step: keyof typeof setUps }) {
  const { t } = useWords()
  const { section, needs } = setUps[step]
  const may = useMay()(needs)
  const lead = () => go(href(paths.settingsSection, { section }))
  useActs(nextStepActs, { next: lead }, { on: may })
  const action = { label: t(`shell.next.act.${step}`), run: lead, keys: nextStepActs.next.key }
  return (
    <EmptyState {...(may ? { action } : {})}>
      {t(`shell.next.${step}`)} {!may && t('shell.next.who', { right: t(`right.${needs}`) })}
    </EmptyState>
  )
}

function FirstBooking() {
  const { t } = useWords()
  const may = useMay()
  const action = {
    label: t('shell.next.act.first'),
    run: () => go(paths.newBooking),
    keys: screenKeys.newBooking,
  }
  return (
    <EmptyState action={action}>
      {t('shell.next.first')} {may('import') && <Link to={paths.import}>{t('guest.search.toImport')}</Link>}
    </EmptyState>
  )
}
