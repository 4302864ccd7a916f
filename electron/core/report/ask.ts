import type { Reader } from '#db/handles.ts'
import { type NamedCode, readNamedCodes } from '#db/queries/report/hotel-values.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { channels, segments } from '#shared/domain/booking/choices.ts'
import { countries } from '#shared/domain/country/countries.ts'
import { type Question, readQuestion } from '#shared/domain/report/question/read-question.ts'
import { type HotelValue, type Vocabulary, vocabularyOf } from '#shared/domain/report/question/vocabulary.ts'
import { countryName } from '#shared/i18n/country-text.ts'
import { headingsOfFigures } from '#shared/i18n/figure-headings.ts'
import { words } from '#shared/i18n/index.ts'
import { reads } from '../kernel/handler.ts'
import { reportSettings } from './plan/settings.ts'
import { mayOpen } from './run.ts'

/** A question in one line, read by the grammar with what this hotel has on file; a report that the user may not open is a problem of it. */
export const askReport = reads('report.ask', async (db, { text }, ctx) => {
  const { clerksSee, weekStarts } = await reportSettings.read(db)
  const vocabulary = await readVocabulary(db)
  const question = readQuestion(text, vocabulary, { today: ctx.businessDate, starts: weekStarts })
  const { report } = question
  const isPermitted = report === null || mayOpen(ctx, report, clerksSee)
  return { question: isPermitted ? question : refused(question, text), names: namesIn(question, vocabulary) }
})

function refused({ understood }: Question, text: string): Question {
  return { report: null, understood, problems: [{ text, at: 0, why: 'not-permitted', nearest: [] }] }
}

/** Names of the values that a question was understood to be about: `roomType:DLX`. */
function namesIn({ understood }: Question, { values }: Vocabulary): OutputOf<'report.ask'>['names'] {
  const names: Record<string, { en: string; zh: string }> = {}
  for (const { as } of understood) {
    if (as.kind !== 'filter') continue
    const known = values.find(({ name, value }) => name === as.name && value === as.value)
    if (known) names[`${as.name}:${as.value}`] = { en: known.en || known.zh, zh: known.zh || known.en }
  }
  return names
}

/** The vocabulary of the last hotel that was asked about: folding a thousand names for every key typed would be felt. */
let last: { codes: string; vocabulary: Vocabulary } | null = null

async function readVocabulary(db: Reader): Promise<Vocabulary> {
  const named = await readNamedCodes(db)
  const codes = JSON.stringify(named)
  if (last?.codes !== codes)
    last = {
      codes,
      vocabulary: vocabularyOf([...closedValues(), ...named.map(withBothNames)], headingsOfFigures()),
    }
  return last.vocabulary
}

function withBothNames({ en, zh, ...one }: NamedCode): HotelValue {
  return { ...one, en: en || zh, zh: zh || en }
}

/** Other words for what everybody calls otherwise. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  'online-agency': ['OTA'],
  corporate: ['协议'],
  group: ['团队', '团体'],
  'walk-in': ['上门'],
  HKG: ['Hong Kong', '香港'],
  MAC: ['Macao', 'Macau', '澳门'],
  TWN: ['Taiwan', '台湾'],
  GBR: ['UK', 'Britain', 'Great Britain', 'England'],
  USA: ['USA', 'America', 'United States of America'],
  KOR: ['Korea'],
  ARE: ['UAE', 'Emirates', '阿联酋'],
  TUR: ['Turkey'],
  CZE: ['Czech Republic'],
  NLD: ['Holland'],
  SAU: ['Saudi', '沙特'],
  VAT: ['Vatican'],
  BIH: ['Bosnia', '波黑'],
  TTO: ['Trinidad'],
  CIV: ['Ivory Coast'],
  MMR: ['Burma', 'Myanmar'],
  MKD: ['Macedonia'],
  PSE: ['Palestine', '巴勒斯坦'],
  DOM: ['多米尼加'],
}

/** Segments, channels and countries by their names in both languages; and bookings without an agency or a company. */
function closedValues(): HotelValue[] {
  const both = (name: HotelValue['name'], value: string, en: string, zh: string): HotelValue => ({
    name,
    value,
    en,
    zh,
    also: alsoCalled[value] ?? [],
  })
  return [
    ...segments.map((one) =>
      both('segment', one, words('en', `booking.segment.${one}`), words('zh', `booking.segment.${one}`)),
    ),
    ...channels.map((one) =>
      both('channel', one, words('en', `booking.channel.${one}`), words('zh', `booking.channel.${one}`)),
    ),
    ...countries.map((one) => both('country', one, countryName(one, 'en'), countryName(one, 'zh-CN'))),
    both('agency', 'none', 'no agency', '无旅行社'),
    both('company', 'none', 'no company', '无公司'),
  ]
}
