import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { marks, signs } from '#renderer/ui/marks.ts'
import { isKey } from '#shared/i18n/index.ts'
import { projectRoot } from '../../../scripts/lib/root.mjs'

const all = Object.entries(marks)

describe('a mark', () => {
  it('has a shape that no other mark has, without its colour', () => {
    const shapes = all.map(([, { drawing }]) => JSON.stringify(drawing))
    expect(new Set(shapes).size).toBe(shapes.length)
  })

  it.each(all.filter(([, { family }]) => ['booking', 'stay', 'room', 'request'].includes(family)))(
    '%s has its word',
    (name) => {
      expect(isKey(`shell.mark.${name}`)).toBe(true)
    },
  )
})

describe('a sign within text', () => {
  /** Arrows, mathematical signs, shapes, dingbats: what is read as a mark rather than as a letter. */
  const marking = /[\u2190-\u22ff\u2300-\u27bf\u2b00-\u2bff\u2022]/gu
  /** Keys as they are printed on a key cap, and the true minus of a figure. */
  const keyCaps = ['←', '→', '↑', '↓']

  it('says one thing', () => {
    const used = Object.values(signs)
    expect(new Set(used).size).toBe(used.length)
  })

  it('is one of the table, wherever a screen or a catalogue has one', () => {
    const known = new Set<string>([...Object.values(signs), ...keyCaps])
    const strange = ['renderer', 'shared/i18n']
      .flatMap((folder) =>
        readdirSync(join(projectRoot, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
          join(folder, file),
        ),
      )
      .filter((file) => /\.tsx?$|\.css$/.test(file))
      .flatMap((file) => {
        const text = withoutComments(readFileSync(join(projectRoot, file), 'utf8'))
        return (text.match(marking) ?? [])
          .filter((sign) => !known.has(sign))
          .map((sign) => `${file}: ${sign}`)
      })
    expect(strange).toEqual([])
  })
})

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}
