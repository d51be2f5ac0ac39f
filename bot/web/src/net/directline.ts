import type { Activity, ActivitySet, Overzicht } from '../wire';
import { backoff, pause } from './backoff';
import { HttpError, request } from './http';
import type { Saved, Session, SessionStore } from './session';
import { stream } from './stream';

export interface Events {
  activities(set: readonly Activity[]): void;
  /** True when messages come in, false while the connection is being repaired. */
  connected(yes: boolean): void;
  /** The conversation cannot be continued: its token is too old, or it is gone. */
  ended(gone: boolean): void;
  /** Everything of the conversation was removed, as was asked. */
  erased(): void;
}

export interface Options {
  /** Origin of the server, without a slash at the end. */
  readonly server: string;
  readonly gemeente: string;
  readonly taal: string;
  readonly kanaal: string;
}

interface Started {
  readonly conversationId: string;
  readonly token: string;
  readonly expires_in?: number;
  readonly streamUrl?: string;
  /** The first messages, when the conversation has just begun. */
  readonly activities?: readonly Activity[];
  readonly watermark?: string;
}

/** Seconds between two polls: short while an answer is awaited, long otherwise. */
const POLL_SOON = 0.4;
const POLL_LATER = 3;
const POLL_SOON_COUNT = 25;
/** Seconds for a file on a slow line. */
const UPLOAD_PATIENCE = 300;
/** Milliseconds a stream has to bring the reply to what was sent. */
const REPLY_PATIENCE = 2000;
/** Streams that never opened before polling takes over for good. */
const STREAM_ATTEMPTS = 2;

/** A Direct Line 3.0 client for one conversation: token, start, stream or polling, watermark, reconnect. */
export class DirectLine {
  private readonly stop = new AbortController();
  private watermark = '';
  private streamFailures = 0;
  private soon = 0;
  /** How often messages came in. */
  private taken = 0;
  private wake = new AbortController();
  private refreshTimer = 0;
  private renewing: Promise<void> | undefined;
  private began: () => void = () => undefined;
  /** From then on there is a conversation to send to. */
  private readonly begun = new Promise<void>((resolve) => { this.began = resolve; });

  constructor(private readonly options: Options, private readonly store: SessionStore, private readonly events: Events) {}

  /** Runs until {@link close}, or until the conversation has ended. */
  async run(): Promise<void> {
    let attempt = 0;
    while (!this.stop.signal.aborted) {
      try {
        const streamUrl = await this.connect();
        attempt = 0;
        // The screen shows what came before more is begun.
        await pause(0, this.stop.signal);
        await this.receive(streamUrl);
      } catch (error) {
        if (this.stop.signal.aborted || this.isOver(error)) return;
        this.events.connected(false);
        await pause(waitFor(error) ?? backoff(attempt++), this.stop.signal);
      }
    }
  }

  close(): void {
    clearTimeout(this.refreshTimer);
    this.stop.abort();
  }

  /** Sends one activity; the caller repeats it with the same clientActivityID when this throws. */
  async post(activity: Activity): Promise<void> {
    if (!this.store.session) await this.begun;
    const { taken } = this;
    await this.call('/activities', { method: 'POST', body: JSON.stringify(activity) });
    this.expectReply(taken);
  }

  /** Sends a file; the same file under the same name is kept once. */
  async upload(file: File, activity: Activity): Promise<void> {
    const body = new FormData();
    body.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
    body.append('file', file, file.name);
    const { taken } = this;
    await this.call('/upload', { method: 'POST', body }, UPLOAD_PATIENCE);
    this.expectReply(taken);
  }

  /** The server has replied by now. A stream can be dead without knowing it: what it does not bring is fetched. */
  private expectReply(taken: number): void {
    this.soon = POLL_SOON_COUNT;
    this.wake.abort();
    setTimeout(() => { if (taken === this.taken) void this.catchUp().catch(() => undefined); }, REPLY_PATIENCE);
  }

  async overzicht(): Promise<Overzicht> {
    return (await (await this.own('/overzicht', 'GET')).json()) as Overzicht;
  }

  /** A code with which the resident goes on later. */
  async saveCode(): Promise<Saved> {
    return (await (await this.own('/bewaar', 'POST')).json()) as Saved;
  }

  /** A code for one other device, for some minutes and once. */
  async handOver(): Promise<Saved> {
    return (await (await this.own('/overdracht', 'POST')).json()) as Saved;
  }

  async pickedUp(code: string): Promise<boolean> {
    return ((await (await this.own('/overdracht/stand', 'POST', { code })).json()) as { opgehaald: boolean }).opgehaald;
  }

  /** Takes up the conversation of a code; throws when there is none, or when too much was tried. */
  async takeUp(code: string): Promise<Session> {
    const response = await request(`${this.options.server}/api/v1/verder`, '', { method: 'POST', body: JSON.stringify({ code }) }, this.stop.signal);
    const { conversationId, token } = (await response.json()) as Started;
    return { conversationId, token };
  }

  async erase(): Promise<void> {
    if (this.store.session) await this.authorized(this.ours(), { method: 'DELETE', keepalive: true });
  }

  /** @param url absolute, or relative to the server; the token only ever goes to our own server. */
  async document(url: string): Promise<Blob> {
    const base = new URL(`${this.options.server}/`);
    const target = new URL(url, base);
    if (target.origin !== base.origin) throw new HttpError(400, 'ForeignDocument', null);
    return (await this.authorized(target.href)).blob();
  }

