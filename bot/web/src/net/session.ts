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

interface Stored {
  session?: Session;
  unsent?: Unsent;
  drafts?: Record<string, string>;
}

/** What a reload must not lose. Lives in this tab only; with `memoryOnly` nothing is written to the browser. */
export class SessionStore {
  private data: Stored = {};

  constructor(private readonly key: string, private readonly memoryOnly: boolean) {
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

  draft(vraag: string): string {
    return this.data.drafts?.[vraag] ?? '';
  }

  setDraft(vraag: string, text: string): void {
    const { [vraag]: _, ...others } = this.data.drafts ?? {};
    this.write({ ...this.data, drafts: text ? { ...others, [vraag]: text } : others });
  }

  clear(): void {
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
    if (!data.session && !data.unsent && Object.keys(data.drafts ?? {}).length === 0) return this.clear();
    try {
      sessionStorage.setItem(this.key, JSON.stringify(data));
    } catch {
      // Full or switched off: the conversation goes on in memory.
    }
  }
}
