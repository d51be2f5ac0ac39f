import type { ActivitySet } from '../wire';

/** A server sends an empty frame every 15 s; silence for three times as long means that the line is dead. */
const SILENCE = 45;

/** Reads a Direct Line stream until it closes. Resolves to whether it ever opened. */
export function stream(url: string, stop: AbortSignal, take: (set: ActivitySet) => void, opened: () => void): Promise<boolean> {
  return new Promise((resolve) => {
    let open = false;
    let watchdog = 0;
    const socket = new WebSocket(url);
    // Without a network the closing handshake never ends, so nobody waits for it.
    const finish = () => {
      clearTimeout(watchdog);
      stop.removeEventListener('abort', finish);
      removeEventListener('offline', finish);
      socket.onmessage = null;
      socket.close();
      resolve(open);
    };
    const alive = () => {
      clearTimeout(watchdog);
      watchdog = window.setTimeout(finish, SILENCE * 1000);
    };
    socket.onopen = () => {
      open = true;
      alive();
      opened();
    };
    socket.onmessage = (event: MessageEvent<unknown>) => {
      alive();
      const set = parse(event.data);
      if (set) take(set);
    };
    socket.onclose = finish;
    stop.addEventListener('abort', finish);
    addEventListener('offline', finish);
  });
}

function parse(data: unknown): ActivitySet | null {
  if (typeof data !== 'string' || data === '') return null;
  try {
    const set = JSON.parse(data) as ActivitySet;
    return Array.isArray(set.activities) ? set : null;
  } catch {
    return null;
  }
}
