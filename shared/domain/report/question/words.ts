import type { ReportName } from '../catalogue.ts'
import type { Festival } from '../festivals.ts'
import type { FigureName } from '../figures.ts'

/** Words of one thing in both languages, parted by commas; the first names it where it is worded. English ones also with an s. */
export type Words = { en: string; zh: string }

/** Words that are more than a report's: length of stay and lead time are cuts too, members a restriction. */
type Double = 'leadTime' | 'stayLength' | 'loyalty'

/** Reports by their own names; one that has none does not compile. */
export const reportWords: Readonly<Record<Exclude<ReportName, Double>, Words>> = {
  daily: {
    en: "daily report, manager's daily, manager's report, managers daily, manager daily, manager report, daily figures, flash report",
    zh: '经理日报, 日报, 营业日报, 每日报表, 日报表',
  },
  occupancy: {
    en: 'occupancy and revenue, occupancy report, rooms and revenue',
    zh: '出租率与营收, 出租率与收入, 出租率和收入, 出租率报表, 客房经营',
  },
  onBooks: {
    en: 'on the books, on books, otb, on hand',
    zh: '在手预订, 在手订单, 在手, 已订, 已有预订',
  },
  pickup: { en: 'pick-up, pickup, net bookings', zh: '预订增量, 净增预订, 净增, 新增' },
  pace: { en: 'pace, booking pace, booking curve', zh: '预订进度, 预订节奏, 预订曲线, 订房进度' },
  forecast: { en: 'forecast, expected, prediction', zh: '预测, 预估, 预计' },
  cancellations: {
    en: 'cancellations and no-shows, lost bookings',
    zh: '取消与未到, 取消和未到, 流失预订',
  },
  changes: {
    en: 'booking changes, changes, amendments, modifications, changed bookings',
    zh: '预订变更, 订单变更, 变更, 改单, 预订修改, 改订',
  },
  upgrades: { en: 'upgrades, room upgrades, free upgrades', zh: '升级, 免费升级, 房型升级, 升房' },
  overrides: {
    en: 'rate overrides, overrides, price overrides, changed rates',
    zh: '改价, 房价改动, 手工改价, 改价记录',
  },
  requests: {
    en: 'requests, special requests, guest requests, wishes',
    zh: '特殊要求, 要求, 需求, 客人要求, 客需',
  },
  preferences: {
    en: 'preferences, guest preferences, preferences and rooms',
    zh: '偏好, 客人偏好, 偏好与客房, 喜好',
  },
  repeatGuests: {
    en: 'repeat guests, returning guests, regulars, repeaters',
    zh: '回头客, 复住客人, 常客, 老客户',
  },
  sources: {
    en: 'sources, sources of business, business sources, business mix, production',
    zh: '业务来源, 客源, 客源结构, 来源, 客源分析, 产量',
  },
  commissions: { en: 'commissions, commission, agency commissions', zh: '佣金, 返佣, 代理佣金' },
  revenue: {
    en: 'revenue by code, posted revenue, ledger revenue, departmental revenue, revenue report',
    zh: '收入明细, 营收明细, 入账收入, 部门收入, 收入报表',
  },
  payments: {
    en: 'payments, payment report, payments by method, cashier report, takings',
    zh: '收款汇总, 收款报表, 收银报表, 收银汇总, 收款, 收银',
  },
  taxes: { en: 'tax report, taxes, tax return, vat', zh: '税额汇总, 税务报表, 计税汇总' },
  trialBalance: {
    en: 'trial balance, ledger balance, ledger accounts',
    zh: '试算平衡, 试算平衡表, 总账余额, 科目余额, 科目余额表',
  },
  housekeeping: {
    en: 'housekeeping report, housekeeping, cleaning report, attendants report',
    zh: '做房统计, 做房报表, 清洁报表, 做房情况',
  },
  arrivalTimes: {
    en: 'times of check-in, check-in times, arrival times, times of check-in and check-out, check-in and out times, check-out times',
    zh: '入住离店时段, 入住时段, 离店时段, 入住时间分布',
  },
  roomUse: {
    en: 'room history, stay history, history of stays, used rooms',
    zh: '用房记录, 用房情况, 住用记录',
  },
  registration: {
    en: 'registration, registration report, police registration, guest registration',
    zh: '旅馆业登记, 旅馆业登记报表, 登记报送, 登记上传, 登记报表',
  },
  traces: { en: 'traces, trace report, traces report', zh: '跟进, 跟进报表, 跟进统计' },
  openBalances: {
    en: 'open balances, outstanding balances, guest ledger, guests owing, unpaid folios',
    zh: '未结余额表, 挂欠明细, 住客账余额, 未结账目, 未付账单',
  },
  depositsHeld: {
    en: 'deposit report, deposit list, deposits on hand, deposits',
    zh: '在押明细, 押金明细, 订金明细, 定金明细, 押金与订金, 押金, 订金, 定金, 在押押金, 押金余额',
  },
  budget: { en: 'budget, budgets', zh: '预算' },
  compSet: {
    en: 'competitor set, competitive set, comp set, compset, competitors, competition',
    zh: '竞争群, 竞争组, 竞争酒店, 竞对, 竞争对手, 同行',
  },
  guestNights: {
    en: 'guest nights, guest nights by residence, person nights, bed nights',
    zh: '过夜人次, 境内外过夜人次, 住宿人夜, 人夜, 人夜数, 人天数, 过夜人数',
  },
  yearbook: { en: 'yearbook, year book, yearly file', zh: '年鉴, 年度档案, 年报' },
  audit: { en: 'audit trail, audit', zh: '操作审计, 审计' },
}

