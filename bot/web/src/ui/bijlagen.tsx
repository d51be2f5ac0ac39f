import { useId, useRef, useState } from 'preact/hooks';
import { straksIn } from '../teksten/meer';
import { straks } from '../teksten/straks';
import { useChat } from './context';
import { Disclosure } from './disclosure';

/** The service takes no more than this. */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_FILES = 5;

/** Proof to send along. Nothing leaves before the second press; until then each file can be taken out again.
 * @param offered whether it belongs with the question; files that were chosen before stay in sight with the next ones. */
export function Attach({ offered }: { offered: boolean }) {
  const { t, conversation, announce } = useChat();
  const s = straksIn(t.taal) ?? straks;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const sending = useRef<File | null>(null);
  const [files, setFiles] = useState<readonly File[]>([]);
  const [words, setWords] = useState('');
  // What is left to send, also for an upload that began before the last drawing.
  const left = useRef(files);
  const keep = (now: readonly File[]) => { left.current = now; setFiles(now); };
  const say = (text: string) => { setWords(text); announce(text); };
  const choose = (chosen: readonly File[]) => {
    const large = chosen.find((file) => file.size > MOST_BYTES);
    const all = [...left.current, ...chosen.filter((file) => file.size <= MOST_BYTES)];
    const over = all.slice(MOST_FILES);
    const problems = [large && s.teGroot(large.name), over.length > 0 && s.teVeel(over.map((file) => file.name).join(', '))].filter(Boolean).join(' ');
    if (problems) say(problems);
    else setWords('');
    keep(all.slice(0, MOST_FILES));
  };
  const remove = (file: File) => {
    if (file === sending.current) return say(s.bezig);
    keep(left.current.filter((other) => other !== file));
    say(s.weggehaald(file.name));
    input.current?.focus();
  };
  const upload = async () => {
    if (sending.current) return;
    setWords(s.bezig);
    try {
      for (const file of files) {
        // What was taken out meanwhile does not go.
        if (!left.current.includes(file)) continue;
        sending.current = file;
        await conversation.upload(file);
        keep(left.current.filter((other) => other !== file));
      }
      setWords('');
      const { activeElement } = input.current?.getRootNode() as ShadowRoot;
      if (!activeElement || activeElement === button.current) input.current?.focus();
    } catch {
      say(s.mislukt);
    }
    sending.current = null;
  };
  if (!offered && files.length === 0) return null;
  return (
    <div class="antwoorden bijlagen" lang={s.taal}>
      <Disclosure label={s.bijlagen}>
        <label for={id}>{s.kies}</label>
        <p class="uitleg" id={`${id}u`}>{s.bijlagenUitleg}</p>
        <input id={id} ref={input} class="veld" type="file" multiple accept="application/pdf,image/jpeg,image/png" aria-describedby={`${id}u`}
          onChange={(e) => { choose([...(e.currentTarget.files ?? [])]); e.currentTarget.value = ''; }} />
        {files.length > 0 && (
          <>
            <p>{s.gekozen}</p>
            <ul role="list">
              {files.map((file) => (
                <li key={file.name + file.size}>
                  <bdi>{file.name}</bdi> ({describe(file, t.taal)})
                  <button type="button" class="knop-tekst" onClick={() => remove(file)}>{s.haalWeg(file.name)}</button>
                </li>
              ))}
            </ul>
            <button ref={button} type="button" class="knop" onClick={() => void upload()}>{s.stuurMee(files.length)}</button>
          </>
        )}
        {words && <p class="uitleg">{words}</p>}
      </Disclosure>
    </div>
  );
}

/** "JPEG, 1,2 MB" */
function describe(file: File, taal: string): string {
  const size = new Intl.NumberFormat(`${taal}-u-nu-latn`, { maximumFractionDigits: 1 }).format(Math.max(file.size / 1e6, 0.1));
  return [file.type.split('/')[1]?.toUpperCase(), `${size} MB`].filter(Boolean).join(', ');
}
