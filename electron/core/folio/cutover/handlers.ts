import { postOpening } from './post-opening.ts'
import { openingStatus, previewOpening, readOpeningText } from './read.ts'

export const cutoverHandlers = {
  'cutover.status': openingStatus,
  'cutover.readText': readOpeningText,
  'cutover.preview': previewOpening,
  'cutover.post': postOpening,
}
