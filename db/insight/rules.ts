/** The rules that offers follow, as of the newest refresh; in order of rank. */
export type OfferRulesTable = {
  id: number
  /** JSON: keys of items. */
  given: string
  adds: string
  support: number
  confidence: number
  lift: number
  /** Stays with all of it, with `given`, with `adds`. */
  stays: number
  stays_given: number
  stays_adds: number
}

export const offerRuleTables = [
  `create table offer_rules (
    id integer primary key, given text not null, adds text not null, support real not null, confidence real not null,
    lift real not null, stays integer not null, stays_given integer not null, stays_adds integer not null
  ) strict`,
]
