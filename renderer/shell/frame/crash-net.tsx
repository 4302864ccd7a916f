import { Component, type ReactNode } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { useDesk } from '../../base/desk.ts'
import { markCrash } from '../../base/drafts/use-draft.ts'
import { say } from '../../base/language.ts'

type State = { error: Error | null }

/** Catches a screen that throws while it renders: the frame stays, the words tell what is safe and what to do. React has no hook for it. */
export class CrashNet extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null }
  private stop: () => void = () => undefined

  static getDerivedStateFromError(error: unknown): State {
    // Before the screen is taken down: its editors go, what was typed in them stays
    markCrash(true)
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  /** A screen that could not be loaded while the host was away comes by itself when it is back. */
  override componentDidMount() {
    this.stop = useDesk.subscribe(({ connection }, before) => {
      if (connection !== 'live' || before.connection === 'live') return
      if (this.state.error && isNotLoaded(this.state.error)) this.setState({ error: null })
    })
  }

  override componentWillUnmount() {
    this.stop()
    markCrash(false)
  }

  override componentDidUpdate(): void {
    if (!this.state.error) markCrash(false)
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
    if (isNotLoaded(error)) return <NotLoaded onAgain={() => this.setState({ error: null })} />
    return (
      <section className="k-trouble" role="alert">
        <h1>{say('shell.crash.title')}</h1>
        <p>{say('shell.crash.safe')}</p>
        <p>{say('shell.crash.remedy')}</p>
        <p className="k-quiet">
          <code>{error.message}</code>
        </p>
        <Button primary autoFocus onClick={() => this.setState({ error: null })}>
          {say('shell.crash.reload')}
        </Button>
      </section>
    )
  }
}

/** As browsers word it, and the bundler for a file of styles. */
function isNotLoaded({ message }: Error): boolean {
  return /dynamically imported module|importing a module script|preload CSS/i.test(message)
}

/** Its files did not come: the host is away, or it was restarted with another version, whose files have other names. */
function NotLoaded({ onAgain }: { onAgain: () => void }) {
  const away = useDesk((desk) => desk.connection === 'lost')
  return (
    <section className="k-trouble" role="alert">
      <h1>{say(away ? 'shell.host.unreachable.title' : 'shell.notLoaded')}</h1>
      <p>{say('shell.host.safe')}</p>
      {away && <p>{say('shell.host.unreachable.way')}</p>}
      <Button primary autoFocus onClick={away ? onAgain : () => window.location.reload()}>
        {say(away ? 'common.retry' : 'shell.crash.reload')}
      </Button>
    </section>
  )
}
