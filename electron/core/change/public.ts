/** What other areas may use of this one. */
export { beforeNext, changePage, sequenceIn } from './list.ts'
export { readActorNames } from './names.ts'
export { isAfter, readThen, thenOfEach, withRelated } from './then.ts'
export { takeBack } from './undo.ts'
export { changeViews } from './view.ts'
