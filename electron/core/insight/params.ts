/** Parameters as text that is the same for the same parameters, in whatever order they were written. */
export function paramsText(params: unknown): string {
  return JSON.stringify(params, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
}
