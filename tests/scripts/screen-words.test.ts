import { expect, test } from 'vitest'
import { faultsOnScreen, screenWordsOf } from '../../scripts/lib/screen-words.ts'

const page = `# Glossary

| word | 中文 | meaning |
|---|---|---|
| \`change\` | 变更 | not a word of the tables below |

## Words on screen

| English | not | 中文 | 不用 |
|---|---|---|---|
| Details | \`Facts\` | 房态 | \`清扫状态\`, \`岗位\` |

| 中文 | at these keys alone |
|---|---|
| \`停用\` | \`outOfService\` |
`
const words = screenWordsOf(page)

test('the tables of the page are read, and no other', () => {
  expect(words).toEqual({
    not: { en: ['Facts'], zh: ['清扫状态', '岗位'] },
    alone: [{ word: '停用', keys: ['outOfService'] }],
  })
})

test.each([
  ['en', 'booking.facts.title', 'Facts', 1],
  ['en', 'booking.facts.title', 'Details', 0],
  ['en', 'cli.facts', 'Facts', 0],
  ['zh', 'settings.state', '清扫状态', 1],
  ['zh', 'settings.state', '房态', 0],
  ['zh', 'settings.outOfService', '停用', 0],
  ['zh', 'settings.inactive', '停用', 1],
  ['zh', 'a', '已满,请重试', 1],
  ['zh', 'a', '已满，请重试', 0],
  ['zh', 'a', '恢复备份(&R)…', 0],
  ['zh', 'a', '恢复(全部)', 1],
] as const)('%s %s: %s', (language, key, text, count) => {
  expect(faultsOnScreen(words, new Map([[key, text]]), language)).toHaveLength(count)
})

test('a page without the tables is a fault of its own', () => {
  expect(faultsOnScreen(screenWordsOf('# Glossary'), new Map(), 'en')).toHaveLength(1)
})
