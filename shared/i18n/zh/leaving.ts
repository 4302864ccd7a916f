import type { leaving as source } from '../en/leaving.ts'
import type { Translation } from '../types.ts'

export const leaving: Translation<typeof source> = {
  offer: {
    call: '专人致电',
    letter: '信函或消息',
    invitation: '邀请',
    upgrade: '升级',
    breakfast: '早餐',
    'late-check-out': '延迟退房',
    dinner: '晚餐',
    transfer: '接送',
    points: '积分',
    other: '其他',
  },
  outcome: { 'won-back': '已挽回', lost: '已流失', 'false-alarm': '误报' },
  lossReason: {
    'no-longer-travels': '不再来本地',
    'other-hotel': '改住其他酒店',
    'company-contract': '公司另签协议酒店',
    price: '价格',
    'bad-stay': '对入住不满意',
    room: '客房或设施',
    'not-reached': '联系不上',
    'no-contact-wanted': '不愿被联系',
    other: '其他',
  },
  done: {
    takeOn: '已认领客人',
    release: '已退回认领',
    snooze: '已暂缓',
    offer: '已记录挽留措施',
    close: '已结案',
  },
  refusal: {
    CASE_TAKEN: '{{name}}已于{{since}}认领此客人。请从{{name}}处接手，或由其继续跟进。',
    CASE_UNKNOWN: '此客人没有待跟进的记录，请刷新列表。',
    SNOOZE_DATE: '请选择{{on}}之后、最晚{{latest}}的日期。',
    OFFER_TEXT_NEEDED: '请简单写明采取了什么挽留措施。',
    LOSS_REASON_NEEDED: '请选择流失原因。',
    LOSS_TEXT_NEEDED: '请简单写明流失原因。',
    NOT_BACK_YET: '自{{since}}立案以来客人尚未入住。请在客人入住后按“已挽回”结案，或暂缓到那时。',
    CAME_BACK: '客人已于{{on}}再次入住，请按“已挽回”或“误报”结案。',
    USER_UNKNOWN: '没有使用{{login}}登录的在用用户，请从列表中选择。',
  },
}
