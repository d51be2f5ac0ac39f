// Answers activities from the script; keeps everything in memory.
import { VERVALT, VRAGEN, WELKOM, WIS, lees, uitkomst } from './script.mjs';

/** One conversation: `activities` is its whole history. */
export class Gesprek {
  activities = [];
  antwoorden = new Map();
  vervallen = null;
  seen = new Set();
  huidig = null;
  terugNaar = null;
  listeners = new Set();

  constructor(id) {
    this.id = id;
  }

  begin() {
    if (this.activities.length > 0) return;
    WELKOM.forEach((text) => this.say(text));
    this.next();
  }

  receive(activity) {
    const key = activity.channelData?.clientActivityID;
    if (key && this.seen.has(key)) return;
    this.seen.add(key);
    this.push({ ...activity, from: { id: 'dl_bewoner', role: 'user' } });
    if (activity.type === 'event') this.command(activity.name.replace('klachthulp/', ''), activity.value?.vraag);
    else if (/^help|mens$/.test(activity.text ?? '')) this.command(activity.text);
    else this.answer(activity);
  }

  answer(activity) {
    const v = this.huidig;
    if (/dood|zelfmoord/i.test(activity.text)) this.say('Praat met iemand. Bel 113 of 112. Dat kan dag en nacht.', 'crisis');
    const read = v.voorstel && activity.text === 'ja' ? v.voorstel : lees(v, activity.value?.antwoord ?? activity.text);
    if (!read) {
      this.say(v.opties ? 'Ik begrijp dit niet goed. Kies een antwoord of typ het anders.' : 'Dit lijkt geen datum. Typ bijvoorbeeld: oktober 2018.', 'fout');
      return this.ask(v);
    }
    if (v.vraag === 'wis') return read.antwoord === 'ja' ? this.end() : this.next();
    if (v.vraag === 'controle') return this.finish();
    if (v.vraag === 'vervalt') return this.decide(read.antwoord === 'toch');
    if (v.vraag === 'onderwerp' && v.huidig && v.huidig.antwoord !== read.antwoord && this.antwoorden.has('gevolgen')) return this.warn(read, v.stap);
    this.antwoorden.set(v.vraag, { ...read, status: 'gegeven' });
    this.say(v.opties ? `U koos: ${read.tekst}` : 'Dank u wel. Dat staat erbij.', 'echo');
    this.next();
  }

  /** Says which answers another subject would cost, before anything changes. */
  warn(read, stap) {
    this.vervallen = { read, before: new Map(this.antwoorden) };
    this.ask({ ...VERVALT, stap });
  }

  decide(change) {
    const { read } = this.vervallen;
    if (change) {
      this.antwoorden.set('onderwerp', { ...read, status: 'gegeven' });
      this.antwoorden.delete('gevolgen');
    } else this.vervallen = null;
    this.next();
  }

  undo() {
    if (this.vervallen) [this.antwoorden, this.vervallen] = [this.vervallen.before, null];
    else this.antwoorden.delete([...this.antwoorden.keys()].at(-1));
    this.next();
  }

  command(name, vraag) {
    const index = VRAGEN.findIndex((v) => v.vraag === this.huidig?.vraag);
    switch (name) {
      case 'wijzig': return this.ask(VRAGEN.find((v) => v.vraag === vraag), true);
      case 'annuleer': return this.next();
      case 'terug': return this.ask(VRAGEN[Math.max(0, index - 1)], true);
      case 'ongedaan': return this.undo();
      case 'overslaan': this.antwoorden.set(this.huidig.vraag, { antwoord: '', tekst: '', status: 'overgeslagen' }); return this.next();
      case 'weetniet': this.antwoorden.set(this.huidig.vraag, { antwoord: '', tekst: '', status: 'onbekend' }); return this.next();
      case 'mens': this.say('U kunt de gemeente bellen: 14 030. Dat kan op werkdagen van 9 tot 17 uur.'); return this.ask(this.huidig);
      case 'help': this.say('Kies een antwoord of typ het in uw eigen woorden. Met Terug gaat u een vraag terug.'); return this.ask(this.huidig);
      case 'wis': return this.ask({ ...WIS, stap: this.huidig.stap });
      default: return this.ask(this.huidig);
    }
  }

  next() {
    const open = VRAGEN.find((v) => !this.antwoorden.has(v.vraag));
    if (open.vraag === 'datum' && /vorige week/.test(this.antwoorden.get('gebeurtenis')?.tekst ?? '')) this.ask({ ...open, voorstel: { antwoord: '2026-W46', tekst: 'vorige week' } });
    else this.ask(open);
  }

  ask(vraag, change = false) {
    const { antwoord, tekst } = this.antwoorden.get(vraag.vraag) ?? {};
    this.huidig = { ...vraag, ...(change && tekst ? { huidig: { antwoord, tekst } } : {}) };
    const text = [vraag.titel, vraag.hulp].filter(Boolean).join('\n');
    this.bot({ type: 'message', text, inputHint: 'expectingInput', channelData: { klachthulp: this.huidig } });
  }

  finish() {
    this.bot({ type: 'message', text: 'Uw klacht is klaar.', channelData: { klachthulp: { uitkomst: uitkomst(this.id) } } });
  }

  end() {
    this.antwoorden.clear();
    this.bot({ type: 'endOfConversation', code: 'completedSuccessfully' });
  }

  say(text, toon = 'gewoon') {
    this.bot({ type: 'message', text, channelData: { klachthulp: { toon } } });
  }

  bot(activity) {
    this.push({ ...activity, from: { id: 'klachthulp', role: 'bot' }, locale: 'nl-NL' });
  }

  push(activity) {
    this.activities.push({ ...activity, id: `${this.id}|${String(this.activities.length).padStart(7, '0')}`, timestamp: new Date().toISOString() });
    for (const listener of this.listeners) listener();
  }

  overzicht() {
    const antwoorden = VRAGEN.filter((v) => this.antwoorden.has(v.vraag)).map((v) => ({ vraag: v.vraag, titel: v.titel, groep: v.stap.titel, tekst: this.antwoorden.get(v.vraag).tekst, status: this.antwoorden.get(v.vraag).status }));
    return { stap: this.huidig?.stap ?? null, antwoorden, klaar: antwoorden.length === VRAGEN.length - 1 };
  }
}
