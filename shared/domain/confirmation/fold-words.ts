/** Words in one form for recognising them: simplified characters, small letters. What is shown and kept stays as it was. */
import { simplified } from '../name/script.ts'

const HAN = /\p{Script=Han}/u

/** 訂單號 → 订单号, Deluxe → deluxe. */
export function foldHan(text: string): string {
  const lower = text.toLowerCase()
  return HAN.test(lower) ? [...lower].map(simplified).join('') : lower
}

/** Whether a text has the words, written in traditional characters or not. */
export function saysAny(text: string, words: RegExp): boolean {
  return words.test(text) || (HAN.test(text) && words.test([...text].map(simplified).join('')))
}
