import type { SessionStore } from '../net/session';

/** What stood in the form when it was taken over. */
export interface Getypt {
  /** Path of the question it belongs to. */
  readonly vraag: string;
  readonly text: string;
  readonly focused: boolean;
  /** Selection, in characters. */
  readonly from: number;
  readonly to: number;
  /** It was sent when this script was already there. */
  readonly sent: boolean;
}

/** The first question as the page came with it: it can be answered before this script is there. What is typed in it, and the place where, goes along. */
export class Voorlopig {
  private readonly form: HTMLFormElement | null;
  private sent = false;

  constructor(private readonly host: HTMLElement) {
    this.form = host.querySelector('form');
    this.form?.addEventListener('submit', (e) => { e.preventDefault(); this.sent = true; });
  }

  /** Takes the form away; the words in it stay as the draft of their question. Right before the same field is drawn, or where there is a conversation already. */
  keep(store: SessionStore): Getypt | null {
    const typed = this.takeOver();
    if (typed?.text) store.setDraft(typed.vraag, typed.text);
    return typed;
  }

  private takeOver(): Getypt | null {
    const field = this.form?.querySelector('textarea');
    if (!this.form || !field?.isConnected) return null;
    const typed = {
      vraag: this.form.querySelector<HTMLInputElement>('[name=vraag]')?.value ?? '', text: field.value, sent: this.sent,
      focused: document.activeElement === field, from: field.selectionStart, to: field.selectionEnd,
    };
    this.host.replaceChildren();
    return typed;
  }
}
