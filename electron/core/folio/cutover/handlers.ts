import { postOpening } from './post-opening.ts'
import { openingStatus, previewOpening, readOpeningFile, readOpeningText } from './read.ts'

export const cutoverHandlers = {
  'cutover.status': openingStatus,
  'cutover.readText': readOpeningText,
  'cutover.readFile': readOpeningFile,
  'cutover.preview': previewOpening,
  'cutover.post': postOpening,
}
