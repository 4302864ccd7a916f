import { type BusinessDate, businessDateInZone } from '#shared/values/index.ts'

/** The hotel's calendar and clock at a moment: what a paper is dated by, whatever the business date is. */
export function issueTime(moment: string, timeZone: string): { issuedOn: BusinessDate; issuedAt: string } {
  const at = Date.parse(moment)
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    hour: '2-digit',
    minute: '2-digit',
  })
  return { issuedOn: businessDateInZone(at, timeZone), issuedAt: clock.format(at) }
}
