import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'
import { SettingIcon } from '#renderer/ui/icons.tsx'
import {
  addActs,
  backupActs,
  cutoverActs,
  cutoverLineActs,
  cutoverSectionActs,
  moneyTabActs,
  rangeActs,
  saveActs,
  sectionActs,
} from './acts.ts'

const load = () => import('./SettingsPage.tsx')

export const settingsScreens: readonly Screen[] = [
  {
    path: paths.settings,
    title: 'settings.title',
    rail: { order: 90, icon: <SettingIcon />, foot: true },
    load,
    words:
      'setup configuration hotel room type rate user password programme backup restore 备份 恢复 beifen huifu 配置 房型 房价 用户 密码 会员计划 账务 科目 税 汇率 shezhi sz money tax account exchange opening balance cutover device reader encoder printer scanner key card 设备 阅读器 发卡机 打印机 扫描枪 本机 shebei 期初余额 qichu qc',
  },
  {
    path: paths.settingsSection,
    title: 'settings.title',
    load,
    acts: [sectionActs, addActs, rangeActs, backupActs],
    sections: [
      { title: 'settings.section.hotel', acts: [saveActs] },
      { title: 'settings.section.programme', acts: [saveActs] },
      { title: 'settings.section.backup', acts: [saveActs] },
      { title: 'settings.section.registration', acts: [saveActs] },
      { title: 'settings.section.desk', acts: [saveActs] },
      { title: 'settings.section.money', acts: [moneyTabActs, saveActs] },
      { title: 'settings.section.cutover', acts: [cutoverSectionActs, cutoverLineActs, cutoverActs] },
    ],
  },
]
