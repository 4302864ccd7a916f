import { describe, expect, test } from 'vitest'
import {
  idleScan,
  looksLikeScan,
  type Press,
  pressStep,
  type ScanState,
  settleStep,
  usualScanSettings,
} from '#renderer/base/keys/scan-machine.ts'

const zone = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10']
const card = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
]

type Typed = { key: string; gap: number; inField?: boolean; composing?: boolean; modified?: boolean }

/** Plays a timeline; answers what became of it: keys that acted at once, those let go later, fields given back, scans. */
function play(presses: readonly Typed[], inField = false) {
  let state: ScanState = idleScan
  let at = 1000
  const out = { acted: '', letGo: '', retracted: 0, scans: [] as string[], told: 0 }
  const settle = (now: number) => {
    const step = settleStep(state, now, usualScanSettings)
    state = step.state
    out.letGo += step.release.map(({ key }) => key).join('')
    if (step.retract !== null) out.retracted++
    if (step.done !== null) out.scans.push(step.done)
    if (step.byInputMethod) out.told++
  }
  for (const { gap, ...typed } of presses) {
    // The timer fires where nothing came for long enough
    if (gap > usualScanSettings.gapMs + 5) settle(at + usualScanSettings.gapMs + 5)
    if (gap > usualScanSettings.endMs + 5) settle(at + usualScanSettings.endMs + 5)
    at += gap
    const press: Press = { at, inField, composing: false, modified: false, ...typed }
    const step = pressStep(state, press, usualScanSettings)
    state = step.state
    out.letGo += step.release.map(({ key }) => key).join('')
    if (step.done !== null) out.scans.push(step.done)
    if (step.retract !== null) out.retracted++
    if (step.verdict === 'pass') out.acted += press.key.length === 1 ? press.key : `[${press.key}]`
  }
  settle(at + usualScanSettings.gapMs + 5)
  settle(at + usualScanSettings.endMs + 5)
  return out
}
const typed = (text: string, gap: number): Typed[] =>
  [...text].map((key) => ({ key: key === '\n' ? 'Enter' : key === '\t' ? 'Tab' : key, gap }))
const scanned = (lines: readonly string[], gap = 4) => typed(`${lines.join('\n')}\n`, gap)

describe('a scan lands whole and touches nothing', () => {
  test.each([
    ['a passport', scanned(zone), zone],
    ['an identity card', scanned(card), card],
    ['a slow scanner', scanned(zone, 30), zone],
    ['a resident ID', typed('11010519491231002X\n', 8), ['11010519491231002X']],
    ['a resident ID without Enter', typed('11010519491231002X', 8), ['11010519491231002X']],
    [
      'a resident ID of the first generation, ended by Tab',
      typed('110105491231002\t', 8),
      ['110105491231002'],
    ],
    [
      'in small letters, CapsLock being on',
      scanned(zone.map((line) => line.toLowerCase())),
      zone.map((line) => line.toLowerCase()),
    ],
  ])('%s, no field in focus', (_what, presses, lines) => {
    const { scans, acted, letGo } = play(presses)
    expect(scans.map((text) => text.trimEnd().split('\n'))).toEqual([lines])
    expect(acted + letGo).toBe('')
  })

  test('in a field: the first characters are taken out again, and no Enter saves', () => {
    const { scans, acted, retracted } = play(scanned(zone), true)
    expect(scans).toEqual([`${zone.join('\n')}\n`])
    expect(retracted).toBe(1)
    expect(acted).toBe('P<UTOER')
  })

  test('a resident ID in a field is taken out when its Enter comes', () => {
    const { scans, retracted, acted } = play(typed('11010519491231002X\n', 8), true)
    expect([scans, retracted]).toEqual([['11010519491231002X\n'], 1])
    expect(acted).not.toContain('Enter')
  })

  test('right after what a hand typed: that stays, and the scan alone is taken out', () => {
    const { scans, acted, retracted } = play([...typed('late', 90), ...scanned(zone)], true)
    expect(scans).toEqual([`${zone.join('\n')}\n`])
    expect([acted.startsWith('lateP'), retracted]).toEqual([true, 1])
  })

  test('right after a key of the screen, which acts', () => {
    const { scans, letGo } = play([...typed('+', 90), ...scanned(zone)])
    expect([scans.length, letGo]).toEqual([1, '+'])
  })

  test('a pause between the lines does not cut it', () => {
    const [first = '', second = ''] = zone
    const presses = [...typed(`${first}\n`, 5), ...typed(second, 5)]
    presses[45] = { key: 'L', gap: 150 }
    expect(play(presses).scans).toEqual([zone.join('\n')])
  })

  test('Shift between the characters is no part of it', () => {
    const presses = [...(zone[0] as string)].flatMap((key) => [
      { key: 'Shift', gap: 1 },
      { key, gap: 3 },
    ])
    expect(play([...presses, ...typed(`\n${zone[1]}\n`, 4)]).scans).toEqual([`${zone.join('\n')}\n`])
  })

  test('two scans one after the other are two', () => {
    const again = scanned(card)
    again[0] = { key: 'I', gap: 900 }
    expect(play([...scanned(zone), ...again]).scans).toEqual([`${zone.join('\n')}\n`, `${card.join('\n')}\n`])
  })
})

