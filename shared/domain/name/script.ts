/**
 * Characters that are one to whoever types a name: 張偉 is found by 张伟, 澤 by 泽 and 沢. For finding only; a name is
 * kept as it was written. The tables are OpenCC's.
 */

import hongKongForms from 'opencc-js/dict/HKVariantsRev'
import japaneseForms from 'opencc-js/dict/JPShinjitaiCharacters'
import simplifiedForms from 'opencc-js/dict/TSCharacters'
import taiwanForms from 'opencc-js/dict/TWVariantsRev'
import { hiragana } from './fold.ts'

/** Traditional characters by their simplified form, and the forms of Japan, Hong Kong and Taiwan by that of theirs. */
const SIMPLE = tableOf(simplifiedForms)
const regional = [japaneseForms, hongKongForms, taiwanForms].flatMap((pairs) => [...tableOf(pairs)])
/** A form of Japan may be a character of its own in China (芸 is not 艺 there): it stays what it is. */
const own = new Set(SIMPLE.values())
const simpleOf = new Map(SIMPLE)
for (const [form, standard] of regional)
  if (!own.has(form)) SIMPLE.set(form, simpleOf.get(standard) ?? standard)

/** "張 张|偉 伟": each character with the one that takes its place. */
function tableOf(pairs: string): Map<string, string> {
  return new Map(pairs.split('|').map((pair) => pair.split(' ') as [string, string]))
}

/** The simplified form of a character, also of a regional one; any other character as it is. */
export function simplified(character: string): string {
  return SIMPLE.get(character) ?? character
}

/** The sign that a character of a name is found by: simplified, katakana as hiragana. */
export function foldCharacter(character: string): string {
  const simple = simplified(character)
  return simple > '\u30ff' ? simple : hiragana(simple)
}
