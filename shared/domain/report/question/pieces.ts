import type { Direction, FilterName, Meaning, Token } from './meanings.ts'
import { mayBe, meaningOf } from './meanings.ts'
import { isOfPeriod, readPeriods, type TypedPeriod } from './period-pieces.ts'
import { foldWord } from './text.ts'
import type { HotelValue } from './vocabulary.ts'

/** What a question asks, by its tokens, before it is known which report that is. */
export type Pieces = {
  /** Reports and figures that are named. A token that is a cut too is here only where no “by” goes before it. */
  subjects: Token[]
  cuts: { tokens: readonly Token[]; cuts: readonly string[] }[]
  values: { tokens: readonly Token[]; choices: readonly { name: FilterName; value: string }[] }[]
  /** What a report is cut by or restricted to, by one word: 旅行社. */
  either: { token: Token; cuts: readonly string[]; choices: readonly { name: FilterName; value: string }[] }[]
  choices: Token[]
  periods: TypedPeriod[]
  versus: Token | null
  second: TypedPeriod[]
  against: { tokens: readonly Token[]; what: Extract<Meaning, { is: 'against' }>['what'] } | null
  since: { tokens: readonly Token[]; periods: TypedPeriod[]; moment: string | null } | null
  order: Ordering | null
  /** What is wrong before any report is chosen: not understood, asked twice, joined to nothing. */
  wrong: { token: Token; why: 'unknown' | 'twice' }[]
}

type Ordering = {
  tokens: readonly Token[]
  direction: Direction
  rows: number | null
  measure: Token | null
  /** By a word of its own, not only by “by revenue”. */
  isTold: boolean
}

/** Groups the tokens of a question; `values` are what the hotel has on file. */
export function readPieces(tokens: readonly Token[], values: readonly HotelValue[]): Pieces {
  const pieces: Pieces = {
    subjects: [],
    cuts: [],
    values: [],
    either: [],
    choices: [],
    periods: [],
    versus: null,
    second: [],
    against: null,
    since: null,
    order: null,
    wrong: [],
  }
  const used = new Set<Token>()
  const isFree = (token: Token | undefined): token is Token => token !== undefined && !used.has(token)
  readTimes(tokens, pieces, used)
  readBys(tokens, pieces, used)
  readQualified(tokens, pieces, used, values)
  readOrder(tokens, pieces, used)
  for (const token of tokens) if (isFree(token)) readSingle(token, pieces, values)
  return pieces
}

/** Periods, what they are held against, and since when. */
function readTimes(tokens: readonly Token[], pieces: Pieces, used: Set<Token>): void {
  const isAndTo = tokens.some((token) => mayBe(token, 'between'))
  const own: Token[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    const isJoint = mayBe(token, 'versus', 'since')
    const run = isJoint ? runOf(tokens, at + 1) : []
    if (mayBe(token, 'versus')) {
      readVersus(tokens, at, run, pieces, isAndTo)
      used.add(token)
      for (const one of run) used.add(one)
      if (run.length > 0) at += run.length
      else if (meaningOf(tokens[at + 1], 'report')?.report === 'budget') {
        const budget = tokens[at + 1] as Token
        setAgainst(pieces, [token, budget], 'budget')
        used.add(budget)
        at += 1
      }
    } else if (mayBe(token, 'since') && run.length > 0 && !run.some((one) => mayBe(one, 'to'))) {
      const moment = run.map((one) => meaningOf(one, 'moment')?.moment).find(Boolean) ?? null
      if (pieces.since) pieces.wrong.push({ token, why: 'twice' })
      pieces.since = { tokens: [token, ...run], periods: readPeriods(run, isAndTo), moment }
      for (const one of [token, ...run]) used.add(one)
      at += run.length
    } else if (mayBe(token, 'against')) {
      const what = meaningOf(token, 'against')?.what ?? 'last-year'
      const before = tokens[at - 1]
      setAgainst(pieces, before && mayBe(before, 'versus') ? [before, token] : [token], what)
      used.add(token)
    } else if (isOfPeriod(tokens, at)) {
      own.push(token)
      used.add(token)
    }
  }
  pieces.periods = readPeriods(own, isAndTo)
  settleSecond(pieces)
}

