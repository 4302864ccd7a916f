import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { tempFolder } from '#tests/support/app.ts'
import { createRandom } from '../../domain/insight/future/oracle.ts'
import { keyrack, onlyLine } from './keyrack.ts'

const folder = tempFolder()
afterAll(() => folder.remove())

function written(name: string, text: string): string {
  const file = join(folder.path, name)
  writeFileSync(file, text)
  return file
}

type Answer = {
  model: Record<string, number> & { gammaGamma: Record<string, number> | null }
  guests: { guest: string; pAlive: number; expected12: number; value: number | null }[]
}

async function clv(...args: string[]): Promise<Answer> {
  const ran = await keyrack(['insight', 'clv', ...args])
  expect(ran.stderr).toMatch(/expected12/)
  expect(ran.code).toBe(0)
  return onlyLine(ran.stdout) as Answer
}

const cdnow = join(import.meta.dirname, '../../../../shared/data/cdnow-summary.csv')

describe.skipIf(!existsSync(cdnow))('CDNOW, 2357 customers', () => {
  test('has the published parameters and the customer of the paper', async () => {
    const { model, guests } = await clv('--summary', cdnow, '--horizon', '39')
    expect(Object.keys(model)).toEqual(['r', 'alpha', 'a', 'b', 'logLikelihood', 'gammaGamma'])
    const published = { r: 0.2426, alpha: 4.4135, a: 0.7929, b: 2.4258, logLikelihood: -9582.43 }
    for (const [name, right] of Object.entries(published))
      expect(Math.abs((model[name] as number) / right - 1)).toBeLessThan(0.001)
    expect(model.gammaGamma).toBeNull()
    expect(guests).toHaveLength(2357)
    expect(guests[0]).toEqual({
      guest: '1',
      pAlive: expect.closeTo(0.7266, 4),
      expected12: expect.closeTo(1.2259, 4),
      value: null,
    })
  })

  test.each([
    ['mbg-nbd', { r: 0.525, alpha: 6.18, a: 0.891, b: 1.614 }],
    ['pareto-nbd', { r: 0.553, alpha: 10.578, s: 0.606, beta: 11.669 }],
  ])('%s as well', async (kind, published) => {
    const { model } = await clv('--summary', cdnow, '--model', kind)
    for (const [name, right] of Object.entries(published))
      expect(Math.abs((model[name] as number) / right - 1)).toBeLessThan(0.001)
  })
})

/** Purchases of invented guests: date and amount, a row each. */
const purchases = (() => {
  const { next, gamma, beta, exponential } = createRandom(3)
  return Array.from({ length: 1000 }, (_, g) => {
    const rate = gamma(0.7) / 90
    const worth = gamma(4) / 3
    const leaves = beta(1, 3)
    const days = [Math.floor(next() * 300)]
    for (let day = days[0] as number; next() > leaves; ) {
      day += Math.ceil(exponential(rate))
      if (day > 700) break
      days.push(day)
    }
    return days.map((day) => ({
      guest: `g${g}`,
      date: new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10),
      amount: (gamma(3) * worth * 50).toFixed(2),
    }))
  })
})()
const asRows = (separator: string) =>
  purchases
    .flat()
    .map(({ guest, date, amount }) => [guest, date, amount].join(separator))
    .join('\n')
const transactions = written('transactions.csv', `guest,date,amount\n${asRows(',')}\n`)

