/** Tells the other windows of this browser in which of them the conversation goes on. Nothing is stored. */
export class Tabs {
  private readonly channel: BroadcastChannel;

  constructor(readonly conversationId: string, taken: () => void) {
    this.channel = new BroadcastChannel(`klachthulp:${conversationId}`);
    this.channel.onmessage = taken;
  }

  /** From now on the conversation goes on here. */
  claim(): void {
    this.channel.postMessage('hier');
  }

  close(): void {
    this.channel.close();
  }
}
