/**
 * A document from raw text, as a clerk types it, pastes it or a reader sends it: a machine-readable zone in any line breaks,
 * what a reader of Chinese identity cards writes, or a bare resident ID. What contradicts itself is named by field and never
 * put right silently: a check digit proves form, not identity, and the clerk has the document in hand.
 */
import { type BusinessDate, ok, type Result, refuse } from '../../values/index.ts'
import { isChinesePermit, plainZone } from './mrz.ts'
import { readCardText } from './read-card-text.ts'
import { readZone } from './read-zone.ts'
import { emptyDocument, type ReadCode, type ReadDocument, type ReadFault } from './reading.ts'

const lengths: readonly number[] = [90, 88, 72]

/** Reads whatever document a text holds; `on` decides centuries and refuses births to come. */
export function readDocument(text: string, on: BusinessDate): Result<ReadDocument, ReadCode> {
  if (text.trim() === '') return refuse('read.empty')
  const zone = plainZone(text)
  if (isZone(zone)) return ok(readZone(zone, on))
  const card = readCardText(text, on)
  if (card) return ok(card)
  if (isChinesePermit(zone) && /^[A-Z0-9<]+$/.test(zone)) return ok(readPermit(zone))
  const within = zoneWithin(text)
  if (within) return ok(readZone(within, on))
  return refuse(whyNot(zone), { length: zone.length })
}

function isZone(zone: string): boolean {
  return (
    lengths.includes(zone.length) && /^[A-Z0-9<]+$/.test(zone) && zone.includes('<') && !isChinesePermit(zone)
  )
}

/** The lines of a zone among others: a reader's heading, a name above it. */
function zoneWithin(text: string): string | null {
  const lines = text.split(/[\r\n]+/).map(plainZone)
  for (const [width, count] of [
    [44, 2],
    [36, 2],
    [30, 3],
  ] as const) {
    const at = lines.findIndex(
      (_line, start) =>
        lines.slice(start, start + count).filter((line) => line.length === width).length === count,
    )
    const zone = at < 0 ? '' : lines.slice(at, at + count).join('')
    if (isZone(zone)) return zone
  }
  return null
}

/** What went wrong with the text, as far as it can be told: a stuttering scanner and another layout send typical rubbish. */
function whyNot(zone: string): ReadCode {
  const half = zone.length / 2
  if (Number.isInteger(half) && half >= 15) {
    if (zone.slice(0, half) === zone.slice(half)) return 'read.twice'
    if ([...zone].every((character, at) => at % 2 === 0 || character === zone.charAt(at - 1)))
      return 'read.twice'
  }
  const strange = new Set(zone.replace(/[A-Z0-9<]/g, ''))
  const like = zone.length >= 60 && zone.length <= 100
  if (like && strange.size > 0 && strange.size <= 3 && !/\p{L}/u.test([...strange].join('')))
    return 'read.layout'
  return /^[A-Z][A-Z<]?[A-Z]{1,3}.*<</.test(zone) ? 'read.length' : 'read.nothing'
}

/** C, a letter for the permit, and the number: what follows is not published. */
function readPermit(zone: string): ReadDocument {
  const home = /^C[A-Z]{0,2}([HM]\d{8})/.exec(zone)?.[1]
  const number = home ?? /\d{8,9}/.exec(zone)?.[0] ?? ''
  const kind = home ? 'hk-macau-permit' : zone.startsWith('CT') ? 'taiwan-permit' : 'other'
  const faults: ReadFault[] = [{ field: 'number', code: 'read.permit', read: number, likely: '' }]
  return { ...emptyDocument, source: 'zone', kind, number, country: 'CHN', faults }
}
