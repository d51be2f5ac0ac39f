import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

/** An explanation that opens in its place in the text; never a tooltip. */
export function Disclosure({ label, children }: { label: string; children: ComponentChildren }) {
  const id = useId();
  const [open, setOpen] = useState(false);
  // Made when it is first opened; from then on what was typed in it stays.
  const [made, make] = useState(false);
  return (
    <div class="vouw">
      <button type="button" class="knop-tekst" aria-expanded={open} aria-controls={id} onClick={() => { make(true); setOpen(!open); }}>{label}</button>
      <div id={id} class="vouw-inhoud" hidden={!open}>{made && children}</div>
    </div>
  );
}