  private async connect(): Promise<string | undefined> {
    const session = this.store.session;
    const started = session ? await this.resume(session) : await this.begin();
    this.store.session = { conversationId: started.conversationId, token: started.token };
    this.began();
    this.keepTokenFresh(started.expires_in ?? 1800);
    if (started.activities) this.take({ activities: started.activities, ...(started.watermark ? { watermark: started.watermark } : {}) });
    else await this.catchUp();
    this.events.connected(true);
    return started.streamUrl;
  }

  private async begin(): Promise<Started> {
    const { server, gemeente, taal, kanaal } = this.options;
    const body = JSON.stringify({ ...(gemeente ? { gemeente } : {}), taal, kanaal });
    return (await (await request(`${server}/api/v1/gesprekken`, '', { method: 'POST', body }, this.stop.signal)).json()) as Started;
  }

  private async resume(session: Session): Promise<Started> {
    const more = (await (await this.call(`?watermark=${encodeURIComponent(this.watermark)}`)).json()) as Partial<Started>;
    return { ...session, ...this.store.session, ...more };
  }

  /** Pages through everything after the watermark. */
  private async catchUp(): Promise<void> {
    for (;;) {
      const query = this.watermark ? `?watermark=${encodeURIComponent(this.watermark)}` : '';
      const set = (await (await this.call(`/activities${query}`)).json()) as ActivitySet;
      this.take(set);
      if (set.activities.length === 0) return;
    }
  }

  private async receive(streamUrl: string | undefined): Promise<void> {
    if (!streamUrl || this.streamFailures >= STREAM_ATTEMPTS) return this.poll();
    const opened = await stream(streamUrl, this.stop.signal, (set) => this.take(set), () => void this.catchUp().catch(() => undefined));
    this.streamFailures = opened ? 0 : this.streamFailures + 1;
    throw new Error('The stream was closed.');
  }

  private async poll(): Promise<void> {
    while (!this.stop.signal.aborted) {
      this.wake = new AbortController();
      await pause(this.soon-- > 0 ? POLL_SOON : POLL_LATER, AbortSignal.any([this.stop.signal, this.wake.signal]));
      if (!this.stop.signal.aborted) await this.catchUp();
    }
  }

  private take(set: ActivitySet): void {
    if (set.watermark) this.watermark = set.watermark;
    if (set.activities.some((a) => a.from?.role === 'bot')) this.soon = Math.min(this.soon, 2);
    if (set.activities.length > 0) {
      this.taken++;
      this.events.activities(set.activities);
    }
    if (set.activities.length > 0 && set.watermark === undefined) this.events.erased();
  }

  private keepTokenFresh(expiresIn: number): void {
    clearTimeout(this.refreshTimer);
    this.refreshTimer = window.setTimeout(() => void this.refresh(expiresIn), (expiresIn / 2) * 1000);
  }

  private async refresh(expiresIn: number): Promise<void> {
    try {
      const response = await request(`${this.options.server}/v3/directline/tokens/refresh`, this.requireSession().token, { method: 'POST' }, this.stop.signal);
      const fresh = (await response.json()) as Started;
      this.store.session = { conversationId: fresh.conversationId, token: fresh.token };
      this.keepTokenFresh(fresh.expires_in ?? expiresIn);
    } catch {
      if (!this.stop.signal.aborted) this.keepTokenFresh(Math.max(60, expiresIn / 2));
    }
  }

  /** A call of Direct Line about this conversation. */
  private call(rest: string, init?: RequestInit, patience?: number): Promise<Response> {
    return this.authorized(`${this.options.server}/v3/directline/conversations/${this.name()}${rest}`, init, patience);
  }

  /** A call of our own API about this conversation. */
  private own(rest: string, method: string, body?: unknown): Promise<Response> {
    return this.authorized(`${this.ours()}${rest}`, body === undefined ? { method } : { method, body: JSON.stringify(body) });
  }

  /** A token that ended while this computer slept is exchanged for a fresh one and the call is made again; what is refused then is over. */
  private async authorized(url: string, init: RequestInit = {}, patience?: number): Promise<Response> {
    // What is to be removed is removed, also for who has left.
    const call = (token: string) => request(url, token, init, init.keepalive ? undefined : this.stop.signal, patience);
    const { token } = this.requireSession();
    try {
      return await call(token);
    } catch (error) {
      if (!(error instanceof HttpError && error.code === 'TokenExpired')) throw error;
    }
    // Another call that was refused at the same moment may have renewed it, or be about to.
    if (this.requireSession().token === token) await (this.renewing ??= this.renew(token));
    return call(this.requireSession().token);
  }

  private async renew(token: string): Promise<void> {
    try {
      const fresh = (await (await request(`${this.ours()}/verleng`, token, { method: 'POST' }, this.stop.signal)).json()) as Started;
      this.store.session = { conversationId: fresh.conversationId, token: fresh.token };
    } finally {
      this.renewing = undefined;
    }
  }

  private isOver(error: unknown): boolean {
    if (!(error instanceof HttpError && error.ended && this.store.session)) return false;
    // The line stays open for one thing: to take up a conversation with a code.
    clearTimeout(this.refreshTimer);
    this.events.ended(error.status === 404);
    return true;
  }

  private requireSession(): Session {
    const session = this.store.session;
    if (!session) throw new Error('There is no conversation yet.');
    return session;
  }

  private ours(): string {
    return `${this.options.server}/api/v1/gesprekken/${this.name()}`;
  }

  private name(): string {
    return encodeURIComponent(this.requireSession().conversationId);
  }
}

function waitFor(error: unknown): number | null {
  return error instanceof HttpError ? error.retryAfter : null;
}
