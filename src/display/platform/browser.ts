import type { MimeBundle, Platform } from './platform.js'

let sink: ((bundle: MimeBundle) => void) | undefined

/** Names who receives what cells show when the course runs inside a page. */
export function setSink(receive: (bundle: MimeBundle) => void): void {
  sink = receive
}

export const platform: Platform = {
  send(bundle) {
    if (sink === undefined) {
      throw new Error('show(): nobody receives outputs on this page. Call setSink(receive) before cells run.')
    }
    sink(bundle)
  },
  plotlyLibrary: () => undefined,
  callSite: () => ({ run: undefined, place: '' }),
}
