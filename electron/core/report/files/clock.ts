/** A moment as a spreadsheet has it: the hotel's clock, in a date that says it as if it were UTC. */
export function momentOnClock(moment: string, timeZone: string): Date {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(new Date(moment))
  const at = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  return new Date(Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'), at('second')))
}
