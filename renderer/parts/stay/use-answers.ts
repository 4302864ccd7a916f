import { useState } from 'react'
import { namesOf, useActs } from '#renderer/base/keys/acts.ts'
import { answerActs } from './acts.ts'
import { isLifted, type Obstacle, type Question, questionsIn } from './questions.ts'

/** What is answered with yes of all that stands against an act, and whether that is enough. */
export function useAnswers(obstacles: readonly Obstacle[]) {
  const [accepted, setAccepted] = useState<readonly Question[]>([])
  return {
    accepted,
    toggle: (question: Question) =>
      setAccepted((now) =>
        now.includes(question) ? now.filter((one) => one !== question) : [...now, question],
      ),
    ready: isLifted(obstacles, accepted),
    /** What the command is given: answers to what is still asked. */
    accept: questionsIn(obstacles).filter((one) => accepted.includes(one)),
  }
}

/** The first three questions are answered by 1, 2 and 3; says which key a question has. */
export function useAnswerKeys(questions: readonly Question[], onAnswer: (question: Question) => void) {
  const names = namesOf(answerActs)
  const answer = (at: number) => () => {
    const question = questions[at]
    if (question) onAnswer(question)
  }
  useActs(answerActs, { first: answer(0), second: answer(1), third: answer(2) }, { on: questions.length > 0 })
  return (question: Question): string | undefined => {
    const name = names[questions.indexOf(question)]
    return name && answerActs[name].key
  }
}
