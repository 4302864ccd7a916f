import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { pinyinWords, unknownCharacters } from '#renderer/base/find/pinyin.ts'
import { catalogues } from '#shared/i18n/index.ts'

const file = fileURLToPath(new URL('../../../renderer/base/find/pinyin-table.ts', import.meta.url))

/** 重 and 行 read otherwise in our titles than most often alone. */
const asWritten: Record<string, string> = { 行: 'hang', 重: 'chong', 调: 'diao', 长: 'chang' }

function textsIn(words: unknown): string[] {
  return typeof words === 'string' ? [words] : Object.values(words as object).flatMap(textsIn)
}

function titlesIn(words: unknown, key = ''): string[] {
  if (typeof words === 'string')
    return /(^|\.)(title|commands\.\w+|profile|heading)$|^(keys|report\.name)\./.test(key) ? [words] : []
  return Object.entries(words as object).flatMap(([name, inner]) =>
    titlesIn(inner, key ? `${key}.${name}` : name),
  )
}

const titles = titlesIn(catalogues.zh)

/** UPDATE_PINYIN=1 writes the table again, from all characters of the catalogue, so that most new titles need no new table. */
if (process.env.UPDATE_PINYIN) {
  const groups = new Map<string, string[]>()
  for (const letter of new Set(
    textsIn(catalogues.zh)
      .join('')
      .match(/[\u4e00-\u9fff]/g),
  )) {
    const syllable = asWritten[letter] ?? pinyin(letter, { toneType: 'none', v: true })
    groups.set(syllable, [...(groups.get(syllable) ?? []), letter])
  }
  const lines: string[] = ['']
  for (const group of [...groups]
    .sort()
    .map(([syllable, letters]) => `${syllable}:${letters.sort().join('')}`)) {
    if (`${lines.at(-1)} ${group}`.length > 96) lines.push('')
    lines[lines.length - 1] = `${lines.at(-1)} ${group}`.trim()
  }
  const text = lines.map((line, index) => `  '${line}${index < lines.length - 1 ? ' ' : ''}'`).join(' +\n')
  writeFileSync(
    file,
    `/** Written from the catalogue’s characters by tests/renderer/base/pinyin.test.ts (UPDATE_PINYIN=1). */\nexport const TABLE =\n${text}\n`,
  )
}

describe('pinyin of our own titles', () => {
  it('is whole and as initials', () => {
    expect(pinyinWords('客人')).toEqual(['keren', 'kr'])
    expect(pinyinWords('变更日志')).toEqual(['biangengrizhi', 'bgrz'])
    expect(pinyinWords('Guests')).toEqual([])
  })

  it('knows every character of every title and command', () => {
    expect([...new Set(titles.flatMap(unknownCharacters))]).toEqual([])
  })
})
