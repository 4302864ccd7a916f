import { useCommand } from '#renderer/api/use-command.ts'
import { useWords } from '#renderer/base/language.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import type { BookingId } from '#shared/values/index.ts'
import { ChargeFact } from './ChargeFact.tsx'

type Props = { id: BookingId; due: OutputOf<'stay.reviewCheckOut'>['early'] }

/** What the nights that are given up cost by the hotel's policy; nothing where they cost nothing. */
export function EarlyFee({ id, due }: Props) {
  const { t } = useWords()
  const charge = useCommand('folio.postFee')
  if (due.chargeMinor === 0 && !due.posted) return null
  const run = () => void charge.run({ bookingId: id, fee: 'early-departure' })
  return <ChargeFact name={t('stay.out.earlyFee')} due={due} command={charge} run={run} />
}