/** Tokens of a period from a place on, without a gap. */
function runOf(tokens: readonly Token[], from: number): Token[] {
  const run: Token[] = []
  for (let at = from; at < tokens.length; at += 1) {
    const token = tokens[at] as Token
    const isInside = mayBe(token, 'little') && mayBe(tokens[at + 1], 'part', 'span')
    if (isOfPeriod(tokens, at) || mayBe(token, 'moment')) run.push(token)
    else if (isInside) run.push(token)
    else break
  }
  return run
}

function readVersus(
  tokens: readonly Token[],
  at: number,
  run: readonly Token[],
  pieces: Pieces,
  isAndTo: boolean,
): void {
  const token = tokens[at] as Token
  // “compared with”, 与…对比: a second word of comparison adds nothing; a second thing to compare with is too much
  if (run.length === 0) {
    pieces.versus ??= token
    return
  }
  if (pieces.second.length > 0) pieces.wrong.push({ token, why: 'twice' })
  pieces.versus = token
  pieces.second = readPeriods(
    run.filter((one) => !mayBe(one, 'little')),
    isAndTo,
  )
}

function setAgainst(
  pieces: Pieces,
  tokens: readonly Token[],
  what: NonNullable<Pieces['against']>['what'],
): void {
  if (pieces.against && tokens[0]) pieces.wrong.push({ token: tokens[0], why: 'twice' })
  pieces.against ??= { tokens, what }
}

/** Two periods beside one word of comparison are the first and what it is held against, in the order they come in. */
function settleSecond(pieces: Pieces): void {
  const { periods, second, versus } = pieces
  if (versus && periods.length === 0 && second.length === 2) {
    pieces.periods = second.slice(0, 1)
    pieces.second = second.slice(1)
  } else if (versus && periods.length === 2 && second.length === 0 && !pieces.against) {
    pieces.periods = periods.slice(0, 1)
    pieces.second = periods.slice(1)
  }
  for (const list of [pieces.periods, pieces.second])
    for (const { tokens } of list.slice(1))
      if (tokens[0]) pieces.wrong.push({ token: tokens[0], why: 'twice' })
  const compared = pieces.second[0]
  const word = compared?.sides.length === 1 ? compared.sides[0]?.word : null
  // “vs last year” is the period a year earlier, not the whole of last year
  if (compared && word === 'last-year' && versus) {
    setAgainst(pieces, [versus, ...compared.tokens], 'last-year')
    pieces.second = []
  }
  if (versus && pieces.second.length === 0 && !pieces.against)
    pieces.wrong.push({ token: versus, why: 'unknown' })
}

/** What comes after “by”: what the report is cut by, or the figure that its rows are ordered by. */
function readBys(tokens: readonly Token[], pieces: Pieces, used: Set<Token>): void {
  for (let at = 0; at < tokens.length; at += 1) {
    const by = tokens[at] as Token
    if (!mayBe(by, 'by') || isQualifiedValue(tokens, at)) continue
    used.add(by)
    let next = at + 1
    while (mayBe(tokens[next], 'little', 'by')) next += 1
    const token = tokens[next]
    const cut = meaningOf(token, 'cut')
    if (token && cut && !used.has(token)) {
      pieces.cuts.push({ tokens: [by, token], cuts: cut.cuts })
      used.add(token)
    } else if (token && mayBe(token, 'measure')) {
      pieces.order ??= { tokens: [by], direction: 'most', rows: null, measure: token, isTold: false }
    } else if (token === undefined || token.meanings.length > 0)
      pieces.wrong.push({ token: by, why: 'unknown' })
  }
}

/** A code that is a word of the grammar too, after the name of what it is of: the PER of “country PER” is Peru. */
function isQualifiedValue(tokens: readonly Token[], at: number): boolean {
  const cuts = meaningOf(tokens[at - 1], 'cut')?.cuts ?? []
  return tokens[at]?.meanings.some((one) => one.is === 'value' && cuts.includes(one.name)) ?? false
}

