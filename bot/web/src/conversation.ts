import { backoff, pause } from './net/backoff';
import { DirectLine, type Options } from './net/directline';
import { HttpError } from './net/http';
import type { Saved, SessionStore } from './net/session';
import { Tabs } from './net/tabs';
import { type Activity, type Bericht, mayErase, type Overzicht, toActivity } from './wire';

/** An answer on its way. There is never more than one: one question at a time. */
export interface Pending {
  readonly id: string;
  readonly bericht: Bericht;
  readonly vraag: string;
  /** sending: first try; waiting: will be tried again; sent: the server has it, the reply is awaited. */
  readonly phase: 'sending' | 'waiting' | 'sent';
  /** The server answered with an error, as opposed to not being there. */
  readonly serverError: boolean;
  /** The reply overtook the confirmation that the answer arrived. */
  readonly replied?: boolean;
  /** The reply takes so long that another answer may be given. */
  readonly overdue?: boolean;
}

export interface State {
  readonly activities: readonly Activity[];
  readonly online: boolean;
  /** Whether the connection was ever there; before that, "no connection" means "starting". */
  readonly started: boolean;
  readonly pending: Pending | null;
  /** Text to put back in the field, because the server refused to take it or the page was reloaded. */
  readonly returned: { readonly vraag: string; readonly tekst: string } | null;
  readonly overzicht: Overzicht | null;
  readonly ended: boolean;
  /** It ended because it is not kept any more, as opposed to being away for long. */
  readonly gone: boolean;
  /** The conversation goes on in another window; here it can only be read. */
  readonly elsewhere: boolean;
  /** Everything was removed because the resident asked for it. */
  readonly erased: boolean;
  /** The connection came back after it was gone. */
  readonly back: boolean;
}

const INITIAL: State = {
  activities: [], online: false, started: false, pending: null, returned: null, overzicht: null, ended: false, gone: false, elsewhere: false, erased: false, back: false,
};

/** Milliseconds without a further message after which a reply is taken to be complete. */
const SETTLE = 600;

/** The last message of a turn: a question, an outcome or the end. */
function endsTurn(a: Activity): boolean {
  const data = a.channelData?.klachthulp;
  return a.from?.role !== 'user' && Boolean(data?.vraag || data?.uitkomst || a.type === 'endOfConversation');
}

/** One conversation with everything the screen needs to know; the screen itself holds no answers. */
export class Conversation {
  state: State = INITIAL;
  private readonly listeners = new Set<() => void>();
  private line: DirectLine;
  private retry = new AbortController();
  private running = false;
  private settling = 0;
  private tabs: Tabs | undefined;
  /** It was opened with a code. */
  private kept = false;

  constructor(private options: Options, readonly store: SessionStore, private readonly newId: () => string = () => crypto.randomUUID()) {
    this.line = this.newLine();
  }

  /** Begins, or goes on where this tab left off. Safe to call again. */
  start(): void {
    if (this.running) return;
    this.running = true;
    const { unsent } = this.store;
    if (unsent && unsent.bericht.soort !== 'opdracht') this.set({ returned: { vraag: unsent.vraag, tekst: unsent.bericht.tekst } });
    this.store.unsent = undefined;
    void this.line.run();
  }

  /** What is begun from now on is begun in this language. */
  speak(taal: string): void {
    this.options = { ...this.options, taal };
  }

  stop(): void {
    this.line.close();
    this.retry.abort();
    this.tabs?.close();
    this.tabs = undefined;
    clearTimeout(this.settling);
  }

  /** Where the service is; the address that is handed to another device begins with it. */
  get server(): string {
    return this.options.server;
  }

  /** Leaves at once: nothing stays in this browser, the server keeps what was saved. */
  leave(): void {
    this.stop();
    this.store.clear();
    this.set({ ...INITIAL, started: true, online: true, erased: true });
  }

  /** Goes on here; another window that has this conversation can only read from now on. */
  takeOver(): void {
    this.set({ elsewhere: false });
    this.tabs?.claim();
  }

  /** Forgets this conversation in the browser and begins a new one. */
  restart(): void {
    this.stop();
    this.store.clear();
    this.set(INITIAL);
    this.line = this.newLine();
    void this.line.run();
  }

  /** A code to go on later; the same one when it was asked for before. */
  async saveCode(): Promise<Saved> {
    const saved = this.store.saved ?? await this.line.saveCode();
    this.store.saved = saved;
    return saved;
  }

  /** A code for one other device, once; see {@link pickedUp}. */
  handOver(): Promise<Saved> {
    return this.line.handOver();
  }

  pickedUp(code: string): Promise<boolean> {
    return this.line.pickedUp(code);
  }

  /** Leaves this conversation and goes on with the one of a code. Throws when there is none. */
  async takeUp(code: string): Promise<void> {
    const session = await this.line.takeUp(code);
    this.stop();
    this.store.clear();
    this.store.session = session;
    this.kept = true;
    this.running = true;
    this.set(INITIAL);
    this.line = this.newLine();
    void this.line.run();
  }

