import { makePaperFile } from './file.ts'
import { creditInvoice, issueInvoice, issueReceipt } from './issue.ts'
import { getPaper, listPapers, previewPaper } from './read.ts'

export const paperHandlers = {
  'paper.preview': previewPaper,
  'paper.issue': issueInvoice,
  'paper.credit': creditInvoice,
  'paper.receipt': issueReceipt,
  'paper.get': getPaper,
  'paper.list': listPapers,
  'paper.file': makePaperFile,
}
