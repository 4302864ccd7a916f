import fc from 'fast-check'
import { expect, it } from 'vitest'
import { capitalsOf } from '#shared/domain/folio/capitals.ts'

it.each([
  [0, '人民币零元整'],
  [5, '人民币伍分'],
  [50, '人民币伍角整'],
  [100, '人民币壹元整'],
  [1405, '人民币壹拾肆元零伍分'],
  [140950, '人民币壹仟肆佰零玖元伍角整'],
  [600714, '人民币陆仟零柒元壹角肆分'],
  [1680_32, '人民币壹仟陆佰捌拾元叁角贰分'],
  [16409_02, '人民币壹万陆仟肆佰零玖元零贰分'],
  [325_04, '人民币叁佰贰拾伍元零肆分'],
  [1_000_500_00, '人民币壹佰万零伍佰元整'],
  [100_000_000_00, '人民币壹亿元整'],
  [100_000_001_00, '人民币壹亿零壹元整'],
  [1234567890_12, '人民币壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分'],
  [-12345, '人民币负壹佰贰拾叁元肆角伍分'],
])('%d fen are %s', (fen, text) => {
  expect(capitalsOf(fen)).toBe(text)
})

const digits = '零壹贰叁肆伍陆柒捌玖'
const weights: Record<string, number> = { 拾: 10, 佰: 100, 仟: 1000 }

/** Reads the capitals back, by their places alone. */
function fenOf(text: string): number {
  let [yuan, group, digit, rest] = [0, 0, 0, 0]
  for (const sign of text.replace('人民币', '').replace('整', '')) {
    if (digits.includes(sign)) digit = digits.indexOf(sign)
    else if (sign in weights) {
      group += digit * (weights[sign] ?? 0)
      digit = 0
    } else if (sign === '万' || sign === '亿' || sign === '元') {
      const part = group + digit
      yuan = sign === '亿' ? (yuan + part) * 1e8 : yuan + part * (sign === '万' ? 1e4 : 1)
      ;[group, digit] = [0, 0]
    } else {
      rest += digit * (sign === '角' ? 10 : 1)
      digit = 0
    }
  }
  return yuan * 100 + rest
}

it('every amount can be read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000_000_00 }), (fen) => {
      expect(fenOf(capitalsOf(fen))).toBe(fen)
      expect(capitalsOf(fen)).not.toMatch(/零零|零[万亿元]/)
    }),
  )
})
