import type { Problem } from '#shared/domain/report/question/read-question.ts'

/** The question with a nearest word in the place of what is not understood; null where that is not in one piece. */
export function retype(
  typed: string,
  { text, at }: Pick<Problem, 'text' | 'at'>,
  word: string,
): string | null {
  if (text === '') return `${typed.trimEnd()} ${word}`.trimStart()
  if (!typed.startsWith(text, at)) return null
  return typed.slice(0, at) + word + typed.slice(at + text.length)
}
