const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const endings = new Set<() => void>()

/**
 * Calls `end` when this process ends, by itself or by a signal, unless the returned function was called before. `end`
 * must do its work at once: nothing asynchronous happens any more.
 */
export function reap(end: () => void): () => void {
  if (endings.size === 0) {
    process.on('exit', endAll)
    for (const signal of signals) process.on(signal, onSignal)
  }
  endings.add(end)
  return () => {
    if (!endings.delete(end) || endings.size > 0) return
    process.off('exit', endAll)
    for (const signal of signals) process.off(signal, onSignal)
  }
}

function endAll(): void {
  for (const end of [...endings]) end()
}

/** Somebody else who listens decides what the signal means, and 'exit' follows if it means the end. */
function onSignal(signal: NodeJS.Signals): void {
  if (process.listenerCount(signal) > 1) return
  endAll()
  process.off(signal, onSignal)
  process.kill(process.pid, signal)
}
