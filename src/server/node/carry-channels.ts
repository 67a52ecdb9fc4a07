import type { RawData, WebSocket } from 'ws'
import { FramesError } from '../../jupyter/message/frames-error.js'
import { framingFor } from '../../jupyter/message/websocket-framing.js'
import { logUnexpected } from '../http/error-answer.js'
import { HttpError } from '../http-error.js'
import type { ChannelConnection, Services } from '../services.js'

/** RFC 6455: what came does not fit its type; and: the server cannot do what was asked. */
const invalidData = 1007
const internalError = 1011

/** Carries the messages of a kernel's channels over a WebSocket, in the framing that was agreed on. */
export function carryChannels(socket: WebSocket, kernel: string, session: string, services: Services): void {
  const framing = framingFor([socket.protocol])
  let connection: ChannelConnection
  try {
    connection = services.channels.connect(kernel, session, {
      send: (channel, message) => socket.send(framing.encode(message, channel)),
      close: (code, reason) => socket.close(code, reason),
      get buffered() {
        return socket.bufferedAmount
      },
    })
  } catch (error) {
    // The kernel went while the WebSocket opened.
    if (!(error instanceof HttpError)) logUnexpected(error, services.log)
    socket.close(
      internalError,
      error instanceof HttpError ? error.message.slice(0, 100) : 'The server made a mistake.',
    )
    return
  }
  socket.on('message', (data, isBinary) => {
    services.activity.touch()
    try {
      const { message, channel } = framing.decode(isBinary ? bytesOf(data) : bytesOf(data).toString('utf8'))
      if (channel !== 'iopub') connection.receive(channel, message)
    } catch (error) {
      if (error instanceof FramesError) socket.close(invalidData, error.message.slice(0, 100))
      else logUnexpected(error, services.log)
    }
  })
  socket.on('close', (code) => connection.closed(code))
}

function bytesOf(data: RawData): Buffer {
  if (Array.isArray(data)) return Buffer.concat(data)
  return data instanceof ArrayBuffer ? Buffer.from(data) : data
}
