import type { guestRefusal as source } from '../en/guest-refusal.ts'
import type { Translation } from '../types.ts'

export const guestRefusal: Translation<typeof source> = {
  CONTACT_INVALID: {
    phone: {
      form: '电话号码只能含数字、空格和 +，请更正。',
      country: '国家/地区区号不存在，请以 + 和国家/地区区号开头。',
      tooShort: '号码位数不足，请与客人核对。',
      tooLong: '号码位数过多，请与客人核对。',
      number: '该国家/地区没有这样的号码，请与客人核对；境外号码以 + 开头。',
      notMobile: '这不是手机号码，请改选“电话”或更正号码。',
    },
    email: {
      form: '邮箱格式应如 name@example.com，请更正。',
      tooLong: '邮箱过长，请更正。',
    },
    wechat: { form: '微信号为 6 至 20 位字母、数字、- 或 _，以字母开头，请更正。' },
    address: { form: '请填写地址。' },
  },
  DOCUMENT_INVALID: {
    document: {
      empty: '请填写证件号码或机读码。',
      characters: '证件号码只含字母和数字，请重新核对。',
      length: '证件号码为 4 至 24 位，请重新核对。',
      permit: '号码不符合该通行证的编号规则，请核对或另选证件类型。',
      residencePermit: '这是居住证号码，请将证件类型改选为居住证。',
    },
    residentId: {
      fifteen: '这是旧的 15 位号码，请填写现用身份证的 18 位号码。',
      length: '身份证号码为 18 位，请重新核对。',
      characters: '身份证号码前 17 位为数字，末位为数字或 X，请重新核对。',
      region: '前六位不是有效的行政区划代码，请重新核对。',
      date: '号码中的出生日期不存在，请重新核对。',
      checksum: '末位校验码不符，有一位读错，请重新核对。',
    },
    mrz: {
      characters: '机读码只含大写字母、数字和 <，请重新核对。',
      length: '机读码不完整：应为两行 44 或 36 位，或三行 30 位，请重新核对。',
      chinesePermit: '通行证的机读码无法读取，请手工填写证件号码。',
      visa: '这是签证的机读码，请读取护照资料页，或手工填写护照号码。',
      kind: '机读码属于另一种证件，请另选类型或重新核对。',
      issuer: '机读码中的签发国家/地区不存在，请重新核对。',
      number: '机读码中的号码校验不符，请重新核对。',
      nationality: '机读码中的国籍不存在，请重新核对。',
      birthDate: '机读码中的出生日期校验不符，请重新核对。',
      sex: '机读码中的性别无法识别，请重新核对。',
      expiry: '机读码中的有效期校验不符，请重新核对。',
      optional: '机读码中有一项校验不符，请重新核对。',
      composite: '机读码总校验不符，有一位读错，请重新核对。',
      name: '机读码中的姓名无法识别，请重新核对。',
    },
  },
}