/** What figures are called beside the headings of their columns, which are words of theirs too. */
export const measureWords: Readonly<Partial<Record<FigureName, Words>>> = {
  occupancy: {
    en: 'occupancy, occ, occupancy rate, room occupancy, occupancies, fill rate',
    zh: '出租率, 入住率, 开房率, 客房出租率, 住房率',
  },
  adr: {
    en: 'adr, average rate, average daily rate, average room rate, arr, mean rate',
    zh: '平均房价, 均价, 平均价, 已售平均房价, 客房均价',
  },
  revpar: {
    en: 'revpar, revenue per available room, rev par',
    zh: '每房收益, 单房收益, 每间可售房收入, 可售房收益',
  },
  roomRevenue: {
    en: 'room revenue, revenue, rooms revenue, turnover, income, sales',
    zh: '房费收入, 营收, 收入, 客房收入, 房费, 营业额, 营业收入',
  },
  roomsSold: {
    en: 'rooms sold, sold rooms, nights sold, room nights sold, sold',
    zh: '售房, 售房数, 已售房, 已售, 出租间数, 售出间夜, 出租房数',
  },
  nightsOccupied: {
    en: 'room nights, nights, roomnights, nights occupied, occupied nights, occupied rooms',
    zh: '间夜, 间夜数, 间夜量, 房晚, 占用间夜, 在住间夜',
  },
  complimentary: {
    en: 'complimentary nights, free rooms, complimentary rooms, comps',
    zh: '免费房, 免费间夜, 免费房数',
  },
  houseUse: { en: 'house use, house use rooms', zh: '自用房, 酒店自用, 内部用房' },
  roomsAvailable: {
    en: 'rooms available, available rooms, availability, capacity',
    zh: '可售房, 可售房数, 可供出租间数, 可售间夜',
  },
  outOfOrder: { en: 'out of order, ooo, rooms out of order', zh: '维修房, 待修房, 坏房' },
  bookings: {
    en: 'bookings, reservations, number of bookings, booked',
    zh: '预订, 订单, 预订数, 订单数, 订单量, 预订量',
  },
  arrivals: { en: 'arrivals, check-ins, checkins', zh: '到店, 抵店, 到店数, 抵店数, 入住数' },
  cancelled: {
    en: 'cancellations, cancelled, canceled, cancels, cancelations, cancelled bookings',
    zh: '取消, 取消数, 取消量, 取消订单, 取消预订, 退订',
  },
  cancellationRate: {
    en: 'cancellation rate, cancel rate, share cancelled',
    zh: '取消率, 退订率, 取消比例',
  },
  noShows: { en: 'no-shows, no show, noshow', zh: '未到, 应到未到, 未到店, 爽约' },
  noShowRate: { en: 'no-show rate, noshow rate', zh: '未到率, 爽约率, 应到未到率' },
  lostRevenue: { en: 'lost revenue, revenue lost', zh: '损失收入, 流失收入, 收入损失' },
  totalRevenue: { en: 'total revenue, whole revenue', zh: '总收入, 总营收, 总营业额' },
  givenOut: { en: 'refunds, refunded, paid back', zh: '退款, 退款额' },
  owing: { en: 'owed, owing, balances owed', zh: '欠款, 客人欠款, 欠款额' },
  lostNights: { en: 'lost nights, nights lost', zh: '损失间夜, 流失间夜' },
  meanStay: {
    en: 'average length of stay, average stay, mean stay, alos',
    zh: '平均住店天数, 平均入住天数, 平均停留天数',
  },
  meanLead: {
    en: 'average lead time, mean lead time',
    zh: '平均提前期, 平均提前天数, 平均提前预订天数',
  },
  inHouse: { en: 'in house, rooms in house', zh: '在住, 在住房数' },
  repeatRate: { en: 'repeat guest rate, repeat rate', zh: '回头客率, 复住率' },
  signIns: { en: 'sign-ins', zh: '登录, 登录记录' },
  exports: { en: 'exports, exports made', zh: '导出, 导出记录' },
  offeringRooms: { en: 'rooms that offer it, offering rooms', zh: '提供客房数' },
  actingUsers: { en: 'acting users', zh: '操作人数' },
  documents: { en: 'documents shown, documents looked at', zh: '查看证件, 查阅记录' },
}

