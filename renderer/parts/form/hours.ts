/** 3 → 03:00. */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`
}

/** Every hour of a day, to choose from. */
export const hourOptions = Array.from({ length: 24 }, (_, hour) => ({ value: hour, label: hourText(hour) }))
