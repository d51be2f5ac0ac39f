/** The kiosk: a start screen, the conversation, and everything that keeps one resident's words from the next. */
import { dialog, type Dialog } from './kiosk/dialog';
import { IdleWatch } from './kiosk/idle';
import { el } from './kiosk/dom';
import { Keyboard } from './kiosk/keyboard';
import { listenToKeypad } from './kiosk/keypad';
import { printAlone } from './kiosk/papier';
import { beep, readAloud, silence } from './kiosk/stem';
import { load, talen } from './teksten';
import { kiosk as nl } from './teksten/kiosk';
import { fromRight } from './kiosk/toetsen';
import { meer } from './teksten/meer';

interface Chat extends HTMLElement {
  /** Absent while the element is still being loaded. @param left nobody asked for it: the resident went away. */
  wissen?(left: boolean): Promise<void>;
  /** Whether the resident has a code with which to go on elsewhere. */
  readonly meegenomen?: '' | 'later' | 'telefoon';
}

/** Milliseconds in which the last words can be read. */
const SAY = 3000;
/** Milliseconds the server has to forget before this page goes. */
const FORGET = 4000;
/** Seconds left at which the time is said again, to who listens. */
const SAID_AT = [30, 10];

const root = document.documentElement;
const stage = el('main', { class: 'kiosk-midden' });
const heading = el('h1', {}, nl.titel);
/** What is only read stands above what is touched. */
const intro = el('div', { class: 'kiosk-uitleg' });
const top = el('header', { class: 'kiosk-top' }, el('p', { class: 'merk' }, 'KlachtHulp'), heading, intro);
const bar = el('footer', { class: 'kiosk-balk' });
const app = el('div', { class: 'kiosk' }, top, stage, bar);
let chat: Chat | undefined;
let open: Dialog | undefined;
let t = nl;
let x = meer(root.lang);
/** The resident asked to be read to. */
let aloud = false;
/** The conversation reads when asked. */
let reading = false;
const keyboard = new Keyboard(stage);
const idle = new IdleWatch(askPresence);

function start(): void {
  intro.replaceChildren(el('p', {}, t.uitleg), el('p', {}, t.wissen));
  stage.replaceChildren(el('div', { class: 'kiosk-begin' },
    el('div', { class: 'kiosk-talen' }, ...talen.map(([taal, naam]) => language(taal, naam))),
    el('div', { class: 'kiosk-talen' }, button(t.begin, () => begin(), 'hoofd'), button(x.metCode, () => begin({ code: '' })))));
  bar.replaceChildren(button(x.voorlezen, () => void readStart()), ...settings());
}

/** A button in the language itself; the page then speaks it from the first word. */
function language(taal: string, naam: string): HTMLButtonElement {
  const made = button(naam, () => void speak(taal).then(start));
  made.lang = taal;
  made.setAttribute('aria-pressed', String(root.lang === taal));
  return made;
}

/** From now on everything on this screen is in this language. */
async function speak(taal: string): Promise<void> {
  t = (await load(taal))?.kiosk ?? nl;
  x = meer(taal);
  root.lang = t === nl ? 'nl' : taal;
  root.dir = fromRight(root.lang) ? 'rtl' : 'ltr';
  document.title = heading.textContent = t.titel;
}

/** @param more attributes of the chat. */
function begin(more: { readonly code?: string } = {}): void {
  silence();
  chat = el('klacht-chat', { modus: 'kiosk', gemeente: new URLSearchParams(location.search).get('gemeente') ?? '', taal: root.lang, telefoon: root.dataset.telefoon ?? '' }) as unknown as Chat;
  if (more.code !== undefined) chat.setAttribute('code', '');
  chat.addEventListener('klachthulp-gewist', leave);
  chat.addEventListener('klachthulp-overgedragen', handedOver);
  chat.addEventListener('klachthulp-print', (e) => printAlone(t.titel, (e as CustomEvent<Element>).detail));
  chat.addEventListener('klachthulp-taal', (e) => void speak((e as CustomEvent<string>).detail).then(controls));
  void import('./element');
  intro.replaceChildren();
  stage.replaceChildren(chat);
  controls();
  idle.start();
}

/** The buttons that stay in reach during the conversation. */
function controls(): void {
  const read = button(x.voorlezen, () => {
    aloud = reading = !reading;
    read.setAttribute('aria-pressed', String(reading));
    chat?.dispatchEvent(new CustomEvent('klachthulp-voorlezen'));
  });
  read.setAttribute('aria-pressed', String(reading));
  bar.replaceChildren(button(t.verberg, hide), read, ...settings(), button(t.stop, confirmStop, 'stop'));
}

