import { URLExt } from '@jupyterlab/coreutils'
import type { NotebookPanel } from '@jupyterlab/notebook'
import { ServerConnection, type ServiceManager } from '@jupyterlab/services'
import { barOf } from './bar-of.js'

const id = 'connection'
const between = 2_000

/**
 * Says that the server does not answer and when it does again. Meanwhile it asks every other second, sooner than the
 * kernel's own connection would try, and then connects that at once.
 */
export function sayConnection(panel: NotebookPanel, services: ServiceManager.IManager): void {
  const { sessionContext } = panel
  const bar = barOf(panel)
  let isLost = false

  const lost = async () => {
    if (isLost || panel.isDisposed) return
    isLost = true
    bar.say({
      id,
      kind: 'trouble',
      text: 'The connection to the server was lost. What you write stays on this page; it tries to connect again.',
      actions: [{ label: 'Try now', closes: false, run: tryNow }],
    })
    while (isLost && !panel.isDisposed) {
      await new Promise((resolve) => setTimeout(resolve, between))
      if (isLost) await tryNow()
    }
  }

  async function tryNow(): Promise<void> {
    if (!(await answers(services.serverSettings))) return
    const { kernel } = sessionContext.session ?? {}
    if (kernel != null && kernel.connectionStatus !== 'connected' && kernel.status !== 'dead')
      await kernel.reconnect().catch(() => {})
    if (kernel == null || kernel.connectionStatus === 'connected' || kernel.status === 'dead') found()
  }

  function found(): void {
    if (!isLost) return
    isLost = false
    bar.say({
      id,
      kind: 'good',
      text: 'Connected again. Output that came meanwhile is shown.',
      lasts: 8_000,
    })
  }

  sessionContext.connectionStatusChanged.connect(async (_, status) => {
    if (status === 'connected') found()
    // A kernel that ends closes its connection, too, and one that is restarted opens another.
    else if (!(await answers(services.serverSettings))) await lost()
  })
  services.connectionFailure.connect((_, error) => {
    if (error instanceof ServerConnection.NetworkError) void lost()
  })
}

async function answers(settings: ServerConnection.ISettings): Promise<boolean> {
  try {
    const answer = await ServerConnection.makeRequest(URLExt.join(settings.baseUrl, 'api'), {}, settings)
    return answer.ok
  } catch {
    return false
  }
}
