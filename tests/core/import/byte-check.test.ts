import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { checkBytes } from '#core/import/source/byte-check.ts'
import { type Encoding, encodings } from '#shared/domain/import/encodings.ts'

function wrongAt(encoding: Encoding, ...pieces: (Buffer | readonly number[])[]): number {
  const check = checkBytes(encoding)
  for (const piece of pieces) check.see(Buffer.from(piece))
  return check.end()
}

describe('the first byte that is no character', () => {
  test.each<[Encoding, number[], number]>([
    ['gb18030', [0x61, 0xd5, 0xc5, 0x61], -1],
    ['gb18030', [0x61, 0xd5, 0xc5, 0xff], 3],
    ['gb18030', [0x61, 0xd5], 1],
    ['gb18030', [0x81, 0x30, 0x81, 0x30, 0x61], -1],
    ['gb18030', [0x81, 0x30, 0x81, 0x3a], 0],
    ['gb18030', [0x81, 0x30, 0x80], 0],
    ['gb18030', [0xd5, 0xc5, 0x81, 0x30, 0x81], 2],
    ['big5', [0xa4, 0x40, 0x61], -1],
    ['big5', [0xa4, 0x20], 0],
    ['shift-jis', [0xb1, 0x93, 0x63], -1],
    ['shift-jis', [0x93, 0x63, 0xff], 2],
    ['euc-jp', [0xc0, 0xee, 0x8e, 0xb1, 0x8f, 0xb0, 0xa1], -1],
    ['euc-jp', [0xc0, 0xee, 0x8f, 0xb0], 2],
    ['euc-jp', [0x8f, 0x41], 0],
    ['euc-kr', [0xb1, 0xe8], -1],
    ['euc-kr', [0xc9, 0xa1], 0],
    ['windows-1252', [0xe9, 0x80, 0x9f], -1],
    ['windows-1252', [0xe9, 0x81], 1],
    ['windows-874', [0xa1, 0xdb], 1],
    ['utf-16le', [0x61, 0, 0x3d, 0xd8, 0x00, 0xde], -1],
    ['utf-16le', [0x61, 0, 0x3d, 0xd8, 0x61, 0], 2],
    ['utf-16be', [0, 0x61, 0xde, 0x00], 2],
    ['utf-16be', [0, 0x61, 0xd8, 0x3d], 2],
    ['utf-16le', [0x61, 0, 0x61], 2],
  ])('%s %j: %d', (encoding, bytes, expected) => {
    expect(wrongAt(encoding, bytes)).toBe(expected)
    expect(wrongAt(encoding, ...bytes.map((byte) => [byte]))).toBe(expected)
  })

  test('what an encoding writes, it reads, however it is cut', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'张伟欧陽김민준田中ひろタナéüñЖλ€, \n12'),
      maxLength: 60,
    })
    const legacy = encodings.filter((encoding) => !encoding.startsWith('utf-8'))
    fc.assert(
      fc.property(text, fc.constantFrom(...legacy), fc.nat(80), (characters, encoding, cut) => {
        const bytes = iconv.encode(characters, encoding)
        expect(wrongAt(encoding, bytes.subarray(0, cut), bytes.subarray(cut))).toBe(-1)
      }),
      { numRuns: 500 },
    )
  })

  test('it is the byte where decoding first says that there is none', () => {
    const legacy = ['gb18030', 'big5', 'shift-jis', 'euc-jp', 'euc-kr', 'windows-1252'] as const
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), fc.constantFrom(...legacy), (bytes, encoding) => {
        const whole = iconv.decode(Buffer.from(bytes), encoding).includes('\ufffd')
        expect(wrongAt(encoding, Buffer.from(bytes)) >= 0).toBe(whole)
      }),
      { numRuns: 3000 },
    )
  })
})
