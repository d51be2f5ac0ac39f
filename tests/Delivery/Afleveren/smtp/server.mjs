// A real SMTP server for the tests: says its port, then one JSON line for every mail it accepted. Ends with its standard input.
// Arguments: certificate, key (PEM files), and a mode: ok, busy (451 to the mail), refuse (550 to the address), plain (no STARTTLS), direct (TLS from the first byte).
import { readFileSync } from "node:fs";
import { SMTPServer } from "smtp-server";

const [cert, key, mode] = process.argv.slice(2);

function failure(code, text) {
  return Object.assign(new Error(text), { responseCode: code });
}

const server = new SMTPServer({
  secure: mode === "direct",
  cert: readFileSync(cert),
  key: readFileSync(key),
  disabledCommands: mode === "plain" ? ["STARTTLS"] : [],
  authMethods: mode === "direct" ? ["LOGIN"] : ["PLAIN", "LOGIN"],
  logger: false,
  onAuth(auth, session, done) {
    const good = auth.username === "proef" && auth.password === "wachtwoord";
    done(good ? null : failure(535, "wrong"), good ? { user: auth.username } : undefined);
  },
  onRcptTo(address, session, done) {
    done(mode === "refuse" ? failure(550, "unknown") : null);
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      if (mode === "busy") {
        return done(failure(451, "later"));
      }
      const { mailFrom, rcptTo } = session.envelope;
      console.log(JSON.stringify({
        from: mailFrom.address,
        to: rcptTo.map((to) => to.address),
        secure: session.secure,
        user: session.user ?? null,
        mail: Buffer.concat(parts).toString("latin1"),
      }));
      return done();
    });
  },
});

server.on("error", () => {});
server.listen(0, "127.0.0.1", () => console.log(server.server.address().port));
process.stdin.on("end", () => process.exit(0)).resume();