describe('transactions', () => {
  test('are summed up as a person would: repeat days, weeks since the first, mean of the repeats', async () => {
    const end = Math.max(...purchases.flat().map(({ date }) => Date.parse(date)))
    const lines = purchases.map((those) => {
      const times = those.map(({ date }) => Date.parse(date))
      const week = (ms: number) => ms / 86_400_000 / 7
      const repeats = those.slice(1)
      const mean = repeats.reduce((sum, { amount }) => sum + Number(amount), 0) / Math.max(1, repeats.length)
      const first = times[0] as number
      return [
        those[0]?.guest,
        repeats.length,
        week((times.at(-1) as number) - first),
        week(end - first),
        mean,
      ]
    })
    const summary = written('summary.csv', `guest,frequency,recency,T,monetary\n${lines.join('\n')}\n`)
    const [one, other] = [await clv('--transactions', transactions), await clv('--summary', summary)]
    expect(Object.keys(one.model.gammaGamma ?? {})).toEqual(['p', 'q', 'v'])
    expect(other.model.logLikelihood).toBeCloseTo(one.model.logLikelihood as number, 6)
    expect(one.guests.map(({ guest }) => guest)).toEqual(other.guests.map(({ guest }) => guest))
    one.guests.forEach((guest, i) => {
      expect(guest.expected12).toBeCloseTo(other.guests[i]?.expected12 as number, 4)
      expect(guest.value).toBeCloseTo(other.guests[i]?.value as number, 1)
    })
  })

  test('in months have the same guests and alpha in months', async () => {
    const weeks = await clv('--transactions', transactions, '--unit', 'week')
    const months = await clv('--transactions', transactions, '--unit', 'month')
    expect((weeks.model.alpha as number) * 7).toBeCloseTo((months.model.alpha as number) * (365.25 / 12), 1)
    expect(months.guests[5]?.expected12).toBeCloseTo(weeks.guests[5]?.expected12 as number, 3)
  })

  test('after --as-of are not known', async () => {
    const before = purchases.flat().filter(({ date }) => date <= '2025-03-31')
    const file = written(
      'before.csv',
      `guest,date,amount\n${before.map(({ guest, date, amount }) => `${guest},${date},${amount}`).join('\n')}\n`,
    )
    const one = await clv('--transactions', transactions, '--as-of', '2025-03-31')
    expect(one).toEqual(await clv('--transactions', file, '--as-of', '2025-03-31'))
  })

  test('discounted by nothing are worth their expected number times the mean', async () => {
    const plain = await clv('--transactions', transactions, '--discount', '0')
    const later = await clv('--transactions', transactions, '--discount', '20')
    const guest = plain.guests.findIndex(({ expected12 }) => expected12 > 1)
    const [most, less] = [plain.guests[guest]?.value as number, later.guests[guest]?.value as number]
    // Within a year at 20 %: by some eight percent, as half of it is before the middle
    expect(less / most).toBeGreaterThan(0.85)
    expect(less / most).toBeLessThan(0.95)
  })

  test('with semicolons, a mark in front and dates without dashes are read as well', async () => {
    const other = written(
      'semicolons.csv',
      `\ufeffCustomer_ID;Date;Amount\r\n${asRows(';')
        .replace(/(\d{4})-(\d\d)-(\d\d)/g, '$1$2$3')
        .replaceAll('\n', '\r\n')}\r\n`,
    )
    expect(await clv('--transactions', other)).toEqual(await clv('--transactions', transactions))
  })

  test('as CSV have a row a guest', async () => {
    const ran = await keyrack(['insight', 'clv', '--transactions', transactions, '--format', 'csv'])
    const lines = ran.stdout.trim().split('\n')
    expect(lines[0]).toBe('guest,pAlive,expected12,value')
    expect(lines).toHaveLength(1001)
  })
})

describe('churn', () => {
  test('lists guests of a file who are late by their own gaps, the greatest value at risk first', async () => {
    const ran = await keyrack(['insight', 'churn', '--transactions', transactions])
    expect(ran.code).toBe(0)
    const { asOf, guests } = onlyLine(ran.stdout)
    const end = Math.max(...purchases.flat().map(({ date }) => Date.parse(date)))
    expect(asOf).toBe(new Date(end).toISOString().slice(0, 10))
    expect(guests.length).toBeGreaterThan(50)
    const byGuest = new Map(purchases.map((those) => [those[0]?.guest, those.map(({ date }) => date)]))
    for (const { guest, daysSince, overdue, ownInterval, valueAtRisk } of guests) {
      const last = Date.parse(byGuest.get(guest)?.at(-1) ?? '')
      expect(daysSince).toBe((end - last) / 86_400_000)
      expect(overdue).toBeCloseTo(daysSince / ownInterval, 9)
      expect(overdue).toBeGreaterThanOrEqual(1)
      expect(valueAtRisk).toBeGreaterThanOrEqual(0)
    }
    const values = guests.map(({ valueAtRisk }: { valueAtRisk: number }) => valueAtRisk)
    expect(values).toEqual(values.toSorted((a: number, b: number) => b - a))
  })

  test('goes by the own rhythm where no model can be fitted, and says so', async () => {
    // All came on the same three days: nothing tells one guest from another
    const rows = Array.from({ length: 150 }, (_, g) =>
      ['2025-01-01', '2025-02-10', '2025-03-22'].map((date) => `g${g},${date},100`).join('\n'),
    )
    const alike = written('alike-visits.csv', `guest,date,amount\n${rows.join('\n')}\n`)
    const ran = await keyrack(['insight', 'churn', '--transactions', alike, '--as-of', '2025-06-10'])
    expect(ran.code).toBe(0)
    expect(ran.stderr).toMatch(/No model could be fitted; the own rhythm is used/)
    const { guests } = onlyLine(ran.stdout)
    expect(guests).toHaveLength(150)
    // 80 days since the last, at 40 days a gap
    expect(guests[0]).toMatchObject({ daysSince: 80, ownInterval: 40, overdue: 2, pAlive: null })
  })

  test('says that a file has too few gaps', async () => {
    const few = written('few-visits.csv', 'guest,date\na,2025-01-01\na,2025-02-01\nb,2025-01-01\n')
    const ran = await keyrack(['insight', 'churn', '--transactions', few])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(/1 gaps between stays are too few.*20 are needed/)
  })
})

