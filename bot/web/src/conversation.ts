import { backoff, pause } from './net/backoff';
import { DirectLine, type Options } from './net/directline';
import { HttpError } from './net/http';
import type { Saved, SessionStore } from './net/session';
import { Tabs } from './net/tabs';
import { Overdracht } from './overdracht';
import { INITIAL, opened, type Pending, type State } from './state';
import { type Activity, type Bericht, endsTurn, mayErase, toActivity } from './wire';

export type { State } from './state';

/** Milliseconds without a further message after which a reply is taken to be complete. */
const SETTLE = 600;

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
  readonly overdracht = new Overdracht(() => this.line);
  /** Ids of the messages that were taken in. */
  private known = new Set<string>();
  /** How often the overview was asked for: only the newest counts. */
  private asked = 0;

  /** @param first the first messages as they came with the page. */
  constructor(private options: Options, readonly store: SessionStore, private readonly first: readonly Activity[] = [], private readonly newId: () => string = () => crypto.randomUUID()) {
    this.line = this.newLine();
    if (!store.session && first.length > 0) this.state = { ...INITIAL, activities: first, opening: true };
  }

  /** Begins, or goes on where this tab left off. Safe to call again. */
  start(): void {
    if (this.running) return;
    this.running = true;
    const returned = this.words();
    if (returned) this.set({ returned });
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
    this.asked++;
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

  /** Forgets this conversation in the browser and begins a new one. What was typed before it ended is not lost. */
  restart(): void {
    const ended = this.state.ended && !this.state.gone && !this.store.memoryOnly;
    const returned = ended ? this.words() : null;
    this.stop();
    this.store.clear(ended);
    this.kept = false;
    this.begin(returned);
  }

  /** A code to go on later; the same one when it was asked for before. */
  async saveCode(): Promise<Saved> {
    const saved = this.store.saved ?? await this.line.saveCode();
    this.store.saved = saved;
    return saved;
  }

  /** How the resident can go on elsewhere: with a code for later, by telephone for some minutes, or not at all. */
  get takenAlong(): 'later' | 'telefoon' | '' {
    if (this.kept || this.store.saved) return 'later';
    return this.overdracht.stands ? 'telefoon' : '';
  }

  /** Leaves this conversation and goes on with the one of a code; when it is the same, with what was typed too. Throws when there is none. */
  async takeUp(code: string): Promise<void> {
    const session = await this.line.takeUp(code);
    const same = session.conversationId === this.store.session?.conversationId;
    const returned = same ? this.words() : null;
    this.stop();
    if (same) this.store.unsent = undefined;
    else this.store.clear();
    this.store.session = session;
    this.kept = true;
    this.running = true;
    this.begin(returned);
  }

  /** What was said and is not known to have arrived. */
  private words(): State['returned'] {
    const { unsent } = this.store;
    return unsent && unsent.bericht.soort !== 'opdracht' ? { vraag: unsent.vraag, tekst: unsent.bericht.tekst } : this.state.returned;
  }

  private begin(returned: State['returned'] = null): void {
    this.known = new Set();
    this.set({ ...INITIAL, returned });
    this.line = this.newLine();
    void this.line.run();
  }

  /** Removes everything without asking; what can be opened with a code stays for who has that code. When the server cannot be reached it forgets by itself after its own time.
   * @param left nobody asked for it: the resident went away, maybe with a code for the telephone. */
  async erase(left = false): Promise<void> {
    const stays = this.takenAlong === 'later' || (left && this.takenAlong !== '') || await this.overdracht.wentOn();
    if (!stays) await this.line.erase().catch(() => undefined);
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

  /** Sends a file along with the conversation; what became of it comes as a message. */
  upload(file: File): Promise<void> {
    return this.line.upload(file, { type: 'message', from: { id: 'bewoner', role: 'user' }, locale: this.options.taal, channelData: { clientActivityID: this.newId() } });
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
    const { pending } = this.state;
    // What is sent while the conversation cannot begin waits like any other answer.
    if (!online && pending?.phase === 'sending' && !this.store.session) this.set({ pending: { ...pending, phase: 'waiting' } });
    const id = this.store.session?.conversationId;
    if (!online || !id || this.store.memoryOnly || this.tabs?.conversationId === id) return;
    this.tabs?.close();
    this.tabs = new Tabs(id, () => this.set({ elsewhere: true }));
    this.tabs.claim();
  }

  private async deliver(pending: Pending): Promise<void> {
    const activity = toActivity(pending.bericht, pending.vraag, pending.id, this.options.taal);
    for (let attempt = 0; this.state.pending?.id === pending.id; attempt++) {
      try {
        await this.line.post(activity);
        this.delivered(pending);
        return;
      } catch (error) {
        // It did arrive after all: the reply came another way, and this may be about a later question already.
        const now = this.state.pending;
        if (now?.id !== pending.id || now.phase === 'sent') return;
        if (this.cannotDeliver(pending, error)) return;
        const serverError = error instanceof HttpError && error.status !== 429;
        this.set({ pending: { ...pending, phase: 'waiting', serverError } });
        this.retry = new AbortController();
        await pause((error instanceof HttpError ? error.retryAfter : null) ?? backoff(attempt), this.retry.signal);
      }
    }
  }

  private delivered(pending: Pending): void {
    if (this.store.unsent?.id === pending.id) this.store.unsent = undefined;
    const now = this.state.pending;
    if (now?.id === pending.id) this.set({ pending: now.replied ? null : { ...now, phase: 'sent', serverError: false } });
  }

  private cannotDeliver(pending: Pending, error: unknown): boolean {
    if (!(error instanceof HttpError) || !(error.ended || error.refused)) return false;
    const tekst = pending.bericht.soort === 'opdracht' ? '' : pending.bericht.tekst;
    if (error.ended && mayErase(pending.bericht)) this.erased();
    else this.set({ pending: null, returned: tekst ? { vraag: pending.vraag, tekst, teLang: error.status === 413 } : null, ended: this.state.ended || error.ended, gone: error.status === 404 });
    return true;
  }

  private take(set: readonly Activity[]): void {
    const unknown = set.filter((a) => a.type !== 'typing' && !(a.id && this.known.has(a.id)));
    if (unknown.length === 0) return;
    for (const a of unknown) if (a.id) this.known.add(a.id);
    if (this.state.opening) return this.set({ activities: opened(unknown, this.first), opening: false });
    this.add(unknown);
  }

  private add(fresh: readonly Activity[]): void {
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
    else if (replied && activities.some((a) => a.from?.role === 'user')) void this.loadOverzicht();
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
    this.asked++;
    this.store.clear();
    this.set({ ...INITIAL, started: true, online: true, erased: true });
  }

  /** Asks until it is there: at the end the resident signs what stands in it. Until then what is shown is marked as old. */
  private async loadOverzicht(): Promise<void> {
    const mine = ++this.asked;
    const { line } = this;
    const { overzicht: old } = this.state;
    if (old) this.set({ overzicht: { ...old, oud: true } });
    for (let attempt = 0; mine === this.asked; attempt++) {
      try {
        const overzicht = await line.overzicht();
        if (mine === this.asked) this.set({ overzicht });
        return;
      } catch (error) {
        if (error instanceof HttpError && error.ended) return;
        await pause(backoff(attempt));
      }
    }
  }

  private set(change: Partial<State>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
