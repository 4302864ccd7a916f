/** SQLite has no booleans: 0 or 1. */
export type Flag = 0 | 1

export function flag(value: boolean): Flag {
  return value ? 1 : 0
}
