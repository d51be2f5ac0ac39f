import { render } from 'preact';
import { Conversation } from './conversation';
import parts from './css/parts.css?inline';
import layout from './css/layout.css?inline';
import tokens from './css/tokens.css?inline';
import { SessionStore } from './net/session';
import { loadTeksten, type Teksten } from './teksten';
import { App } from './ui/app';
import type { Modus } from './ui/context';
import { Launcher } from './ui/launcher';

const TITLE_ID = 'kh-titel';

const sheets = [tokens, layout, parts].map((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
});

/**
 * `<klacht-chat gemeente="" modus="inline|launcher|pagina|kiosk" server="" taal="nl" telefoon="">`
 * On a page of its own the gemeente may also stand in the address: `/klacht?gemeente=0344`. Attributes are read when the element enters the page. What stands between its tags is shown as long as the script is not there.
 */
export class KlachtChat extends HTMLElement {
  private conversation: Conversation | undefined;

  connectedCallback(): void {
    void this.open();
  }

  disconnectedCallback(): void {
    window.speechSynthesis?.cancel();
    this.conversation?.stop();
    this.conversation = undefined;
    if (this.shadowRoot) render(null, this.shadowRoot);
  }

  /** Removes the whole conversation, here and on the server. */
  async wissen(): Promise<void> {
    await this.conversation?.erase();
  }

  private async open(): Promise<void> {
    const teksten = await loadTeksten(this.taal);
    if (!this.isConnected || this.conversation) return;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = sheets;
    this.conversation = this.newConversation();
    render(this.screen(root, teksten, this.conversation), root);
  }

  private get taal(): string {
    return this.getAttribute('taal') || 'nl';
  }

  private get modus(): Modus {
    const modus = this.getAttribute('modus');
    return modus === 'launcher' || modus === 'pagina' || modus === 'kiosk' ? modus : 'inline';
  }

  private newConversation(): Conversation {
    const server = (this.getAttribute('server') || new URL(import.meta.url).origin).replace(/\/$/, '');
    const gemeente = this.getAttribute('gemeente') ?? (this.modus === 'pagina' || this.modus === 'kiosk' ? new URLSearchParams(location.search).get('gemeente') : null) ?? '';
    const nth = [...document.querySelectorAll('klacht-chat')].indexOf(this);
    const store = new SessionStore(`klachthulp:${server}:${gemeente}:${this.id || nth}`, this.modus === 'kiosk');
    const conversation = new Conversation({ server, gemeente, taal: this.taal, kanaal: this.modus === 'kiosk' ? 'kiosk' : 'web' }, store);
    conversation.subscribe(() => { if (conversation.state.erased) this.dispatchEvent(new CustomEvent('klachthulp-gewist')); });
    return conversation;
  }

  private screen(root: ShadowRoot, t: Teksten, conversation: Conversation) {
    const common = { host: this, root, conversation, t, modus: this.modus, telefoon: this.getAttribute('telefoon') ?? '', titleId: TITLE_ID };
    if (this.modus !== 'launcher') return <div lang={t.taal}><App {...common} /></div>;
    return (
      <div lang={t.taal}>
        <Launcher host={this} root={root} t={t} titleId={TITLE_ID}>
          {(close) => <App {...common} onClose={close} />}
        </Launcher>
      </div>
    );
  }
}

if (!customElements.get('klacht-chat')) customElements.define('klacht-chat', KlachtChat);