function settings(): HTMLElement[] {
  return [
    toggle('groot', t.groter, t.kleiner),
    toggle('contrast', t.contrast, t.contrast),
    toggle('laag', t.lager, t.hoger),
  ];
}

/** A setting of this session: an attribute of the page, which the style sheet reads. */
function toggle(name: string, off: string, on: string): HTMLButtonElement {
  const made = button('', () => {
    root.toggleAttribute(`data-${name}`);
    show();
  });
  const show = () => {
    const set = root.hasAttribute(`data-${name}`);
    made.textContent = set ? on : off;
    made.setAttribute('aria-pressed', String(set));
  };
  show();
  return made;
}

/** Covers everything at once; nothing personal stays on the screen or in what a screen reader finds. */
function hide(): void {
  silence();
  keyboard.hide();
  app.hidden = true;
  const cover = el('div', { class: 'kiosk-scherm' }, el('h2', { tabindex: '-1' }, t.verborgen), button(t.verder, () => {
    cover.remove();
    app.hidden = false;
  }, 'hoofd'));
  document.body.append(cover);
  cover.querySelector('button')?.focus();
}

function confirmStop(): void {
  open?.close();
  const words = { '': t.stopUitleg, later: t.stopMetCode, telefoon: t.stopTelefoon }[chat?.meegenomen ?? ''];
  open = dialog(t.stopVraag, words, [[t.stopNee, silence], [t.stopJa, () => void wipe()]]);
  if (aloud) void readDialog();
}

function askPresence(): void {
  open?.close();
  const stay = (seconds?: number) => { silence(); idle.extend(seconds); };
  const words = chat?.meegenomen ? t.nogMetCode : t.nog;
  open = dialog(t.er, words(IdleWatch.warning), [
    [t.erJa, () => stay()],
    [t.meerTijd, () => stay(10 * 60)],
    [t.stop, () => void wipe()],
  ], () => stay());
  if (aloud) {
    beep();
    void readDialog();
  }
  idle.countDown((left) => {
    open?.say(words(left));
    if (aloud && SAID_AT.includes(left)) void readDialog('p');
  }, () => void wipe(true));
}

/** The server forgets first; then the page goes, and the browser's storage with it.
 * @param left nobody asked for it. */
async function wipe(left = false): Promise<void> {
  idle.stop();
  silence();
  open?.close();
  chat?.removeEventListener('klachthulp-gewist', leave);
  const erased = chat?.wissen?.(left);
  // Still there: whether a telephone went on is asked first.
  app.hidden = true;
  await Promise.race([erased, new Promise((done) => setTimeout(done, FORGET))]);
  leave();
}

/** The telephone went on: here everything goes, on the server everything stays. */
function handedOver(): void {
  idle.stop();
  app.replaceChildren(el('p', { class: 'kiosk-begin', role: 'status' }, x.opTelefoon));
  setTimeout(leave, SAY);
}

/** Reads the start screen, for who cannot see it. */
async function readStart(): Promise<void> {
  aloud = true;
  if (!await readAloud(root.lang, () => [...intro.querySelectorAll('p'), ...stage.querySelectorAll('button')])) intro.prepend(el('p', { role: 'status' }, x.geenStem));
}

/** Reads the question that stands over everything else. */
async function readDialog(parts = 'h2, p, button'): Promise<void> {
  await readAloud(root.lang, () => [...document.querySelectorAll(`dialog[open] :is(${parts})`)]);
}

/** F1, the key with a dot on it: reads what is on the screen, and is silent when pressed again. */
function readScreen(): void {
  if (window.speechSynthesis?.speaking) return silence();
  aloud = true;
  if (document.querySelector('dialog[open]')) void readDialog();
  else if (chat?.isConnected) chat.dispatchEvent(new CustomEvent('klachthulp-lees'));
  else void readStart();
}

function leave(): void {
  idle.stop();
  location.replace(`/kiosk/einde${location.search}`);
}

function button(text: string, act: () => void, name = ''): HTMLButtonElement {
  const made = el('button', { type: 'button', class: name }, text);
  made.addEventListener('click', act);
  return made;
}

document.addEventListener('keydown', (e) => { if (e.key === 'F1') { e.preventDefault(); readScreen(); } });
listenToKeypad(() => chat?.shadowRoot?.querySelector<HTMLElement>('.knop-terug')?.click(), (from, step) => keyboard.next(from, step), () => keyboard.look());
document.addEventListener('contextmenu', (e) => e.preventDefault());
document.body.append(app);
start();
