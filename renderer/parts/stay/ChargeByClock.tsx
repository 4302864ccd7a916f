import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { DayChargeKind } from '#shared/domain/stay/day-charge.ts'
import type { BookingId } from '#shared/values/index.ts'
import { ChargeFact } from './ChargeFact.tsx'

type Props = {
  id: BookingId
  kind: DayChargeKind
  name: string
  due: OutputOf<'stay.reviewCheckIn'>['early']
}

/** What the time of coming or going costs beside the nights, charged by one key; nothing where it costs nothing. */
export function ChargeByClock({ id, kind, name, due }: Props) {
  const { t } = useWords()
  const charge = useCommand('stay.postCharge')
  if (due.part === 'none' && !due.posted) return null
  return (
    <ChargeFact name={name} due={due} command={charge} run={() => void charge.run({ id, kind })}>
      {due.part !== 'none' && t(`stay.part.${due.part}`)}
    </ChargeFact>
  )
}
