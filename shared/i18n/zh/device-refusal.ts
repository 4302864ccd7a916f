import type { deviceRefusal as source } from '../en/device-refusal.ts'
import type { Translation } from '../types.ts'

export const deviceRefusal: Translation<typeof source> = {
  DEVICE_NOT_CHOSEN: '本机未选定此类设备。请在“设置 · 本机”中选择。',
  DEVICE_AWAY: '设备程序没有应答。请检查该程序是否在本机运行、设备是否已接好。',
  DEVICE_SLOW: '设备未及时应答。请重试，或重新启动设备程序。',
  DEVICE_GARBLED: '设备程序返回的内容无法识别，未采用任何内容。请重试；仍然如此请联系厂商。',
  DEVICE_OTHER_VERSION: '设备程序的版本不符，请更新。',
  DEVICE_UNKNOWN_DEVICE: '设备程序已不认识此设备。请在“设置 · 本机”中另选。',
  DEVICE_NOT_ALLOWED: '设备程序拒绝了密钥。请重新启动该程序，使其重写配置文件。',
  DEVICE_NOT_READY: '设备未就绪。请检查是否已接好并开机。',
  DEVICE_BUSY: '设备正被他人使用，请稍后重试。',
  DEVICE_NO_DOCUMENT: '阅读器上没有证件。请放好后重试，或手工输入。',
  DEVICE_UNREADABLE: '阅读器读不出此证件。请擦净、放平后重试，或手工输入。',
  DEVICE_NO_CARD: '发卡机上没有卡。请放卡后重试。',
  DEVICE_OUT_OF_CARDS: '发卡机的空白卡已用完。请补卡，或手工发卡。',
  DEVICE_FOREIGN_CARD: '此卡不是本酒店的卡，请换一张。',
  DEVICE_OUT_OF_PAPER: '打印机缺纸或卡纸。',
  DEVICE_UNSUPPORTED: '此设备不支持该操作。',
  DEVICE_FAILED: '设备未能完成操作。请重试；仍然如此请检查设备本身。',
}
