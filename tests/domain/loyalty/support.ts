import { exampleProgrammes } from '#shared/domain/loyalty/examples.ts'
import type { LoyaltyStay, ProgrammeParameters } from '#shared/domain/loyalty/programme.ts'
import { tierHistory } from '#shared/domain/loyalty/progress.ts'
import type { MemberFacts } from '#shared/domain/loyalty/review.ts'
import { addDays, businessDateOf } from '#shared/values/index.ts'

export const d = businessDateOf

export function programme(code: string): ProgrammeParameters {
  const found = exampleProgrammes.find((example) => example.code === code)
  if (!found) throw new Error(`no programme ${code}`)
  return found.parameters
}

export function stay(departure: string, nights: number, more: Partial<LoyaltyStay> = {}): LoyaltyStay {
  const revenue = nights * 60_000
  return {
    arrival: addDays(d(departure), -nights),
    departure: d(departure),
    nights,
    roomRevenueMinor: revenue,
    totalRevenueMinor: revenue + 10_000,
    status: 'checked-out',
    channel: 'direct',
    qualifyingRate: true,
    paidByGuest: true,
    freeNight: false,
    group: false,
    roomOfStay: 1,
    ...more,
  }
}

export function steps(
  parameters: ProgrammeParameters,
  member: MemberFacts,
  stays: LoyaltyStay[],
  on: string,
): string[] {
  return tierHistory(parameters, member, stays, d(on)).map(
    (step) => `${step.from} ${step.tier} ${step.reason}`,
  )
}

export const nights = programme('NIGHTS')
export const any = programme('ANY')
export const rollover = programme('ROLLOVER')
export const anniversary = programme('ANNIVERSARY')
export const rolling: ProgrammeParameters = { ...nights, period: 'rolling-12-months', extraPeriods: 0 }
