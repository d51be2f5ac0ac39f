import { useEffect, useState } from 'preact/hooks';

interface Drawing {
  readonly size: number;
  readonly path: string;
}

/** A QR code, made in this browser: the address in it goes nowhere. Always black on white, whatever the theme. */
export function Qr({ text, label }: { text: string; label: string }) {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    let wanted = true;
    void import('../qr').then(({ draw }) => { if (wanted) setDrawing(draw(text)); }, () => undefined);
    return () => { wanted = false; };
  }, [text]);
  return drawing && (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${drawing.size} ${drawing.size}`} shape-rendering="crispEdges">
      <path fill="#fff" d={`M0 0h${drawing.size}v${drawing.size}H0z`} />
      <path fill="#000" d={drawing.path} />
    </svg>
  );
}