/**
 * Headings that are no words: alone they say nothing of their report (how many rooms, which users), or are what nearly everybody
 * means by them (the report of pick-up, the period).
 */
export const unspokenHeadings: readonly string[] = [
  'Rooms',
  '客房数',
  'Users',
  '人数',
  'Pick-up',
  'Last year',
]

/** What reports are cut by. */
export const cutWords: Readonly<Record<string, Words>> = {
  day: {
    en: 'day, daily, date, by day, each day, every day',
    zh: '每日, 按日, 按天, 每天, 逐日, 分日, 各日, 哪天, 哪一天, 日期',
  },
  week: { en: 'week, weekly, by week', zh: '每周, 按周, 逐周, 分周, 各周, 哪周, 每星期' },
  month: { en: 'month, monthly, by month', zh: '每月, 按月, 逐月, 分月, 各月, 月度, 月份, 哪个月' },
  quarter: { en: 'quarter, quarterly, by quarter', zh: '每季, 按季, 按季度, 各季度, 季度, 每季度, 分季度' },
  year: { en: 'year, yearly, annually, by year', zh: '每年, 按年, 逐年, 各年, 年度, 历年' },
  weekday: {
    en: 'weekday, day of week, day of the week, days of the week',
    zh: '星期几, 周几, 按星期, 星期, 各星期',
  },
  roomType: { en: 'room type, room category', zh: '房型, 房间类型, 客房类型' },
  chargedType: { en: 'charged type, type charged, charged room type', zh: '计费房型, 计价房型, 收费房型' },
  floor: { en: 'floor', zh: '楼层' },
  segment: { en: 'segment, market segment, market', zh: '市场, 细分市场, 客源市场, 市场细分' },
  channel: { en: 'channel, booking channel', zh: '渠道, 预订渠道, 订房渠道' },
  agency: { en: 'agency, agencies', zh: '旅行社, 代理, 代理商, 中介' },
  company: { en: 'company, companies, account, client', zh: '公司, 企业, 协议单位, 单位' },
  country: {
    en: 'country, countries, nationality, nationalities, residence, country of residence',
    zh: '国籍, 国家, 国家地区, 客源国, 居住国',
  },
  ratePlan: { en: 'rate plan, rate code, plan', zh: '房价方案, 价格计划, 房价计划, 房价代码, 房价码' },
  meal: { en: 'meal, meal plan, board', zh: '餐食, 含餐, 用餐' },
  leadTime: {
    en: 'lead time, booking window, days in advance, lead days, advance',
    zh: '提前期, 提前天数, 提前预订天数, 提前量',
  },
  stayLength: {
    en: 'length of stay, los, stay length, nights stayed',
    zh: '住店天数, 入住天数, 停留天数, 住宿天数, 晚数, 入住晚数, 连住天数',
  },
  tier: { en: 'tier, member tier, membership tier', zh: '会员等级, 等级, 会员级别' },
  valueClass: {
    en: 'value class, value classes, guest value, customer value',
    zh: '价值等级, 客户价值, 价值分类, 客人价值',
  },
  guestSegment: { en: 'guest segment, saved segment', zh: '客群, 客人分组, 客户分群' },
  guarantee: { en: 'guarantee, guarantee type', zh: '担保, 担保方式' },
  kind: { en: 'kind', zh: '类型, 种类, 类别' },
  user: { en: 'user, staff, clerk, employee, person', zh: '操作人, 操作员, 员工, 经办人, 用户' },
  department: { en: 'department', zh: '部门' },
  value: { en: 'single preference, each preference, preference', zh: '每项偏好, 单项偏好, 偏好' },
  group: { en: 'preference group, group', zh: '偏好类别, 偏好分类' },
  act: { en: 'act, action', zh: '操作, 动作' },
  method: { en: 'payment method, method', zh: '付款方式, 收款方式, 支付方式' },
  code: { en: 'transaction code, code', zh: '账项代码, 交易代码, 代码' },
  revenueGroup: { en: 'revenue group, department of revenue', zh: '收入类别, 收入分类' },
  tax: { en: 'tax, kind of tax', zh: '税种' },
  attendant: { en: 'attendant, room attendant', zh: '服务员, 客房服务员, 做房员' },
  work: { en: 'work, kind of cleaning, kind of work', zh: '做房类型, 清洁类型' },
  hour: { en: 'hour, hour of the day, by hour', zh: '小时, 时段, 每小时, 按小时' },
  room: { en: 'room number, single room, each room', zh: '房号, 每间房, 单间' },
  event: { en: 'event, registration event', zh: '登记事件, 事件' },
}

