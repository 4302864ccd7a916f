/**
 * What a model of guests may learn from: facts as of a day and nothing else. A fact without a date (gender, nationality and
 * language are what is on file now) has no column here and can't get one; so has a tag or a note, which are no facts at all.
 */
import {
  type CategoryFact,
  categoryFacts,
  type FactTable,
  type NumberFact,
  type NumberFactEntry,
  numberFacts,
} from '../facts/catalogue.ts'
import type { Column } from '../learn/columns.ts'
import { NO_WORD } from '../learn/columns.ts'

type Undated = Extract<(typeof categoryFacts)[number], { dated: false }>['name']
export type FeatureName =
  | Exclude<NumberFact, 'firstArrival' | 'lastArrival' | 'lastDeparture'>
  | Exclude<CategoryFact, Undated>

/** The numbers, without calendar days: a rule on “after 3 May 2025” says nothing of another year. */
const numbers: readonly NumberFactEntry[] = numberFacts.filter(({ unit }) => unit !== 'date')
const categories: readonly { name: CategoryFact; protected?: true; dated?: false }[] = categoryFacts

/** The facts that models of guests use; protected ones (age) only where a manager allows them. */
export function featureNames(allowProtected: boolean): FeatureName[] {
  return [...numbers, ...categories]
    .filter((fact) => fact.dated !== false && (allowProtected || !fact.protected))
    .map(({ name }) => name as FeatureName)
}

/** The columns of a table of facts; `only` names those that are wanted of the facts allowed. */
export function featureColumns(
  facts: FactTable,
  allowProtected: boolean,
  only?: readonly FeatureName[],
): Column[] {
  const allowed = featureNames(allowProtected)
  const names = new Set<string>(only ? allowed.filter((name) => only.includes(name)) : allowed)
  const numberColumns = numbers
    .filter(({ name }) => names.has(name))
    .map(
      ({ name }): Column => ({
        name,
        kind: 'number',
        values: Float32Array.from(facts.numbers[name as NumberFact]),
      }),
    )
  const categoryColumns = categories
    .filter(({ name }) => names.has(name))
    .map(({ name }): Column => {
      const codes = facts.codes[name]
      const words = facts.words[name]
      // Word 0 is “none”
      return {
        name,
        kind: 'category',
        codes: codes.map((code) => code || NO_WORD),
        words,
      }
    })
  return [...numberColumns, ...categoryColumns]
}
