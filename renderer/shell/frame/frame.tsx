import { lazy, Suspense, useEffect, useRef } from 'react'
import { undoLast } from '#renderer/api/use-command.ts'
import { useQuery } from '#renderer/api/use-query.ts'
import { WithAntd, whenIdle } from '#renderer/ui/lazy-antd.tsx'
import { Trouble } from '#renderer/ui/Trouble.tsx'
import { lockDesk } from '../../api/session.ts'
import { useApproval } from '../../base/approval.ts'
import { mayWith, useDesk, useMay, useUser } from '../../base/desk.ts'
import type { Bindings } from '../../base/keys/registry.ts'
import { useKeys } from '../../base/keys/use-keys.ts'
import { useWords } from '../../base/language.ts'
import { back, go, useLocation, useRedirect } from '../../base/route/route.tsx'
import { pageOf, type Screen } from '../../base/route/screen.ts'
import { GuestCardHost } from '../../parts/guest/GuestCardHost.tsx'
import { IncognitoHost } from '../../parts/guest/incognito.tsx'
import { TierNamesHost } from '../../parts/loyalty/tier-names.tsx'
import { homePath, screenAt } from '../find-screen.ts'
import { screens } from '../screens.ts'
import { Bar } from './bar.tsx'
import { CrashNet } from './crash-net.tsx'
import { FireKey } from './fire-key.tsx'
import { preloadLock } from './lock.tsx'
import { NotFound } from './not-found.tsx'
import { NotYours } from './not-yours.tsx'
import { Overlays } from './overlays.tsx'
import { Rail } from './rail.tsx'
import { StatusLine } from './status-line.tsx'

/** Rail, bar, screen and status line. While the desk is locked none of it is in the page. */
export function Frame() {
  const { t } = useWords()
  useFrameKeys()
  useEffect(() => whenIdle(() => void preloadLock(), { timeoutMs: 10_000 }), [])
  return (
    <>
      <div className="k-frame">
        <a className="k-skip" href="#main">
          {t('shell.skip')}
        </a>
        <Rail />
        <Bar />
        <ScreenArea />
        <StatusLine />
      </div>
      <FireKey />
      <GuestCardHost />
      <IncognitoHost />
      <TierNamesHost />
      <Overlays />
      <Approval />
    </>
  )
}

const ApprovalDrawer = lazy(async () => ({ default: (await import('./approval-drawer.tsx')).ApprovalDrawer }))

/** Loaded when an act is first refused for lack of a right. */
function Approval() {
  const isAsked = useApproval(({ asked }) => asked !== null)
  if (!isAsked) return null
  return (
    <Suspense fallback={null}>
      <WithAntd>
        <ApprovalDrawer />
      </WithAntd>
    </Suspense>
  )
}

function ScreenArea() {
  const { t } = useWords()
  const user = useUser()
  const path = useLocation((location) => location.path)
  const main = useRef<HTMLElement>(null)
  const hotel = useQuery('hotel.state', {})
  const found = screenAt(path)
  useRedirect(path === '/' ? homePath(mayWith(user)) : null)
  const title = found ? `${t(found.screen.title)} · ${t('shell.product')}` : t('shell.product')
  useEffect(
    () =>
      whenIdle(() => {
        document.title = title
      }),
    [title],
  )
  useStartFocus(main, path)
  return (
    <main id="main" className="k-main" ref={main} tabIndex={-1} aria-label={t('shell.main')}>
      {hotel.failed && !hotel.data && (
        <Trouble failed={hotel.failed} operation="hotel.state" onRetry={hotel.retry} />
      )}
      {hotel.data &&
        (found ? (
          <Allowed screen={found.screen} params={found.params} path={path} />
        ) : (
          path !== '/' && <NotFound />
        ))}
    </main>
  )
}

type ShownProps = {
  screen: Screen
  params: Record<string, string>
  path: string
}

/** The screen, or who may open it. */
function Allowed(props: ShownProps) {
  const may = useMay()
  const { right } = props.screen
  return right === undefined || may(right) ? <Shown {...props} /> : <NotYours right={right} />
}

/** As in index.html: what stands while the files of a screen come. */
function ScreenSkeleton() {
  const { t } = useWords()
  return (
    <div className="k-skeleton k-bone-rows" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: 12 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: skeleton rows have no other name
        <i key={index} />
      ))}
    </div>
  )
}

/** One screen; the key makes another guest another screen, so that no state leaks from one to the next. */
function Shown({ screen, params, path }: ShownProps) {
  const query = useLocation((location) => location.query)
  const Page = pageOf(screen)
  const page = <Page params={params} query={query} />
  return (
    <CrashNet key={path}>
      <Suspense fallback={<ScreenSkeleton />}>
        <div className="k-screen">{screen.plain ? page : <WithAntd>{page}</WithAntd>}</div>
      </Suspense>
    </CrashNet>
  )
}

/** A new screen takes the focus, unless it has put it already where the clerk types next (autoFocus). */
function useStartFocus(main: React.RefObject<HTMLElement | null>, path: string): void {
  useEffect(() => {
    void path
    const element = main.current
    if (element && !element.contains(document.activeElement)) element.focus({ preventScroll: true })
  }, [main, path])
}

function useFrameKeys(): void {
  const open = (overlay: 'palette' | 'keys' | 'all-keys') => useDesk.setState({ overlay })
  const bindings: Record<string, Bindings[string]> = {
    F1: { label: 'keys.help', run: () => open('keys') },
    'Ctrl+F1': { label: 'keys.allKeys', run: () => open('all-keys') },
    'Ctrl+K': { label: 'keys.palette', run: () => open('palette') },
    F8: { label: 'keys.switchUser', run: lockDesk },
    'Ctrl+Z': { label: 'keys.undo', run: () => void undoLast() },
    Esc: { label: 'keys.back', run: () => back() },
  }
  for (const screen of screens) {
    if (screen.key) bindings[screen.key] = { label: screen.title, run: () => go(screen.path) }
  }
  useKeys(bindings, { place: 'everywhere' })
}
