import type { OutputOf } from '#shared/contract/index.ts'

export type Obstacle = OutputOf<'stay.reviewCheckIn'>['obstacles'][number]
export type Question = NonNullable<Obstacle['question']>

/** The questions among them, each once, in their order: the first is answered by 1. */
export function questionsIn(obstacles: readonly Obstacle[]): Question[] {
  return [...new Set(obstacles.flatMap(({ question }) => question ?? []))]
}

/** Whether nothing stands against it any more but what was answered. */
export function isLifted(obstacles: readonly Obstacle[], accepted: readonly Question[]): boolean {
  return obstacles.every(({ question }) => question !== null && accepted.includes(question))
}
