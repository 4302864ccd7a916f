import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { watchEncoding } from '#core/import/source/encoding.ts'
import { westernDoubts } from '#core/import/source/western.ts'
import { type Encoding, encodingNamed, encodings } from '#shared/domain/import/encodings.ts'
import { asciiHeadings, listOf, places } from './named-lists.ts'

function guess(bytes: Buffer): Encoding | 'unclear' {
  const watch = watchEncoding()
  for (let at = 0; at < bytes.length; at += 1000) watch.see(bytes.subarray(at, at + 1000))
  const found = watch.end()
  return 'trouble' in found ? 'unclear' : found.encoding
}

/** What becomes of lists of random guests: how many were guessed right, wrong, or not at all. */
function tally(run: (count: (bytes: Buffer, encoding: Encoding) => void) => void) {
  const counts = { right: 0, wrong: 0, unclear: 0 }
  run((bytes, encoding) => {
    const found = guess(bytes)
    const same = found !== 'unclear' && iconv.decode(bytes, found) === iconv.decode(bytes, encoding)
    counts[found === 'unclear' ? 'unclear' : same ? 'right' : 'wrong']++
  })
  return counts
}

const cases = places.flatMap((place) => place.encodings.map((encoding) => ({ ...place, encoding })))

describe.each(cases)('lists of $name in $encoding', ({ encoding, headings, guest, roomTypes }) => {
  const lists = (length: number) => fc.array(guest, { minLength: length, maxLength: length })

  test('three guests under headings of the place are read', () => {
    const counts = tally((count) =>
      fc.assert(
        fc.property(lists(3), (guests) => count(listOf(headings, guests, roomTypes, encoding), encoding)),
        { numRuns: 1500 },
      ),
    )
    expect(counts.wrong).toBe(0)
    expect(counts.unclear).toBeLessThan(8)
  })

  test('three guests among ASCII are read but for one list in eight, and none wrongly', () => {
    const counts = tally((count) =>
      fc.assert(
        fc.property(lists(3), (guests) => count(listOf(asciiHeadings, guests, ['DBL'], encoding), encoding)),
        { numRuns: 1500 },
      ),
    )
    expect(counts.wrong).toBe(0)
    expect(counts.unclear).toBeLessThan(190)
  })

  test('one guest alone is read or asked about, never wrongly', () => {
    const counts = tally((count) =>
      fc.assert(
        fc.property(lists(1), (guests) => count(listOf(asciiHeadings, guests, ['DBL'], encoding), encoding)),
        { numRuns: 1500 },
      ),
    )
    expect(counts.wrong).toBe(0)
  })

  test('thousands of guests, and one among thousands in ASCII, are read', () => {
    const many = fc.sample(guest, 3000)
    expect(guess(listOf(headings, many, roomTypes, encoding))).toBe(encoding)
    const ascii = Array.from({ length: 3000 }, (_, index) => `John Smith ${index}`)
    const few = [...ascii, ...many.slice(0, 5), ...ascii]
    expect(['unclear', encoding]).toContain(guess(listOf(asciiHeadings, few, ['DBL'], encoding)))
    expect(guess(listOf(asciiHeadings, [...ascii, ...many.slice(0, 40)], ['DBL'], encoding))).toBe(encoding)
  })
})

describe('UTF-8', () => {
  const utf8 =
    'Иванов Иван|Ольга Смирнова|Пётр Ильич|Νίκος Παπαδόπουλος|דוד כהן|محمد علي|Güneş Yılmaz|Łukasz Dvořák|José Müller|Nguyễn Văn Đức|Հայկ Պետրոսյան|O\u02bcBrien|张伟|김민준|สมชาย'
  test.each(utf8.split('|'))('%s is read as it is', (name) => {
    expect(guess(listOf(asciiHeadings, [name], ['DBL'], 'utf-8'))).toBe('utf-8')
  })

  test.each(['叶雪', '郑志', '谢英', '魏伟', '谢伟'])(
    'that is the bytes of %s in GBK is asked about',
    (name) => {
      const bytes = listOf(asciiHeadings, [name], ['DBL'], 'gb18030')
      expect(bytes.equals(Buffer.from(bytes.toString()))).toBe(true)
      const watch = watchEncoding()
      watch.see(bytes)
      expect(watch.end()).toMatchObject({
        trouble: 'FILE_ENCODING',
        choices: expect.arrayContaining(['utf-8', 'gb18030']),
      })
    },
  )
})

