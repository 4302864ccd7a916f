/** The demo hotel itself: room types, rooms on their floors, rate plans, companies and agencies, the people at the desk. */

import type { GivenRole } from '#shared/domain/access/given-roles.ts'
import { noTerms, type PlanTerms } from '#shared/domain/rate/rate-plan.ts'
import { type Random, randomOf } from './random.ts'
import type { DemoLanguage } from './words.ts'

const HOUSE = 21

export type DemoRoomType = {
  code: string
  nameEn: string
  nameZh: string
  maxPersons: number
  /** Against the cheapest. */
  price: number
  share: number
  bed: 'twin' | 'king'
  bath: 'bathtub' | 'shower'
}

const TYPES: readonly DemoRoomType[] = [
  {
    code: 'STW',
    nameEn: 'Superior Twin',
    nameZh: '高级双床房',
    maxPersons: 2,
    price: 1,
    share: 0.3,
    bed: 'twin',
    bath: 'shower',
  },
  {
    code: 'SKG',
    nameEn: 'Superior King',
    nameZh: '高级大床房',
    maxPersons: 2,
    price: 1.05,
    share: 0.27,
    bed: 'king',
    bath: 'shower',
  },
  {
    code: 'DTW',
    nameEn: 'Deluxe Twin',
    nameZh: '豪华双床房',
    maxPersons: 3,
    price: 1.3,
    share: 0.15,
    bed: 'twin',
    bath: 'bathtub',
  },
  {
    code: 'DKG',
    nameEn: 'Deluxe King',
    nameZh: '豪华大床房',
    maxPersons: 3,
    price: 1.35,
    share: 0.13,
    bed: 'king',
    bath: 'bathtub',
  },
  {
    code: 'STE',
    nameEn: 'Suite',
    nameZh: '行政套房',
    maxPersons: 3,
    price: 2.4,
    share: 0.07,
    bed: 'king',
    bath: 'bathtub',
  },
  {
    code: 'FAM',
    nameEn: 'Family Room',
    nameZh: '家庭亲子房',
    maxPersons: 4,
    price: 1.55,
    share: 0.06,
    bed: 'twin',
    bath: 'bathtub',
  },
  {
    code: 'PRS',
    nameEn: 'Presidential Suite',
    nameZh: '总统套房',
    maxPersons: 4,
    price: 8,
    share: 0.02,
    bed: 'king',
    bath: 'bathtub',
  },
]

/** Five to seven types, fewer in a small house. */
export function demoRoomTypes(rooms: number): readonly DemoRoomType[] {
  return TYPES.slice(0, rooms < 30 ? 5 : rooms < 100 ? 6 : 7)
}

export type DemoRoom = {
  number: string
  floor: number /** Index of the type. */
  type: number
  features: string[]
}

/** Floors that Chinese houses leave out. */
const NO_FLOOR = new Set([4, 13, 14, 24])

/** Every room, by number. Better types lie higher; each type has at least one room. */
export function demoRooms(seed: number, rooms: number): DemoRoom[] {
  const random = randomOf(seed, HOUSE, 1)
  const types = demoRoomTypes(rooms)
  const perFloor = Math.min(40, Math.max(4, Math.round(Math.sqrt(rooms * 1.2))))
  const floors: number[] = []
  for (let floor = 3; floors.length < Math.ceil(rooms / perFloor); floor++)
    if (!NO_FLOOR.has(floor)) floors.push(floor)
  const order = typeOfRooms(random, types, rooms)
  return order.map((type, i) => {
    const level = Math.floor(i / perFloor)
    const place = i % perFloor
    const floor = floors[level] as number
    const features = featuresOf(random, types[type] as DemoRoomType, level / floors.length, place, perFloor)
    return { number: `${floor}${String(place + 1).padStart(2, '0')}`, floor, type, features }
  })
}

/** The type of each room from below to above: shares of the whole, mixed within bands of floors. */
function typeOfRooms(random: Random, types: readonly DemoRoomType[], rooms: number): number[] {
  const total = types.reduce((sum, { share }) => sum + share, 0)
  const counts = types.map(({ share }) => Math.max(1, Math.round((share / total) * rooms)))
  while (counts.reduce((a, b) => a + b, 0) > rooms) counts[counts.indexOf(Math.max(...counts))]! -= 1
  while (counts.reduce((a, b) => a + b, 0) < rooms) counts[0]! += 1
  const placed = counts.flatMap((count, type) =>
    Array.from({ length: count }, () => ({
      type,
      height: (types[type] as DemoRoomType).price + random.next() * 1.2,
    })),
  )
  return placed.sort((a, b) => a.height - b.height).map(({ type }) => type)
}

