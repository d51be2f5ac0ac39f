/** Notices that nobody is there any more. Every key and touch counts as being there, as often as it takes. */
export class IdleWatch {
  /** Seconds between the warning and the end. */
  static readonly warning = 60;
  private seconds = 60;
  private timer = 0;
  private ticker = 0;
  private warned = false;

  constructor(private readonly warn: () => void) {}

  start(): void {
    for (const name of ['keydown', 'pointerdown', 'input', 'wheel']) addEventListener(name, this.seen, { capture: true, passive: true });
    this.extend();
  }

  stop(): void {
    for (const name of ['keydown', 'pointerdown', 'input', 'wheel']) removeEventListener(name, this.seen, { capture: true });
    clearTimeout(this.timer);
    clearInterval(this.ticker);
  }

  /** Somebody is there; from now on for so many seconds, when given. */
  extend(seconds = this.seconds): void {
    this.seconds = seconds;
    this.warned = false;
    clearTimeout(this.timer);
    clearInterval(this.ticker);
    this.timer = window.setTimeout(() => {
      // Who listens is there, although nothing is touched.
      if (window.speechSynthesis?.speaking) return this.extend();
      this.warned = true;
      this.warn();
    }, this.seconds * 1000);
  }

  countDown(tick: (left: number) => void, over: () => void): void {
    const end = Date.now() + IdleWatch.warning * 1000;
    this.timer = window.setTimeout(over, IdleWatch.warning * 1000);
    this.ticker = window.setInterval(() => tick(Math.max(0, Math.ceil((end - Date.now()) / 1000))), 1000);
  }

  /** While the question stands, its own buttons answer it; see the dialog. */
  private readonly seen = (): void => {
    if (!this.warned) this.extend();
  };
}
