/** 登记、证件读取与设备的提示。 */
export const registrationRefusal = {
  DOCUMENT_UNREADABLE: '未能从中读出证件。请重新扫描，或手工输入号码。',
  DOCUMENT_FAULTY: '证件上的“{{read}}”与其校验码不符。请与证件核对后更正，或仍然采用。',
  ENTRY_FUTURE: '入境日期 {{entryOn}} 晚于今天 {{today}}。请核对护照上的入境章。',
  NOT_IN_HOUSE: '该预订不在住。住客办理入住后才登记。',
  REGISTRATION_RECORDED: '该预订中应登记的住客均已登记，没有新增。',
  REGISTRATION_SENT: '该登记已标记为已报送，之后没有变更。',
  REGISTRATION_UNKNOWN: '没有这条登记。请从列表中选择。',
  NOT_IN_BOOKING: '该住客不在此预订中。请先加入预订。',
  NOT_A_MINOR: '按登记的出生日期，该住客不是未成年人。请核对出生日期。',
  PHONE_NEEDED: '缺少监护人电话。请填写。',
  MINOR_SHEET_UNKNOWN: '没有这张登记表。请先保存监护人信息。',
  ROOM_VACANT: '{{room}} 房无人在住。请核对房号。',
  VISITOR_LEFT: '该访客已离开。',
  VISITOR_TIMES: '离开时间须晚于来访时间，且不晚于现在。请核对时间。',
  VISITOR_UNKNOWN: '没有这条访客记录。请从列表中选择。',
}