function featuresOf(
  random: Random,
  type: DemoRoomType,
  height: number,
  place: number,
  perFloor: number,
): string[] {
  const features: string[] = [
    height < 0.34 ? 'low-floor' : height < 0.67 ? 'medium-floor' : 'high-floor',
    type.bed,
    type.bath,
  ]
  if (place < 3) features.push('near-elevator')
  if (place >= perFloor - 3) features.push('away-from-elevator')
  if (place >= perFloor - 3 || random.chance(0.15)) features.push('quiet')
  if (height < 0.34 && place === 3) features.push('accessible')
  if (random.chance(height)) features.push('view')
  if (place % 6 === 4 || place % 6 === 5) features.push('connecting')
  if (height > 0.4 && height < 0.5 && place % 3 === 0) features.push('smoking')
  return features
}

export type DemoPlan = {
  code: string
  nameEn: string
  nameZh: string
  meal: 'room-only' | 'breakfast' | 'half-board'
  kind: 'sold' | 'complimentary' | 'house-use'
  /** Against the price of the day. */
  factor: number
  qualifies: boolean
  /** What its bookings are unless the clerk says otherwise. */
  terms: PlanTerms
}

export const demoPlans = [
  {
    code: 'BAR',
    nameEn: 'Best Available Rate',
    nameZh: '当日最优价',
    meal: 'room-only',
    kind: 'sold',
    factor: 1,
    qualifies: true,
    terms: { ...noTerms, segment: 'transient', guarantee: 'none' },
  },
  {
    code: 'BARB',
    nameEn: 'Best Available, Breakfast',
    nameZh: '当日最优价含早',
    meal: 'breakfast',
    kind: 'sold',
    factor: 1.1,
    qualifies: true,
    terms: { ...noTerms, segment: 'transient', guarantee: 'none' },
  },
  {
    code: 'COR',
    nameEn: 'Corporate',
    nameZh: '公司协议价',
    meal: 'breakfast',
    kind: 'sold',
    factor: 0.86,
    qualifies: true,
    terms: {
      ...noTerms,
      segment: 'corporate',
      channel: 'corporate',
      guarantee: 'company',
      accountKind: 'company',
    },
  },
  {
    code: 'OTA',
    nameEn: 'Online Agency',
    nameZh: '网络代理价',
    meal: 'room-only',
    kind: 'sold',
    factor: 0.92,
    qualifies: false,
    terms: {
      ...noTerms,
      segment: 'online-agency',
      channel: 'online-agency',
      guarantee: 'refundable',
      accountKind: 'agency',
    },
  },
  {
    code: 'OTAB',
    nameEn: 'Online Agency, Breakfast',
    nameZh: '网络代理价含早',
    meal: 'breakfast',
    kind: 'sold',
    factor: 1.02,
    qualifies: false,
    terms: {
      ...noTerms,
      segment: 'online-agency',
      channel: 'online-agency',
      guarantee: 'refundable',
      accountKind: 'agency',
    },
  },
  {
    code: 'PKG',
    nameEn: 'Weekend Package',
    nameZh: '周末套餐',
    meal: 'half-board',
    kind: 'sold',
    factor: 1.32,
    qualifies: true,
    terms: { ...noTerms, segment: 'transient', guarantee: 'deposit' },
  },
  {
    code: 'GRP',
    nameEn: 'Group',
    nameZh: '团队价',
    meal: 'breakfast',
    kind: 'sold',
    factor: 0.74,
    qualifies: false,
    terms: { ...noTerms, segment: 'group', guarantee: 'deposit' },
  },
  {
    code: 'COMP',
    nameEn: 'Complimentary',
    nameZh: '免费房',
    meal: 'breakfast',
    kind: 'complimentary',
    factor: 0,
    qualifies: false,
    terms: { ...noTerms, segment: 'complimentary', guarantee: 'none' },
  },
  {
    code: 'HSE',
    nameEn: 'House Use',
    nameZh: '自用房',
    meal: 'room-only',
    kind: 'house-use',
    factor: 0,
    qualifies: false,
    terms: { ...noTerms, segment: 'complimentary', guarantee: 'none' },
  },
] as const satisfies readonly DemoPlan[]

export type DemoPlanCode = (typeof demoPlans)[number]['code']

/** Whole yuan of the cheapest type on a mean day, and how many of another currency's units that is, roughly. */
const BASE_YUAN = 420
const UNITS_PER_YUAN: Record<string, number> = {
  CNY: 1,
  HKD: 1.1,
  TWD: 4.5,
  JPY: 21,
  KRW: 195,
  USD: 0.14,
  EUR: 0.13,
  GBP: 0.11,
  SGD: 0.19,
  MYR: 0.62,
  THB: 4.8,
}

/** Minor units of a night, rounded to what a price list shows. */
export function demoPrice(factor: number, currency: string, minorPerUnit: number): number {
  const units = BASE_YUAN * factor * (UNITS_PER_YUAN[currency] ?? 1)
  const step = units >= 5000 ? 100 : units >= 100 ? 10 : 1
  return Math.round(units / step) * step * minorPerUnit
}

