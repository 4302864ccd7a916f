import { setFlagsFromString } from 'node:v8'

/**
 * Keeps V8’s space for new things at the size it begins with: grown, it holds 40 MB more than the desk needs
 * needs, on a machine that has other programs to run. To be called before the program is loaded, which makes it grow.
 */
export function stayLean(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}
