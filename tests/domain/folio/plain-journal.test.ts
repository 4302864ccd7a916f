import { expect, test } from 'vitest'
import { accountNames, amountText, journalHead, journalPosting } from '#shared/domain/folio/plain-journal.ts'
import { addUpJournal } from '#tests/support/journal-check.ts'

const account = (id: number, code: string, nameEn: string) =>
  ({ id, code, nameEn, nameZh: '现金', class: 'asset' }) as const

test.each([
  [-5300, 'CNY', '-53.00 CNY'],
  [5, 'CNY', '0.05 CNY'],
  [5000, 'JPY', '5000 JPY'],
  [-1, 'KWD', '-0.001 KWD'],
  [0, 'EUR', '0.00 EUR'],
])('%i of %s is written %s', (minor, currency, text) => expect(amountText(minor, currency)).toBe(text))

test('names are unique, and begin as beancount asks', () => {
  const names = accountNames([
    account(1, '1001', 'Cash'),
    account(2, 'x-1', 'Câsh; [safe]'),
    account(3, '1001', 'cash'),
    account(4, '', '现金'),
  ])
  expect([...names.values()]).toEqual([
    'Assets:1001-Cash',
    'Assets:A-x-1-C-sh-safe',
    'Assets:1001-cash-3',
    'Assets:A-',
  ])
})

test('yen paid in dollars balance, and a text can be no date of hledger', () => {
  const accounts = [account(1, '1001', 'Cash'), { ...account(2, '1122', 'Guests'), class: 'asset' as const }]
  const head = { accounts, currencies: ['JPY', 'USD'], from: '2026-03-02', opening: [] }
  const posting = {
    id: 7,
    date: '2026-03-02',
    kind: 'payment',
    lines: [
      { code: 'CASH', text: 'date: tomorrow [2026-13-99]\nx', folioId: 3, window: 1, grossMinor: -5000 },
    ],
    entries: [
      { accountId: 1, amountMinor: 5000, currency: 'USD', foreignMinor: 3347 },
      { accountId: 2, amountMinor: -5000, currency: null, foreignMinor: null },
    ],
  }
  for (const format of ['hledger', 'beancount'] as const) {
    const text = journalHead(format, head) + journalPosting(format, posting, accountNames(accounts), 'JPY')
    expect(text).toContain('  Assets:1001-Cash  33.47 USD @@ 5000 JPY\n  Assets:1122-Guests  -5000 JPY\n')
    expect(text).toContain('; CASH date tomorrow 2026-13-99 x -5000 JPY, folio 3, window 1\n')
    expect(addUpJournal(text, 0).balances.get('Assets:1122-Guests')).toBe(-5000)
  }
})

test('a journal that does not balance is found by its checker', () => {
  const wrong = '2026-03-02 * x\n  Assets:A  1.00 CNY\n  Assets:B  -0.99 CNY\n'
  expect(() => addUpJournal(wrong, 2)).toThrow('off by 1')
})
