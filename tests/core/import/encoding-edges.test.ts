import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { watchEncoding } from '#core/import/source/encoding.ts'

describe('the encoding of a file', () => {
  const found = (...pieces: Buffer[]) => {
    const watch = watchEncoding()
    for (const piece of pieces) watch.see(piece)
    return watch.end()
  }
  const everyday = Buffer.from([0xd5, 0xc5])
  const nine = Buffer.concat(Array.from({ length: 9 }, () => everyday))

  test('the first wrong byte is named wherever it is and however the file comes', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(20), fc.nat(90), (before, behind, cut) => {
        const text = 'é张𠮷a,'.repeat(20)
        const start = Buffer.from([...text].slice(0, before).join(''))
        const bytes = Buffer.concat([start, Buffer.of(0xff), Buffer.from('x'.repeat(behind))])
        const pieces = [bytes.subarray(0, cut), bytes.subarray(cut)].filter(({ length }) => length > 0)
        expect(found(...pieces)).toMatchObject({ trouble: 'FILE_ENCODING', at: start.length })
      }),
    )
  })

  test('a character that is cut off at the end is none', () => {
    for (const text of ['é', '张', '𠮷']) {
      const bytes = Buffer.from(`a,${text}`)
      for (let end = 3; end < bytes.length; end++)
        expect(found(bytes.subarray(0, end))).not.toMatchObject({ encoding: 'utf-8' })
      expect(found(bytes)).toEqual({ encoding: 'utf-8', bom: 0 })
    }
  })

  test('a mark must be whole', () => {
    for (const [bytes, expected] of [
      [[0xef, 0xbb, 0xbf, 0x61], { encoding: 'utf-8', bom: 3 }],
      [[0xff, 0xfe, 0x61, 0], { encoding: 'utf-16le', bom: 2 }],
      [[0xfe, 0xff, 0, 0x61], { encoding: 'utf-16be', bom: 2 }],
      [[0xef, 0xbb, 0x61, 0x61], { trouble: 'FILE_ENCODING' }],
      [[0xef, 0x61, 0xbf, 0x61], { trouble: 'FILE_ENCODING' }],
      [[0x61, 0xbb, 0xbf, 0x61], { trouble: 'FILE_ENCODING' }],
      [[0xff, 0x61, 0x61, 0x61], { trouble: 'FILE_ENCODING' }],
      [[0xfe, 0x61, 0x61, 0x61], { trouble: 'FILE_ENCODING' }],
      [[0x61, 0xfe, 0x61, 0x61], { trouble: 'FILE_ENCODING' }],
      [[0x61, 0xff, 0x61, 0x61], { trouble: 'FILE_ENCODING' }],
    ] as const)
      expect([bytes, found(Buffer.from(bytes))]).toMatchObject([bytes, expected])
    // Only at the beginning.
    expect(found(Buffer.from('a'), Buffer.of(0xff, 0xfe))).toMatchObject({ trouble: 'FILE_ENCODING' })
    // GBK under the mark of UTF-8 is damaged, not GBK.
    expect(found(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), nine]))).toMatchObject({
      trouble: 'FILE_ENCODING',
    })
  })

  test('control characters: up to sixteen, or one in a hundred, are strays', () => {
    const text = (controls: number, length: number) =>
      Buffer.from(`a${'\u0001'.repeat(controls)}`.padEnd(length, 'x'))
    expect(found(text(16, 20))).toEqual({ encoding: 'utf-8', bom: 0 })
    expect(found(text(17, 20))).toEqual({ trouble: 'FILE_BINARY', at: 1 })
    expect(found(text(17, 1700))).toEqual({ encoding: 'utf-8', bom: 0 })
    expect(found(text(17, 1699))).toEqual({ trouble: 'FILE_BINARY', at: 1 })
    // Counted over the pieces, and told from the first of them.
    expect(found(text(9, 50), text(9, 50))).toEqual({ trouble: 'FILE_BINARY', at: 1 })
    expect(found(Buffer.from('x'.repeat(1000)), text(10, 11), text(10, 11))).toEqual({
      trouble: 'FILE_BINARY',
      at: 1001,
    })
    expect(found(Buffer.from('ab'), Buffer.from([0x61, 0]))).toEqual({ trouble: 'FILE_BINARY', at: 3 })
    // Where nothing fits, a control character says more than the first wrong byte.
    expect(found(Buffer.from([0x61, 0xff, 0x01]))).toEqual({ trouble: 'FILE_BINARY', at: 2 })
    expect(found(Buffer.from([0x01]), Buffer.from([0xff, 0x01]))).toEqual({ trouble: 'FILE_BINARY', at: 0 })
    for (const usual of ['\t', '\n', '\f', '\r'])
      expect(found(Buffer.from(`a${usual.repeat(40)}`))).toHaveProperty('encoding')
    for (const control of ['\b', '\v', '\u000e', '\u001f'])
      expect(found(Buffer.from(`a${control.repeat(40)}`))).toEqual({ trouble: 'FILE_BINARY', at: 1 })
    // UTF-16 is full of NUL bytes.
    expect(found(Buffer.concat([Buffer.of(0xff, 0xfe), Buffer.alloc(60, 0x01)]), Buffer.of(0, 0))).toEqual({
      encoding: 'utf-16le',
      bom: 2,
    })
  })

  test('that it can be no text is known at once', () => {
    const watch = watchEncoding()
    watch.see(Buffer.from('a'))
    expect(watch.binary).toBe(false)
    watch.see(Buffer.of(0))
    expect(watch.binary).toBe(true)
    watch.see(Buffer.of(0x61, 0, 0xff))
    expect(watch.end()).toEqual({ trouble: 'FILE_BINARY', at: 1 })
    const first = watchEncoding()
    first.see(Buffer.of(0, 0x61))
    expect([first.binary, first.end()]).toEqual([true, { trouble: 'FILE_BINARY', at: 0 }])
  })
})
