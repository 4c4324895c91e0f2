// Builds wwwroot from styles, scripts and static files. Run by Theme.csproj; it only builds.
import { cp, mkdir, rm } from "node:fs/promises";
import { build } from "esbuild";
import { compileAsync } from "sass";

const out = "wwwroot";
const common = { bundle: true, minify: true, charset: "utf8", legalComments: "none", logLevel: "warning" };

const css = await compileAsync("styles/site.scss", {
  loadPaths: ["styles", "node_modules"],
  quietDeps: true,
});

await rm(out, { recursive: true, force: true });
await mkdir(out);
await cp("static", out, { recursive: true });

await build({
  ...common,
  entryPoints: ["scripts/site.js", "scripts/session.js", "scripts/passkey.js", "scripts/autosave.js", "scripts/editor.js", "scripts/listen.js", "scripts/panel.js"],
  outdir: out,
  format: "esm",
  target: "es2022",
});

// Last, because the project takes the age of site.css as the age of the whole build.
await build({
  ...common,
  stdin: { contents: css.css, loader: "css", resolveDir: import.meta.dirname, sourcefile: "site.css" },
  outfile: `${out}/site.css`,
  loader: { ".woff2": "file" },
  assetNames: "[name].[hash]",
});
