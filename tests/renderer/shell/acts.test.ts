import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { screens } from '#renderer/shell/screens.ts'
import { catalogues } from '#shared/i18n/index.ts'

const root = new URL('../../..', import.meta.url)
const features = globSync('renderer/features/**/*.{ts,tsx}', { cwd: root }).map((file) => ({
  file,
  text: readFileSync(new URL(file, root), 'utf8'),
}))

/** Keys that a field or a form hears while it has the focus, printed beside it. */
const fieldsOwn = ['Enter', 'Esc', '←', '→', 'Ctrl+Enter', 'F8']

/** What is bound at a time: a screen, with each of its sections where it has some. */
const places = screens.flatMap(({ path, acts = [], sections = [] }) =>
  [{ title: '', acts: [] }, ...sections].map((section) => ({
    name: `${path} ${section.title}`,
    acts: [...acts, ...section.acts].flatMap((list) => Object.values<{ key: string; label: string }>(list)),
  })),
)

test('no act of a screen has the key of another', () => {
  for (const { name, acts } of places) {
    const keys = acts.map(({ key }) => key)
    expect(new Set(keys).size, name).toBe(keys.length)
  }
})

test('what a screen does by a key is in its list of acts and nowhere else', () => {
  expect(features.length).toBeGreaterThan(100)
  for (const { file, text } of features) {
    expect(text, file).not.toMatch(/\b(useKeys|usePaletteCommands)\b/)
    const printed = [...text.matchAll(/\bkeys(?:=|: )["']([^"']+)["']/g)].map(([, key]) => key as string)
    expect(
      printed.filter((key) => !fieldsOwn.includes(key)),
      file,
    ).toEqual([])
  }
})

test('each list of acts is on its screen’s list of keys and bound by a part of the screen', () => {
  const lists = features.filter(({ file }) => file.endsWith('/acts.ts'))
  expect(lists.length).toBeGreaterThanOrEqual(7)
  for (const { file, text } of lists) {
    const area = features.filter((one) => one.file.startsWith(file.replace('acts.ts', '')))
    // A part of an area may have acts of its own; its screens are the area's
    const [whole] = /^renderer\/features\/\w+\//.exec(file) ?? []
    const screen = features.find((one) => one.file === `${whole}screens.tsx`)
    const binding = area.filter((one) => /useActs\(|\bact: /.test(one.text))
    for (const [, list = ''] of text.matchAll(/export const (\w+Acts)\b/g)) {
      expect(screen?.text, file).toContain(list)
      expect(
        binding.some((one) => one.text.includes(list)),
        list,
      ).toBe(true)
    }
  }
})

test('an act is found in the palette by its words in both languages', () => {
  const wordsOf = (catalogue: unknown, key: string) =>
    key.split('.').reduce((at, part) => (at as Record<string, unknown>)?.[part], catalogue)
  for (const { name, acts } of places) {
    const labels = acts.map(({ label }) => label)
    expect(new Set(labels).size, name).toBe(labels.length)
    for (const label of labels) {
      expect(wordsOf(catalogues.en, label), label).toBeTypeOf('string')
      expect(wordsOf(catalogues.zh, label), label).toBeTypeOf('string')
    }
  }
})
