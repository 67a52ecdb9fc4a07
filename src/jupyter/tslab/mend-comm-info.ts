import { mend } from './mend.js'
import type { TslabMessage, TslabServer, TslabSocket } from './tslab-parts.js'

/** tslab answers a `comm_info_request` with a message that calls itself `complete_reply`. */
export function mendCommInfo(server: TslabServer): void {
  mend(
    server,
    'handleCommInfoRequest',
    () =>
      function (this: TslabServer, socket: TslabSocket, message: TslabMessage) {
        const reply = message.createReply()
        reply.header.msg_type = 'comm_info_reply'
        reply.content = { status: 'ok', comms: {} }
        reply.signAndSend(this.connInfo.key, socket)
      },
  )
}
