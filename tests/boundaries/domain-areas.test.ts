import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../../scripts/lib/root.mjs'
import { sourceFilesIn } from '../../scripts/lib/source-files.ts'

/**
 * Areas of the domain need each other in one direction: two that need each other are one area, although no file of
 * theirs is in a circle (the rule no-circles sees files alone).
 */
function areasInCircles(sources: ReadonlyMap<string, string>): string[] {
  const needs = new Map<string, Set<string>>()
  for (const [file, text] of sources) {
    const area = areaOf(file)
    const known = needs.get(area) ?? new Set()
    needs.set(area, known)
    for (const [, other = ''] of text.matchAll(/from '(?:\.\.|#shared\/domain)\/([a-z]+)\//g))
      if (other !== area && other !== 'values') known.add(other)
  }
  const reaches = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of needs.get(from) ?? []) if (!seen.has(next)) reaches(next, seen.add(next))
    return seen
  }
  return [...needs.keys()].filter((area) => reaches(area).has(area)).sort()
}

function areaOf(file: string): string {
  return file.split('/')[2] ?? ''
}

test('areas of the domain are in no circle', () => {
  const files = sourceFilesIn(projectRoot, 'shared/domain')
  expect(files.length).toBeGreaterThan(50)
  const sources = new Map(files.map((file) => [file, readFileSync(join(projectRoot, file), 'utf8')]))
  expect(areasInCircles(sources)).toEqual([])
})

test('a planted circle of two areas is seen, and one through a third', () => {
  const planted = new Map([
    ['shared/domain/guest/a.ts', "import { b } from '../stay/b.ts'\n"],
    ['shared/domain/stay/b.ts', "import { y } from '../../values/index.ts'\n"],
    ['shared/domain/stay/c.ts', "import type { R } from '#shared/domain/rate/r.ts'\n"],
    ['shared/domain/rate/r.ts', "import { d } from '../guest/d.ts'\n"],
    ['shared/domain/room/r.ts', "import { d } from '../guest/d.ts'\n"],
  ])
  expect(areasInCircles(planted)).toEqual(['guest', 'rate', 'stay'])
})
