import { element } from './element.js'

let region: HTMLElement | undefined

/**
 * Lets a screen reader say something when it pauses, for what appears somewhere on the page. An element that comes
 * with its text in it is not read out by all of them.
 */
export function announce(text: string): void {
  if (region === undefined) {
    region = element('div', { class: 'backprop-spoken', role: 'status' })
    document.body.append(region)
  }
  const line = element('p', {}, text)
  region.replaceChildren(line)
  setTimeout(() => line.remove(), 10_000)
}
