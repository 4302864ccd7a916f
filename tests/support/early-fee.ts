import type { InputOf } from '#shared/contract/index.ts'

/** A policy by which whoever leaves early pays a night, and nothing else is asked. */
export const nightForLeavingEarly: InputOf<'chart.saveFeePolicy'> = {
  code: 'STD',
  nameEn: 'Standard',
  nameZh: '标准',
  active: true,
  terms: {
    ratePlanIds: [],
    cancellation: [],
    noShow: { kind: 'none' },
    earlyDeparture: { kind: 'nights', nights: 1 },
  },
}