/** A value beside the name of what it is of: `channel direct`, 直销渠道, `room type A`. */
function readQualified(
  tokens: readonly Token[],
  pieces: Pieces,
  used: Set<Token>,
  values: readonly HotelValue[],
): void {
  for (const step of [1, -1])
    for (const [at, token] of tokens.entries()) {
      const cut = meaningOf(token, 'cut')
      const other = tokens[at + step]
      if (!cut || !other || used.has(token) || used.has(other)) continue
      const choices = valuesOf(other, values).filter(({ name }) => cut.cuts.includes(name))
      if (choices.length === 0) continue
      pieces.values.push({ tokens: step > 0 ? [token, other] : [other, token], choices })
      used.add(token)
      used.add(other)
    }
}

/** The values that a token may be: by its word, between quotation marks, or a floor. */
function valuesOf(token: Token, values: readonly HotelValue[]): { name: FilterName; value: string }[] {
  const quoted = meaningOf(token, 'quoted')?.text
  if (quoted !== undefined)
    return values
      .filter(({ en, zh, value }) => [en, zh, value].some((word) => foldWord(word) === foldWord(quoted)))
      .map(placed)
  const floor = meaningOf(token, 'floor')?.floor
  if (floor !== undefined)
    return values.filter(({ name, value }) => name === 'floor' && value === floor).map(placed)
  return token.meanings.flatMap((meaning) => (meaning.is === 'value' ? [placed(meaning)] : []))
}

function placed({ name, value }: { name: FilterName; value: string }): { name: FilterName; value: string } {
  return { name, value }
}

function readOrder(tokens: readonly Token[], pieces: Pieces, used: Set<Token>): void {
  for (const token of tokens) {
    const order = meaningOf(token, 'order')
    if (!order || used.has(token)) continue
    used.add(token)
    const { direction, rows } = order
    const before = pieces.order
    const measure = before?.measure ?? measureBeside(tokens, tokens.indexOf(token))
    // 最多的前5个, “by revenue, top 5”: one order, of which one word tells the rows
    const isOther =
      before?.isTold && (before.direction !== direction || (before.rows !== null && rows !== null))
    if (isOther) pieces.wrong.push({ token, why: 'twice' })
    else
      pieces.order = {
        tokens: [...(before?.tokens ?? []), token],
        direction,
        rows: rows ?? before?.rows ?? null,
        measure,
        isTold: true,
      }
  }
}

/** The figure that “most” is of: the one beside it (取消最多, most cancellations), or the only one there is. */
function measureBeside(tokens: readonly Token[], at: number): Token | null {
  const beside = [at - 1, at + 1].map((place) => tokens[place])
  if (beside.some((token) => mayBe(token, 'first'))) return null
  const measure = beside.find((token) => mayBe(token, 'measure'))
  if (measure) return measure
  const all = tokens.filter((token) => mayBe(token, 'measure'))
  return all.length === 1 ? (all[0] ?? null) : null
}

function readSingle(token: Token, pieces: Pieces, values: readonly HotelValue[]): void {
  const isNamed = mayBe(token, 'report', 'measure')
  const cut = meaningOf(token, 'cut')
  if (cut && mayBe(token, 'value'))
    pieces.either.push({ token, cuts: cut.cuts, choices: valuesOf(token, values) })
  else if (cut && !isNamed) pieces.cuts.push({ tokens: [token], cuts: cut.cuts })
  else if (isNamed) pieces.subjects.push(token)
  else if (mayBe(token, 'choice')) pieces.choices.push(token)
  else if (mayBe(token, 'little', 'and', 'between', 'to', 'since', 'first')) return
  else {
    const choices = valuesOf(token, values)
    if (choices.length === 0) pieces.wrong.push({ token, why: 'unknown' })
    else pieces.values.push({ tokens: [token], choices })
  }
}
