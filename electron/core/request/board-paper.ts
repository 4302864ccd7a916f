import type { Reader } from '#db/handles.ts'
import type { ParsedOf, RefusalOf } from '#shared/contract/index.ts'
import { type Department, departments } from '#shared/domain/request/request.ts'
import { escaped } from '#shared/domain/text/markup.ts'
import { dayText } from '#shared/i18n/day-text.ts'
import { words } from '#shared/i18n/index.ts'
import { askText } from '#shared/i18n/wish-text.ts'
import type { Result } from '#shared/values/index.ts'
import { type PaperFile, takenOut } from '../device/public.ts'
import {
  line,
  nameOf,
  type Sheet,
  sheetFile,
  sheetFor,
  sheetPage,
  table,
  wideSheet,
} from '../house/public.ts'
import type { Context } from '../kernel/context.ts'
import { writesAfter } from '../kernel/handler.ts'
import { type BoardRow, readBoardRows } from './board.ts'

type Asked = ParsedOf<'request.paper'>
type Code = RefusalOf<'request.paper'>

/** The page is made before the command has its turn, which notes that it was taken out. */
export const makeBoardPaper = writesAfter('request.paper', fileOf, (_tx, _ctx, { format }, made) =>
  made.ok ? takenOut('board', made.value, format) : made,
)

async function fileOf(db: Reader, asked: Asked, ctx: Context): Promise<Result<PaperFile, Code>> {
  const { department, state, day, sort, format, language } = asked
  const sheet = wideSheet(await sheetFor(db, ctx, asked))
  const rows = await readBoardRows(db, ctx, { department, state, day, sort })
  const title = words(language, 'request.paper.board')
  const of = department === undefined ? '' : ` ${words(language, `request.department.${department}`)}`
  return sheetFile(db, ctx, sheet, format, { title: `${title}${of}`, html: boardHtml(rows, asked, sheet) })
}

/** A table for each department that has something, each on a page of its own, with a box to tick. */
export function boardHtml(
  rows: readonly BoardRow[],
  { department, state, day }: Pick<Asked, 'department' | 'state' | 'day'>,
  sheet: Sheet,
): string {
  const { language } = sheet
  const of = Map.groupBy(rows, (row) => row.department)
  const shown = department === undefined ? departments.filter((one) => of.has(one)) : [department]
  const stateWord = words(language, `request.state.${state}`)
  const narrowed = state === 'left' ? stateWord : `${stateWord} · ${words(language, `request.day.${day}`)}`
  const none = `<p class="notice">${escaped(words(language, 'request.none.paper'))}</p>`
  return sheetPage(words(language, 'request.paper.board'), sheet, [
    `<p class="name">${escaped(narrowed)}</p>`,
    ...(shown.length === 0 ? [none] : []),
    ...shown.map((one) => {
      const own = of.get(one) ?? []
      const head = `<h2>${escaped(headOf(one, own, language))}</h2>`
      return `<section class="sheet">\n${head}\n${own.length === 0 ? none : tableOf(own, language)}\n</section>`
    }),
  ])
}

function headOf(department: Department, rows: readonly BoardRow[], language: Sheet['language']): string {
  const name = words(language, `request.department.${department}`)
  return language === 'zh' ? `${name}（${rows.length}）` : `${name} (${rows.length})`
}

const heads = ['due', 'room', 'guest', 'what', 'state', 'done'] as const

function tableOf(rows: readonly BoardRow[], language: Sheet['language']): string {
  return table(
    heads.map((head) => words(language, `request.paper.${head}`)),
    rows.map((row) =>
      line([
        [row.overdue ? '!' : '', dayText(row.dueOn, language), row.dueTime ?? ''].filter(Boolean).join(' '),
        row.roomNumber ?? '—',
        row.guestId === null ? words(language, 'request.ofHouse') : nameOf(row, language),
        [askText(row, language), ...offered(row, language)].join(' — '),
        words(language, `shell.mark.${row.status}`),
        row.status === 'open' || row.status === 'acknowledged' ? '☐' : '',
      ]),
    ),
  )
}

/** Why a wish was declined, and what was offered instead. */
function offered({ reason, alternative }: BoardRow, language: Sheet['language']): string[] {
  return [
    ...(reason === null ? [] : [reason]),
    ...(alternative === null ? [] : [words(language, 'request.instead', { what: alternative })]),
  ]
}
