import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxCellText, sideName, sideText } from '#shared/domain/import/side-text.ts'

describe('a text beside the stay', () => {
  test.each<[string, string, string[]]>([
    ['Probe® Hotels', 'Probe® Hotels', []],
    ['Probe™ & Co. ©', 'Probe™ & Co. ©', []],
    ['Café ☕ Zürich', 'Café ☕ Zürich', []],
    ['小明科技😊有限公司', '小明科技😊有限公司', []],
    ['a\u0007b', 'ab', ['controlStripped']],
    ['\u0000a\u007fb\u009fc', 'abc', ['controlStripped']],
    ['a\nb\tc', 'a b c', []],
    ['a\r\nb', 'a b', []],
    ['a\u2028b', 'a b', []],
    ['\ud800a', '�a', []],
    ['x'.repeat(60), 'x'.repeat(60), []],
    ['x'.repeat(61), 'x'.repeat(60), ['textLong']],
    ['word '.repeat(20), 'word '.repeat(12).trim(), ['textLong']],
    ['', '', []],
    [`a${'\u0301'.repeat(28)}`, '', ['text']],
  ])('%j', (written, value, kept) => {
    const read = sideText(written, { max: 60 })
    expect(read.kept).toEqual(kept)
    expect(read.value).toBe(value.normalize('NFC'))
  })
  test('keeps its lines where it may have several', () => {
    expect(sideText('a\r\nb\n\u0007c', { max: 60, multiline: true })).toEqual({
      value: 'a\nb\nc',
      kept: ['controlStripped'],
    })
  })
  test('is as long as the field takes, says so when it was longer, and is never half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.integer({ min: 1, max: 100 }),
        fc.boolean(),
        (written, max, multiline) => {
          const { value, kept } = sideText(written, { max, multiline })
          expect(value.length).toBeLessThanOrEqual(max)
          expect(value.isWellFormed()).toBe(true)
          // Signs that nobody sees, as the filler of half a hangul, may be left out
          if (kept.length === 0 && !/[\s\p{Default_Ignorable_Code_Point}]/u.test(written))
            expect(value).toBe(written.normalize('NFC').trim())
          expect(sideText(value, { max, multiline })).toEqual({ value, kept: [] })
        },
      ),
    )
  })
  test('of nothing that is seen is none', () => {
    expect(sideText('\uffa0', { max: 9 })).toEqual({ value: '', kept: [] })
  })
  test('is cut where a cell of a spreadsheet ends', () => {
    expect(sideText('x'.repeat(maxCellText + 9), { max: maxCellText }).value).toHaveLength(maxCellText)
  })
})

describe('a name', () => {
  test.each<[string, string, string[]]>([
    ['Anna Probe', 'Anna Probe', []],
    ['Müller, Anna', 'Müller, Anna', []],
    ['SMITH/JOHN MR', 'SMITH/JOHN MR', []],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提', []],
    ['小明😊', '小明', ['signsDropped']],
    ['😊 Anna 🇩🇪 Probe 👨‍👩‍👧', 'Anna Probe', ['signsDropped']],
    ['Anna ❤️ Probe', 'Anna Probe', ['signsDropped']],
    ['Anna\u0007 Probe', 'Anna Probe', ['controlStripped']],
    ['Anna Probe\nBert Probe', 'Anna Probe', ['namesMore']],
    ['Anna Probe; Bert Probe', 'Anna Probe', ['namesMore']],
    ['王一、李二', '王一', ['namesMore']],
    ['王一，李二', '王一', ['namesMore']],
    ['王一/李二/赵三', '王一', ['namesMore']],
    ['Anna Probe, Bert Probe, Carl Probe', 'Anna Probe', ['namesMore']],
    [`${'Guest Number Familyname, '.repeat(6)}`, 'Guest Number Familyname', ['namesMore']],
    ['x'.repeat(101), 'x'.repeat(100), ['textLong']],
    ['长'.repeat(10_000), '长'.repeat(100), ['textLong']],
    ['\n', '', []],
    ['', '', []],
  ])('%j', (written, value, kept) => {
    expect(sideName(written, 100)).toEqual({ value, kept })
  })
})
