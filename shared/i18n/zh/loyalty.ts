import type { loyalty as source } from '../en/loyalty.ts'
import type { Translation } from '../types.ts'

export const loyalty: Translation<typeof source> = {
  done: {
    enrol: '已入会',
    setTier: '已人工调整等级',
    saveProgramme: '已保存会员计划',
    review: '已核定会员等级',
  },
  refusal: {
    PARAMETERS_INVALID: {
      loyalty: {
        choice: '请从给定选项中选择。',
        number: '请输入允许范围内的整数。',
        text: '请输入名称，最多 60 字。',
        tierCode: '代码限小写字母、数字和 -，最多 32 位。',
        condition: '请填写条件：计数项和不小于 1 的门槛。',
        empty: '至少填写一项。',
        tooDeep: '等级 {{tier}} 的条件嵌套超过三层，请简化。',
        tooManyWays: '等级 {{tier}} 的条件组合超过 64 种，请简化。',
        tooMany: '超出允许的数量。',
        shape: '参数格式不符合会员计划。',
        tierTwice: '等级代码重复，请各用一个。',
        firstTierFree: '第一级人人可得，不设条件。',
        entryNeeded: '只有第一级可不设条件，请填写升级条件。',
        tierOrder: '该等级的条件不得低于下一级。',
        retentionHarder: '保级条件不得高于升级条件。',
        tierUnknown: '计划中没有该等级，请另选。',
        rolloverWithoutEnd: '滚动累计或等级变动即清零时，不能结转。',
        rollingHasNoPeriods: '滚动十二个月没有延续周期，请填 0。',
      },
    },
  },
}
