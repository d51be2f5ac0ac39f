import { render } from 'preact';
import { Conversation } from './conversation';
import parts from './css/parts.css?inline';
import layout from './css/layout.css?inline';
import tokens from './css/tokens.css?inline';
import { SessionStore } from './net/session';
import { loadTeksten, nl, type Teksten } from './teksten';
import { App } from './ui/app';
import type { Modus } from './ui/context';
import type { Activity } from './wire';
import { Launcher } from './ui/launcher';
import { Voorlopig } from './ui/voorlopig';

const TITLE_ID = 'kh-titel';

/** Made once, for all chats on a page. */
let sheets: readonly CSSStyleSheet[] | undefined;

const styles = () => sheets ??= [tokens, layout, parts].map((css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
});

/** Lets the browser draw and take input in between. */
const breathe = () => new Promise<void>((resolve) => { setTimeout(resolve); });

/**
 * `<klacht-chat gemeente="" modus="inline|launcher|pagina|kiosk" server="" taal="nl" telefoon="" spraak>`
 * On a page of its own the gemeente may also stand in the address: `/klacht?gemeente=0344`. Attributes are read when the element enters the page. What stands between its tags is shown as long as the script is not there.
 */
export class KlachtChat extends HTMLElement {
  private conversation: Conversation | undefined;
  private teksten: Teksten = nl;
  private voorlopig!: Voorlopig; // made before anything is shown

  connectedCallback(): void {
    void this.open();
  }

  disconnectedCallback(): void {
    window.speechSynthesis?.cancel();
    this.conversation?.stop();
    this.conversation = undefined;
    if (this.shadowRoot) render(null, this.shadowRoot);
  }

  /** Removes the whole conversation, here and on the server; there it stays for who took a code along.
   * @param left see {@link Conversation.erase}. */
  async wissen(left = false): Promise<void> {
    await this.conversation?.erase(left);
  }

  /** See {@link Conversation.takenAlong}. */
  get meegenomen() {
    return this.conversation?.takenAlong ?? '';
  }

  private async open(): Promise<void> {
    // Without this the page stays as it came: what stands between the tags works by itself.
    if (!('adoptedStyleSheets' in document)) return;
    this.teksten = await loadTeksten(this.taal);
    if (!this.isConnected || this.conversation) return;
    this.voorlopig = new Voorlopig(this);
    const conversation = this.conversation = this.newConversation();
    if (conversation.store.session) this.voorlopig.keep(conversation.store);
    await breathe();
    if (this.conversation !== conversation) return;
    if (this.modus !== 'launcher') conversation.start();
    await breathe();
    if (this.conversation !== conversation) return;
    const root = this.shadowRoot ?? this.newRoot();
    root.adoptedStyleSheets = [...styles()];
    await breathe();
    if (this.conversation !== conversation) return;
    this.show(root, conversation);
  }

  /** What stands between the tags is seen until the screen takes its place. */
  private newRoot(): ShadowRoot {
    const root = this.attachShadow({ mode: 'open' });
    if (this.modus !== 'launcher') root.append(document.createElement('slot'));
    return root;
  }

  private show(root: ShadowRoot, conversation: Conversation): void {
    if (this.modus === 'pagina') this.dress();
    render(this.screen(root, this.teksten, conversation), root);
  }

  /** On the page of our own everything around the conversation speaks the same language. */
  private dress(): void {
    const { taal, richting, titel, toegankelijkheid } = this.teksten;
    // As it mostly came already; the same words again would be laid out again.
    if (document.documentElement.lang === taal) return;
    Object.assign(document.documentElement, { lang: taal, dir: richting });
    const heading = document.querySelector('.pagina-kop h1');
    if (heading) heading.textContent = titel;
    const statement = document.querySelector<HTMLAnchorElement>('.pagina-voet a');
    if (statement) Object.assign(statement, { textContent: toegankelijkheid, href: `/toegankelijkheid?taal=${taal}` });
  }

  /** The same screen in other words; what was typed stays. */
  private async speak(taal: string): Promise<void> {
    const teksten = await loadTeksten(taal);
    if (!this.conversation || !this.shadowRoot || teksten === this.teksten) return;
    this.teksten = teksten;
    this.conversation.speak(teksten.taal);
    this.show(this.shadowRoot, this.conversation);
    this.dispatchEvent(new CustomEvent('klachthulp-taal', { detail: teksten.taal, bubbles: true }));
  }

  private get taal(): string {
    return this.getAttribute('taal') || (this.ownPage && new URLSearchParams(location.search).get('taal')) || 'nl';
  }

  /** On a page of ours the address may say more. */
  private get ownPage(): boolean {
    return this.modus === 'pagina' || this.modus === 'kiosk';
  }

  private get modus(): Modus {
    const modus = this.getAttribute('modus');
    return modus === 'launcher' || modus === 'pagina' || modus === 'kiosk' ? modus : 'inline';
  }

  private newConversation(): Conversation {
    const server = (this.getAttribute('server') || new URL(import.meta.url).origin).replace(/\/$/, '');
    const gemeente = this.getAttribute('gemeente') ?? (this.ownPage ? new URLSearchParams(location.search).get('gemeente') : null) ?? '';
    const nth = [...document.querySelectorAll('klacht-chat')].indexOf(this);
    const store = new SessionStore(`klachthulp:${server}:${gemeente}:${this.id || nth}`, this.modus === 'kiosk');
    const conversation = new Conversation({ server, gemeente, taal: this.taal, kanaal: this.modus === 'kiosk' ? 'kiosk' : 'web' }, store, this.first());
    conversation.subscribe(() => { if (conversation.state.erased) this.dispatchEvent(new CustomEvent('klachthulp-gewist')); });
    return conversation;
  }

  /** The first messages, when the page came with them. */
  private first(): readonly Activity[] {
    try {
      return JSON.parse(this.getAttribute('begin') ?? '[]') as Activity[];
    } catch {
      return [];
    }
  }

  private screen(root: ShadowRoot, t: Teksten, conversation: Conversation) {
    const common = { host: this, root, conversation, voorlopig: this.voorlopig, t, modus: this.modus, telefoon: this.getAttribute('telefoon') ?? '', titleId: TITLE_ID, onTaal: (taal: string) => void this.speak(taal) };
    if (this.modus !== 'launcher') return <div lang={t.taal} dir={t.richting}><App {...common} /></div>;
    return (
      <div lang={t.taal} dir={t.richting}>
        <Launcher host={this} root={root} t={t} titleId={TITLE_ID}>
          {(close) => <App {...common} onClose={close} />}
        </Launcher>
      </div>
    );
  }
}

if (!customElements.get('klacht-chat')) customElements.define('klacht-chat', KlachtChat);