describe('what is typed wrongly by a scanner is a scan all the same', () => {
  const doubled = zone.map((line) => [...line].map((sign) => sign + sign).join(''))
  test('a stutter', () => {
    expect(play(scanned(doubled)).scans).toEqual([`${doubled.join('\n')}\n`])
  })
  test('a German layout, which has ; for the filler', () => {
    const other = zone.map((line) => line.replaceAll('<', ';').replaceAll('Z', 'Y'))
    const { scans } = play(scanned(other), true)
    expect(scans.join('')).toContain(';;;;')
  })
  test('an input method took the keys: it keeps them, and the clerk is told', () => {
    const presses = [...zone.join('')].map((key) => ({ key, gap: 4, composing: true }))
    const { scans, told, acted } = play(presses, true)
    expect([scans, told]).toEqual([[], 1])
    expect(acted).toBe(zone.join(''))
  })
})

describe('what a person types is never a scan', () => {
  test.each([
    ['fast', 'Guest asks for a late check-out on Sunday, room 305', 60],
    ['two keys rolled over', 'Mueller-Luedenscheidt', 20],
    ['a text expander', 'Please bring extra towels to room 305 before 18:00', 2],
    ['capitals', 'VIP GUEST OF THE HOUSE 305', 2],
    ['a telephone number', '13800138000', 2],
    ['a comparison', 'rate < 500 for 3 nights', 2],
    ['a confirmation number', '10000123', 2],
  ])('%s', (_what, text, gap) => {
    const inside = play(typed(`${text}\n`, gap), true)
    expect(inside).toMatchObject({ scans: [], retracted: 0, letGo: '' })
    expect(inside.acted).toBe(`${text}[Enter]`)
  })

  test('a zone typed by hand stays in its field', () => {
    const { scans, acted } = play(typed(zone.join(''), 90), true)
    expect([scans, acted]).toEqual([[], zone.join('')])
  })

  test('keys of the screen act, each once and in order, after a moment', () => {
    const { acted, letGo, scans } = play([...typed('+', 500), ...typed('-*', 10), ...typed('p', 300)])
    expect([acted, letGo, scans]).toEqual(['', '+-*p', []])
  })

  test('a key that no scan has lets those before it act first', () => {
    const { letGo, acted } = play([
      ...typed('+', 100),
      { key: 'ArrowDown', gap: 10 },
      { key: 'Enter', gap: 10 },
    ])
    expect([letGo, acted]).toEqual(['+', '[ArrowDown][Enter]'])
  })

  test('a combination is never part of one', () => {
    expect(play([{ key: 'k', gap: 10, modified: true }])).toMatchObject({ acted: 'k', scans: [] })
  })
  test('Space on a button is not kept back', () => {
    expect(play([{ key: ' ', gap: 10 }]).acted).toBe(' ')
  })
})

test.each([
  ['P<UTO', false, false],
  ['P<UTOERI', false, true],
  ['11010519491231002X', false, false],
  ['11010519491231002X', true, true],
  ['4111111111111111', true, false],
  ['IDCHEA1234567<6', false, true],
])('%s, ended %s: %s', (run, ended, expected) => {
  expect(looksLikeScan(run, ended)).toBe(expected)
})
