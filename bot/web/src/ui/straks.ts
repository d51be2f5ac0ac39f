import css from '../css/straks.css?inline';

/** What is needed only later in a conversation. It is fetched after the first answer. */
export { Attach } from './bijlagen';
export { Check, LetterToSend } from './brief';
export { TakeAlong } from './handover';
export { Outcome } from './outcome';

let sheet: CSSStyleSheet | undefined;

/** Adds the styles of these parts, once. */
export function dress(root: ShadowRoot): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
