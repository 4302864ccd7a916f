/** What other areas may use of devices. */
export { fileOutput, type PaperCode, type PaperFile, paperOut } from './paper-out.ts'
