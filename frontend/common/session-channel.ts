/** What tabs tell each other; never a token. */
export type SessionMessage = 'signed_in' | 'signed_out';
export interface SessionChannel {
  post(message: SessionMessage): void;
  listen(heard: (message: SessionMessage) => void): void;
}

/** Tabs of one audience at one business, through the browser’s BroadcastChannel. */
export function tabChannel(name: string): SessionChannel {
  const channel = new BroadcastChannel(name);
  return {
    post: (message) => channel.postMessage(message),
    listen: (heard) => channel.addEventListener('message', ({ data }: MessageEvent<SessionMessage>) => heard(data)),
  };
}
