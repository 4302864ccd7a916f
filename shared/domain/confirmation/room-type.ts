/** An agency's words for a room against the hotel's own types: the same words are that type, alike ones a proposal. */

import type { Doubt } from './fact.ts'
import { foldHan } from './fold-words.ts'
import type { HotelType } from './reading.ts'

export type MatchedType = { words: string; id: number | null; doubt: Doubt | null }

/** Words beside a room's name that sell it otherwise and change nothing of the room. */
const SALE_WORDS =
  /\b(?:non[- ]?refundable|refundable|flexible|room only|breakfast(?: included)?|with breakfast|including breakfast|incl\.? breakfast|bed (?:and|&) breakfast|best available rate|advance purchase|prepaid|standard rate|member rate|genius|special offer|promotion)\b|不可取消|免费取消|限时取消|含?[一二三四单双0-9]*份?(?:人)?(?:含)?早餐?|无早|不含早|含早|预付|现付|到付|特惠|限时|促销|连住优惠|提前预订|会员价|立即确认/giu
/** Words that every room has. */
const ROOM_WORDS = /\b(?:rooms?|bedrooms?|guest ?rooms?|the|with|and|a)\b|客房|房间|[房间室]/giu

/** The type that words name. `roomTypeNear`: alike and no other so much; `roomTypeUnknown`: none is. */
export function matchRoomType(given: string, types: readonly HotelType[]): MatchedType {
  const words = given.trim()
  const exact = typesNamed(words, types)
  if (exact.length === 1) return { words, id: exact[0]!.id, doubt: null }
  const [best, next] = types
    .map((type) => ({ id: type.id, score: Math.max(...namesOf(type).map((name) => likeness(words, name))) }))
    .sort((a, b) => b.score - a.score)
  const isNear = best !== undefined && best.score >= 0.5 && best.score > (next?.score ?? 0)
  return { words, id: isNear ? best.id : null, doubt: isNear ? 'roomTypeNear' : 'roomTypeUnknown' }
}

function typesNamed(words: string, types: readonly HotelType[]): HotelType[] {
  const forms = new Set([plainRoom(words), plainRoom(withoutSaleWords(words))].filter((form) => form !== ''))
  const code = words.trim().toUpperCase()
  return types.filter(
    (type) => type.code.toUpperCase() === code || namesOf(type).some((name) => forms.has(plainRoom(name))),
  )
}

function namesOf({ nameEn, nameZh }: HotelType): string[] {
  return [nameEn, nameZh].filter((name) => name.trim() !== '')
}

function withoutSaleWords(words: string): string {
  return words.replace(SALE_WORDS, ' ').replace(/[([【（<][\s,+\-–—·]*[)\]】）>]/g, ' ')
}

function plainRoom(text: string): string {
  return foldHan(text.replace(ROOM_WORDS, ' ')).replace(/[^\p{L}\p{N}]/gu, '')
}

/** The share of words (of characters in Chinese) that two names have in common, 0–1. */
function likeness(a: string, b: string): number {
  const [first, second] = [piecesOf(a), piecesOf(b)]
  if (first.size === 0 || second.size === 0) return 0
  const common = [...first].filter((piece) => second.has(piece)).length
  return common / Math.min(first.size, Math.max(second.size, 2))
}

function piecesOf(text: string): Set<string> {
  const plain = foldHan(withoutSaleWords(text).replace(ROOM_WORDS, ' '))
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return new Set(words.flatMap((word) => (/\p{Script=Han}/u.test(word) ? [...word] : [word])))
}
