import { Component, type ReactNode } from 'react'
import { Button } from '#renderer/ui/Button.tsx'
import { say } from '../../base/language.ts'

type State = { error: Error | null }

/** Catches a screen that throws while it renders: the frame stays, the words tell what is safe and what to do. React has no hook for it. */
export class CrashNet extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render() {
    const { error } = this.state
    if (!error) return this.props.children
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
