import type { stayRefusal as source } from '../en/stay-refusal.ts'
import type { Translation } from '../types.ts'

export const stayRefusal: Translation<typeof source> = {
  ALERT_BLOCKS: '{{name}} 有拦截提醒：“{{alert}}”。请先处理，再在客人页面删除该提醒。',
  ARRIVAL_AHEAD: '抵店日期为 {{arrival}}，营业日为 {{businessDate}}。请先修改到离日期。',
  BALANCE_OPEN: '账单尚有余额 {{balanceMinor}}。请结清，或指定付款人。',
  DATES_OUTSIDE_STAY: '{{from}} 至 {{to}} 不在住店日期 {{arrival}} 至 {{departure}} 之内。',
  DAY_USE_OPEN: '钟点房费 {{amountMinor}} 尚未入账。请入账，或确认不收此费离店。',
  HOURS_NEEDED: '该钟点房尚未填写时段，请先填写使用的起止时间。',
  HOURS_REVERSED: '钟点房结束时间 {{to}} 早于开始时间 {{from}}。须在同一天内结束，请修改时间。',
  HOURS_TAKEN: '{{room}} 房在 {{day}} {{from}} 至 {{to}} 已被占用（{{confirmationNo}}），请另选房间或时段。',
  NOT_DAY_USE: '只有钟点房有时段：该预订 {{departure}} 离店。请先将离店日期改为抵店当日。',
  EARLY_DEPARTURE: '客人原住至 {{departure}}，将放弃 {{nights}} 个间夜。请确认客人现在离店。',
  GUEST_ELSEWHERE: '{{name}} 已在 {{room}} 房入住。请确认两处都要入住。',
  GUEST_UNNAMED: '该预订尚无住客姓名，请先选择或新建客人。',
  HELD_OPEN: '尚有款项在留（押金单：{{slip}}，预授权：{{holds}} 笔）。请先退还、抵用或解除。',
  NO_ROOM_YET: '尚未排房，请选择房间。',
  NOT_ALONG: '该客人不在此预订中，请先添加。',
  NOT_CHECKED_OUT: '该预订{{status}}，没有可撤回的退房。',
  NOT_DUE_IN: '该预订{{status}}，只有已确认的预订可办理入住。',
  NOT_IN_HOUSE: '该预订{{status}}，没有客人在住。',
  SMALL_HOURS:
    '现在是 {{time}}，{{night}} 当晚已夜审（凌晨房）。请确认按 {{businessDate}} 入住，之前的时段另行加收。',
  NOT_REGISTERED: '以下住客的登记信息不全：{{names}}。请补全，或确认继续。',
  NOT_TODAY: '该操作办理于 {{on}}，只能撤回当前营业日办理的操作。',
  PERSONS_UNNAMED: '该预订还有 {{count}} 位住客未填姓名。请添加，或确认继续。',
  ROOM_NOT_READY: '{{room}} 房为{{status}}。请另选房间、让客人等候，或确认仍入住。',
  ROOM_OCCUPIED: '{{name}}（{{confirmationNo}}）在住 {{room}} 房。请另选房间，或先为其换房或退房。',
  ROOM_SAME: '客人已在 {{room}} 房，请另选房间。',
  STAY_OVER: '离店日期为 {{departure}}，营业日为 {{businessDate}}。请先修改日期。',
  TIMES_REVERSED: '{{from}} 晚于 {{to}}，请修改其一。',
}
