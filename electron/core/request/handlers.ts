import { board, markTogether } from './board.ts'
import { makeBoardPaper } from './board-paper.ts'
import { answerOffer } from './offers.ts'
import { advanceRequest, createRequest, listOpenRequests, updateRequest } from './requests.ts'

export const requestHandlers = {
  'request.create': createRequest,
  'request.update': updateRequest,
  'request.advance': advanceRequest,
  'request.listOpen': listOpenRequests,
  'request.answerOffer': answerOffer,
  'request.board': board,
  'request.markTogether': markTogether,
  'request.paper': makeBoardPaper,
}
