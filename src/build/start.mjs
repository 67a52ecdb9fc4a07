/** `npm start`: installs and builds what is missing, then opens the course; what follows `--` goes to `backprop start`. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensure, root } from './ensure.mjs'

await ensure()
// In this process, so that Ctrl-C and signals reach the server itself.
process.argv.splice(2, 0, 'start')
await import(pathToFileURL(join(root, 'dist', 'cli', 'main.js')).href)
