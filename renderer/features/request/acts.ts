import type { Acts } from '#renderer/base/keys/acts.ts'

/** What is done with the chosen rows of the board, or with the one under the mark. */
export const rowActs = {
  acknowledge: { key: 'A', label: 'request.key.acknowledge' },
  done: { key: 'D', label: 'request.key.done' },
  decline: { key: 'X', label: 'request.key.decline' },
  reopen: { key: 'R', label: 'request.key.reopen' },
  change: { key: 'E', label: 'request.key.change' },
} as const satisfies Acts

/** How rows are chosen, and what the board shows. */
export const boardActs = {
  choose: { key: 'Space', label: 'request.key.choose' },
  all: { key: 'Alt+A', label: 'request.key.all' },
  state: { key: 'S', label: 'request.key.state' },
  day: { key: 'T', label: 'request.key.day' },
  sort: { key: 'O', label: 'request.key.sort' },
  add: { key: 'N', label: 'request.key.add' },
  print: { key: 'P', label: 'request.key.print' },
} as const satisfies Acts
