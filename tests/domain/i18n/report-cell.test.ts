import { describe, expect, it } from 'vitest'
import type { Cell, Column } from '#shared/domain/report/result.ts'
import { type CellContext, cellText } from '#shared/i18n/report-cell.ts'

const names = {
  'room-type:2': { en: 'Deluxe king', zh: '豪华大床房' },
  'booking:7': { en: 'K-7', zh: 'K-7' },
}
const en: CellContext = { language: 'en', locale: 'en-GB', timeZone: 'Asia/Shanghai', currency: 'CNY', names }
const zh: CellContext = { ...en, language: 'zh', locale: 'zh-CN' }

const cells: [Partial<Column>, Cell, string, string][] = [
  [{ kind: 'count' }, 12_345, '12,345', '12,345'],
  [{ kind: 'count' }, -3, '−3', '−3'],
  [{ kind: 'number' }, 1.25, '1.3', '1.3'],
  [{ kind: 'number', decimals: 2 }, 1.005, '1.01', '1.01'],
  [{ kind: 'days' }, 14, '14', '14'],
  [{ kind: 'hours' }, 0.5, '0.5', '0.5'],
  [{ kind: 'money' }, 80_760_573, '807,605.73', '807,605.73'],
  [{ kind: 'money' }, null, '—', '—'],
  [{ kind: 'share' }, 0.6254, '62.5 %', '62.5 %'],
  [{ kind: 'share' }, null, '—', '—'],
  [{ kind: 'points' }, -0.1167, '−11.7 pp', '−11.7个百分点'],
  [{ kind: 'date' }, '2026-03-07', 'Sat 7 Mar 2026', '2026/03/07 周六'],
  [{ kind: 'week' }, '2026-03-02', '2 Mar – 8 Mar 2026', '2026/03/02 – 03/08'],
  [{ kind: 'week' }, '2026-12-28', '28 Dec 2026 – 3 Jan 2027', '2026/12/28 – 2027/01/03'],
  [{ kind: 'month' }, '2026-03', 'Mar 2026', '2026年3月'],
  [{ kind: 'month' }, '2026-03-01', 'Mar 2026', '2026年3月'],
  [{ kind: 'quarter' }, '2026-Q3', 'Q3 2026', '2026年第3季度'],
  [{ kind: 'quarter' }, '2026-10-01', 'Q4 2026', '2026年第4季度'],
  [{ kind: 'year' }, '2026', '2026', '2026年'],
  [{ kind: 'year' }, '2026-01-01', '2026', '2026年'],
  [{ kind: 'moment' }, '2026-12-31T16:30:00.000Z', '1 Jan 2027, 00:30', '2027/01/01 00:30'],
  [{ kind: 'code', list: 'booking.segment' }, 'corporate', 'Corporate', '协议公司'],
  [{ kind: 'code', list: 'booking.segment' }, 'unheard-of', 'unheard-of', 'unheard-of'],
  [{ kind: 'code', list: 'country' }, 'TWN', 'Taiwan', '中国台湾'],
  [{ kind: 'code', list: 'booking.segment', dimension: 'segment' }, null, '(none)', '（无）'],
  [{ kind: 'name', of: 'room-type' }, 2, 'Deluxe king', '豪华大床房'],
  [{ kind: 'name', of: 'room-type' }, 99, '99', '99'],
  [{ kind: 'booking' }, 7, 'K-7', 'K-7'],
  [{ kind: 'text' }, '=1+1', '=1+1', '=1+1'],
]

describe('a cell of a report', () => {
  it.each(cells)('%j of %j is “%s” and “%s”', (column, cell, english, chinese) => {
    const whole: Column = { key: 'x', kind: 'text', ...column }
    expect([cellText(cell, whole, en), cellText(cell, whole, zh)]).toEqual([english, chinese])
  })

  it('has the decimals of the currency', () => {
    const money: Column = { key: 'x', kind: 'money' }
    const of = (currency: string) => cellText(1_234_567, money, { ...en, currency })
    expect([of('JPY'), of('CNY'), of('KWD')]).toEqual(['1,234,567', '12,345.67', '1,234.567'])
  })
})
