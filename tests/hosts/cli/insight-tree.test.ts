import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { auc } from '#shared/domain/insight/learn/measures.ts'
import { seededRandom } from '#shared/domain/insight/learn/random.ts'
import { tempFolder } from '#tests/support/app.ts'
import { keyrack, onlyLine } from './keyrack.ts'

const folder = tempFolder()
afterAll(() => folder.remove())

function written(name: string, lines: readonly string[]): string {
  const file = join(folder.path, name)
  writeFileSync(file, `${lines.join('\n')}\n`)
  return file
}

type Answer = {
  auc: number
  baseRate: number
  rules: { when: string; share: number; covers: number }[]
  trained: number
  heldOut: Record<string, number | string>
  second: { auc: number }
  leftOut: { column: string; why: string }[]
}

const tree = async (...args: string[]) => await keyrack(['insight', 'tree', ...args])
async function answer(...args: string[]): Promise<Answer> {
  const ran = await tree(...args)
  expect(ran.stderr).toMatch(/held-out rows/)
  expect(ran.code).toBe(0)
  return onlyLine(ran.stdout) as Answer
}

/** Guests of whom those with three stays and more, and every phone guest, most often come back. */
const guests = (() => {
  const random = seededRandom(8)
  return Array.from({ length: 1200 }, (_, row) => {
    const stays = 1 + Math.floor(random() * 6)
    const channel = ['phone', 'agency', ''][Math.floor(random() * 3)]!
    const back = random() < (stays >= 3 || channel === 'phone' ? 0.8 : 0.1) ? 'yes' : 'no'
    return { name: `Guest ${row}`, stays, channel, hotel: 'H', back, part: row % 4 === 0 ? 'test' : 'train' }
  })
})()
const head = 'name,stays,channel,hotel,part,back'
const lines = guests.map(({ name, stays, channel, hotel, back, part }) =>
  [name, stays, channel, hotel, part, back].join(','),
)
const file = written('guests.csv', [head, ...lines])

describe('a plain file', () => {
  test('has rules that say what the file says, with the held-out part and the second model', async () => {
    const said = await answer('--table', file, '--target', 'back', '--held-out-column', 'part')
    expect(Object.keys(said).slice(0, 3)).toEqual(['auc', 'baseRate', 'rules'])
    expect(said.baseRate).toBeCloseTo(guests.filter(({ back }) => back === 'yes').length / 1200, 12)
    expect(said.trained).toBe(900)
    expect(said.heldOut).toMatchObject({ rows: 300, column: 'part' })
    expect(said.leftOut).toEqual([
      { column: 'name', why: 'identifier' },
      { column: 'hotel', why: 'constant' },
    ])
    const learned = guests.filter(({ part }) => part === 'train')
    const held = guests.filter(({ part }) => part === 'test')
    const shares = held.map((guest) => said.rules.find(({ when }) => isMet(when, guest))!.share)
    const labels = Uint8Array.from(held, ({ back }) => (back === 'yes' ? 1 : 0))
    expect(said.auc).toBeCloseTo(auc(Float64Array.from(shares), labels), 12)
    for (const { when, share, covers } of said.rules) {
      const covered = learned.filter((guest) => isMet(when, guest))
      expect(covers).toBe(covered.length)
      expect(share).toBeCloseTo(covered.filter(({ back }) => back === 'yes').length / covers, 12)
    }
    expect(said.rules.length).toBeGreaterThan(2)
    expect(said.second.auc).toBeGreaterThan(0.75)
  })

  /** Reads a rule as a person would. */
  function isMet(when: string, guest: (typeof guests)[number]): boolean {
    return when.split(' and ').every((part) => {
      const atMost = /^stays at most ([\d.]+)$/.exec(part)
      const above = /^stays more than ([\d.]+)$/.exec(part)
      const between = /^stays more than ([\d.]+), at most ([\d.]+)$/.exec(part)
      const channel = /^channel: (.+)$/.exec(part)
      if (between) return guest.stays > Number(between[1]) && guest.stays <= Number(between[2])
      if (atMost) return guest.stays <= Number(atMost[1])
      if (above) return guest.stays > Number(above[1])
      if (channel) return channel[1]!.split(/, | or /).includes(guest.channel || 'not known')
      throw new Error(`a rule that is not understood: ${part}`)
    })
  }

  test('holds out a seeded quarter of those who met it and of the others', async () => {
    const one = await answer('--table', file, '--target', 'back')
    expect(one.heldOut).toMatchObject({ rows: 301, share: 0.25, seed: 7 })
    expect(await answer('--table', file, '--target', 'back')).toEqual(one)
    const other = await answer('--table', file, '--target', 'back', '--seed', '2', '--held-out', '50')
    expect(other.heldOut).toMatchObject({ rows: 600, share: 0.5, seed: 2 })
    expect(other.auc).not.toBe(one.auc)
  })

  test('as a list, and in Chinese', async () => {
    const ran = await tree('--table', file, '--target', 'back', '--format', 'csv', '--lang', 'zh')
    const [first, ...rules] = ran.stdout.trim().split('\n')
    expect(first).toBe('when,share,covers')
    expect(rules.length).toBeGreaterThan(2)
    expect(ran.stdout).toMatch(/stays超过|stays不超过/)
  })
})

describe('wrong use', () => {
  const small = written('small.csv', ['a,b', ...Array.from({ length: 50 }, (_, row) => `${row},${row % 2}`)])
  const three = written('three.csv', [
    'a,b',
    ...Array.from({ length: 90 }, (_, row) => `${row},${'xyz'[row % 3]}`),
  ])
  const rare = written('rare.csv', [
    'a,b',
    ...Array.from({ length: 900 }, (_, row) => `${row},${row < 7 ? 1 : 0}`),
  ])
  const flat = written('flat.csv', ['a,b', ...Array.from({ length: 90 }, (_, row) => `5,${row % 2}`)])

  test.each<[string, string[], RegExp]>([
    ['no target', ['--table', file], /--target is missing/],
    ['an unknown target', ['--table', file, '--target', 'bakc'], /no column “bakc”.*stays, channel/],
    ['a constant target', ['--table', file, '--target', 'hotel'], /is “H” in every row/],
    ['too few rows', ['--table', small, '--target', 'b'], /50 rows, 25 of them.*Needed: 60 rows/],
    ['too few positives', ['--table', rare, '--target', 'b'], /900 rows, 7 of them/],
    ['three values', ['--table', three, '--target', 'b'], /more than two values \(x, y, z\).*--positive/],
    ['a value that is not there', ['--table', three, '--target', 'b', '--positive', 'w'], /no value “w”/],
    ['nothing to learn from', ['--table', flat, '--target', 'b'], /No column is left/],
    [
      'both parts',
      ['--table', file, '--target', 'back', '--held-out-column', 'part', '--held-out', '20'],
      /one or the other/,
    ],
    ['a file that is not there', ['--table', 'nowhere.csv', '--target', 'b'], /nowhere\.csv/],
  ])('%s', async (_what, args, says) => {
    const ran = await tree(...args)
    expect(ran.code).toBe(2)
    expect(ran.stderr).toMatch(says)
    expect(ran.stdout).not.toMatch(/auc/)
  })
})
