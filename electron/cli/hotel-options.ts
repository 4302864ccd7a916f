import type { Cli, Given, Option } from './command.ts'

/** What a new store needs to know of its hotel, for every command that may make one. */
export const hotelOptions: Record<string, Option> = {
  hotel: { type: 'string', value: 'NAME' },
  language: { type: 'string', value: 'en|zh' },
  currency: { type: 'string', value: 'CODE' },
  'time-zone': { type: 'string', value: 'ZONE' },
  country: { type: 'string', value: 'CODE' },
  'business-date': { type: 'string', value: 'YYYY-MM-DD' },
}

/** The hotel as far as the command line names it; the rest as this machine suggests. The contract checks it. */
export function hotelFrom(
  given: Given,
  cli: Cli,
  suggested: { currency?: string; timeZone?: string; country?: string } = {},
) {
  const businessDate = given.text('business-date')
  const language = given.text('language') ?? cli.language
  return {
    hotelName: given.text('hotel'),
    language,
    currency: given.text('currency') ?? suggested.currency ?? 'CNY',
    timeZone:
      given.text('time-zone') ?? suggested.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    country: given.text('country') ?? suggested.country ?? 'CHN',
    ...(businessDate === undefined ? {} : { businessDate }),
  }
}