  /** Removes everything without asking; what was opened with a code stays for who has that code. When the server cannot be reached it forgets by itself after its own time. */
  async erase(): Promise<void> {
    if (!this.kept) await this.line.erase().catch(() => undefined);
    this.erased();
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** @returns false when an earlier answer is still on its way; nothing was sent then. */
  send(bericht: Bericht, vraag: string): boolean {
    if (this.state.elsewhere || (this.state.pending && !this.state.pending.overdue)) return false;
    const pending: Pending = { id: this.newId(), bericht, vraag, phase: 'sending', serverError: false };
    this.store.unsent = { id: pending.id, bericht, vraag };
    this.set({ pending, returned: null, back: false });
    void this.deliver(pending);
    return true;
  }

  /** Tries the unsent answer at once. */
  tryNow(): void {
    this.retry.abort();
  }

  /** Lets another answer be given although the reply to this one has not come. */
  markOverdue(): void {
    const { pending } = this.state;
    if (pending?.phase === 'sent') this.set({ pending: { ...pending, overdue: true } });
  }

  document(url: string): Promise<Blob> {
    return this.line.document(url);
  }

  private get erasing(): boolean {
    const { pending } = this.state;
    return pending !== null && mayErase(pending.bericht);
  }

  private newLine(): DirectLine {
    return new DirectLine(this.options, this.store, {
      activities: (set) => this.take(set),
      connected: (online) => this.connected(online),
      ended: (gone) => (this.erasing ? this.erased() : this.set({ ended: true, gone, online: true })),
      erased: () => this.erased(),
    });
  }

  private connected(online: boolean): void {
    this.set({ online, started: this.state.started || online, back: online && this.state.started && (this.state.back || !this.state.online) });
    const id = this.store.session?.conversationId;
    if (!online || !id || this.store.memoryOnly || this.tabs?.conversationId === id) return;
    this.tabs?.close();
    this.tabs = new Tabs(id, () => this.set({ elsewhere: true }));
    this.tabs.claim();
  }

  private async deliver(pending: Pending): Promise<void> {
    const activity = toActivity(pending.bericht, pending.id, this.options.taal);
    for (let attempt = 0; this.state.pending?.id === pending.id; attempt++) {
      try {
        await this.line.post(activity);
        this.delivered(pending);
        return;
      } catch (error) {
        if (this.cannotDeliver(pending, error)) return;
        const serverError = error instanceof HttpError && error.status !== 429;
        this.set({ pending: { ...pending, phase: 'waiting', serverError } });
        this.retry = new AbortController();
        await pause((error instanceof HttpError ? error.retryAfter : null) ?? backoff(attempt), this.retry.signal);
      }
    }
  }

  private delivered(pending: Pending): void {
    this.store.unsent = undefined;
    const now = this.state.pending;
    if (now?.id === pending.id) this.set({ pending: now.replied ? null : { ...now, phase: 'sent', serverError: false } });
  }

  private cannotDeliver(pending: Pending, error: unknown): boolean {
    if (!(error instanceof HttpError) || !(error.ended || error.refused)) return false;
    const tekst = pending.bericht.soort === 'opdracht' ? '' : pending.bericht.tekst;
    if (error.ended && mayErase(pending.bericht)) this.erased();
    else this.set({ pending: null, returned: tekst ? { vraag: pending.vraag, tekst } : null, ended: this.state.ended || error.ended, gone: error.status === 404 });
    return true;
  }

  private take(set: readonly Activity[]): void {
    const known = new Set(this.state.activities.map((a) => a.id));
    const fresh = set.filter((a) => a.type !== 'typing' && !(a.id && known.has(a.id)));
    if (fresh.length === 0) return;
    const { pending } = this.state;
    const echoed = pending && fresh.some((a) => a.channelData?.clientActivityID === pending.id);
    const replied = fresh.some((a) => a.from?.role !== 'user');
    const complete = (pending?.replied ?? false) || fresh.some(endsTurn);
    const activities = [...this.state.activities, ...fresh];
    if (echoed) this.store.unsent = undefined;
    const done = pending && complete && (echoed || pending.phase === 'sent');
    const sent = echoed ? { phase: 'sent', serverError: false } as const : {};
    this.set({ activities, pending: done || !pending ? null : { ...pending, ...sent, replied: complete } });
    if (replied && !complete) this.settle(pending);
    if (fresh.some((a) => a.type === 'endOfConversation')) this.erased();
    else if (replied) void this.loadOverzicht();
  }

  /** A reply without a question, such as help, is complete when nothing follows it. */
  private settle(pending: Pending | null): void {
    clearTimeout(this.settling);
    this.settling = window.setTimeout(() => {
      const now = this.state.pending;
      if (now && now.id === pending?.id) this.set({ pending: now.phase === 'sent' ? null : { ...now, replied: true } });
    }, SETTLE);
  }

  /** Nothing of the conversation stays, here as little as there. */
  private erased(): void {
    this.line.close();
    this.store.clear();
    this.set({ ...INITIAL, started: true, online: true, erased: true });
  }

  private async loadOverzicht(): Promise<void> {
    try {
      this.set({ overzicht: await this.line.overzicht() });
    } catch {
      // The overview is a help beside the conversation; the next turn asks for it again.
    }
  }

  private set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
