import type { ButtonHTMLAttributes } from 'react'

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'className'> & { primary?: boolean }

/** A button that looks like antd's and comes without it: for what is drawn before antd is loaded. */
export function Button({ primary = false, ...rest }: Props) {
  return <button type="button" className={`k-button${primary ? ' k-button-primary' : ''}`} {...rest} />
}
