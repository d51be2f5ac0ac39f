import { el } from './dom';

/** Prints one part of the page, and nothing else of the conversation. */
export function printAlone(title: string, part: Element): void {
  document.querySelector('.kiosk-papier')?.remove();
  const sheet = el('div', { class: 'kiosk-papier' }, el('h1', {}, title), part.cloneNode(true));
  document.body.append(sheet);
  addEventListener('afterprint', () => sheet.remove(), { once: true });
  print();
}
