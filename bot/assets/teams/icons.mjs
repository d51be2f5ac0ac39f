// Draws the two icons of the Teams app: node icons.mjs. A speech bubble with three lines; no fonts, no libraries, the same bytes each time.
import { deflateSync } from 'node:zlib';
import { writeFileSync } from 'node:fs';

const SAMPLES = 4;

function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (0xedb88320 & -(sum & 1));
  }
  return ~sum >>> 0;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function png(size, pixel) {
  const rows = [];
  for (let y = 0; y < size; y++) {
    const row = [0];
    for (let x = 0; x < size; x++) row.push(...pixel(x, y));
    rows.push(Buffer.from(row));
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.concat(rows), { level: 9 })), chunk('IEND', Buffer.alloc(0)),
  ]);
}

const box = (x, y, left, top, right, bottom, r) => {
  const dx = Math.max(left + r - x, 0, x - (right - r));
  const dy = Math.max(top + r - y, 0, y - (bottom - r));
  return x >= left && x <= right && y >= top && y <= bottom && dx * dx + dy * dy <= r * r;
};

// In units of 32.
const bubble = (x, y) => box(x, y, 4, 5, 28, 22, 4) || (x >= 9 && x <= 17 && y >= 21 && y <= 28 && y <= 28 - (x - 9) * 0.9);
const inner = (x, y) => box(x, y, 6, 7, 26, 20, 2.4) || (x >= 11 && x <= 15 && y >= 19 && y <= 24.4 - (x - 11) * 0.9);
const lines = (x, y) => box(x, y, 9, 10, 23, 11.6, 0.8) || box(x, y, 9, 13, 23, 14.6, 0.8) || box(x, y, 9, 16, 17, 17.6, 0.8);

const cover = (size, px, py, shape) => {
  let hits = 0;
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const x = ((px + ((i % SAMPLES) + 0.5) / SAMPLES) * 32) / size;
    const y = ((py + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES) * 32) / size;
    if (shape(x, y)) hits++;
  }
  return hits / (SAMPLES * SAMPLES);
};

const blue = [0x15, 0x42, 0x73];
writeFileSync(new URL('color.png', import.meta.url), png(192, (x, y) => {
  const white = cover(192, x, y, (u, v) => bubble(u, v) && !lines(u, v));
  return [...blue.map((c) => Math.round(c + (255 - c) * white)), 255];
}));
writeFileSync(new URL('outline.png', import.meta.url), png(32, (x, y) => {
  const seen = cover(32, x, y, (u, v) => (bubble(u, v) && !inner(u, v)) || lines(u, v));
  return [255, 255, 255, Math.round(255 * seen)];
}));
