import { describe, expect, it } from 'vitest'
import { paperHtml } from '#core/folio/paper/html.ts'
import type { PaperContent, PaperLanguage } from '#shared/domain/folio/paper.ts'
import { paperSizes } from '#shared/domain/folio/paper-size.ts'
import {
  americanStay,
  chinaStay,
  germanCredit,
  germanStay,
  partyStay,
  receiptOf,
} from '../../support/papers.ts'
import { textOf } from '../../support/report-files.ts'

// `vitest run tests/core/folio/paper-html.test.ts -u` writes the golden files again: read the difference before it is committed
const golden = '../../golden/paper'
const languages: readonly PaperLanguage[] = ['en', 'zh']

const papers: Record<string, (language: PaperLanguage) => PaperContent> = {
  'china-bill': (language) => chinaStay('bill', language),
  'china-invoice': (language) => chinaStay('invoice', language),
  'china-pro-forma': (language) => chinaStay('pro-forma', language),
  'german-invoice': (language) => germanStay('invoice', language),
  'german-pro-forma': (language) => germanStay('pro-forma', language),
  'german-credit': germanCredit,
  'american-invoice': (language) => americanStay('invoice', language),
  receipt: (language) =>
    receiptOf('receipt', language, 71200, { currency: 'USD', foreignMinor: 10000, rate: '7.12' }),
  refund: (language) => receiptOf('receipt', language, -12345),
  'deposit-receipt': (language) => receiptOf('deposit-receipt', language, 50000),
  'key-deposit-slip': (language) => receiptOf('key-deposit-slip', language, 100000),
}

const cases = Object.entries(papers).flatMap(([name, make]) =>
  languages.map((language) => [name, language, make] as const),
)

describe.each(cases)('paper %s in %s', (name, language, make) => {
  it.each(['a4', 'roll-80'] as const)('on %s is what it was', async (size) => {
    const html = paperHtml(make(language), { size, copy: 0 })
    await expect(textOf(html)).toMatchFileSnapshot(`${golden}/${name}.${size}.${language}.txt`)
  })

  it.each(paperSizes)('on %s loads nothing and runs nothing', (size) => {
    const html = paperHtml(make(language), { size, copy: 2 })
    expect(html).toContain("default-src 'none'")
    expect(html).not.toMatch(/<script|<img|<iframe|@import|url\(|https?:|src=|\son\w+=/i)
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, to]) => to)).toEqual(['data:,'])
  })

  it('says that it is a copy, and which', () => {
    const of = (copy: number) => textOf(paperHtml(make(language), { size: 'a4', copy }))
    expect(of(0)).not.toMatch(/Copy|副本/)
    expect(of(3)).toContain(language === 'zh' ? '副本 第 3 份' : 'Copy 3')
  })
})

it('no Chinese paper calls itself 发票, and no English one of China an invoice', () => {
  for (const make of Object.values(papers)) {
    expect(paperHtml(make('zh'), { size: 'a4', copy: 1 })).not.toContain('发票')
    const english = make('en')
    if (english.seller.country === 'CN')
      expect(paperHtml(english, { size: 'a4', copy: 1 })).not.toMatch(/invoice/i)
  }
})

it('a pro forma says that it is no invoice', () => {
  expect(textOf(paperHtml(germanStay('pro-forma', 'en'), { size: 'a4', copy: 0 }))).toContain(
    'A pro forma is not an invoice',
  )
})

it('a credit note names the invoice, its date and the reason', () => {
  expect(textOf(paperHtml(germanCredit('en'), { size: 'roll-80', copy: 0 }))).toContain(
    'Reverses RE2026-00017 of 8 Mar 2026 in full. Reason: Wrong company name',
  )
})

it('texts are text: nothing that somebody typed becomes markup', () => {
  const content = germanStay('invoice', 'en', { guest: '</style><script>alert(1)</script>"' })
  for (const size of paperSizes) {
    const html = paperHtml(content, { size, copy: 0 })
    expect(html).not.toContain('<script')
    expect(html).toContain('&lt;script&gt;')
  }
})

it('a name in the running head closes no style', () => {
  const { seller } = germanStay('invoice', 'en')
  const html = paperHtml(germanStay('invoice', 'en', { seller: { ...seller, name: '"}</style>x' } }), {
    size: 'a4',
    copy: 0,
  })
  expect(html.match(/<\/style>/g)).toHaveLength(1)
})

it('every line of a long bill is on it, with its heads where they repeat and subtotals by room', () => {
  const html = paperHtml(partyStay('en', 50, 4), { size: 'a4', copy: 0 })
  expect(html.match(/<tr><td class="d">/g)).toHaveLength(200)
  expect(textOf(html)).toContain('Total of room 150 | 4,938.24')
})
