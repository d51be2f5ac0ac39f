/** The one file to embed. It stays small and keeps its name; what it loads may be cached for ever. */
declare global {
  interface Window {
    KlachtHulp?: { open(): void };
  }
}

window.KlachtHulp ??= {
  /** Opens the panel of the first `<klacht-chat modus="launcher">` on the page. */
  open: () => {
    void import('./element').then(() => document.querySelector('klacht-chat[modus=launcher]')?.dispatchEvent(new CustomEvent('klachthulp-open')));
  },
};

void import('./element');

export {};
