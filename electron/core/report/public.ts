/** What other areas may use of reports: how a page becomes a file. */
export { freePath } from './files/free-path.ts'
export { makeFile } from './files/make-file.ts'
export { writeWhole } from './files/write-whole.ts'
