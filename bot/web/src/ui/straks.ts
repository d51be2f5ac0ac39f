/** What is needed only later in a conversation. It is fetched after the first answer. */
export { Attach } from './bijlagen';
export { Check, LetterToSend } from './brief';
export { TakeAlong } from './handover';
export { Outcome } from './outcome';
