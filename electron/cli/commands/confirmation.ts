import { basename } from 'node:path'
import type { OutputOf } from '#shared/contract/index.ts'
import type { Reading } from '#shared/domain/confirmation/reading.ts'
import { wholeName } from '#shared/domain/name/name.ts'
import { describeFact, type FactKey } from '#shared/i18n/fact-text.ts'
import { type Key, words } from '#shared/i18n/index.ts'
import type { Currency } from '#shared/values/index.ts'
import type { Cli, Given } from '../command.ts'
import { fileToRead } from '../given-file.ts'
import { cliDesk, withStore } from '../open.ts'
import { refuse } from '../refuse.ts'
import { exitCodes } from '../stop.ts'

type Answer = OutputOf<'confirmation.read'>

/** Prints what a confirmation's file says, a fact on each line with the line it is from and its doubt. */
export async function runConfirmation(given: Given, cli: Cli): Promise<number> {
  const path = fileToRead(given.words[0] ?? '')
  return await withStore(cli, { mode: 'existing' }, async (app) => {
    const desk = cliDesk(app, cli)
    const file = app.files.give({ path, name: basename(path), temporary: false })
    const reply = await desk.call('confirmation.read', { file })
    if (!reply.ok) return await refuse(cli, 'confirmation.read', reply)
    const answer = reply.output as Answer
    if (cli.json) {
      await cli.say(JSON.stringify(answer))
      return exitCodes.ok
    }
    const types = await desk.call('room.listTypes', {})
    const hotel = await desk.call('hotel.settings', {})
    const codes = types.ok ? (types.output as OutputOf<'room.listTypes'>) : []
    const currency = hotel.ok ? (hotel.output as OutputOf<'hotel.settings'>).currency : 'CNY'
    await cli.say(linesOf(answer, cli, currency as Currency, codes).join('\n'))
    return exitCodes.ok
  })
}

function linesOf(
  answer: Answer,
  { language }: Cli,
  currency: Currency,
  types: OutputOf<'room.listTypes'>,
): string[] {
  const reading = answer.reading as Reading
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB'
  const typeName = (id: number) => types.find((type) => type.id === id)?.code ?? ''
  const facts = (Object.keys(reading) as FactKey[]).flatMap((name) => {
    const fact = reading[name]
    if (!fact) return []
    const label = words(language, `confirmation.field.${name}` as Key)
    const value = describeFact(name, reading, { language, locale, currency, typeName })
    const from = words(language, 'confirmation.line', { line: fact.line })
    const doubt = fact.doubt ? `  ? ${words(language, `confirmation.doubt.${fact.doubt}` as Key)}` : ''
    return [`${label}: ${value}${language === 'zh' ? `（${from}）` : ` (${from})`}${doubt}`]
  })
  const onFile = answer.onFile.map(
    ({ confirmationNo, guestName, guestLatinName, arrival, departure }) =>
      `${words(language, 'confirmation.field.onFile')}: ${confirmationNo} ${wholeName(guestName, guestLatinName, language)} ${arrival} – ${departure}`,
  )
  return [...facts, ...onFile]
}
