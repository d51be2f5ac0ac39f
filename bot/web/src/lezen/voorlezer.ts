import { zinnen } from './zinnen';

const HIGHLIGHT = 'kh-lees';
/** Milliseconds that voices may take to appear. */
const VOICES_LATE = 2000;

/** What there is to read of a question or an end, in the order of the screen; what is folded away stays unread. */
const QUESTION = [
  '.melding', '.vraag h3', '.hulp', '.vouw-inhoud p', '.opengelaten button', '.controle :is(h5, dt, dd:first-of-type)', '.conceptbrief :is(h4, .brief > *)',
  '.vraag .fout', '.voorstel p', '.knop-keuze', '.vink span', '.uitwegen button', '.uitkomst :is(h3, p, h5, .brief)', '.einde :is(h3, p)',
].join();

export const questionIn = (root: ShadowRoot): Element[] => [...root.querySelectorAll(`.nu :is(${QUESTION})`)].filter((e) => e.checkVisibility());

/** A voice of this device for a language. A voice that is not local sends the text to its maker, so it is never used. */
export async function voiceFor(taal: string): Promise<SpeechSynthesisVoice | null> {
  if (!('speechSynthesis' in window)) return null;
  const find = () => speechSynthesis.getVoices().find((v) => v.localService && v.lang.toLowerCase().startsWith(taal.slice(0, 2))) ?? null;
  const now = find();
  if (now) return now;
  await new Promise<void>((resolve) => {
    setTimeout(resolve, VOICES_LATE);
    speechSynthesis.addEventListener('voiceschanged', () => { if (find()) resolve(); });
  });
  return find();
}

/** Reads elements aloud, sentence by sentence, and marks the sentence that is read. */
export class Voorlezer {
  private turn = 0;

  /** @param how speed, where 1 is normal, and volume, where 1 is loudest. */
  read(elements: readonly Element[], voice: SpeechSynthesisVoice, how: { readonly rate: number; readonly volume: number }, done: () => void): void {
    this.stop();
    const { turn } = this;
    const pieces = elements.flatMap(piecesOf);
    const next = (at: number): void => {
      if (turn !== this.turn) return;
      const piece = pieces[at];
      mark(piece?.range);
      if (!piece) return done();
      const said = new SpeechSynthesisUtterance(piece.tekst);
      Object.assign(said, { voice, lang: voice.lang, ...how });
      said.onend = () => next(at + 1);
      // Whoever broke it off may be speaking already.
      said.onerror = () => { if (turn === this.turn) { this.turn++; mark(undefined); done(); } };
      speechSynthesis.speak(said);
    };
    next(0);
  }

  stop(): void {
    this.turn++;
    mark(undefined);
    if ('speechSynthesis' in window) speechSynthesis.cancel();
  }
}

interface Piece {
  readonly tekst: string;
  readonly range: Range;
}

function piecesOf(element: Element): Piece[] {
  const nodes: { node: Text; from: number }[] = [];
  const walk = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let text = '';
  while (walk.nextNode()) {
    nodes.push({ node: walk.currentNode as Text, from: text.length });
    text += (walk.currentNode as Text).data;
  }
  const at = (place: number): [Text, number] | null => {
    const found = nodes.findLast((n) => n.from <= place);
    return found ? [found.node, Math.min(place - found.from, found.node.length)] : null;
  };
  return zinnen(text).map(({ tekst, van }) => {
    const range = document.createRange();
    const [start, end] = [at(van), at(van + tekst.length)];
    if (start && end) { range.setStart(...start); range.setEnd(...end); }
    return { tekst: tekst.trim(), range };
  });
}

function mark(range: Range | undefined): void {
  if (typeof Highlight === 'undefined') return;
  if (range) CSS.highlights.set(HIGHLIGHT, new Highlight(range));
  else CSS.highlights.delete(HIGHLIGHT);
}
