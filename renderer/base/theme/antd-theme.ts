import { theme as antd, type ThemeConfig } from 'antd'
import { colours, faces, sizes, type Theme } from './tokens.ts'

type Algorithm = typeof antd.compactAlgorithm

/** antd's scale of type knows even sizes only, and its compact one ends at 12: the 13 px of the house are set after it. */
const ourSizes: Algorithm = (seed, map) => ({
  ...(map ?? antd.compactAlgorithm(seed)),
  fontSize: sizes.font,
  fontSizeSM: sizes.fontSmall,
  fontSizeLG: 14,
  fontHeight: sizes.lineHeight,
  lineHeight: sizes.lineHeight / sizes.font,
  lineHeightSM: 18 / sizes.fontSmall,
  controlHeight: sizes.control,
  controlHeightSM: 24,
  controlHeightLG: 32,
})

/** antd's theme from our tokens: compact, 13 px, CSS variables on, no shadows but on what floats. */
export function antdTheme(theme: Theme): ThemeConfig {
  const c = colours[theme]
  return {
    cssVar: { key: 'k', prefix: 'ant' },
    hashed: false,
    algorithm: [
      theme === 'night' ? antd.darkAlgorithm : antd.defaultAlgorithm,
      antd.compactAlgorithm,
      ourSizes,
    ],
    token: {
      fontFamily: faces.text,
      fontFamilyCode: faces.code,
      borderRadius: sizes.radius,
      borderRadiusLG: sizes.radius + 1,
      borderRadiusSM: 2,
      fontWeightStrong: 600,
      colorPrimary: c.accent,
      colorInfo: c.accent,
      colorLink: c.accent,
      colorError: c.wrong,
      colorErrorText: c.wrong,
      colorWarning: c.warn,
      colorSuccess: c.good,
      colorTextLightSolid: c.accentInk,
      colorBgBase: c.surface,
      colorBgLayout: c.ground,
      colorBgContainer: c.surface,
      colorBgElevated: theme === 'night' ? c.raised : c.surface,
      colorText: c.ink,
      colorTextSecondary: c.ink2,
      colorTextTertiary: c.ink3,
      colorTextDescription: c.ink2,
      colorTextPlaceholder: c.ink3,
      colorTextDisabled: c.ink3,
      colorBorder: c.lineStrong,
      colorBorderSecondary: c.line,
      colorSplit: c.line,
      controlOutline: 'transparent',
      controlItemBgHover: c.hover,
      controlItemBgActive: c.accentSoft,
      motionDurationFast: '0.06s',
      motionDurationMid: '0.1s',
      motionDurationSlow: '0.14s',
      wireframe: false,
    },
    components: {
      Button: { fontWeight: 600, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Drawer: { paddingLG: 16 },
      // Its ground is dark in both of antd’s themes, the ink of our accent in one of ours only
      Tooltip: { colorBgSpotlight: c.ink, colorTextLightSolid: c.surface },
    },
  }
}
