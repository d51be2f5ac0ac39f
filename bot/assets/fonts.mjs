// Installs the font packages named in package-lock.json and puts the files the documents need in fonts/.
// Each file gets its name in one step (rename), so builds that run at the same time never see half a font.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const files = {
  "SourceSans3-Regular.ttf": "source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  "SourceSans3-Bold.ttf": "source-sans-3/700Bold/SourceSans3_700Bold.ttf",
  "OFL.txt": "source-sans-3/LICENSE_FONT",
  "NotoNaskhArabic-Regular.ttf": "noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
  "NotoNaskhArabic-Bold.ttf": "noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf",
  "OFL-NotoNaskhArabic.txt": "noto-naskh-arabic/LICENSE_FONT",
};

const staging = mkdtempSync(join(tmpdir(), "klachthulp-fonts-"));
try {
  install();
  place();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(staging, { recursive: true, force: true });
}

function install() {
  for (const name of ["package.json", "package-lock.json"]) {
    copyFileSync(join(here, name), join(staging, name));
  }
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
    cwd: staging,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (npm.status !== 0) {
    throw new Error(npm.error ? `npm could not be started: ${npm.error.message}` : `npm ci ended with ${npm.status}\n${npm.stdout}${npm.stderr}`);
  }
}

function place() {
  const target = join(here, "fonts");
  mkdirSync(target, { recursive: true });
  for (const [name, source] of Object.entries(files)) {
    const half = join(target, `.${name}.${process.pid}`);
    writeFileSync(half, readFileSync(join(staging, "node_modules/@expo-google-fonts", source)));
    renameSync(half, join(target, name));
  }
}