describe('texts that are not guessed', () => {
  const other: [Encoding, string][] = [
    [
      'windows-1250',
      'Kamiński|Paweł Zając|Dvořák|Kovačević|Erdős|Wiśniewska|Mădălina Popa|Petrović|Jiří Němec|Łukasz Świątek',
    ],
    ['windows-1251', 'Иванов Иван|Ольга Смирнова|Ли|Пётр Ильич Чайковский'],
    ['windows-1253', 'Νίκος Παπαδόπουλος|Μαρία'],
    ['windows-1254', 'Güneş Yılmaz|Doğan|İbrahim Şahin'],
    ['windows-1255', 'דוד כהן|שרה לוי'],
    ['windows-1256', 'محمد علي|فاطمة'],
    ['windows-1257', 'Kalniņš|Bērziņa|Ģirts Šķēle'],
    ['windows-874', 'สมชาย ใจดี|สุดา'],
    ['macintosh', 'Müller|José García|Björn|Peña|Löwe|Schröder'],
    ['cp850', 'Müller|José|García|Weiß|Straße'],
  ]
  test.each(other.flatMap(([encoding, names]) => names.split('|').map((name) => [encoding, name] as const)))(
    '%s: %s',
    (encoding, name) => {
      const bytes = listOf(asciiHeadings, [name], ['DBL'], encoding)
      const watch = watchEncoding()
      watch.see(bytes)
      const found = watch.end()
      expect(found).toMatchObject({ trouble: 'FILE_ENCODING' })
      // A person finds it among the choices.
      expect('choices' in found ? found.choices : []).toContain(encoding)
    },
  )

  test('half-width kana are Japanese where they have the marks of it', () => {
    const names = ['ﾔﾏﾀﾞ ﾀﾛｳ', 'ｽｽﾞｷ ﾊﾅｺ', 'ﾜﾀﾅﾍﾞ ｹﾝｼﾞ', 'ﾊｾｶﾞﾜ ｼﾞﾛｳ']
    expect(guess(listOf(asciiHeadings, names, ['DBL'], 'shift-jis'))).toBe('shift-jis')
    expect(guess(listOf(asciiHeadings, ['ｱｲｳ ｶｷｸ', 'ﾅﾆﾇ ﾏﾐﾑ'], ['DBL'], 'shift-jis'))).toBe('unclear')
  })
})

test.each<[string, boolean]>([
  ['Muñoz', true],
  ['Kamiñski', false],
  ['Hélène, Geneviève', true],
  ['Novaèek', false],
  ['Bjørn Ærø Øyvind', false],
  ['Bjørn Øyvind', true],
  ['O’Brien, d’Eau, L’hôtel, guest’s', true],
  ['Garc’a', false],
  ['D’az', false],
  ['Zürich – Bern', true],
  ['Mu–oz', false],
  ['20 €, 30 £, 1º, 20°C, «Suite», “Deluxe”, ¿Qué?', true],
  ['£ukasz', false],
  ['Weiá, Straáe', false],
  ['MŸller', false],
  ['Èâàíîâ', false],
  ['GARCÍA MUÑOZ', true],
  ['GaRÇon', false],
  ['McÉlroy', true],
  ['1\u00a0234,50 Jean\u00a0Paul', true],
  ['Gonz\u00a0lez', false],
])('%s is Western text: %s', (text, expected) => {
  expect(westernDoubts(text).doubts === 0).toBe(expected)
})

describe('the name of an encoding', () => {
  test.each<[string, Encoding | null]>([
    ['UTF8', 'utf-8'],
    ['utf-16', 'utf-16le'],
    ['GBK', 'gb18030'],
    ['gb2312', 'gb18030'],
    ['CP936', 'gb18030'],
    ['Shift_JIS', 'shift-jis'],
    ['sjis', 'shift-jis'],
    ['Big5-HKSCS', 'big5'],
    ['949', 'euc-kr'],
    ['Windows 1252', 'windows-1252'],
    ['ISO-8859-1', 'windows-1252'],
    ['latin-1', 'windows-1252'],
    ['ebcdic', null],
    ['', null],
  ])('%j is %j', (name, expected) => {
    expect(encodingNamed(name)).toBe(expected)
  })

  test('each is known by its own name, and read by the program', () => {
    for (const encoding of encodings) {
      expect(encodingNamed(encoding)).toBe(encoding)
      expect(iconv.encodingExists(encoding)).toBe(true)
    }
  })
})
