import { SettingOutlined } from '@ant-design/icons'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'

const load = () => import('./SettingsPage.tsx')

export const settingsScreens: readonly Screen[] = [
  {
    path: paths.settings,
    title: 'settings.title',
    rail: { order: 90, icon: <SettingOutlined />, foot: true },
    load,
    words:
      'setup configuration hotel room type rate user password programme 配置 房型 房价 用户 密码 会员计划 shezhi sz',
  },
  {
    path: paths.settingsSection,
    title: 'settings.title',
    load,
    keys: {
      'Alt+1': 'settings.key.hotel',
      'Alt+2': 'settings.key.room-types',
      'Alt+3': 'settings.key.rooms',
      'Alt+4': 'settings.key.rate-plans',
      'Alt+5': 'settings.key.programme',
      'Alt+6': 'settings.key.users',
      'Alt+7': 'settings.key.password',
      'Alt+N': 'settings.key.add',
      'Alt+R': 'settings.key.addRange',
    },
  },
]
