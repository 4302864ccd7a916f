import type { auditRefusal as source } from '../en/audit-refusal.ts'
import type { Translation } from '../types.ts'

export const auditRefusal: Translation<typeof source> = {
  NOT_DUE_YET: '该客人 {{arrival}} 抵店，晚于营业日，尚不能记为未到。',
  CHANGED_MEANWHILE: '其他人刚修改了该预订，请查看后重试。',
  CLOSE_NOT_DONE: '这些报表属于 {{date}} 之后的早班，而该日已不是当前营业日，未生成。',
  CLOSE_NOT_RUNNING: '该夜审没有在进行。',
  CLOSE_ROLLED: '{{date}} 已完成夜审，其余步骤马上结束。',
  CLOSE_RUNNING: '{{by}} 正在对 {{date}} 夜审，请等待完成。',
  CLOSE_TOO_EARLY: '{{date}} {{time}} 起才可夜审，最早时间可在夜审设置中修改。',
  CLOSE_UNKNOWN: '没有此夜审。',
  DAY_BLOCKED: '预抵未入住 {{arrivals}} 间，预离未退房 {{departures}} 间，请先处理再继续。',
  FOLDER_NEEDED: '请填写存放报表的文件夹。',
  NOT_AWAITED: '该预订{{status}}，没有待抵店的客人。',
  NOT_DUE_OUT: '该客人今日不是预离，无需在此续住。请在预订中修改日期。',
  NOT_NO_SHOW: '该预订{{status}}，不是未到。',
  STAY_OVER: '该住期已于 {{departure}} 结束，没有剩余晚数，请新建预订。',
}
