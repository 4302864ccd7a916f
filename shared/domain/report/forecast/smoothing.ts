/** Additive exponential smoothing with a season of a week (Holt and Winters, without a trend): what days come to, by weekday. */

/** The state after each day from `first` on: its level, and the season of the seven days up to it. */
export type Seasons = { first: number; level: Float64Array; season: Float64Array }

const OF_LEVEL = 0.1
const OF_SEASON = 0.1
const WEEK = 7

/** Smooths the outcomes of days from `first` on. The state after a day knows no later one. */
export function smooth(outcomes: ArrayLike<number>, first: number): Seasons {
  const level = new Float64Array(outcomes.length)
  const season = new Float64Array(outcomes.length)
  const begin = Math.min(WEEK * 2, outcomes.length)
  let at = 0
  for (let day = 0; day < begin; day++) at += (outcomes[day] as number) / begin
  for (let day = 0; day < outcomes.length; day++) {
    const outcome = outcomes[day] as number
    // The first two weeks are only a beginning: their mean is the level
    const before = day < WEEK ? outcome - at : (season[day - WEEK] as number)
    const next = day < begin ? at : at + OF_LEVEL * (outcome - before - at)
    season[day] = day < WEEK ? before : before + OF_SEASON * (outcome - next - before)
    level[day] = next
    at = next
  }
  return { first, level, season }
}

/** What a later day is to come to, by the state after the day `known`. */
export function smoothedAt({ first, level, season }: Seasons, known: number, day: number): number {
  const same = day - WEEK * Math.ceil((day - known) / WEEK)
  return (level[known - first] as number) + (season[same - first] as number)
}
