import { readSourceWords } from '#db/queries/import/words.ts'
import type { Mapping } from '#shared/contract/import.ts'
import { plainWhere } from '#shared/domain/import/row.ts'
import { refuse } from '#shared/values/index.ts'
import type { Context } from '../kernel/context.ts'
import type { GivenFile } from '../kernel/given-files.ts'
import { works } from '../kernel/handler.ts'
import { lookAtEarlier } from './earlier.ts'
import { findingsInFile } from './findings.ts'
import { guessOf } from './inspect.ts'
import { rememberFindings } from './list-findings.ts'
import { surveyOf } from './read-once.ts'
import { readingOf } from './rules.ts'
import { type ImportPlan, runImport } from './run-import.ts'
import type { FileTrouble, Survey } from './source/survey.ts'
import { openTable } from './source/table.ts'

/** Looks the file over and begins the job; what reading all rows finds wrong ends the job with the same codes. */
export const start = works('import.start', async (ctx, input) => {
  const file = ctx.files.take(input.file)
  if (!file) return refuse('FILE_UNKNOWN')
  const survey = await surveyOf(file, input.encoding)
  if ('code' in survey) return refuse(survey.code, { file: file.name, ...survey.params })
  const where = plainWhere(input.where ?? '')
  const { profile, sheet, skipHidden, source = '' } = input
  const recognised = await mappingFor(input, file, survey)
  if (recognised && 'code' in recognised)
    return refuse(recognised.code, { file: file.name, ...recognised.params })
  const mapping = recognised
  const trouble = await troubleBefore(ctx, file, survey, { profile, mapping, where, sheet })
  if (trouble) return refuse(trouble.code, { file: file.name, ...trouble.params })
  const dryRun = input.dryRun ? findingsInFile(ctx.files) : null
  const instead = () => {
    const findings = findingsInFile(ctx.files)
    if (job) rememberFindings(ctx.files, job, findings.path)
    return findings
  }
  const words = await readSourceWords(ctx.store.reader)
  const plan: ImportPlan = {
    file,
    survey,
    sheet,
    skipHidden,
    source,
    profile,
    mapping,
    words,
    where,
    dryRun,
    instead,
  }
  const job: string | null = ctx.jobs.start('import', (handle) => {
    const letGo = ctx.files.hold(file)
    return runImport(ctx, plan, handle).finally(letGo)
  })
  if (!job) {
    dryRun?.end()
    return refuse('JOB_RUNNING')
  }
  if (dryRun) rememberFindings(ctx.files, job, dryRun.path)
  return { job }
})

/** The mapping given, else what the file itself says without a doubt; columns in doubt are a person's to choose. */
async function mappingFor(
  { profile, mapping, sheet }: Pick<ImportPlan, 'profile' | 'mapping'> & { sheet?: string | undefined },
  file: GivenFile,
  survey: Survey,
): Promise<Mapping | undefined | FileTrouble> {
  if (mapping || profile !== 'generic') return mapping
  const guess = await guessOf(file, survey, sheet)
  if ('code' in guess) return guess
  const [doubt] = guess.doubts
  if (doubt) {
    const columns = doubt.columns.map((name) => `“${name}”`).join(', ')
    return { code: 'COLUMNS_ALIKE', params: { columns, as: doubt.field } }
  }
  return { columns: Object.fromEntries(guess.fields) }
}

/** What can be known before any row is read. */
async function troubleBefore(
  ctx: Context,
  file: GivenFile,
  survey: Survey,
  { sheet, ...input }: Pick<ImportPlan, 'profile' | 'mapping' | 'where' | 'sheet'>,
): Promise<FileTrouble | null> {
  const table = await openTable(file.path, survey, sheet)
  if ('code' in table) return table
  await table.rows.return(undefined)
  const asked = { sha256: survey.sha256, ...input, sheet: table.sheet }
  const earlier = await lookAtEarlier(ctx.store.reader, ctx, asked)
  if ('trouble' in earlier) return earlier.trouble
  const reading = readingOf(table, input, ctx.hotel, survey.format)
  return 'code' in reading ? reading : null
}
