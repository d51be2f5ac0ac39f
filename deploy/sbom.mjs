// Writes a CycloneDX 1.6 bill of materials of what is shipped, from the lock files: node deploy/sbom.mjs > sbom.json
// The same lock files give the same bytes: no clock, no random numbers.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const read = (path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const hash = (algorithm, base64) => ({ alg: algorithm, content: Buffer.from(base64, 'base64').toString('hex') });

function nuget(path) {
  return Object.values(read(path).dependencies).flatMap((framework) => Object.entries(framework))
    .filter(([, entry]) => entry.type !== 'Project')
    .map(([name, entry]) => ({
      type: 'library',
      'bom-ref': `pkg:nuget/${name}@${entry.resolved}`,
      name,
      version: entry.resolved,
      hashes: [hash('SHA-512', entry.contentHash)],
      purl: `pkg:nuget/${name}@${entry.resolved}`,
    }));
}

function npm(path) {
  return Object.entries(read(path).packages)
    .filter(([place]) => place.startsWith('node_modules/'))
    .map(([place, entry]) => {
      const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const purl = `pkg:npm/${name.replace('@', '%40')}@${entry.version}`;
      return {
        type: 'library',
        'bom-ref': purl,
        name,
        version: entry.version,
        // What only builds the client is not in it.
        scope: entry.dev ? 'excluded' : 'required',
        hashes: (entry.integrity ?? '').startsWith('sha512-') ? [hash('SHA-512', entry.integrity.slice('sha512-'.length))] : [],
        licenses: entry.license ? [{ license: { name: entry.license } }] : [],
        purl,
      };
    });
}

const found = [...nuget('bot/packages.lock.json'), ...nuget('dialogs/packages.lock.json'), ...npm('bot/web/package-lock.json'), ...npm('bot/assets/package-lock.json')];
const components = [...new Map(found.map((one) => [one['bom-ref'], one])).values()].sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1));
const version = /<Version>([^<]+)</.exec(readFileSync(join(root, 'Directory.Build.props'), 'utf8'))[1];
const serial = createHash('sha256').update(JSON.stringify(components)).digest('hex');

process.stdout.write(JSON.stringify({
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  serialNumber: `urn:uuid:${serial.slice(0, 8)}-${serial.slice(8, 12)}-5${serial.slice(13, 16)}-8${serial.slice(17, 20)}-${serial.slice(20, 32)}`,
  version: 1,
  metadata: { component: { type: 'application', 'bom-ref': 'klachthulp', name: 'KlachtHulp', version, licenses: [{ license: { id: 'EUPL-1.2' } }] } },
  components,
}, null, 2) + '\n');
