import type { Conversation } from '../conversation';

/** A page that everybody looks at: the weather. Whoever looks over a shoulder sees nothing else. */
const ELSEWHERE = 'https://www.knmi.nl/nederland-nu/weer/verwachtingen';

/** For who must not be seen here: the words are gone at once, and Back does not bring them back. */
export function leaveFast(conversation: Conversation): void {
  conversation.leave();
  document.title = '';
  location.replace(ELSEWHERE);
}