describe('refused in words, with line and column', () => {
  const head = 'guest,frequency,recency,T\na,1,2,9\n'
  test.each<[string, string, RegExp]>([
    ['fewer than no visits', `${head}b,-1,0,9\n`, /line 3, column frequency: -1 is below zero/],
    ['half a visit', `${head}b,1.5,2,9\n`, /line 3, column frequency: 1.5 .* whole/],
    ['a last visit after the end', `${head}b,1,12,9\n`, /line 3, column recency: .*12.*T = 9/],
    ['a last visit without any', `${head}b,0,3,9\n`, /line 3, column recency: 3, .*must be 0/],
    ['no number', `${head}b,1,x,9\n`, /line 3, column recency: “x” is not a number/],
    ['an empty cell', `${head}b,1,,9\n`, /line 3, column recency: “”/],
    ['a row that is too short', `${head}b,1\n`, /line 3: 2 cells, .* 4/],
    ['an amount below zero', 'frequency,recency,T,monetary\n1,2,9,-4\n', /column monetary: -4 is below zero/],
    ['no column T', 'frequency,recency\n1,2\n', /no column t .*frequency, recency/],
    ['nothing but headings', 'frequency,recency,T\n', /no rows/],
    ['nothing at all', '', /no rows/],
    ['a quote that is never closed', `${head}"b,1,2,9\n`, /line 3: a quote/],
  ])('%s', async (_, text, words) => {
    const ran = await keyrack(['insight', 'clv', '--summary', written('bad.csv', text)])
    expect(ran.code).toBe(2)
    expect(ran.stdout).toBe('')
    expect(ran.stderr).toMatch(words)
  })

  test.each<[string, string, RegExp]>([
    ['a date', 'guest,date\na,31/12/2025\n', /line 2, column date: “31\/12\/2025”/],
    ['nobody', 'guest,date\n,2025-01-01\n', /line 2, column guest/],
    ['money given back', 'guest,date,amount\na,2025-01-01,-3\n', /line 2, column amount: -3/],
  ])('%s in transactions', async (_, text, words) => {
    const ran = await keyrack(['insight', 'clv', '--transactions', written('bad.csv', text)])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(words)
  })

  test.each<[string[], RegExp]>([
    [['clv'], /exactly one of --summary, --transactions/],
    [['clv', '--summary', 'a', '--transactions', 'b'], /exactly one/],
    [['clv', '--transactions', transactions, '--unit', 'year'], /--unit: “year”.*week, day, month/],
    [['clv', '--transactions', transactions, '--model', 'nbd'], /--model: “nbd”/],
    [['clv', '--transactions', transactions, '--as-of', 'soon'], /--as-of: “soon”/],
    [['clv', '--transactions', transactions, '--as-of', '2001-01-01'], /no row up to 2001-01-01/],
    [['clv', '--summary', transactions, '--as-of', '2025-01-01'], /a summary has no dates/],
    [['cvl'], /no “cvl”. Did you mean “clv”/],
    [['clv', '--summary', join(folder.path, 'none.csv')], /There is no file/],
  ])('%j', async (args, words) => {
    const ran = await keyrack(['insight', ...args])
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(words)
  })

  test('too few guests, with how many are needed and no number', async () => {
    const few = written('few.csv', `frequency,recency,T\n${'1,2,9\n'.repeat(20)}`)
    const ran = await keyrack(['insight', 'clv', '--summary', few])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(/20 guests are too few; 100 are needed/)
    expect(onlyLine(ran.stdout)).toMatchObject({
      ok: false,
      refusal: { code: 'tooFewGuests', params: { guests: 20, needed: 100 } },
    })
  })

  test('a fit that does not converge, with no number', async () => {
    const alike = written('alike.csv', `frequency,recency,T\n${'3,5,9\n'.repeat(200)}`)
    const ran = await keyrack(['insight', 'clv', '--summary', alike, '--lang', 'zh'])
    expect(ran.code).toBe(1)
    expect(ran.stderr).toMatch(/求不出最优参数/)
  })
})
