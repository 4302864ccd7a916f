/** What stands in a cell where nothing is known: it is no number of anybody and no name. */

const WORDS = new Set(
  (
    'na nil none null nan no non not yes y n true false unknown unk pending tba tbc tbd todo later missing test testing ' +
    'dummy sample temp temporary example empty blank default notavailable notapplicable notprovided notgiven nonumber ' +
    'nophone noid nopassport asdf qwerty abc abcd abc123 abcd1234 abc12345 xyz ' +
    '无 没有 暂无 空 未知 未提供 未填 未填写 未登记 不详 不明 待定 待补 待填 待确认 待提供 同上 见备注 测试 保密 是 否 有 其他'
  ).split(' '),
)
const NAMES = new Set(
  'guest client customer walkin noname anonymous 客人 客户 住客 散客 匿名 无名 无名氏'.split(' '),
)

/** Digits in the order in which they lie on the keyboard, up or down. */
const UPWARD = '01234567890123456789'
const DOWNWARD = [...UPWARD].reverse().join('')

/**
 * True for what people type where a number is asked for and they have none: N/A, -, 0, 000000000, E00000000,
 * 12345678, 987654321, 13800000000, PENDING, 无, xxx. An empty cell says nothing and is none.
 */
export function isPlaceholder(text: string): boolean {
  if (text.trim() === '') return false
  const plain = plainKey(text).toLowerCase()
  if (plain === '' || WORDS.has(plain) || /^(\p{L})\1{1,30}$/u.test(plain) || /^x{1,30}$/.test(plain))
    return true
  const [, letters = '', digits = ''] = /^(\p{L}{0,3})(\d+)$/u.exec(plain) ?? []
  if (digits === '') return false
  if (letters === '' ? /^(\d)\1*$/.test(digits) : /^(0{6,}|1{6,})$/.test(digits)) return true
  if (/^1\d{1,2}0{8}$/.test(plain) || (letters === '' && /^861\d{1,2}0{8}$/.test(plain))) return true
  return letters === '' && digits.length >= 4 && (UPWARD.includes(digits) || DOWNWARD.includes(digits))
}

/** True for what stands where a name is asked for and none is known: Guest, TBA, 散客. */
export function isPlaceholderName(text: string): boolean {
  if (text.trim() === '') return false
  const plain = plainKey(text).toLowerCase()
  return (
    plain === '' ||
    NAMES.has(plain) ||
    (WORDS.has(plain) && !/^\p{Script=Han}$/u.test(plain)) ||
    /^x{1,30}$/.test(plain)
  )
}

/**
 * Whether a number may prove who somebody is. 是, Gold, VIP2 or 3 stand under “Member” too: fewer than three digits are
 * a word or a level.
 */
export function mayProve(number: string): boolean {
  return !isPlaceholder(number) && plainKey(number).replace(/\D/g, '').length >= 3
}

/** A number as it is compared: full-width to plain, capitals, letters and digits alone. */
export function plainKey(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}
