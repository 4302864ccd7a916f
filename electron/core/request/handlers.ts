import { advanceRequest, createRequest, listOpenRequests, updateRequest } from './requests.ts'

export const requestHandlers = {
  'request.create': createRequest,
  'request.update': updateRequest,
  'request.advance': advanceRequest,
  'request.listOpen': listOpenRequests,
}
