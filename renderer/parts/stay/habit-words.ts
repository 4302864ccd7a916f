import type { T } from '#renderer/base/language.ts'

/** “stayed here 3 times”, else how often on this floor; empty where the guest never was. */
export function habitWords(
  { stays = 0, floorStays = 0 }: { stays?: number; floorStays?: number },
  t: T,
): string {
  if (stays > 0) return t('stay.habit.room', { count: stays })
  return floorStays > 0 ? t('stay.habit.floor', { count: floorStays }) : ''
}
