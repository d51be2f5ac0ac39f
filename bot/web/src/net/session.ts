import type { Bericht } from '../wire';

export interface Unsent {
  readonly id: string;
  readonly bericht: Bericht;
  /** The question that was open; the answer is only put back when it still is. */
  readonly vraag: string;
}

export interface Session {
  readonly conversationId: string;
  readonly token: string;
}

/** What opens the conversation on another computer. */
export interface Saved {
  readonly code: string;
  /** ISO day until which the answers are kept; absent when it is handed over for minutes only. */
  readonly bewaardTot?: string;
}

/** How the resident wants to read. */
export interface Lezen {
  readonly groot?: boolean;
  readonly contrast?: boolean;
  readonly voorlezen?: boolean;
}

interface Stored {
  session?: Session;
  unsent?: Unsent;
  drafts?: Record<string, string>;
  saved?: Saved;
  lezen?: Lezen;
}

/** What a reload must not lose. Lives in this tab only; with `memoryOnly` nothing is written to the browser. */
export class SessionStore {
  private data: Stored = {};

  constructor(private readonly key: string, readonly memoryOnly: boolean) {
    this.data = this.read();
  }

  get session(): Session | undefined {
    return this.data.session;
  }

  set session(session: Session | undefined) {
    this.write({ ...this.data, session });
  }

  get unsent(): Unsent | undefined {
    return this.data.unsent;
  }

  set unsent(unsent: Unsent | undefined) {
    this.write({ ...this.data, unsent });
  }

  get saved(): Saved | undefined {
    return this.data.saved;
  }

  set saved(saved: Saved | undefined) {
    this.write({ ...this.data, saved });
  }

  get lezen(): Lezen {
    return this.data.lezen ?? {};
  }

  set lezen(lezen: Lezen) {
    this.write({ ...this.data, lezen });
  }

  draft(vraag: string): string {
    return this.data.drafts?.[vraag] ?? '';
  }

  setDraft(vraag: string, text: string): void {
    const { [vraag]: _, ...others } = this.data.drafts ?? {};
    this.write({ ...this.data, drafts: text ? { ...others, [vraag]: text } : others });
  }

  /** @param drafts what was typed stays. */
  clear(drafts = false): void {
    if (drafts && this.data.drafts) return this.write({ drafts: this.data.drafts });
    this.data = {};
    if (this.memoryOnly) return;
    try {
      sessionStorage.removeItem(this.key);
    } catch {
      // Storage can be switched off in the browser; then there is nothing to remove.
    }
  }

  private read(): Stored {
    if (this.memoryOnly) return {};
    try {
      return JSON.parse(sessionStorage.getItem(this.key) ?? '{}') as Stored;
    } catch {
      return {};
    }
  }

  private write(data: Stored): void {
    this.data = data;
    if (this.memoryOnly) return;
    if (!data.session && !data.unsent && !data.lezen && Object.keys(data.drafts ?? {}).length === 0) return this.clear();
    try {
      sessionStorage.setItem(this.key, JSON.stringify(data));
    } catch {
      // Full or switched off: the conversation goes on in memory.
    }
  }
}
