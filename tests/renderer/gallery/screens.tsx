import { AppstoreOutlined, SettingOutlined, UserOutlined } from '@ant-design/icons'
import { paths } from '#renderer/base/route/paths.ts'
import type { Screen } from '#renderer/base/route/screen.ts'

/** Screens that show the widgets with fixed figures: what tests of the shell walk through instead of the hotel's own. */
export const screens: readonly Screen[] = [
  {
    path: paths.guests,
    title: 'shell.palette.guests',
    key: 'F9',
    rail: { order: 10, icon: <UserOutlined /> },
    load: () => import('./ListPage.tsx'),
  },
  { path: paths.guest, title: 'shell.palette.guests', load: () => import('./ThingPage.tsx') },
  {
    path: paths.changes,
    title: 'change.title',
    rail: { order: 20, icon: <AppstoreOutlined /> },
    load: () => import('./WidgetsPage.tsx'),
  },
  {
    path: paths.settings,
    title: 'common.details',
    right: 'users',
    rail: { order: 30, icon: <SettingOutlined />, foot: true },
    load: () => import('./FormPage.tsx'),
  },
]
