import { BegunUploads } from '../../src/server/contents/begun-uploads.js'
import { folderContents } from '../../src/server/contents/folder-contents.js'
import { RootFolder } from '../../src/server/contents/root-folder.js'
import { newEvents } from '../../src/server/events/events.js'
import { Notary } from '../../src/server/trust/notary.js'
import { SignatureStore } from '../../src/server/trust/signature-store.js'

/** A process that saves one version of `file.txt` after the other, each a letter many times, until it is killed. */
const [root = '', size = ''] = process.argv.slice(2)
const notary = new Notary(new SignatureStore(root))
const contents = folderContents(await RootFolder.open(root), {
  notary,
  events: newEvents(),
  begunUploads: new BegunUploads(root),
})
process.send?.('saving')
for (let i = 0; ; i++) {
  const content = String.fromCharCode(97 + (i % 26)).repeat(Number(size))
  await contents.save('file.txt', { type: 'file', format: 'text', content })
}
