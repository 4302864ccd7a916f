import type { Acts } from '#renderer/base/keys/acts.ts'

/** For those who may set one up. */
export const scheduleActs = {
  add: { key: 'Alt+N', label: 'reportSchedule.key.add' },
  remove: { key: 'Del', label: 'reportSchedule.key.remove' },
} as const satisfies Acts

/** For all who see them. */
export const writeActs = {
  write: { key: 'Alt+W', label: 'reportSchedule.key.write' },
} as const satisfies Acts
