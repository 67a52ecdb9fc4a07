/** Frames, or data of a WebSocket, that are no message, or not one from whom we share the key with. */
export class FramesError extends Error {
  override readonly name = 'FramesError'
}