const CITIES = [
  ['北京', 'Beijing'],
  ['上海', 'Shanghai'],
  ['深圳', 'Shenzhen'],
  ['杭州', 'Hangzhou'],
  ['成都', 'Chengdu'],
  ['苏州', 'Suzhou'],
  ['广州', 'Guangzhou'],
  ['南京', 'Nanjing'],
  ['武汉', 'Wuhan'],
  ['西安', 'Xi’an'],
] as const
const MARKS = [
  ['恒远', 'Hengyuan'],
  ['启明', 'Qiming'],
  ['瑞泽', 'Ruize'],
  ['同舟', 'Tongzhou'],
  ['嘉禾', 'Jiahe'],
  ['星海', 'Xinghai'],
  ['鼎新', 'Dingxin'],
  ['致远', 'Zhiyuan'],
  ['博雅', 'Boya'],
  ['万和', 'Wanhe'],
  ['清源', 'Qingyuan'],
  ['华澄', 'Huacheng'],
] as const
const TRADES = [
  ['科技', 'Technology'],
  ['贸易', 'Trading'],
  ['医药', 'Pharma'],
  ['机械', 'Machinery'],
  ['咨询', 'Consulting'],
  ['文化传媒', 'Media'],
  ['建筑设计', 'Architecture'],
  ['电子', 'Electronics'],
] as const
const AGENCIES = [
  ['云程旅行网', 'Yuncheng Travel Online'],
  ['途远网', 'Tuyuan Online'],
  ['行旅在线', 'Xinglu Online'],
  ['StayFar', 'StayFar'],
  ['逸游商旅', 'Yiyou Business Travel'],
  ['海天国际旅行社', 'Haitian International Travel'],
  ['乐行旅行社', 'Lexing Travel Agency'],
  ['RoomHarbour', 'RoomHarbour'],
] as const

export type DemoAccount = { kind: 'company' | 'agency'; code: string; name: string }

/** Companies by the size of the house, and eight agencies, the first four of them online. None of them exists. */
export function demoAccounts(seed: number, rooms: number, language: DemoLanguage): DemoAccount[] {
  const random = randomOf(seed, HOUSE, 2)
  const which = language === 'zh' ? 0 : 1
  const count = Math.min(300, Math.max(6, Math.round(rooms / 3)))
  const seen = new Set<string>()
  while (seen.size < count) {
    const parts = [random.of(CITIES)[which], random.of(MARKS)[which], random.of(TRADES)[which]]
    seen.add(which === 0 ? `${parts.join('')}有限公司` : `${parts.join(' ')} Co., Ltd.`)
  }
  const companies = [...seen].map((name, i) => ({
    kind: 'company' as const,
    code: `C${String(i + 1).padStart(3, '0')}`,
    name,
  }))
  const agencies = AGENCIES.map((names, i) => ({
    kind: 'agency' as const,
    code: `A${String(i + 1).padStart(3, '0')}`,
    name: names[which],
  }))
  return [...companies, ...agencies]
}

/** Agencies on the web come first. */
export const onlineAgencies = 4

export type DemoUser = {
  login: string
  nameEn: string
  nameZh: string
  role: GivenRole
  /** When they work at the desk; `other`: not there. */
  shift: 'office' | 'morning' | 'evening' | 'night' | 'reservations' | 'other'
}

/** Who signs in to a demo hotel, and who its log tells of. */
export const demoUsers: readonly DemoUser[] = [
  { login: 'admin', nameEn: 'Lin Hao', nameZh: '林浩', role: 'administrator', shift: 'office' },
  { login: 'manager', nameEn: 'Zhou Ning', nameZh: '周宁', role: 'manager', shift: 'office' },
  { login: 'clerk', nameEn: 'Chen Lu', nameZh: '陈露', role: 'clerk', shift: 'morning' },
  { login: 'sunjia', nameEn: 'Sun Jia', nameZh: '孙佳', role: 'clerk', shift: 'morning' },
  { login: 'wuhao', nameEn: 'Wu Hao', nameZh: '吴昊', role: 'clerk', shift: 'evening' },
  { login: 'anna', nameEn: 'Anna Petrova', nameZh: '安娜', role: 'clerk', shift: 'evening' },
  { login: 'heqiang', nameEn: 'He Qiang', nameZh: '何强', role: 'night-auditor', shift: 'night' },
  { login: 'xufei', nameEn: 'Xu Fei', nameZh: '徐菲', role: 'clerk', shift: 'reservations' },
  { login: 'tangyi', nameEn: 'Tang Yi', nameZh: '唐怡', role: 'clerk', shift: 'reservations' },
  { login: 'senior', nameEn: 'Gao Min', nameZh: '高敏', role: 'senior-clerk', shift: 'other' },
  { login: 'auditor', nameEn: 'Luo Jian', nameZh: '罗健', role: 'night-auditor', shift: 'other' },
  { login: 'cashier', nameEn: 'Shen Yue', nameZh: '沈悦', role: 'cashier', shift: 'other' },
  { login: 'housekeeper', nameEn: 'Ma Li', nameZh: '马丽', role: 'housekeeper', shift: 'other' },
]