/** Words for which the report decides: `by type` is the room's in occupancy and the kind in changes. Chinese has a word for each. */
export const sharedCutWords: readonly { cuts: readonly string[]; words: Words }[] = [
  { cuts: ['roomType', 'kind'], words: { en: 'type', zh: '' } },
  { cuts: ['kind', 'group'], words: { en: 'category, categories', zh: '分类' } },
]

/** Words that name a report where nothing else does, and elsewhere what it is cut by or restricted to. */
export const doubleWords: Readonly<Record<string, ReportName>> = {
  leadTime: 'leadTime',
  stayLength: 'stayLength',
  tax: 'taxes',
}

export const memberWords: Words = {
  en: 'loyalty, members, membership, loyalty programme, loyalty program',
  zh: '会员, 会员情况, 忠诚度, 会员计划',
}

export const choiceWords: readonly { name: string; value: string; words: Words }[] = [
  { name: 'basis', value: 'usali', words: { en: 'usali basis, usali', zh: 'usali 口径, 会计口径' } },
  {
    name: 'basis',
    value: 'operational',
    words: { en: 'operational basis, operational', zh: '运营口径, 营运口径, 经营口径' },
  },
  {
    name: 'cohort',
    value: 'arrival',
    words: {
      en: 'by arrival, arrival cohort, by arrival date, by date of arrival',
      zh: '按到店, 按到店日, 按抵店, 按抵店日, 按入住日期, 按入住日',
    },
  },
  {
    name: 'cohort',
    value: 'creation',
    words: {
      en: 'by creation, creation cohort, by booking date, by date of booking, by creation date',
      zh: '按预订日, 按预订日期, 按创建日, 按下单日, 按下单日期',
    },
  },
  {
    name: 'compare',
    value: 'none',
    words: { en: 'no comparison, without comparison', zh: '不对比, 不比较' },
  },
  { name: 'figure', value: 'usual', words: { en: 'usual figure, usual figures', zh: '默认指标' } },
  { name: 'guests', value: 'all', words: { en: 'all guests, everyone', zh: '全部客人, 所有客人' } },
  {
    name: 'guests',
    value: 'coming',
    words: {
      en: 'coming guests, guests coming, guests to come, expected guests',
      zh: '即将到店, 将到客人, 预抵客人, 即将到店客人',
    },
  },
]

export const festivalWords: Readonly<Record<Festival, Words>> = {
  'spring-festival': {
    en: 'spring festival, chinese new year, lunar new year, cny',
    zh: '春节, 春节假期, 过年, 农历新年',
  },
  'national-day': {
    en: 'national day, golden week, national day holiday',
    zh: '国庆, 国庆节, 十一黄金周, 国庆黄金周, 国庆假期, 黄金周',
  },
  'labour-day': {
    en: 'labour day, labor day, may day',
    zh: '五一, 劳动节, 五一假期, 五一节',
  },
  'mid-autumn': { en: 'mid-autumn, mid-autumn festival, moon festival', zh: '中秋, 中秋节, 中秋假期' },
  'dragon-boat': { en: 'dragon boat, dragon boat festival, duanwu', zh: '端午, 端午节, 端午假期' },
  qingming: {
    en: 'qingming, qingming festival, tomb sweeping day, ching ming',
    zh: '清明, 清明节, 清明假期',
  },
  'new-year': { en: "new year's day, new year, new years day", zh: '元旦, 元旦假期, 元旦节' },
  easter: { en: 'easter, easter weekend', zh: '复活节' },
  christmas: { en: 'christmas, xmas', zh: '圣诞, 圣诞节' },
  'turn-of-year': { en: "turn of the year, new year's eve, new years eve", zh: '跨年' },
}
