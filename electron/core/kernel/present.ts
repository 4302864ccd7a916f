/**
 * The fields that were sent, to be put over what is on file: an absent one leaves it, and so does one that came as
 * undefined (IPC's structured clone keeps those, JSON does not).
 */
export function present<T extends object>(fields: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never
}
