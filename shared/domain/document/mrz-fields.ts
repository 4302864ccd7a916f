/**
 * The layouts of machine-readable zones: where each field stands. ICAO Doc 9303 has TD3 (passports, 2×44), TD2 (cards,
 * 2×36) and TD1 (cards, 3×30); France's identity card of 1988 to 2021 has 2×36 of its own make.
 */

/** IDFRA is the French card of before 2021: its successor is a TD1. */
export type MrzFormat = 'TD1' | 'TD2' | 'TD3' | 'IDFRA'

/** The fields of a zone as they stand in it, nothing checked. */
export interface MrzFields {
  format: MrzFormat
  code: string
  issuer: string
  /** Primary and secondary identifier with two fillers between. */
  name: string
  /** A part of the name fills its field. */
  nameCut: boolean
  number: string
  numberCheck: string
  nationality: string
  birth: string
  birthCheck: string
  sex: string
  /** Null where the layout has none. */
  expiry: string | null
  expiryCheck: string
  /** Optional data in which a long number may go on. */
  optional: string
  /** TD1's second field of optional data, in the second line. */
  optionalBelow: string
  /** Only TD3 has a check digit over its optional data. */
  optionalCheck: string | null
  composite: string
  compositeCheck: string
}

/** Cuts a zone without spaces and line breaks into its fields; null when no layout has so many characters. */
export function cutZone(zone: string): MrzFields | null {
  if (zone.length === 90) return cutThreeLines(zone)
  if (zone.length === 88) return cutTwoLines(zone, 'TD3', 44)
  if (zone.length !== 72) return null
  return zone.startsWith('IDFRA') ? cutFrenchCard(zone) : cutTwoLines(zone, 'TD2', 36)
}

function cutThreeLines(zone: string): MrzFields {
  const cut = (from: number, to: number) => zone.slice(from, to)
  return {
    format: 'TD1',
    code: cut(0, 2),
    issuer: cut(2, 5),
    number: cut(5, 14),
    numberCheck: cut(14, 15),
    optional: cut(15, 30),
    birth: cut(30, 36),
    birthCheck: cut(36, 37),
    sex: cut(37, 38),
    expiry: cut(38, 44),
    expiryCheck: cut(44, 45),
    nationality: cut(45, 48),
    optionalBelow: cut(48, 59),
    optionalCheck: null,
    composite: cut(5, 37) + cut(38, 45) + cut(48, 59),
    compositeCheck: cut(59, 60),
    name: cut(60, 90),
    nameCut: isFull(cut(60, 90)),
  }
}

function cutTwoLines(zone: string, format: 'TD2' | 'TD3', width: number): MrzFields {
  const second = zone.slice(width)
  const name = zone.slice(5, width)
  return {
    format,
    code: zone.slice(0, 2),
    issuer: zone.slice(2, 5),
    name,
    nameCut: isFull(name),
    number: second.slice(0, 9),
    numberCheck: second.slice(9, 10),
    nationality: second.slice(10, 13),
    birth: second.slice(13, 19),
    birthCheck: second.slice(19, 20),
    sex: second.slice(20, 21),
    expiry: second.slice(21, 27),
    expiryCheck: second.slice(27, 28),
    optional: second.slice(28, format === 'TD3' ? 42 : 35),
    optionalBelow: '',
    optionalCheck: format === 'TD3' ? second.slice(42, 43) : null,
    composite: second.slice(0, 10) + second.slice(13, 20) + second.slice(21, width - 1),
    compositeCheck: second.slice(width - 1),
  }
}

/**
 * A visa (Doc 9303-7) of the size of a passport or of a card: fields where those have them, optional data to the end of the
 * line, and no digit over all.
 */
export function cutVisa(zone: string): MrzFields {
  const width = zone.length / 2
  const format = width === 44 ? 'TD3' : 'TD2'
  const optional = zone.slice(width + 28)
  return {
    ...cutTwoLines(zone, format, width),
    optional,
    optionalCheck: null,
    composite: '',
    compositeCheck: '<',
  }
}

/**
 * First line: ID, FRA, 25 of surname, 6 of the issuing office. Second: 12 of number and its check digit, 14 of given
 * names, birth date and its check digit, sex, composite digit over all before it. It is given to French citizens only.
 */
function cutFrenchCard(zone: string): MrzFields {
  const [surname, given] = [zone.slice(5, 30), zone.slice(49, 63)]
  return {
    format: 'IDFRA',
    code: 'ID',
    issuer: 'FRA',
    name: `${surname}<<${given}`,
    nameCut: isFull(surname) || isFull(given),
    number: zone.slice(36, 48),
    numberCheck: zone.slice(48, 49),
    nationality: 'FRA',
    birth: zone.slice(63, 69),
    birthCheck: zone.slice(69, 70),
    sex: zone.slice(70, 71),
    expiry: null,
    expiryCheck: '<',
    optional: '',
    optionalBelow: '',
    optionalCheck: null,
    composite: zone.slice(0, 71),
    compositeCheck: zone.slice(71),
  }
}

function isFull(field: string): boolean {
  return !field.endsWith('<')
}
