import type { DirectLine } from './net/directline';
import type { Saved } from './net/session';

/** Minutes in which a telephone can go on; the service keeps to the same. */
export const GOOD_FOR = 10;

/** From a computer that is not theirs to the resident's own telephone, with a code that works once. */
export class Overdracht {
  /** Each code with the moment until when it works. */
  private readonly codes = new Map<string, number>();

  /** @param line the connection of this moment. */
  constructor(private readonly line: () => DirectLine) {}

  async make(): Promise<Saved> {
    const made = await this.line().handOver();
    this.codes.set(made.code, Date.now() + GOOD_FOR * 60_000);
    return made;
  }

  pickedUp(code: string): Promise<boolean> {
    return this.line().pickedUp(code);
  }

  /** Whether a telephone may still go on. */
  get stands(): boolean {
    return [...this.codes.values()].some((until) => Date.now() < until);
  }

  /** Whether a telephone went on. In doubt it did: what it holds would be lost for good. */
  async wentOn(): Promise<boolean> {
    const looks = await Promise.all([...this.codes.keys()].map((code) => this.pickedUp(code).catch(() => true)));
    return looks.includes(true);
  }
}
