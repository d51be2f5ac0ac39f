import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Teksten } from '../teksten';
import type { View } from '../view';
import type { Bericht } from '../wire';

interface Targets {
  readonly root: ShadowRoot;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly noticesId: string;
  readonly card: RefObject<HTMLElement | null>;
}

/** Remembers where an answer was given, and says whether focus may move when the next question is there. */
export class Whereabouts {
  private from: Element | null = null;
  private sent: Bericht | null = null;
  private last: Element | null = null;

  constructor(private readonly root: ShadowRoot) {
    root.addEventListener('focusin', (e) => { this.last = e.target as Element; });
  }

  answered(bericht: Bericht): void {
    this.from = this.root.activeElement;
    this.sent = bericht;
  }

  /** What was sent since the last call, and whether the resident is still where it was sent from and does not type. */
  take(): { sent: Bericht | null; stayed: boolean } {
    const { sent } = this;
    this.sent = null;
    const now = this.root.activeElement;
    return { sent, stayed: this.nowhere || (now !== null && now === this.from && !isTyping(now)) };
  }

  /** Whether what had focus was taken away, and focus with it. */
  get lost(): boolean {
    return this.last !== null && !this.last.isConnected && this.nowhere;
  }

  private get nowhere(): boolean {
    const { activeElement } = document;
    return this.root.activeElement === null && (activeElement === null || activeElement === document.body || activeElement === this.root.host);
  }
}

function isTyping(element: Element): boolean {
  return (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && element.type !== 'checkbox' && element.value !== '';
}

/** After each turn focus goes to the new heading, whose words a screen reader then reads; otherwise the announcer says them, once. */
export function useFocusAfterTurn(view: View, over: boolean, where: Whereabouts, targets: Targets, t: Teksten, announce: (text: string) => void) {
  const last = useRef({ id: '', vraag: '', notices: '', changing: '', over: false });
  const notices = view.notices.map((n) => n.id).join();
  useLayoutEffect(() => {
    const before = last.current;
    const vraag = view.question?.vraag ?? '';
    const changing = view.question?.huidig ? view.question.titel : '';
    last.current = { id: view.questionId, vraag, notices, changing, over };
    if (before.id === '' || (before.id === view.questionId && before.notices === notices && before.over === over)) return;
    const { sent, stayed } = where.take();
    const asked = over || view.question || view.outcome;
    const onlySaid = !asked || (!over && before.vraag === vraag && vraag !== '' && !view.error && view.notices.length > 0);
    // Where nothing is asked the field is gone, also for who types.
    if (sent && (stayed || !asked)) {
      focus(onlySaid ? targets.root.getElementById(targets.noticesId) : targets.heading.current, targets.card.current);
      if (before.changing && before.changing !== changing && sent.soort !== 'opdracht') announce(t.gewijzigd(before.changing));
    } else if (!where.lost) {
      announce(onlySaid ? view.notices.map((n) => n.tekst).join(' ') : over ? targets.heading.current?.textContent ?? '' : view.question?.titel ?? view.outcome?.titel ?? '');
    }
  }, [view.questionId, notices, view.error, over, view.question]);
  // Focus that lost its place in any other way, such as by beginning again, goes to the heading that is there now.
  useLayoutEffect(() => { if (where.lost && targets.heading.current) focus(targets.heading.current, targets.card.current); });
}

function focus(target: HTMLElement | null, card: HTMLElement | null): void {
  target?.blur();
  target?.focus({ preventScroll: true });
  const box = card?.getBoundingClientRect();
  if (box && (box.top < 0 || box.bottom > innerHeight)) card?.scrollIntoView({ block: 'start' });
}
