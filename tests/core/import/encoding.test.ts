import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { watchEncoding } from '#core/import/source/encoding.ts'

function found(bytes: Buffer, pieces = [bytes]) {
  const watch = watchEncoding()
  for (const piece of pieces) watch.see(piece)
  return watch.end()
}
const chinese = '到店日期,姓名,房型\n2026-03-05,张伟,豪华大床房\n2026-03-06,欧阳娜娜,标准双床房\n'

describe('how a file is written', () => {
  test.each<[string, Buffer, object]>([
    ['plain ASCII', Buffer.from('a,b\n1,2\n'), { encoding: 'utf-8', bom: 0 }],
    ['UTF-8', Buffer.from(chinese), { encoding: 'utf-8', bom: 0 }],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${chinese}`), { encoding: 'utf-8', bom: 3 }],
    ['GBK', iconv.encode(chinese, 'gbk'), { encoding: 'gb18030', bom: 0 }],
    [
      'GB 18030 with a rare character',
      iconv.encode(`${chinese}李𠮷\n`, 'gb18030'),
      { encoding: 'gb18030', bom: 0 },
    ],
    ['UTF-16 little', iconv.encode(chinese, 'utf-16le', { addBOM: true }), { encoding: 'utf-16le', bom: 2 }],
    ['UTF-16 big', iconv.encode(chinese, 'utf-16be', { addBOM: true }), { encoding: 'utf-16be', bom: 2 }],
    [
      'Latin-1 accents',
      iconv.encode('nome,país\nJosé Gonçalves,Espanha\nZoé,França\n', 'latin1'),
      { encoding: 'windows-1252', bom: 0 },
    ],
    [
      'Shift-JIS',
      iconv.encode('氏名,部屋\n田中ひろし,デラックス\n', 'shift_jis'),
      { encoding: 'shift-jis', bom: 0 },
    ],
    [
      'Big5',
      iconv.encode('入住日期,離店日期,姓名,房型\n2026-03-05,2026-03-06,陳大文,豪華雙人房\n', 'big5'),
      { encoding: 'big5', bom: 0 },
    ],
    [
      'GBK with a pair that stands for nothing',
      Buffer.concat([iconv.encode(chinese, 'gbk'), Buffer.of(0xaa, 0xa1)]),
      { trouble: 'FILE_ENCODING' },
    ],
    [
      'broken UTF-8 under its mark',
      Buffer.concat([Buffer.from('\ufeffa,b\n'), Buffer.from([0xd5, 0xc5])]),
      { trouble: 'FILE_ENCODING' },
    ],
    ['a stray control character', Buffer.from(`${chinese}\u0007\n`), { encoding: 'utf-8', bom: 0 }],
    [
      'a Ctrl-Z behind GBK',
      Buffer.concat([iconv.encode(chinese, 'gbk'), Buffer.of(0x1a)]),
      { encoding: 'gb18030' },
    ],
    [
      'control characters all over',
      Buffer.from('a\u0001,b\u0002\n'.repeat(20)),
      { trouble: 'FILE_BINARY', at: 1 },
    ],
    ['NUL bytes', Buffer.from([0x61, 0, 0x62]), { trouble: 'FILE_BINARY', at: 1 }],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), { trouble: 'FILE_BINARY' }],
  ])('%s', (_name, bytes, expected) => {
    expect(found(bytes)).toMatchObject(expected)
  })

  test('the first wrong byte is named', () => {
    expect(found(Buffer.concat([Buffer.from('abc,def\n'), Buffer.from([0xff, 0xfd])]))).toMatchObject({
      trouble: 'FILE_ENCODING',
      at: 8,
    })
  })

  test('pieces cut inside a character change nothing', () => {
    const text = fc.string({
      unit: fc.constantFrom('张', '伟', '住', 'a', ',', '\n', '。'),
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(
        text,
        fc.constantFrom('utf8', 'gbk'),
        fc.nat(80),
        fc.nat(80),
        (characters, encoding, one, two) => {
          const bytes = iconv.encode(characters, encoding)
          const cuts = [0, Math.min(one, two), Math.max(one, two)]
          const pieces = cuts.map((from, index) => bytes.subarray(from, cuts[index + 1] ?? bytes.length))
          expect(
            found(
              bytes,
              pieces.filter((piece) => piece.length > 0),
            ),
          ).toEqual(found(bytes))
        },
      ),
      { numRuns: 1000 },
    )
  })
})
