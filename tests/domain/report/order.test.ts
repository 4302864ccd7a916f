import { describe, expect, it } from 'vitest'
import { orderTable, orderText, readOrder } from '#shared/domain/report/order.ts'
import { readParameters } from '#shared/domain/report/parameters.ts'
import type { Table } from '#shared/domain/report/result.ts'
import { businessDateOf } from '#shared/values/index.ts'

const table: Table = {
  key: 'main',
  columns: [
    { key: 'channel', kind: 'code', list: 'booking.channel', dimension: 'channel' },
    { key: 'cancelled', kind: 'count' },
    { key: 'cancellationRate', kind: 'share' },
  ],
  rows: [
    { channel: 'direct', cancelled: 3, cancellationRate: 0.5 },
    { channel: 'gds', cancelled: 0, cancellationRate: null },
    { channel: 'website', cancelled: 7, cancellationRate: 0.1 },
  ],
  total: { channel: null, cancelled: 10, cancellationRate: 0.2 },
}

const channels = (text: string) => {
  const order = readOrder(text)
  return order && orderTable(table, order)?.rows.map(({ channel }) => channel)
}

describe('the order of rows', () => {
  it.each([
    ['cancelled:most', ['website', 'direct', 'gds']],
    ['cancelled:least', ['gds', 'direct', 'website']],
    ['most', ['website', 'direct', 'gds']],
    ['cancelled:most:1', ['website']],
    ['cancellationRate:most', ['direct', 'website', 'gds']],
    ['cancellationRate:least', ['website', 'direct', 'gds']],
  ])('%s', (text, expected) => {
    expect(channels(text)).toEqual(expected)
  })

  it('has no order by what is not a figure of the table', () => {
    expect(channels('channel:most')).toBeUndefined()
    expect(channels('adr:most')).toBeUndefined()
  })

  it.each(['', 'up', 'cancelled', 'cancelled:up', 'most:0', 'most:1000', 'a b:most'])(
    'does not read “%s”',
    (text) => {
      expect(readOrder(text)).toBeNull()
    },
  )

  it('is written as it is read', () => {
    for (const text of ['most', 'least:5', 'adr:least', 'adr:most:999'])
      expect(orderText(readOrder(text) ?? { column: null, direction: 'most', rows: 1 })).toBe(text)
  })
})

describe('parameters', () => {
  const at = { today: businessDateOf('2026-11-29'), starts: 'monday' } as const

  it('hold a period against another one', () => {
    const read = readParameters('occupancy', { period: 'this-month', compare: '2024-10-01..2024-10-31' }, at)
    expect(read.ok && read.value.against).toEqual({ from: '2024-10-01', to: '2024-11-01' })
    expect(read.ok && read.value.compare).toBe('none')
    expect(read.ok && read.value.parameters.compare).toBe('2024-10-01..2024-10-31')
  })

  it.each([
    ['2024-10-31..2024-10-01', 'REPORT_PERIOD_BACKWARDS'],
    ['2024-10-31..', 'REPORT_DATE_WRONG'],
    ['2024-10', 'REPORT_CHOICE_UNKNOWN'],
  ])('refuse to hold it against %s', (compare, code) => {
    const read = readParameters('occupancy', { compare }, at)
    expect(!read.ok && read.refusal.code).toBe(code)
  })

  it('take an order where rows are cut by something', () => {
    const read = readParameters('cancellations', { order: 'cancelled:most:5' }, at)
    expect(read.ok && read.value.order).toEqual({ column: 'cancelled', direction: 'most', rows: 5 })
    expect(readParameters('cancellations', { order: 'upwards' }, at).ok).toBe(false)
    expect(readParameters('daily', { order: 'most' }, at).ok).toBe(false)
  })
})
