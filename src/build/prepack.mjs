/** Before `npm pack` and `npm publish`: what is packed is a build of these sources. */
import { ensure } from './ensure.mjs'

await ensure()
