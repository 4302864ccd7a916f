import { describe, expect, test } from 'vitest'
import {
  backwards,
  guestTokens,
  numberToken,
  pairedRuns,
  phoneDigits,
  plainWord,
  type SearchParts,
  withoutLetters,
} from '#shared/domain/search/tokens.ts'

const guest = (over: Partial<SearchParts>): SearchParts => ({
  nativeName: '',
  familyName: '',
  givenName: '',
  ...over,
})

describe('the tokens of a name', () => {
  test.each<[string, string]>([
    ['张伟', '张 伟 张伟 zhangwei weizhang zw'],
    ['张·伟', '张 伟 张伟 zhangwei weizhang zw wei'],
    ['張偉', '张 伟 张伟 zhangwei weizhang zw'],
    ['张伟东', '张 伟 张伟 东 伟东 zhangweidong weidongzhang dong zwd'],
    ['李', '李 li l'],
    ['欧阳修', '欧 阳 欧阳 修 阳修 ouyangxiu xiuouyang yang oyx'],
    ['吕布', '吕 布 吕布 lvbu bulv lb lubu bulu lyubu bulyu'],
    ['李绿', '李 绿 李绿 lilv lvli ll lilu luli lilyu lyuli'],
    ['张乐', '张 乐 张乐 zhangle lezhang zl zhangyue yuezhang zy zhangyao yaozhang zhanglao laozhang'],
    [
      '张伟乐',
      '张 伟 张伟 乐 伟乐 zhangweile weilezhang le zwl zhangweiyue weiyuezhang yue zwy zhangweiyao weiyaozhang yao zhangweilao weilaozhang lao',
    ],
    ['王小小', '王 小 王小 小小 wangxiaoxiao xiaoxiaowang xiao wxx'],
    ['김민수', '김 민 김민 수 민수'],
    ['佐藤たけし', '佐 藤 佐藤 た 藤た け たけ し けし'],
    ['Иванов Пётр', 'ивановпетр петриванов ип пи'],
    ['Chan 大文', '大 文 大文 dawen wenda dw daiwen wendai chan'],
    ['大文 Chan 小明', '大 文 大文 dawen wenda dw daiwen wendai 小 明 小明 xiaoming mingxiao xm chan'],
    ['', ''],
  ])('%s', (nativeName, tokens) => {
    expect(guestTokens(guest({ nativeName }))).toBe(tokens)
  })
  test.each<[string, string, string]>([
    ['Zhang', 'Wei', 'zhangwei weizhang zw wz'],
    ['Zhang', '', 'zhang'],
    ['', 'Wei', 'wei'],
    [
      'Müller',
      'Hans Peter',
      'mullerhanspeter hanspetermuller petermullerhans muellerhanspeter hanspetermueller petermuellerhans mhp hpm',
    ],
    ['Smith', 'Åsa', 'smithasa asasmith smithaasa aasasmith sa as'],
    ["O'Neil-Smith", 'José', 'oneilsmithjose neilsmithjoseo smithjoseoneil joseoneilsmith osj jos'],
    ['佐藤', 'たけし', '佐 藤 佐藤 た け たけ し けし'],
    ['', '', ''],
  ])('%s, %s', (familyName, givenName, tokens) => {
    expect(guestTokens(guest({ familyName, givenName }))).toBe(tokens)
  })
  test('what one script has already is not written twice', () => {
    expect(guestTokens(guest({ nativeName: '张伟', familyName: 'Zhang', givenName: 'Wei' }))).toBe(
      '张 伟 张伟 zhangwei weizhang zw wz',
    )
  })
})

describe('the tokens of what else is known of a guest', () => {
  test.each<[string, Partial<SearchParts>, string]>([
    ['a telephone of China', { phones: ['+8613800138000'] }, '13800138000 þ00083100831'],
    ['a telephone of elsewhere', { phones: ['+4915112345678'] }, '4915112345678 þ8765432115194'],
    ['a telephone as a source gave it', { phones: ['0571-8888 0000'] }, '057188880000 þ000088881750'],
    ['no digits', { phones: ['+86', 'none'] }, ''],
    ['two telephones', { phones: ['+861', '+862'] }, '1 þ1 2 þ2'],
    ['an e-mail', { emails: ['Wei.Zhang@Siemens.com'] }, 'weizhangðsiemenscom ðsiemenscom zhang siemens'],
    ['an e-mail of a provider', { emails: ['wei@qq.com'] }, 'weiðqqcom ðqqcom'],
    [
      'a company that only begins like a provider',
      { emails: ['wei@qqtech.com'] },
      'weiðqqtechcom ðqqtechcom qqtech',
    ],
    ['a company that only ends like one', { emails: ['wei@myqq.com'] }, 'weiðmyqqcom ðmyqqcom myqq'],
    ['a company with a hyphen', { emails: ['wei@my-corp.de'] }, 'weiðmycorpde ðmycorpde mycorp'],
    ['a name of many words', { emails: ['a._b-c.@x.com'] }, 'abcðxcom ðxcom b c x'],
    ['an e-mail with two @', { emails: ['a@b@x.com'] }, 'abðxcom ðxcom b x'],
    ['no e-mail', { emails: ['@x.com', 'wei', ''] }, ''],
    ['a document', { documents: ['E 1234-5678'] }, 'e12345678'],
    ['a membership', { memberships: ['KR80000172'] }, 'kr80000172 80000172'],
    ['a membership of few digits', { memberships: ['KR800'] }, 'kr800'],
    ['a membership without letters', { memberships: ['80000172'] }, '80000172'],
    ['a confirmation', { confirmations: ['KR-2026-00017'] }, 'kr202600017'],
  ])('%s', (_what, over, tokens) => {
    expect(guestTokens(guest(over))).toBe(tokens)
  })
})

test('the pieces of them', () => {
  expect(backwards('8012')).toBe('2108')
  expect(backwards('')).toBe('')
  expect(plainWord('my-corp. 7 Ü')).toBe('mycorp7Ü')
  expect(numberToken('M–00 42ä')).toBe('m0042a')
  expect(withoutLetters('KR-2026')).toBe('2026')
  expect(withoutLetters('KR-202')).toBe('kr202')
  expect(withoutLetters('20KR2026')).toBe('20kr2026')
  expect(phoneDigits('+86 138 0013')).toBe('1380013')
  expect(phoneDigits('86 138 0013')).toBe('861380013')
  expect(pairedRuns('张三 a 李ー')).toEqual([
    ['张', '三'],
    ['李', 'ー'],
  ])
  expect(pairedRuns('abc')).toEqual([])
})
