/** What other areas may use of devices. */
export { fileOutput, type PaperCode, type PaperFile, paperOut, printOnDesk, takenOut } from './paper-out.ts'
