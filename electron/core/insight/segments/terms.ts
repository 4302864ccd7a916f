import type { Reader } from '#db/handles.ts'
import { readFilters } from '#db/queries/guest/filter.ts'
import {
  readClasses,
  readCodes,
  readFactsDay,
  readFreePreferences,
  readTagsInUse,
} from '#db/queries/insight/segment-terms.ts'
import { readSegments } from '#db/repositories/insight/segments.ts'
import { readProgrammes } from '#db/repositories/loyalty/programmes.ts'
import type { OutputOf } from '#shared/contract/index.ts'
import { channels, segments as marketSegments } from '#shared/domain/booking/choices.ts'
import { genders } from '#shared/domain/guest/choices.ts'
import type { Terms } from '#shared/domain/insight/segments/check.ts'
import { conditionsOf, type Rule } from '#shared/domain/insight/segments/rule.ts'
import { parametersOf } from '#shared/domain/loyalty/programme.ts'
import { meals } from '#shared/domain/rate/rate-plan.ts'
import type { BusinessDate } from '#shared/values/index.ts'
import { readKindNames } from '../groups/kind-names.ts'

type View = OutputOf<'segment.terms'>
type Named = View['words'][string][number]

const plain = (values: readonly string[]): Named[] =>
  values.filter((value) => value !== '').map((value) => ({ value, nameEn: '', nameZh: '' }))

/** Values by fact that come from the hotel's own lists and the program's closed ones. */
async function readWords(db: Reader): Promise<View['words']> {
  const programmes = await readProgrammes(db)
  const tiers = programmes
    .flatMap(({ image }) => parametersOf(image).tiers)
    .map(({ code, nameEn, nameZh }) => ({ value: code, nameEn, nameZh }))
  return {
    ...(await readCodes(db)),
    tier: [...new Map(tiers.map((tier) => [tier.value, tier])).values()],
    segment: plain(marketSegments),
    channel: plain(channels),
    meal: plain(meals),
    quarter: plain(['q1', 'q2', 'q3', 'q4']),
    gender: plain(genders),
  }
}

/** What an editor offers. */
export async function termsView(db: Reader): Promise<View> {
  const { tags, nationalities } = await readFilters(db)
  const words = await readWords(db)
  const classes = await readClasses(db)
  const kindNames = await readKindNames(db)
  const kinds = classes.get('cluster')?.map(({ value }) => {
    const name = kindNames.get(value) ?? ''
    return { value, nameEn: name, nameZh: name }
  })
  return {
    asOf: await readFactsDay(db),
    tags,
    words: { ...words, nationality: plain(nationalities) },
    classes: { ...Object.fromEntries(classes), ...(kinds ? { cluster: kinds } : {}) },
    preferences: await readFreePreferences(db),
  }
}

/** What the rule is checked against. */
export async function termsFor(
  db: Reader,
  rules: readonly Rule[],
  { asOf, ownTag }: { asOf: BusinessDate; ownTag: string | null },
): Promise<Terms> {
  const named = rules.flatMap((rule) =>
    conditionsOf(rule).flatMap(({ condition }) => (condition.kind === 'tag' ? condition.values : [])),
  )
  const set = (await readSegments(db)).flatMap(({ image }) => (image.tag === null ? [] : [image.tag]))
  const words = new Map(
    Object.entries(await readWords(db)).map(([fact, values]) => [
      fact,
      new Set(values.map(({ value }) => value)),
    ]),
  )
  const classes = await readClasses(db)
  return {
    asOf,
    tags: new Set([...set, ...(await readTagsInUse(db, [...new Set(named)]))]),
    wordsOf: (fact) => words.get(fact) ?? null,
    classes: new Map([...classes].map(([name, values]) => [name, new Set(values.map(({ value }) => value))])),
    ownTag,
  }
}
