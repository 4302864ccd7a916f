import { expect, test } from 'vitest'
import { partsOf } from '#renderer/parts/guest/names-in.ts'

const [wei, anna, ann] = [{ text: '张伟 Zhang Wei' }, { text: 'Anna Müller' }, { text: 'Anna' }]
const shown = (sentence: string, names: { text: string }[]) =>
  partsOf(sentence, names).map((part) => ('words' in part ? part.words : `[${part.name.text}]`))

test.each([
  ['张伟 Zhang Wei 尚在房内', [wei], ['[张伟 Zhang Wei]', ' 尚在房内']],
  ['Room 305 is of Anna Müller.', [ann, anna], ['Room 305 is of ', '[Anna Müller]', '.']],
  [
    'Missing: Anna Müller, Anna, 张伟 Zhang Wei',
    [wei, ann, anna],
    ['Missing: ', '[Anna Müller]', ', ', '[Anna]', ', ', '[张伟 Zhang Wei]'],
  ],
  ['Nobody is named.', [wei], ['Nobody is named.']],
  ['Somebody without a name', [{ text: '' }], ['Somebody without a name']],
  ['', [wei], []],
])('%s', (sentence, names, parts) => {
  expect(shown(sentence, names)).toEqual(parts)
  expect(parts.join('').replaceAll(/[[\]]/g, '')).toBe(sentence)
})
