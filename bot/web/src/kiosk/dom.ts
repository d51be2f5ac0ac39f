/** What has focus, looked for through shadow borders. */
export function deepActive(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

/** An element with attributes and children; no markup is ever made from text. */
export function el<K extends keyof HTMLElementTagNameMap>(tag: K, attributes?: Readonly<Record<string, string>>, ...children: (Node | string)[]): HTMLElementTagNameMap[K];
export function el(tag: string, attributes?: Readonly<Record<string, string>>, ...children: (Node | string)[]): HTMLElement;
export function el(tag: string, attributes: Readonly<Record<string, string>> = {}, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== '') made.setAttribute(name, value);
  made.append(...children);
  return made;
}
