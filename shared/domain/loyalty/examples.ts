/**
 * Four programmes of the trade expressed as settings alone, to start one's own from. Spend thresholds are in
 * minor units of the hotel's currency, so they are examples, not a recommendation.
 */
import type {
  Condition,
  Counter,
  PointRules,
  ProgrammeParameters,
  QualifyingRules,
  Tier,
} from './programme.ts'

export interface ExampleProgramme {
  code: string
  nameEn: string
  nameZh: string
  parameters: ProgrammeParameters
}

const QUALIFYING: QualifyingRules = {
  channels: 'all',
  anyRate: false,
  anyPayer: true,
  freeNights: true,
  group: false,
  roomsPerStay: 1,
}

const POINTS: PointRules = {
  basis: 'room',
  points: 1,
  perMinor: 100,
  bonusPercent: {},
  postingDelayDays: 0,
  expiry: { kind: 'inactivity', months: 24 },
  neverFromTier: null,
}

/** 10/25/50/75/100 nights a calendar year; a tier lasts until the end of the next year. */
const nightsLadder: ProgrammeParameters = {
  period: 'calendar-year',
  tiers: [
    base('member', 'Member', '会员'),
    tier('silver', 'Silver', '银卡', atLeast('nights', 10)),
    tier('gold', 'Gold', '金卡', atLeast('nights', 25)),
    tier('platinum', 'Platinum', '白金卡', atLeast('nights', 50)),
    tier('titanium', 'Titanium', '钛金卡', atLeast('nights', 75)),
    tier('ambassador', 'Ambassador', '大使', atLeast('nights', 100)),
  ],
  spendBasis: 'room',
  noShowCap: null,
  resetOn: 'never',
  rollover: null,
  softLanding: null,
  extraPeriods: 1,
  qualifying: { ...QUALIFYING, roomsPerStay: 3 },
  points: {
    ...POINTS,
    bonusPercent: { silver: 10, gold: 25, platinum: 50, titanium: 75, ambassador: 75 },
    postingDelayDays: 2,
  },
}

/** Nights or stays or spend; the top tier wants (nights or stays) and spend; one step down at most. */
const anyCounter: ProgrammeParameters = {
  ...nightsLadder,
  tiers: [
    base('blue', 'Blue', '蓝卡'),
    tier('silver', 'Silver', '银卡', {
      any: [atLeast('nights', 10), atLeast('stays', 4), atLeast('spend', 1_500_000)],
    }),
    tier('gold', 'Gold', '金卡', {
      any: [atLeast('nights', 25), atLeast('stays', 15), atLeast('spend', 4_000_000)],
    }),
    tier('diamond', 'Diamond', '钻石卡', {
      any: [atLeast('nights', 50), atLeast('stays', 25), atLeast('spend', 8_000_000)],
    }),
    tier('reserve', 'Diamond Reserve', '钻石尊享', {
      all: [{ any: [atLeast('nights', 80), atLeast('stays', 40)] }, atLeast('spend', 12_000_000)],
    }),
  ],
  spendBasis: 'total',
  softLanding: 1,
  qualifying: { ...QUALIFYING, channels: { except: ['travel-agent', 'online-agency'] } },
  points: {
    ...POINTS,
    basis: 'total',
    bonusPercent: { silver: 20, gold: 80, diamond: 100, reserve: 120 },
    neverFromTier: 'diamond',
  },
}

/** Nights or points; from the second tier up, nights beyond the tier are carried into the next year. */
const rolloverNights: ProgrammeParameters = {
  ...nightsLadder,
  tiers: [
    base('club', 'Club', '俱乐部'),
    tier('silver', 'Silver Elite', '银卡', { any: [atLeast('nights', 10), atLeast('points', 10_000)] }),
    tier('gold', 'Gold Elite', '金卡', { any: [atLeast('nights', 20), atLeast('points', 40_000)] }),
    tier('platinum', 'Platinum Elite', '白金卡', { any: [atLeast('nights', 40), atLeast('points', 60_000)] }),
    tier('diamond', 'Diamond Elite', '钻石卡', { any: [atLeast('nights', 70), atLeast('points', 120_000)] }),
  ],
  rollover: { fromTier: 'silver', counters: ['nights'] },
  qualifying: { ...QUALIFYING, freeNights: true },
  points: {
    ...POINTS,
    bonusPercent: { silver: 20, gold: 40, platinum: 60, diamond: 100 },
    expiry: { kind: 'inactivity', months: 12 },
    neverFromTier: 'silver',
  },
}

/** Twelve months from joining; every change of tier starts counters and months again; no-shows are capped. */
const anniversaryReset: ProgrammeParameters = {
  ...nightsLadder,
  period: 'anniversary',
  tiers: [
    base('star', 'Star', '星会员'),
    tier('silver', 'Silver', '银会员', atLeast('nights', 3)),
    {
      ...tier('gold', 'Gold', '金会员', atLeast('nights', 10)),
      retention: { any: [atLeast('nights', 8), atLeast('points', 4_000)] },
    },
    {
      ...tier('platinum', 'Platinum', '铂金会员', atLeast('nights', 40)),
      retention: { any: [atLeast('nights', 30), atLeast('points', 12_000)] },
    },
  ],
  noShowCap: 3,
  resetOn: 'every-change',
  softLanding: 1,
  extraPeriods: 0,
  qualifying: {
    ...QUALIFYING,
    channels: { only: ['direct', 'telephone', 'walk-in', 'website', 'corporate'] },
    anyPayer: false,
  },
  points: {
    ...POINTS,
    bonusPercent: { silver: 20, gold: 50, platinum: 100 },
    expiry: { kind: 'fixed-age', months: 24 },
  },
}

export const exampleProgrammes: readonly ExampleProgramme[] = [
  { code: 'NIGHTS', nameEn: 'Nights in a year', nameZh: '年度间夜制', parameters: nightsLadder },
  { code: 'ANY', nameEn: 'Nights, stays or spend', nameZh: '间夜、次数或消费制', parameters: anyCounter },
  {
    code: 'ROLLOVER',
    nameEn: 'Nights or points with rollover',
    nameZh: '间夜或积分结转制',
    parameters: rolloverNights,
  },
  {
    code: 'ANNIVERSARY',
    nameEn: 'Twelve months from joining',
    nameZh: '入会周年制',
    parameters: anniversaryReset,
  },
]

function atLeast(counter: Counter, value: number): Condition {
  return { counter, atLeast: value }
}

function base(code: string, nameEn: string, nameZh: string): Tier {
  return { code, nameEn, nameZh, entry: null, retention: null }
}

function tier(code: string, nameEn: string, nameZh: string, entry: Condition): Tier {
  return { code, nameEn, nameZh, entry, retention: null }
}
