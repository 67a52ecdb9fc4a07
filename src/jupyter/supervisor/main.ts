/**
 * The supervisor: a process that starts kernels and outlives whoever asked for them just long enough to end them. The
 * channel between the two closes when the asker ends, also by SIGKILL; then every kernel ends, whatever it does.
 */
import type { Order, Report } from './orders.js'
import { Ward } from './ward.js'

const wards = new Map<number, Ward>()

const tell = (report: Report): void => {
  if (process.connected) process.send?.(report, undefined, undefined, () => {})
}

function end(): void {
  for (const ward of wards.values()) ward.end()
  process.exit(0)
}

function start(order: Extract<Order, { order: 'start' }>): void {
  try {
    const ward = new Ward(order, tell)
    wards.set(order.id, ward)
    void ward.watch().then(() => wards.delete(order.id))
  } catch (error) {
    tell({
      report: 'failed',
      id: order.id,
      reason: error instanceof Error ? error.message : String(error),
    })
  }
}

process.on('disconnect', end)
// Ctrl-C in a terminal is for whoever asked (Windows sends it to all); the other two are meant for us.
process.on('SIGINT', () => {})
process.on('SIGTERM', end)
process.on('SIGHUP', end)
// Only `Order`s come: the channel is open to our parent alone.
process.on('message', (order: Order) => {
  if (order.order === 'start') start(order)
  else wards.get(order.id)?.send(order.signal)
})
