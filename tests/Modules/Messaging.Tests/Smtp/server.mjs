// A mail server for tests: STARTTLS with the certificate that it is given, a name and password, and one line of JSON for each mail that it takes.
import { readFileSync } from "node:fs";
import { SMTPServer } from "smtp-server";

const server = new SMTPServer({
  key: readFileSync(process.argv[2]),
  cert: readFileSync(process.argv[3]),
  authMethods: ["LOGIN", "PLAIN"],
  onAuth: ({ username, password }, session, done) =>
    done(username === "tests" && password === "secret" && session.secure ? null : new Error("Who are you?"), { user: username }),
  onRcptTo: ({ address }, session, done) =>
    done(address.startsWith("nobody@") ? Object.assign(new Error("No such mailbox"), { responseCode: 550 })
      : address.startsWith("full@") ? Object.assign(new Error("Mailbox full"), { responseCode: 452 }) : null),
  onData: (stream, session, done) => {
    let text = "";
    stream.on("data", (chunk) => (text += chunk));
    stream.on("end", () => {
      console.log(JSON.stringify({ to: session.envelope.rcptTo.map((to) => to.address), secure: session.secure, text }));
      done();
    });
  },
});
server.on("error", (error) => console.error(error.message));
server.listen(0, "127.0.0.1", () => console.log(JSON.stringify({ port: server.server.address().port })));
