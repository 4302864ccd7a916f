/** What guests say of a stay when they leave: a mark, and words for what it was about. */
import { type Random, randomOf } from '#core/demo/data/random.ts'
import type { DemoFeedback } from '#core/demo/data/words.ts'
import { longWaitFrom } from '#shared/domain/insight/facts/felt.ts'
import type { Author, When } from '../diary.ts'
import type { Stay } from '../stay.ts'
import { recordFeedback } from './record.ts'
import type { Desk } from './schedule.ts'

const FEEDBACK = 137

/**
 * What is true of it: the share of departures with a mark, and its mean before it is rounded to 1 to 5, by what the stay was
 * like; the worse of two causes counts. `spread` is one standard deviation.
 */
export const feedbackTruth = {
  share: 0.3,
  mean: { usual: 4.4, waited: 3, declined: 3.2 },
  spread: 0.8,
} as const

/** A few guests give a mark; who waited long for the room, or did without what they asked for, a lower one. */
export function giveFeedback(desk: Desk, stay: Stay, when: When, author: Author): void {
  const random = randomOf(desk.seed, FEEDBACK, stay.id)
  if (!stay.logged || !random.chance(feedbackTruth.share)) return
  const cause = causeOf(stay)
  const mark = Math.round(feedbackTruth.mean[cause] + feedbackTruth.spread * random.normal())
  const given = Math.max(1, Math.min(5, mark))
  const text = textOf(desk, random, given, cause)
  recordFeedback(desk, { stay, when, author, operation: 'stay.noteFeedback' }, given, text)
}

function causeOf({ record, requests }: Stay): keyof typeof feedbackTruth.mean {
  const { arrivedAt, checkedInAt } = record?.image ?? { arrivedAt: null, checkedInAt: null }
  const waited = arrivedAt && checkedInAt ? Date.parse(checkedInAt) - Date.parse(arrivedAt) : 0
  if (waited >= longWaitFrom * 60_000) return 'waited'
  return requests.some(({ image }) => image.status === 'declined') ? 'declined' : 'usual'
}

function textOf(
  { words }: Desk,
  random: Random,
  mark: number,
  cause: keyof typeof feedbackTruth.mean,
): string {
  const about: DemoFeedback =
    mark <= 3 && cause !== 'usual' ? cause : mark >= 4 ? 'good' : mark === 3 ? 'fair' : 'poor'
  return random.of(words.feedback[about])
}
