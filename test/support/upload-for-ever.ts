import { BegunUploads } from '../../src/server/contents/begun-uploads.js'
import { folderContents } from '../../src/server/contents/folder-contents.js'
import { RootFolder } from '../../src/server/contents/root-folder.js'
import { newEvents } from '../../src/server/events/events.js'
import { Notary } from '../../src/server/trust/notary.js'
import { SignatureStore } from '../../src/server/trust/signature-store.js'

/** A process that begins an upload into `root` and waits to be killed. */
const [root = '', data = ''] = process.argv.slice(2)
const contents = folderContents(await RootFolder.open(root), {
  notary: new Notary(new SignatureStore(data)),
  events: newEvents(),
  begunUploads: new BegunUploads(data),
})
await contents.save('big.bin', { type: 'file', format: 'text', content: 'one', chunk: 1 })
process.send?.('begun')
setInterval(() => {}, 1_000)
